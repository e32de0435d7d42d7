"""Projects, and the dimensions that they are made of."""
