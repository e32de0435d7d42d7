"""The schema change report: what differs between two OpenAPI documents, and what follows for users."""
