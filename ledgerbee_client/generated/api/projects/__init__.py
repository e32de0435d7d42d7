"""The endpoints of projects."""
