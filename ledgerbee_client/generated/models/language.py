"""The values of Language."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum


class Language(OpenEnum):
    """Known values; the API may add others."""

    EN = "en"
    DA = "da"


LANGUAGE_VALUES: Final = {member.value: member for member in Language}
