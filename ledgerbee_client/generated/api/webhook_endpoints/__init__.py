"""The endpoints of webhook_endpoints."""
