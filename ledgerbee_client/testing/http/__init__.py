"""Requests and responses: routing, validation, the application, the ways to reach it."""
