"""Reads the envelope of a page: its items, counters, and what else it holds.

Envelopes differ from endpoint to endpoint. The document's names are tried first; where they fail, the array is found by
being the only one, and a counter by its usual names, also one level down (`meta`, `pagination`).
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from typing import Any, Generic, TypeVar

from attrs import define

from ..generated.decoding import parse_list
from ..generated.errors import DecodeError
from ..generated.types import Page, PageSource, Pagination

T = TypeVar("T")

#: What tells a row from others: its id; or, where it has none, a digest of its content.
RowKey = str | int | bytes

_TOTAL = ("total", "totalcount", "totalitems", "totalresults", "totalrecords", "totalrows")
_PAGE = ("page", "currentpage", "pagenumber", "pageno", "pageindex")
_LIMIT = ("limit", "pagesize", "perpage", "itemsperpage", "pagelimit")
_TOTAL_PAGES = ("totalpages", "pagecount", "pages", "lastpage")
#: Objects in an envelope that hold its counters.
_COUNTERS = ("meta", "metadata", "pagination", "paging", "pageinfo", "page", "counters")
_ITEMS = ("data", "items", "results", "records", "rows", "entries")


@define(slots=False)
class Envelope(Generic[T]):
    """A page, with the JSON of its items.

    Attributes:
        page: The page, decoded.
        raw: Its items as they came.
    """

    page: Page[T]
    raw: list[Any]

    @cached_property
    def keys(self) -> list[RowKey]:
        """What tells the rows apart."""
        return [row_key(one) for one in self.raw]

    @property
    def has_counters(self) -> bool:
        """Whether it says how long the list is."""
        return self.page.total is not None or self.page.total_pages is not None


def row_key(raw: Any) -> RowKey:
    """Return the id of an item, or a digest of its content where it has none."""
    found = raw.get("id") if isinstance(raw, dict) else None
    if isinstance(found, str | int) and not isinstance(found, bool):
        return found
    content = json.dumps(raw, sort_keys=True, default=str)
    return hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=12).digest()


def read_envelope(
    body: Any,
    form: Pagination,
    decode_item: Callable[[Any], T],
    asked: int,
    source: PageSource[T] | None = None,
) -> Envelope[T]:
    """Read a page from the JSON of a response.

    Args:
        body: The JSON.
        form: How the operation's responses are paged.
        decode_item: Makes an item of its JSON.
        asked: Number of the page that was asked for.
        source: What the page was read by.

    Raises:
        DecodeError: With the place in the body.
    """
    envelope: dict[str, Any] = {form.items: body} if isinstance(body, list) else body
    if not isinstance(envelope, dict):
        raise DecodeError("must be an object")
    path, raw = _items(envelope, form.items)
    try:
        items = parse_list(decode_item, raw)
    except DecodeError as error:
        for name in reversed(path):
            error = error.under(name)
        raise error from None
    counters = _Counters(envelope)
    page = Page(
        items=items,
        total=counters.read(form.total, _TOTAL),
        page=counters.read(form.page, _PAGE) or asked,
        limit=counters.read(form.limit, _LIMIT) or None,
        total_pages=counters.read(form.total_pages, _TOTAL_PAGES),
        source=source,
    )
    if len(envelope) > len(counters.used) + 1:
        known = {path[0], *counters.used}
        page.extra = {name: value for name, value in envelope.items() if name not in known}
    return Envelope(page, raw)


def _items(envelope: dict[str, Any], name: str) -> tuple[tuple[str, ...], list[Any]]:
    """The array of the items, and where it stands."""
    found = envelope.get(name)
    if isinstance(found, list):
        return (name,), found
    if isinstance(found, dict):  # the envelope is one level down
        return _inner_items(name, found, name)
    arrays = [key for key, value in envelope.items() if isinstance(value, list)]
    usual = arrays if len(arrays) == 1 else [key for key in _ITEMS if key in arrays][:1]
    if found is not None:
        raise DecodeError("must be a list", (name,))
    if not usual:
        inner = [key for key, value in envelope.items() if isinstance(value, dict) and _holds_items(value)]
        if arrays or len(inner) != 1:
            raise DecodeError("is missing", (name,))
        return _inner_items(inner[0], envelope[inner[0]], name)
    return (usual[0],), envelope[usual[0]]


def _inner_items(outer: str, envelope: dict[str, Any], name: str) -> tuple[tuple[str, ...], list[Any]]:
    try:
        path, raw = _items(envelope, name)
    except DecodeError as error:
        raise error.under(outer) from None
    return (outer, *path), raw


def _holds_items(value: dict[str, Any]) -> bool:
    return sum(isinstance(one, list) for one in value.values()) == 1


class _Counters:
    """The counters of an envelope."""

    def __init__(self, envelope: dict[str, Any]) -> None:
        self._envelope = envelope
        self._usual: dict[str, Any] | None = None
        #: Names of the envelope's own fields that were read.
        self.used: list[str] = []

    def read(self, name: str | None, usual: tuple[str, ...]) -> int | None:
        """Read a counter by the document's name, else by one of its usual names; None if there is none."""
        if name is not None:
            found = count(self._envelope.get(name))
            if found is not None:
                self.used.append(name)
                return found
        if self._usual is None:
            self._usual = self._found()
        for one in usual:
            if one in self._usual:
                own, value = self._usual[one]
                if own is not None:
                    self.used.append(own)
                return int(value)
        return None

    def _found(self) -> dict[str, tuple[str | None, int]]:
        """Everything that counts, by its name in lower case without underscores; what stands deeper comes second."""
        found: dict[str, tuple[str | None, int]] = {}
        for name, value in self._envelope.items():
            number = count(value)
            if number is not None:
                found[_plain(name)] = (name, number)
        for name, value in self._envelope.items():
            if isinstance(value, dict) and (_plain(name) in _COUNTERS or _holds_items(value)):
                inner = {_plain(one): count(each) for one, each in value.items()}
                found = {one: (None, number) for one, number in inner.items() if number is not None} | found
        return found


def _plain(name: str) -> str:
    return name.strip("_$").replace("_", "").replace("-", "").lower()


def count(value: Any) -> int | None:
    """Return a counter, also one that came as a string; None if it is no count."""
    if value.__class__ is int and value >= 0:  # as nearly all are
        return value
    if isinstance(value, str):
        return int(value) if value.isascii() and value.isdecimal() and len(value) < 16 else None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal) or not math.isfinite(value):
        return None
    return int(value) if value >= 0 else None


__all__ = ["Envelope", "RowKey", "count", "read_envelope", "row_key"]
