"""The values of OrderConfirmationDisplayStatus."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class OrderConfirmationDisplayStatus(OpenEnum):
    """The status, plus the derived `converted`"""

    DRAFT = "draft"
    SENT = "sent"
    CONVERTED = "converted"


ORDER_CONFIRMATION_DISPLAY_STATUS_VALUES: Final = Values(OrderConfirmationDisplayStatus)
