"""The values of DocumentType."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class DocumentType(OpenEnum):
    """Known values; the API may add others."""

    INVOICE_TEMPLATE = "invoice-template"
    CREDIT_NOTE_TEMPLATE = "credit-note-template"
    QUOTE_TEMPLATE = "quote-template"
    ORDER_CONFIRMATION_TEMPLATE = "order-confirmation-template"


DOCUMENT_TYPE_VALUES: Final = Values(DocumentType)
