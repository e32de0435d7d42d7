"""The values of ConvertOrderConfirmationTarget."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class ConvertOrderConfirmationTarget(OpenEnum):
    """Known values; the API may add others."""

    INVOICE = "invoice"


CONVERT_ORDER_CONFIRMATION_TARGET_VALUES: Final = Values(ConvertOrderConfirmationTarget)
