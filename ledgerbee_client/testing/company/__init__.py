"""The company itself: what it starts with, what can only be read, data in bulk."""
