"""VAT by zone: a product group names an account for each zone, and the account's VAT code has the rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .state import Record, State

#: Field of a group by VAT zone, and whether its account must carry a VAT code for sales.
ZONES = {
    "domestic": ("domesticAccountId", True),
    "eu": ("euAccountId", True),
    "abroad": ("abroadAccountId", True),
    "domestic_without_vat": ("domesticWithoutVatAccountId", False),
}


def vat_rate(state: State, group: Record, zone: str) -> int:
    """The percentage of a sale of this group in a zone."""
    code = state.sales_vat.get(group[ZONES[zone][0]])
    return 0 if code is None else int(state.vat_codes.where(vatCode=code)[0]["vatRate"])
