"""JSON values to Python values: what models and endpoints decode responses with.

Lenient where the API may grow (unknown enum values, unknown fields) and exact where it counts (money).
"""

from __future__ import annotations

import datetime as _dt
import math
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from .errors import DecodeError
from .observing import irregular

T = TypeVar("T")

#: What parsing raises where a value is not as documented.
FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)

_DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
#: More digits than any number of an API has. Without a limit, `1e999999999` would be written out in full.
MAX_DIGITS = 1000
#: The characters of a number without exponent that a float holds exactly: 15 digits and a point.
_EXACT = 16

#: Read nearly every date-time and every date; `parse_datetime` and `parse_date` read the rest.
from_iso = _dt.datetime.fromisoformat
date_from_iso = _dt.date.fromisoformat


class JsonNumber(float):
    """A JSON number with a fraction or an exponent: a float that keeps the digits it was written with."""

    __slots__ = ("text",)
    text: str

    def __new__(cls, text: str) -> JsonNumber:
        number = super().__new__(cls, text)
        number.text = text
        return number

    def __reduce__(self) -> tuple[type[JsonNumber], tuple[str]]:
        return JsonNumber, (self.text,)


class JsonDecimal(Decimal):
    """A JSON number with more digits than a float holds. It is sent as the number that it was, not as a string."""

    __slots__ = ()


def read_number(text: str) -> JsonNumber | JsonDecimal:
    """Make a number of the text of a JSON number that is no integer; a Decimal where a float lacks digits."""
    number = JsonNumber(text)
    if len(text) <= _EXACT and "e" not in text and "E" not in text:
        return number
    try:
        exact = JsonDecimal(text)
    except (
        InvalidOperation
    ):  # its exponent is beyond what a Decimal holds: the field that has it complains when it is read
        return number
    return number if Decimal(repr(float(number))) == exact else exact


def parse_any(value: Any) -> Any:
    return value


def parse_none(_value: Any) -> None:
    return None


def parse_str(value: Any) -> str:
    if value.__class__ is str:
        return value
    raise _wrong(value, "a string")


def parse_bool(value: Any) -> bool:
    if value.__class__ is bool:
        return value
    raise _wrong(value, "true or false")


def parse_int(value: Any) -> int:
    """An integer, also where it is written with a fraction of zeros."""
    if value.__class__ is int:
        return value
    if isinstance(value, float | Decimal) and math.isfinite(value) and value == int(value):
        return int(value)
    raise _wrong(value, "an integer")


def parse_float(value: Any) -> float:
    """A number; an integer stays one."""
    if value.__class__ is float or value.__class__ is int:
        return value
    if isinstance(value, float | Decimal) and math.isfinite(number := float(value)):
        return number
    raise _wrong(value, "a number")


def parse_decimal(value: Any) -> Decimal:
    """A decimal number, digit for digit, from a string or a JSON number."""
    kind = value.__class__
    if kind is str:
        text: str = value
    elif isinstance(value, JsonNumber):
        text = value.text
    elif kind is int or kind is float or isinstance(value, Decimal):
        text = str(value)
    else:
        raise _wrong(value, "a decimal number")
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise _wrong(value, "a decimal number") from None
    # Decimal is more lenient than an API should be: '1_000', ' 1', 'NaN', digits of other scripts
    if str(number) == text or _DECIMAL.fullmatch(text):
        if number.is_finite() and abs(number.adjusted()) <= MAX_DIGITS:
            return number
    raise _wrong(value, "a decimal number")


def parse_datetime(value: Any) -> _dt.datetime:
    try:
        return from_iso(value)
    except (TypeError, ValueError):
        pass
    from dateutil import parser  # costs a client's start what few of them ever need

    try:  # forms of ISO 8601 that the standard library refuses
        moment: _dt.datetime = parser.isoparse(value)
        return moment
    except (AttributeError, TypeError, ValueError, OverflowError):
        raise _wrong(value, "a date-time") from None


def parse_date(value: Any) -> _dt.date:
    """A date. Where the API sends a date-time instead, it is kept whole: a datetime is a date too."""
    try:
        return date_from_iso(value)
    except (TypeError, ValueError):
        pass
    try:
        return parse_datetime(value)
    except DecodeError:
        raise _wrong(value, "a date") from None


