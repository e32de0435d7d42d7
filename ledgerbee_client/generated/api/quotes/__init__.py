"""The endpoints of quotes."""
