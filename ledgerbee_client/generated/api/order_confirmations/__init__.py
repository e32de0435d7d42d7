"""The endpoints of order_confirmations."""
