"""Whether a value that was sent is the one that the API shows: pure functions over JSON values.

A server may write a value in another form (`10` and `"10.00"`, a date as a date-time). Equal in another form is equal;
alike but not equal (another case, other spaces) proves nothing in either direction, and says so.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from enum import IntEnum
from typing import Any
from uuid import UUID

#: Stands for a field that an object doesn't show.
ABSENT: Any = object()


class Likeness(IntEnum):
    """How a value that was sent relates to the one that is shown; the larger, the more they differ."""

    EQUAL = 0
    NOT_SHOWN = 1
    #: Alike, but for form: proves nothing.
    ALIKE = 2
    #: Another value; a server may have changed it.
    DIFFERENT = 3
    #: Another id: nobody changes ids, so it is another object.
    DISTINCT = 4


def compare(sent: Any, shown: Any) -> Likeness:
    """Compare a value as it was sent with the value that is shown."""
    if shown is ABSENT:
        return Likeness.EQUAL if sent is None else Likeness.NOT_SHOWN
    if sent is None or shown is None:
        return Likeness.EQUAL if sent is shown else Likeness.DIFFERENT
    if isinstance(sent, Mapping) and isinstance(shown, Mapping):
        return compare_fields(sent, shown)
    if isinstance(sent, list | tuple) and isinstance(shown, list | tuple):
        return _compare_lists(sent, shown)
    if isinstance(sent, bool) or isinstance(shown, bool):
        return Likeness.EQUAL if sent is shown else Likeness.DIFFERENT
    return _compare_scalars(sent, shown)


def compare_key(sent: Any, shown: Any) -> Likeness:
    """Compare a value that identifies an object: to the letter."""
    if shown is ABSENT or shown is None:
        return Likeness.NOT_SHOWN
    if str(sent) == str(shown):
        return Likeness.EQUAL
    return Likeness.ALIKE if normalized(sent) == normalized(shown) else Likeness.DIFFERENT


def compare_growing(sent: Any, shown: Any) -> Likeness:
    """Compare a list that the API completes by itself: each of what was sent must be in it, more may be."""
    if not isinstance(sent, list | tuple) or not isinstance(shown, list | tuple):
        return compare(sent, shown)
    left = list(shown)
    worst = Likeness.EQUAL
    for one in sent:
        nearest = min(left, key=lambda other: compare(one, other), default=ABSENT)
        if nearest is ABSENT:
            return Likeness.DIFFERENT
        worst = max(worst, compare(one, nearest))
        left.remove(nearest)
    return worst


def compare_fields(sent: Mapping[str, Any], shown: Mapping[str, Any]) -> Likeness:
    """Compare all fields that were sent: how the most different one relates, of those that are shown."""
    found = [compare(value, shown.get(name, ABSENT)) for name, value in sent.items()]
    telling = [one for one in found if one is not Likeness.NOT_SHOWN]
    return max(telling) if telling else (Likeness.NOT_SHOWN if found else Likeness.EQUAL)


def _compare_lists(sent: list[Any] | tuple[Any, ...], shown: list[Any] | tuple[Any, ...]) -> Likeness:
    if len(sent) != len(shown):
        return Likeness.DIFFERENT
    found = [compare(one, other) for one, other in zip(sent, shown, strict=True)]
    worst = max(found, default=Likeness.EQUAL)
    if worst >= Likeness.DIFFERENT and sorted(map(str, sent)) == sorted(map(str, shown)):
        return Likeness.ALIKE  # the same values in another order
    return worst


def _compare_scalars(sent: Any, shown: Any) -> Likeness:
    if type(sent) is type(shown) and sent == shown:
        return Likeness.EQUAL
    both_text = isinstance(sent, str) and isinstance(shown, str)
    if both_text and _is_id(sent) and _is_id(shown):
        return Likeness.EQUAL if UUID(sent) == UUID(shown) else Likeness.DISTINCT
    numbers = _number(sent), _number(shown)
    if None not in numbers:
        if numbers[0] != numbers[1]:
            return Likeness.DIFFERENT
        # "007" and "7" may be two numbers of two products
        return Likeness.ALIKE if both_text and not ("." in sent or "." in shown) else Likeness.EQUAL
    if both_text:
        if _moment(sent) is not None and _moment(sent) == _moment(shown):
            return Likeness.EQUAL
        if _day(sent) is not None and shown.startswith(f"{sent}T"):
            return Likeness.EQUAL
    return Likeness.ALIKE if normalized(sent) == normalized(shown) else Likeness.DIFFERENT


def normalized(value: Any) -> str:
    """Text as a person would call it the same: without case, spaces around it, and ways to write a letter."""
    return " ".join(unicodedata.normalize("NFKC", str(value)).casefold().split())


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _number(value: Any) -> Decimal | None:
    if isinstance(value, int | float | Decimal):
        return Decimal(str(value))
    try:
        number = Decimal(value) if isinstance(value, str) and value and value[-1].isdigit() else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None


def _moment(text: str) -> dt.datetime | None:
    """An instant; None for anything else, date-times without an offset included."""
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.astimezone(dt.UTC) if moment.tzinfo is not None else None


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def made_at(shown: Mapping[str, Any], changed: str | None = None) -> dt.datetime | None:
    """When an object was made (or changed, by the field of that name); None when it doesn't show it.

    An id in the form of UUIDv7 holds the time at which it was made, to the millisecond; it counts where there is no
    `createdAt`.
    """
    value = shown.get(changed or "createdAt")
    moment = _moment(value) if isinstance(value, str) else None
    if moment is not None or changed is not None:
        return moment
    return _time_of_id(shown.get("id"))


def _time_of_id(value: Any) -> dt.datetime | None:
    if not isinstance(value, str) or not _is_id(value):
        return None
    found = UUID(value)
    if found.version != 7:
        return None
    milliseconds = found.int >> 80
    try:
        return dt.datetime.fromtimestamp(milliseconds / 1000, dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None


__all__ = ["ABSENT", "Likeness", "compare", "compare_fields", "compare_growing", "compare_key", "made_at", "normalized"]
