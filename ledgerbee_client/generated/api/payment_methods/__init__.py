"""The endpoints of payment_methods."""
