"""The endpoints of portal_sso."""
