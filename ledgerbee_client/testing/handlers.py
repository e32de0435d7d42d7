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

#: What records of a resource are made of. Where one of these has stepped back, what is made of them does so, too.
#: Of their group, products need no more than its id.
_SOLD = ("customers", "product_prices", "product_groups")
registry.made_of |= {
    "product_prices": ("products",),
    "invoices": _SOLD,
    "credit_notes": (*_SOLD, "invoices"),
    "quotes": (*_SOLD, "invoices"),
    "order_confirmations": (*_SOLD, "invoices", "quotes"),
    "payment_methods": ("customers",),
    "subscriptions": _SOLD,
    "meters": ("subscriptions",),
    "portal_sso": ("customers",),
    "journal_entries": ("customers", "vendors"),
    "draft_journal_entries": ("journal_entries",),
    "draft_journal_entries_v1": ("journal_entries",),
}

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
