"""The values of InvoiceStatus."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class InvoiceStatus(OpenEnum):
    """Known values; the API may add others."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    SENT = "sent"
    PAID = "paid"
    PARTIALLY_PAID = "partially_paid"
    CANCELLED = "cancelled"
    UNCOLLECTIBLE = "uncollectible"
    CREDITED = "credited"


INVOICE_STATUS_VALUES: Final = Values(InvoiceStatus)
