"""The endpoints of mcp."""
