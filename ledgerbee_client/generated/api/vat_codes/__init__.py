"""The endpoints of vat_codes."""
