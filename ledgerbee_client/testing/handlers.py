"""All handlers: importing the modules registers them."""

from __future__ import annotations

from .billing import credit_notes, invoices, presales
from .catalogue import groups, prices, products
from .company import reading
from .http.registry import registry
from .ledger import draft_entries, journal_entries
from .parties import customers, vendors
from .portal import plans, sso
from .projects import dimensions, projects
from .subscriptions import meters, payment_methods, subscriptions
from .webhooks import endpoints

__all__ = [
    "credit_notes",
    "customers",
    "dimensions",
    "draft_entries",
    "endpoints",
    "groups",
    "invoices",
    "journal_entries",
    "meters",
    "payment_methods",
    "plans",
    "presales",
    "prices",
    "products",
    "projects",
    "reading",
    "registry",
    "sso",
    "subscriptions",
    "vendors",
]
