"""The values of SendQuoteDeliveryType."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class SendQuoteDeliveryType(OpenEnum):
    """Known values; the API may add others."""

    MANUAL = "Manual"
    EMAIL = "Email"


SEND_QUOTE_DELIVERY_TYPE_VALUES: Final = Values(SendQuoteDeliveryType)
