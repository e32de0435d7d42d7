"""The values of BillingDirection."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class BillingDirection(OpenEnum):
    """Whether periods are billed ahead or afterwards"""

    ADVANCE = "advance"
    ARREARS = "arrears"


BILLING_DIRECTION_VALUES: Final = Values(BillingDirection)
