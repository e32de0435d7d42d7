"""Journal entries and their drafts, attachments, VAT."""
