"""The values of SendInvoiceDeliveryType."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class SendInvoiceDeliveryType(OpenEnum):
    """How the document is delivered; `Sproom` is e-invoicing by EAN number"""

    EMAIL = "Email"
    SPROOM = "Sproom"
    MANUAL = "Manual"


SEND_INVOICE_DELIVERY_TYPE_VALUES: Final = Values(SendInvoiceDeliveryType)
