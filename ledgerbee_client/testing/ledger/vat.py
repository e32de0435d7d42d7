"""VAT by zone: a product group names an account for each zone, and the account's VAT code has the rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..state import Record, State

#: Field of a group by VAT zone, and whether its account must carry a VAT code for sales.
ZONES = {
    "domestic": ("domesticAccountId", True),
    "eu": ("euAccountId", True),
    "abroad": ("abroadAccountId", True),
    "domestic_without_vat": ("domesticWithoutVatAccountId", False),
}
#: Countries of the EU other than Denmark.
_EU = "AT BE BG CY CZ DE EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"


def zone_of(country: str) -> str:
    """The zone that a customer in a country is in, unless told otherwise."""
    if country == "DK":
        return "domestic"
    return "eu" if country in _EU.split() else "abroad"


def vat_rate(state: State, group: Record, zone: str) -> int:
    """The percentage of a sale of this group in a zone."""
    code = state.sales_vat.get(group[ZONES[zone][0]])
    return 0 if code is None else int(state.vat_codes.where(vatCode=code)[0]["vatRate"])
