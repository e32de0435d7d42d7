"""The words of a name, and the ways to write them. Nothing here depends on what a name is for."""

from __future__ import annotations

import re
import unicodedata


def split(text: str) -> list[str]:
    """The words of a name in any case style: `vatRatesByZone`, `vat-rates_by zone`, `EANNumber`."""
    text = unicodedata.normalize("NFKD", text)  # `ü` becomes `u` and a mark, which is dropped
    text = "".join(character for character in text if not unicodedata.combining(character))
    text = re.sub(r"[’'`]", "", text)
    text = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", text)
    text = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", text)
    return re.findall(r"[A-Za-z0-9]+", text)


def snake(text: str) -> str:
    """`vatRate` -> `vat_rate`."""
    return "_".join(split(text)).lower()


def pascal(text: str) -> str:
    """`vat_rate` -> `VatRate`; words in capitals stay as they are."""
    return "".join(word if word.isupper() and len(word) > 1 else word[:1].upper() + word[1:] for word in split(text))
