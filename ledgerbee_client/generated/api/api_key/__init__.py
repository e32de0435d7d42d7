"""The endpoints of api_key."""
