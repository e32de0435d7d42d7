"""Why a document could not be fetched."""

from __future__ import annotations


class FetchError(Exception):
    """The document can't be had, or is not what it should be; the message is one line that says why."""


def one_line(text: str, limit: int = 200) -> str:
    """A text on one line, cut off after `limit` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 3] + "..."
