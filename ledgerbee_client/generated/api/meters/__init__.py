"""The endpoints of meters."""
