"""The endpoints of company."""
