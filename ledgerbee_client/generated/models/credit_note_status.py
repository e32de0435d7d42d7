"""The values of CreditNoteStatus."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class CreditNoteStatus(OpenEnum):
    """Known values; the API may add others."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    SENT = "sent"


CREDIT_NOTE_STATUS_VALUES: Final = Values(CreditNoteStatus)
