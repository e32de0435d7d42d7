"""The endpoints of products."""
