"""The values of SendQuoteDeliveryType."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum


class SendQuoteDeliveryType(OpenEnum):
    """Known values; the API may add others."""

    MANUAL = "Manual"
    EMAIL = "Email"


SEND_QUOTE_DELIVERY_TYPE_VALUES: Final = {member.value: member for member in SendQuoteDeliveryType}
