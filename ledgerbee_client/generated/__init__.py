"""Everything in this package is written by `scripts/regenerate.py` from the OpenAPI document: never edit it by hand."""
