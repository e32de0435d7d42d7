"""The values of QuoteDisplayStatus."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class QuoteDisplayStatus(OpenEnum):
    """The status, plus the derived `expired` (sent and past `validUntil`) and `converted`"""

    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EXPIRED = "expired"
    CONVERTED = "converted"


QUOTE_DISPLAY_STATUS_VALUES: Final = Values(QuoteDisplayStatus)
