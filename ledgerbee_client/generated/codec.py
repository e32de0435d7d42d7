"""Values to and from JSON: what models and endpoints are made of.

Decoding is lenient where the API may grow (unknown enum values, unknown fields) and exact where it counts (money).
Encoding checks what a caller passes, and says which field is wrong.
"""

from __future__ import annotations

import datetime as _dt
import json as _json
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import Enum, IntEnum, StrEnum
from operator import itemgetter
from typing import Any, TypeVar
from urllib.parse import quote
from uuid import UUID

import attrs
from dateutil import parser as _dateutil

from .errors import DecodeError
from .types import UNSET, File

T = TypeVar("T")

_DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
#: More digits than any number of an API has. Without a limit, `1e999999999` would be written out in full.
_MAX_DIGITS = 1000


class OpenEnum(StrEnum):
    """Strings of which some are known. Any other is a member too: it equals its string and survives a round trip."""

    @classmethod
    def _missing_(cls, value: object) -> OpenEnum | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    @property
    def is_known(self) -> bool:
        """Whether this release knows the value."""
        return self._name_ in type(self).__members__


class OpenIntEnum(IntEnum):
    """Integers of which some are known. Any other is a member too: it equals its number and survives a round trip."""

    @classmethod
    def _missing_(cls, value: object) -> OpenIntEnum | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = str(value)
        member._value_ = value
        return member

    @property
    def is_known(self) -> bool:
        """Whether this release knows the value."""
        return self._name_ in type(self).__members__


# ---------------------------------------------------------------------- decoding


#: Makes an object without calling `__init__`: decoding sets every field itself.
new_object = object.__new__


class Fields:
    """Reads the properties of an object in one go.

    Args:
        names: the properties that are known.
        required: those that must be there.
    """

    __slots__ = ("_bits", "_required", "take")

    def __init__(self, names: Iterable[str], required: Iterable[str] = ()) -> None:
        self._bits = {name: 1 << index for index, name in enumerate(names)}
        self._required = tuple(required)
        #: The values of all properties. KeyError if one is missing.
        self.take: Callable[[Any], tuple[Any, ...]] = (
            itemgetter(*self._bits)
            if len(self._bits) > 1
            else lambda src: tuple(src[name] for name in self._bits)
        )

    def read(self, src: Any) -> tuple[tuple[Any, ...], int, dict[str, Any]]:
        """The values, None for those that are missing; a number whose bit i says that the i-th is missing; and the
        properties that have other names. KeyError if one is missing that is required.
        """
        bits = self._bits
        missing = bits.keys() - src.keys()
        if not missing:
            values = self.take(src)
            absent = 0
        else:
            for name in self._required:
                src[name]  # noqa: B018  # KeyError
            values = tuple(map(src.get, bits))
            absent = sum(map(bits.__getitem__, missing))
        others = {}
        if len(src) != len(bits) - len(missing):
            others = {name: value for name, value in src.items() if name not in bits}
        return values, absent, others


def leave_out(result: dict[str, Any], absent: int) -> None:
    """Takes out the fields that are null only because they were not in the answer."""
    for index, name in enumerate([*result]):
        if absent >> index & 1 and result[name] is None:
            del result[name]


def given_or_unset(values: tuple[Any, ...], absent: int) -> Iterable[Any]:
    """UNSET for what is missing."""
    return [UNSET if absent >> index & 1 else value for index, value in enumerate(values)]


def parse_any(value: Any) -> Any:
    return value


def parse_none(_value: Any) -> None:
    return None


def parse_decimal(value: Any) -> Decimal:
    """A decimal number, digit for digit. A JSON number is taken by the digits that Python prints of it."""
    if value.__class__ is str or value.__class__ is int or value.__class__ is float:
        text = value if value.__class__ is str else repr(value)
        try:
            number = Decimal(text)
        except InvalidOperation:
            pass
        else:  # Decimal is more lenient than an API should be: '1_000', ' 1', 'NaN', digits of other scripts
            if str(number) == text or _DECIMAL.fullmatch(text):
                if number.is_finite() and abs(number.adjusted()) <= _MAX_DIGITS:
                    return number
    raise DecodeError(f"{shown(value)} is no decimal number")


