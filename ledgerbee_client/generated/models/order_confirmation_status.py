"""The values of OrderConfirmationStatus."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class OrderConfirmationStatus(OpenEnum):
    """Known values; the API may add others."""

    DRAFT = "draft"
    SENT = "sent"
    CONVERTED = "converted"


ORDER_CONFIRMATION_STATUS_VALUES: Final = Values(OrderConfirmationStatus)
