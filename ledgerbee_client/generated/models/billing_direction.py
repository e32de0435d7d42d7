"""The values of BillingDirection."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class BillingDirection(OpenEnum):
    """`advance` charges at the start of a period, `arrears` at its end"""

    ADVANCE = "advance"
    ARREARS = "arrears"


BILLING_DIRECTION_VALUES: Final = Values(BillingDirection)