#: Reads nearly every date-time; `parse_datetime` reads the rest.
from_iso = _dt.datetime.fromisoformat


def parse_datetime(value: Any) -> _dt.datetime:
    try:
        return from_iso(value)
    except (TypeError, ValueError):
        pass
    try:  # forms of ISO 8601 that the standard library refuses
        moment: _dt.datetime = _dateutil.isoparse(value)
        return moment
    except (AttributeError, TypeError, ValueError, OverflowError):
        raise DecodeError(f"{shown(value)} is no date-time") from None


def parse_date(value: Any) -> _dt.date:
    """A date. Where the API sends a date-time instead, it is kept whole: a datetime is a date too."""
    try:
        return _dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        pass
    try:
        return parse_datetime(value)
    except DecodeError:
        raise DecodeError(f"{shown(value)} is no date") from None


def check_list(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    raise DecodeError(f"{shown(value)} is no list")


def check_dict(value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    raise DecodeError(f"{shown(value)} is no object")


def parse_list(parse: Callable[[Any], T], value: Any) -> list[T]:
    if value.__class__ is not list:
        check_list(value)
    try:
        return [parse(item) for item in value]
    except (DecodeError, TypeError, ValueError):
        pass
    result = []  # once more, slowly, to learn which item it was
    for index, item in enumerate(value):
        try:
            result.append(parse(item))
        except DecodeError as error:
            raise error.under(index) from None
        except (TypeError, ValueError) as error:
            raise DecodeError(str(error), (index,)) from None
    return result


def parse_dict(parse: Callable[[Any], T], value: Any) -> dict[str, T]:
    result = {}
    for key, item in check_dict(value).items():
        try:
            result[key] = parse(item)
        except DecodeError as error:
            raise error.under(key) from None
        except (TypeError, ValueError) as error:
            raise DecodeError(str(error), (key,)) from None
    return result


def parse_union(
    value: Any,
    variants: Sequence[tuple[str, Callable[[Any], Any] | None]],
    discriminator: tuple[str, Mapping[str, Callable[[Any], Any]]] | None = None,
) -> Any:
    """The variant that fits a value best: the one that the discriminator names, else the one that knows most of it."""
    kind = _json_kind(value)
    if discriminator is not None and kind == "object":
        name = value.get(discriminator[0])
        parse = discriminator[1].get(name) if isinstance(name, str) else None
        if parse is not None:
            return parse(value)
    best: Any = None
    fewest = math.inf
    plain = False
    reason: DecodeError | None = None
    for expected, parse in variants:
        if expected not in (kind, "any"):
            continue
        if parse is None:
            plain = True
            continue
        try:
            decoded = parse(value)
        except (DecodeError, TypeError, ValueError) as error:
            reason = error if isinstance(error, DecodeError) else DecodeError(str(error))
            continue
        # Of a plain mapping nothing is known
        unknown = len(decoded if isinstance(decoded, dict) else getattr(decoded, "additional_properties", ()))
        if unknown < fewest:
            best, fewest = decoded, unknown
    if fewest < math.inf:
        return best
    if plain:
        return value
    raise reason or DecodeError(f"{shown(value)} is none of the documented forms")


def _json_kind(value: Any) -> str:
    if isinstance(value, str):
        return "string"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    return "array" if isinstance(value, list) else "object" if isinstance(value, dict) else "null"


def shown(value: Any) -> str:
    """A value as errors show it: short."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


# ---------------------------------------------------------------------- encoding


def encode_decimal(value: Any, place: str) -> str:
    """A decimal number as the API writes it: digit for digit, never with an exponent.

    Raises:
        TypeError: for a float, which is not exact.
        ValueError: for a string that is no decimal number, and for NaN and infinity.
    """
    if isinstance(value, bool) or not isinstance(value, Decimal | str | int):
        if isinstance(value, float):
            raise TypeError(
                f"{place}: {value!r} is a float, and floats are not exact: pass Decimal({str(value)!r})"
            )
        raise TypeError(f"{place}: {shown(value)} is no Decimal")
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise ValueError(f"{place}: {shown(value)} is no decimal number") from None
    if not number.is_finite() or abs(number.adjusted()) > _MAX_DIGITS:
        raise ValueError(f"{place}: {shown(value)} is no amount")
    return format(number, "f")


def encode_number(value: Any, place: str) -> int | float:
    """A JSON number. A Decimal is taken when the number carries all its digits."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise TypeError(f"{place}: {shown(value)} is no number")
    if not math.isfinite(value):
        raise ValueError(f"{place}: {value} is no number that JSON can carry")
    if not isinstance(value, Decimal):
        return value
    number = int(value) if value == value.to_integral_value() else float(value)
    if Decimal(repr(number)) != value:
        raise ValueError(f"{place}: {value} has more digits than a JSON number carries")
    return number


def encode_date(value: Any, place: str, *, checked: bool = False) -> str:
    if isinstance(value, str):
        if checked:
            parsed = _checked(parse_date, value, place)
            if isinstance(parsed, _dt.datetime):
                raise ValueError(f"{place}: {shown(value)} is a date-time; pass a date")
        return value
    if checked and isinstance(value, _dt.datetime):
        raise TypeError(f"{place}: pass a date: the date of a datetime depends on the time zone")
    if not isinstance(value, _dt.date):
        raise TypeError(f"{place}: {shown(value)} is no date")
    return value.isoformat()


def encode_datetime(value: Any, place: str, *, checked: bool = False) -> str:
    """A date-time with its offset.

    Raises:
        ValueError: (of what a caller passes) without a time zone it is no instant.
    """
    if isinstance(value, str):
        moment = _checked(parse_datetime, value, place) if checked else None
    elif isinstance(value, _dt.datetime):
        moment = value
        value = value.isoformat()
    else:
        raise TypeError(f"{place}: {shown(value)} is no datetime")
    if checked and moment is not None and moment.tzinfo is None:
        raise ValueError(f"{place}: {value} has no time zone; pass one, as in datetime.now(timezone.utc)")
    return str(value)


def _checked(parse: Callable[[Any], T], value: Any, place: str) -> T:
    try:
        return parse(value)
    except DecodeError as error:
        raise ValueError(f"{place}: {error.reason}") from None


def encode_enum(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


def encode_file(value: Any, place: str) -> Any:
    """A file for a multipart body: a `File`, bytes, or something to read bytes from."""
    if isinstance(value, File | bytes) or hasattr(value, "read"):
        return value
    raise TypeError(f"{place}: {shown(value)} is no file")


def encode_model(value: Any, model: Any, place: str) -> dict[str, Any]:
    """An object of the API: from a model, or from a plain mapping with the API's field names or the model's."""
    if hasattr(value, "to_dict"):
        result: dict[str, Any] = value.to_dict()
        return result
    if not isinstance(value, Mapping):
        raise TypeError(f"{place}: {shown(value)} is neither a {model.__name__} nor a mapping")
    names: dict[str, str] = model.WIRE_NAMES
    own_names = set(names.values())
    known: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for key, item in value.items():
        name = names.get(key) or (key if key in own_names else None)
        if name is None:
            extra[key] = item
        elif name in known:
            raise TypeError(f"{place}: {name} is given twice, by the API's name and by the model's")
        else:
            known[name] = item
    for attribute in attrs.fields(model):
        if attribute.init and attribute.default is attrs.NOTHING and attribute.name not in known:
            raise TypeError(f"{place}: {attribute.name} is required")
    encoded: dict[str, Any] = model(**known, additional_properties=encode_any(extra, place)).to_dict()
    return encoded


def encode_list(value: Any, encode: Callable[[Any], Any] | None, place: str) -> list[Any]:
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        raise TypeError(f"{place}: {shown(value)} is no list")
    return [encode_any(item, place) if encode is None else encode(item) for item in value]


def encode_dict(value: Any, encode: Callable[[Any], Any] | None, place: str) -> dict[str, Any]:
    if hasattr(value, "to_dict"):
        result: dict[str, Any] = value.to_dict()
        return result
    if not isinstance(value, Mapping):
        raise TypeError(f"{place}: {shown(value)} is no mapping")
    return {
        str(key): encode_any(item, place) if encode is None else encode(item) for key, item in value.items()
    }


def encode_any(value: Any, place: str, *, exact: bool = False, checked: bool = True) -> Any:
    """A value of unknown form: what JSON has, and the Python types that the API's forms have.

    Args:
        place: where the value stands, for errors.
        exact: it may be a decimal number, so a float is refused.
        checked: the value comes from a caller.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return encode_decimal(value, place) if exact and checked else encode_number(value, place)
    if isinstance(value, Decimal):
        return encode_decimal(value, place)
    if isinstance(value, _dt.datetime):
        return encode_datetime(value, place, checked=checked)
    if isinstance(value, _dt.date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {
            str(key): encode_any(item, f"{place}.{key}", exact=exact, checked=checked)
            for key, item in value.items()
        }
    if isinstance(value, Iterable) and not isinstance(value, bytes | bytearray):
        return [encode_any(item, place, exact=exact, checked=checked) for item in value]
    raise TypeError(f"{place}: {shown(value)} can't be sent as JSON")


# ---------------------------------------------------------------------- URLs and headers


_UNRESERVED = re.compile(r"[A-Za-z0-9_.~-]+")


def path_segment(value: Any, name: str) -> str:
    """A value for a place in a path.

    Raises:
        ValueError: for a value that would reach another endpoint: '', '.', '..'.
    """
    if (
        value.__class__ is not str
        and isinstance(value, Iterable)
        and not isinstance(value, str | bytes | Mapping)
    ):
        return ",".join(path_segment(item, name) for item in value) or path_segment("", name)
    text = scalar(value, name)
    if text in (".", "..") or not text.strip():
        raise ValueError(f"{name}: {text!r} can't stand in a path; it would reach another endpoint")
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
    if isinstance(value, int | _dt.date | UUID):
        return value.isoformat() if isinstance(value, _dt.date) else str(value)
    raise TypeError(f"{name}: {shown(value)} can't stand in a URL or a header")


_SEPARATORS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|", "simple": ","}


def query_pairs(name: str, value: Any, style: str = "form", explode: bool = True) -> list[tuple[str, str]]:
    """A query parameter as pairs of name and value, in the style that the document gives it."""
    if value is None:
        return []
    if style == "json":
        return [(name, _json.dumps(encode_any(value, name)))]
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
        raise ValueError(f"{name}: a header can't hold line breaks")
    return text


def cookie_pair(cookie: str, value: Any, name: str) -> str:
    """A cookie as its header writes it."""
    text = header_value(value, name)
    if any(character in text for character in '";,\\ '):
        text = quote(text, safe="")
    return f"{cookie}={text}"


def given(**arguments: Any) -> dict[str, Any]:
    """The arguments that were given: without those that are UNSET."""
    return {name: value for name, value in arguments.items() if value is not UNSET}


def form_fields(body: Mapping[str, Any], place: str) -> dict[str, Any]:
    """The fields of a form-encoded body: text, or lists of text; anything deeper as JSON."""
    fields: dict[str, Any] = {}
    for name, value in body.items():
        if isinstance(value, Mapping):
            fields[name] = _json.dumps(encode_any(value, place))
        elif isinstance(value, list | tuple):
            fields[name] = [scalar(item, f"{place}.{name}") for item in value]
        elif value is not None:
            fields[name] = scalar(value, f"{place}.{name}")
    return fields


def multipart_parts(body: Mapping[str, Any], place: str) -> list[tuple[str, Any]]:
    """The parts of a multipart body: files as they are, everything else as text or JSON."""
    parts: list[tuple[str, Any]] = []
    for name, value in body.items():
        for one in value if isinstance(value, list | tuple) else (value,):
            if isinstance(one, bytes) or hasattr(one, "read"):
                parts.append((name, (name, one)))
            elif isinstance(one, File):
                parts.append(
                    (
                        name,
                        (one.file_name or name, one.content, one.content_type or "application/octet-stream"),
                    )
                )
            elif isinstance(one, Mapping) or hasattr(one, "to_dict"):
                parts.append((name, (None, _json.dumps(encode_any(one, place)), "application/json")))
            elif one is not None:
                parts.append((name, (None, scalar(one, f"{place}.{name}"))))
    return parts
