"""The values of QuoteType."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class QuoteType(OpenEnum):
    """Type of the document, always `quote`"""

    QUOTE = "quote"


QUOTE_TYPE_VALUES: Final = Values(QuoteType)
