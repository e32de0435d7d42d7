"""The values of Language."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class Language(OpenEnum):
    """Known values; the API may add others."""

    EN = "en"
    DA = "da"


LANGUAGE_VALUES: Final = Values(Language)
