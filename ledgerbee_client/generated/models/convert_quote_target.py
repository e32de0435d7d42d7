"""The values of ConvertQuoteTarget."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class ConvertQuoteTarget(OpenEnum):
    """Known values; the API may add others."""

    ORDER_CONFIRMATION = "orderConfirmation"
    INVOICE = "invoice"


CONVERT_QUOTE_TARGET_VALUES: Final = Values(ConvertQuoteTarget)
