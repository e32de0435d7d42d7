"""The values of VatZone."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class VatZone(OpenEnum):
    """VAT zone of the customer"""

    DOMESTIC = "domestic"
    EU = "eu"
    ABROAD = "abroad"
    DOMESTIC_WITHOUT_VAT = "domestic_without_vat"


VAT_ZONE_VALUES: Final = Values(VatZone)