def check_list(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    raise _wrong(value, "a list")


def check_dict(value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    raise _wrong(value, "an object")


def parse_list(parse: Callable[[Any], T], value: Any) -> list[T]:
    """A list whose items are parsed one by one. An item that should be an object and is not becomes a model all the
    same: it holds what came, and complains when it is read (see `Model`).
    """
    if value.__class__ is not list:
        check_list(value)
    try:
        return [parse(item) for item in value]
    except FAULTS:
        pass
    result = []  # once more, slowly, to find out which item it was
    unreadable = getattr(
        getattr(parse, "__self__", None), "_unreadable", None
    )  # `parse` is a model's from_dict
    for index, item in enumerate(value):
        try:
            result.append(parse(item))
        except FAULTS as error:
            if unreadable is None:
                raise DecodeError.of(error).under(index) from None
            result.append(unreadable(item))
    return result


def parse_dict(parse: Callable[[Any], T], value: Any) -> dict[str, T]:
    result = {}
    for key, item in check_dict(value).items():
        try:
            result[key] = parse(item)
        except FAULTS as error:
            raise DecodeError.of(error).under(key) from None
    return result


class Unmatched(dict[str, Any]):
    """An object of a response that fits none of its documented forms, or several alike: as it came, a plain mapping."""

    def to_dict(self) -> dict[str, Any]:
        return dict(self)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(
            f"{name!r} can't be read: the object fits none of its documented forms, or several alike. It is a mapping, "
            "with the API's names as keys"
        )


def parse_union(
    value: Any,
    variants: Sequence[tuple[str, Callable[[Any], Any] | None]],
    discriminator: tuple[str, Mapping[str, Callable[[Any], Any]]] | None = None,
    *,
    implied: bool = False,
) -> Any:
    """The variant that the discriminator names, else the one that fits best: all its constants, most of its enums and
    fields. An object of which that can't be said stays what it is (`Unmatched`).
    """
    kind = json_kind(value)
    named: Sequence[Callable[[Any], Any]] = ()
    if discriminator is not None and kind == "object":
        name = value.get(discriminator[0])
        if isinstance(name, str):
            parse = discriminator[1].get(name)
            if parse is not None:
                return parse(value)
            named = () if implied else list(discriminator[1].values())  # it is none of these
    best: list[Any] = []
    least: tuple[float, ...] = (1,)
    reason: DecodeError | None = None
    for expected, parse in variants:
        if expected not in (kind, "any") or parse is None or parse in named:
            continue
        try:
            decoded = parse(value)
        except FAULTS as error:
            reason = DecodeError.of(error)
            continue
        misfit = _misfit(decoded)
        if misfit <= least:
            best = [*best, decoded] if misfit == least else [decoded]
            least = misfit
    if best and (len(best) == 1 or kind not in ("object", "array")) and least[0] == 0:
        return best[0]
    if any(expected in (kind, "any") and parse is None for expected, parse in variants):
        return value
    if kind == "object" or best:
        irregular()
        return _unmatched(value)
    raise reason or DecodeError(f"{shown(value)} is none of the documented forms")


def _unmatched(value: Any) -> Any:
    return (
        [_unmatched(item) for item in value]
        if isinstance(value, list)
        else (Unmatched(value) if isinstance(value, dict) else value)
    )


def _misfit(decoded: Any) -> tuple[float, ...]:
    """How badly a value fits what it was decoded to: wrong constants; unknown enum values and unreadable fields; fields
    that are unknown; fields that are absent.
    """
    if hasattr(decoded, "_misfit"):
        found: tuple[float, ...] = decoded._misfit()
        return found
    inside = decoded.values() if isinstance(decoded, dict) else decoded if isinstance(decoded, list) else ()
    each = [_misfit(one) for one in inside if not isinstance(one, str | int | float)]
    if each:
        return tuple(map(sum, zip(*each, strict=True)))
    if isinstance(decoded, dict):
        return (0, 0, len(decoded), 0)  # of a plain mapping nothing is known
    return (0, int(not getattr(decoded, "is_known", True)), 0, 0)


def json_kind(value: Any) -> str:
    if isinstance(value, str):
        return "string"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    return "array" if isinstance(value, list) else "object" if isinstance(value, dict) else "null"


def _wrong(value: Any, wanted: str) -> DecodeError:
    return DecodeError(f"{shown(value)} is not {wanted}")


def shown(value: Any) -> str:
    """A value as errors show it: short."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
