"""Finds the sentence in which a text announces that something is removed, in the words that API documents use."""

from __future__ import annotations

import re
from functools import lru_cache

from .values import squeeze

_GONE = (
    "removed|retired|discontinued|dropped|shut ?down|turned off|decommissioned|withdrawn|phased out|deprecated|sunset"
)
_SERVED = "supported|available|returned|sent|accepted|included|provided|populated|maintained"
_ANNOUNCEMENT = re.compile(
    rf"\b(?:will (?:\w+ )?be (?:{_GONE})|to be (?:{_GONE})|will no longer be (?:{_SERVED})"
    r"|(?:is|are|has been|have been) (?:\w+ )?(?:deprecated|sunset|phased out|retired|obsolete)"
    r"|will (?:stop working|cease to|go away|disappear)|no longer (?:be )?(?:supported|available)"
    r"|(?:scheduled|planned|slated|marked) for (?:removal|retirement|deprecation)"
    r"|plan(?:s|ned|ning)? to (?:remove|retire|discontinue|drop|deprecate|sunset|phase out)"
    r"|removed in (?:an? |the )?(?:v\d|version|next|future|upcoming|later)"
    r"|deprecated (?:since|in favou?r|as of|from|and|after)|superseded by|obsoleted by"
    r"|end[- ]of[- ]life|sunset (?:date|on|in)|support (?:for \w+ )?(?:ends|will end))\b"
    # Where the word stands for itself, at the beginning of a line or in brackets: "**Deprecated.**", "[DEPRECATED]".
    r"|(?:^|[\n(\[*_])\s*deprecated\b[*_]*\s*(?:[-–—.:!,;)\]]|$)",
    re.IGNORECASE,
)
#: What none of these words is in announces nothing, and is seen ten times as fast.
_WORDS = (
    *("remov", "retire", "discontinu", "drop", "shut", "turned off", "decommission", "withdrawn", "deprecat", "sunset"),
    *("phase", "obsolete", "stop", "cease", "go away", "disappear", "no longer", "superseded", "life", "support"),
)
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)|\n")
_LENGTH = 200


def notice(*texts: object) -> str:
    """Return the sentence in which a text announces that something is removed; empty if there is none.

    Args:
        texts: the first that announces something counts; what is no text announces nothing.
    """
    return next(filter(None, (_of_text(text) for text in texts if isinstance(text, str))), "")


@lru_cache(maxsize=10_000)  # a document repeats itself, and its successor repeats it
def _of_text(text: str) -> str:
    lower = text.lower()
    found = _ANNOUNCEMENT.search(text) if any(word in lower for word in _WORDS) else None
    return "" if found is None else _sentence(found)


def _sentence(found: re.Match[str]) -> str:
    ends = [0, *(end.end() for end in _SENTENCE_END.finditer(found.string)), len(found.string)]
    first = found.start() + len(found[0]) - len(found[0].lstrip())
    start = max(end for end in ends if end <= first)
    stop = min(end for end in ends if end >= found.end())
    return squeeze(found.string[start:stop]).rstrip(".")[:_LENGTH]
