"""The values of QuoteStatus."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class QuoteStatus(OpenEnum):
    """The stored status"""

    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


QUOTE_STATUS_VALUES: Final = Values(QuoteStatus)
