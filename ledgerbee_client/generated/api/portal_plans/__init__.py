"""The endpoints of portal_plans."""
