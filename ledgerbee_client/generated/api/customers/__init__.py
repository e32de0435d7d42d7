"""The endpoints of customers."""
