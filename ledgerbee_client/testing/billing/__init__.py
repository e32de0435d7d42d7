"""Invoices, credit notes, quotes, order confirmations."""
