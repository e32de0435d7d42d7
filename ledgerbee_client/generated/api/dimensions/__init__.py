"""The endpoints of dimensions."""
