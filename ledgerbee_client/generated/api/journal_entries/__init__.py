"""The endpoints of journal_entries."""
