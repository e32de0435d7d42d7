"""The endpoints of document_templates."""
