"""The endpoints of draft_journal_entries."""
