"""What each operation does, one module per area. An operation without a handler answers with an example.

`STATELESS` is the one place that says which areas have no state.
"""

from __future__ import annotations

from ..registry import registry
from . import (
    catalogue,
    company,
    credit_notes,
    customers,
    dimensions,
    draft_entries,
    invoices,
    journal_entries,
    meters,
    payment_methods,
    portal,
    presales,
    prices,
    projects,
    subscriptions,
    vendors,
    webhook_endpoints,
)

#: Tags whose operations answer with examples (`examples.py`): MCP is no REST operation.
STATELESS = frozenset({"MCP"})

__all__ = [
    "STATELESS",
    "catalogue",
    "company",
    "credit_notes",
    "customers",
    "dimensions",
    "draft_entries",
    "invoices",
    "journal_entries",
    "meters",
    "payment_methods",
    "portal",
    "presales",
    "prices",
    "projects",
    "registry",
    "subscriptions",
    "vendors",
    "webhook_endpoints",
]
