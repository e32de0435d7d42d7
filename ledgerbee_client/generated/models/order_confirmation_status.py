"""The values of OrderConfirmationStatus."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class OrderConfirmationStatus(OpenEnum):
    """The stored status"""

    DRAFT = "draft"
    SENT = "sent"


ORDER_CONFIRMATION_STATUS_VALUES: Final = Values(OrderConfirmationStatus)
