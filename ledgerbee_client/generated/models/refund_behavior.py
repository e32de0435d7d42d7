"""The values of RefundBehavior."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class RefundBehavior(OpenEnum):
    """With `immediately` only: no refund, the whole last paid invoice, or the unused time since the last invoice"""

    NONE = "none"
    LAST_INVOICE = "last_invoice"
    PRORATED = "prorated"


REFUND_BEHAVIOR_VALUES: Final = Values(RefundBehavior)
