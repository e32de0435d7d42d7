"""The endpoints of journal_categories."""
