"""Safe Markdown on one line: text and names from a document can't break the layout of the page that they stand on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPECIAL = re.compile(r"([\\`*_\[\]|])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"})


def plain(text: str) -> str:
    """Return text on one line, with nothing in it that Markdown, HTML or a mention could take for itself."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()).translate(_ENTITIES))


def code(text: str) -> str:
    """Return a code span on one line; fenced wider where the text has backticks of its own."""
    line = " ".join(text.split()) or " "
    longest = max(map(len, re.findall("`+", line)), default=0)
    fence, space = "`" * (longest + 1), " " if longest else ""
    return f"{fence}{space}{line}{space}{fence}"


def codes(texts: Iterable[str], limit: int = 20) -> str:
    """Return code spans in a row, and the number of the rest after `limit`."""
    listed = list(texts)
    rest = f" and {len(listed) - limit} more" if len(listed) > limit else ""
    return ", ".join(map(code, listed[:limit])) + rest


def cell(markdown: str) -> str:
    """Return Markdown fit for the cell of a table: a pipe would end the cell, inside a code span too."""
    return re.sub(r"(?<!\\)\|", r"\\|", markdown)
