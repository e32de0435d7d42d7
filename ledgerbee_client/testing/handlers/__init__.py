"""What each operation does, one module per area. An operation without a handler answers with an example.

`STATELESS` is the one place that says which areas have no state yet.
"""

from __future__ import annotations

from ..registry import registry
from . import catalogue, company, customers, invoices, meters, prices

#: Tags whose operations answer with examples (`examples.py`) until they get state.
STATELESS = frozenset(
    {
        "Credit Notes",
        "Dimensions",
        "Draft Journal Entries",
        "Draft Journal Entries (v2)",
        "Journal Entries",
        "Journal Entries (v2)",
        "MCP",
        "Order Confirmations",
        "Payment Methods",
        "Portal Plans",
        "Portal SSO",
        "Projects",
        "Quotes",
        "Subscriptions",
        "Vendors",
        "Webhook Endpoints",
    }
)

__all__ = ["STATELESS", "catalogue", "company", "customers", "invoices", "meters", "prices", "registry"]
