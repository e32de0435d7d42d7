"""The filters of the lists of journal entries and of their drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import money
from ..billing.sales_documents import contains
from .posting import lines_of

if TYPE_CHECKING:
    from ..state import Record

_SHARED = ("accountId", "customerId", "externalSystemId", "fromDate", "journalType", "search", "toDate", "vendorId")
#: Query parameters of the list of entries, and of that of drafts.
ENTRY_FILTERS = (*_SHARED, "documentDateFrom", "documentDateTo")
DRAFT_FILTERS = (*_SHARED, "minAmount", "maxAmount")
_EQUAL = {
    "customerId": "customerId",
    "vendorId": "vendorId",
    "journalType": "entryType",
    "externalSystemId": "externalSystemId",
}


def matches(entry: Record, query: dict[str, Any]) -> bool:
    """Whether an entry or a draft fulfils all filters of a list; bounds are inclusive."""
    if any(name in query and entry.get(field) != query[name] for name, field in _EQUAL.items()):
        return False
    account_id = query.get("accountId")
    if account_id is not None and all(line.get("accountId") != account_id for line in lines_of(entry)):
        return False
    amount, least, most = entry.get("originalAmount"), query.get("minAmount"), query.get("maxAmount")
    return (
        _within(entry.get("date"), query.get("fromDate"), query.get("toDate"))
        and _within(entry.get("documentDate"), query.get("documentDateFrom"), query.get("documentDateTo"))
        and _within(*map(money.parse, (amount, least, most)))
        and contains(entry, ("description", "reference"), str(query.get("search", "")).casefold())
    )


def _within(value: Any, least: Any, most: Any) -> bool:
    """Whether a value lies between two bounds, both inclusive, either absent. A value of another kind doesn't."""
    bounds = [one for one in (least, most) if one is not None]
    if any(type(value) is not type(one) for one in bounds):
        return False
    return (least is None or least <= value) and (most is None or value <= most)
