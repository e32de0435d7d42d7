"""The endpoints of vendors."""
