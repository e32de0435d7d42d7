"""Arguments to paths, queries, headers and cookies."""

from __future__ import annotations

import datetime as _dt
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any
from urllib.parse import quote

from .decoding import shown
from .encoding import encode_any, encode_datetime, encode_decimal, encode_number, is_uuid, write_json

_UNRESERVED = re.compile(r"[A-Za-z0-9_.~-]+")


def path_segment(value: Any, name: str) -> str:
    """A value for a place in a path.

    Raises:
        TypeError: for what is no id.
        ValueError: for a value that would reach another endpoint: '', '.', '..'.
    """
    if value is None or isinstance(value, bytes | Mapping) or hasattr(value, "to_dict"):
        inner = (
            "its id"
            if isinstance(value, Mapping) or hasattr(value, "to_dict")
            else "the id, as in invoice.id"
        )
        raise TypeError(f"{name} must be a string, not {shown(value)}; nothing was sent: pass {inner}")
    if (
        value.__class__ is not str
        and isinstance(value, Iterable)
        and not isinstance(value, str | bytes | Mapping)
    ):
        return ",".join(path_segment(item, name) for item in value) or path_segment("", name)
    text = scalar(value, name)
    if text in (".", "..") or not text.strip():
        raise ValueError(
            f"{name}: {text!r} can't stand in a path; it would reach another endpoint. Nothing was sent: look where the id "
            "comes from"
        )
    return text if _UNRESERVED.fullmatch(text) else quote(text, safe="")


def scalar(value: Any, name: str) -> str:
    """A single value as a URL or a header writes it."""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return encode_decimal(value, name)
    if isinstance(value, float):
        return repr(encode_number(value, name))
    if isinstance(value, _dt.datetime):
        return encode_datetime(value, name, checked=True)
    if isinstance(value, _dt.date):
        return value.isoformat()
    if isinstance(value, int) or is_uuid(value):
        return str(value)
    raise TypeError(
        f"{name}: {shown(value)} can't stand in a URL or a header: pass a string, a number or a date"
    )


_SEPARATORS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|", "simple": ","}


def query_pairs(name: str, value: Any, style: str = "form", explode: bool = True) -> list[tuple[str, str]]:
    """A query parameter as pairs of name and value, in the style that the document gives it."""
    if value is None:
        return []
    if style == "json":
        return [(name, write_json(encode_any(value, name)))]
    if hasattr(value, "to_dict"):
        value = value.to_dict()
    if isinstance(value, Mapping):
        if style == "deepObject":
            return [
                pair for key, item in value.items() for pair in query_pairs(f"{name}[{key}]", item, style)
            ]
        if explode:
            return [pair for key, item in value.items() for pair in query_pairs(str(key), item)]
        return [
            (name, ",".join(f"{key},{scalar(item, name)}" for key, item in value.items() if item is not None))
        ]
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        if style == "deepObject":
            return [(f"{name}[]", scalar(item, name)) for item in value]
        if explode:
            return [(name, scalar(item, name)) for item in value]
        return [(name, _SEPARATORS[style].join(scalar(item, name) for item in value))]
    return [(name, scalar(value, name))]


def header_value(value: Any, name: str) -> str:
    if isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping):
        return ",".join(header_value(item, name) for item in value)
    text = scalar(value, name)
    if any(character in text for character in "\r\n\0"):
        raise ValueError(f"{name}: a header can't hold line breaks: take them out")
    return text


def cookie_pair(cookie: str, value: Any, name: str) -> str:
    """A cookie as its header writes it."""
    text = header_value(value, name)
    if any(character in text for character in '";,\\ '):
        text = quote(text, safe="")
    return f"{cookie}={text}"
