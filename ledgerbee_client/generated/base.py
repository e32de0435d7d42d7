"""What all models share.

A decoded model keeps the JSON object that it was made of. A field that the response lacks, or that holds something else
than documented, is left unset, which costs the others nothing; Python asks `__getattr__` for it only when it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Self

from .decoding import FAULTS, json_kind
from .encoding import encode_any, not_none, write_json
from .errors import DecodeError, MissingFieldError, UnexpectedValueError
from .fields import MISSING, Fields, Property
from .observing import irregular
from .types import UNSET

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

#: Ends of the names of fields that hold a credential.
_SECRETS = ("secret", "token", "password", "apikey")

#: Makes a model without calling `__init__`: decoding sets every field itself.
new_object = object.__new__


class Extra(dict[str, Any]):
    """The fields of a response that a model doesn't know. It takes along what the model was made of."""

    __slots__ = ("source",)
    source: Any


class Model:
    """The base class of all models."""

    __slots__ = ("_origin", "_source")

    #: The fields.
    _FIELDS: ClassVar[Fields] = Fields()
    #: Whether the model is sent, too: None is then sent as null.
    _SENT: ClassVar[bool] = False
    #: The JSON object that the model was made of. Unset in models that were not decoded.
    _source: Any
    #: The operation whose response it was, and where in the response it stood. Set where something differs.
    _origin: tuple[str, str]
    if TYPE_CHECKING:
        additional_properties: dict[str, Any]
    else:

        def __getattr__(self, name: str) -> Any:
            """Called for what is unset: complains, and says of what."""
            if name == "additional_properties":
                return self._make_additional()
            one = type(self)._FIELDS.by_name.get(name)
            if one is None:
                raise AttributeError(self._no_field(name))
            raise self._fault(one)

        def __getitem__(self, key: object) -> Any:
            """Called for `model["name"]`, which JSON offers: complains, and says how a model is read."""
            from .nearest import no_item  # for messages only

            raise TypeError(no_item(self, key, {one.wire: one.name for one in self._FIELDS.properties}))

    def _no_field(self, name: str) -> str:
        source: Any = getattr(self, "_source", None)
        held = source if _is_object(source) else {}
        fields = {one.wire: one.name for one in self._FIELDS.properties}
        from .nearest import no_field  # for messages only

        return no_field(self, name, fields, held.keys() - fields.keys())

    # ------------------------------------------------------------------ JSON

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        """Decode a JSON object.

        What is not as documented is kept as it came, and fails where it is read.

        Args:
            src: the object, with the API's names.

        Raises:
            DecodeError: it is no object.
        """
        return cls._read(src)

    @classmethod
    def _read(cls, src: Any) -> Self:
        """Decode field by field."""
        if not _is_object(src):
            raise DecodeError("is not an object")
        fields = cls._FIELDS
        self = new_object(cls)
        self._source = src
        for one in fields.properties:
            value: Any = src.get(one.wire, MISSING)
            if value is MISSING and not one.required:
                value = fields.absent
            elif value is MISSING and not one.expected:
                continue
            elif value is not None or not one.nullable:
                try:
                    value = one.parse(value)
                except FAULTS:
                    irregular()
                    continue
            setattr(self, one.name, value)
        if not fields.names.keys() >= src.keys():
            irregular()
        return self

    @classmethod
    def _unreadable(cls, src: Any) -> Self:
        """Keep what stands where an object should: every field complains when it is read."""
        irregular()
        self = new_object(cls)
        self._source = src
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was not changed since it was decoded, as it came."""
        source: Any = self._came()
        if source.__class__ is not dict and source is not MISSING and not _is_object(source):
            return source  # type: ignore[no-any-return]  # what stands where an object should
        fields = self._FIELDS
        try:
            values = fields.get(self)
        except (AttributeError, ValueError):
            values = tuple(map(self._slot, fields.by_name))
        came = () if source is MISSING else source
        result: dict[str, Any] = {}
        for one, value in zip(fields.properties, values, strict=True):
            wire = one.wire
            raw = source[wire] if wire in came else MISSING
            if value is None or value is MISSING or value is UNSET:
                if value is MISSING:
                    value = raw
                elif (
                    value is None
                    and raw is MISSING
                    and not one.required
                    and (not self._SENT or source is not MISSING)
                ):
                    continue  # it was not there
                elif value is None and raw is not None and self._SENT and not one.takes_null:
                    not_none(value, f"{type(self).__name__}.{one.name}")
            elif one.encode is not None and (value is not raw or isinstance(value, list | dict)):
                value = raw if raw is not MISSING and _is_unchanged(one, raw, value) else one.encode(value)
            if value is not UNSET and value is not MISSING:
                result[wire] = value
        extra = self._slot("additional_properties")
        if extra is MISSING and len(result) == len(came):
            return result
        result.update(self._encode_additional())
        return result

    def to_json(self) -> str:
        """Encode to JSON text."""
        return write_json(self.to_dict())

    def _encode_additional(self) -> Mapping[str, Any]:
        extra = self.additional_properties
        if isinstance(extra, Extra) and self._FIELDS.additional is None and not self._SENT:
            return extra
        source = self._came()
        came = source if _is_object(source) else {}
        place = f"{type(self).__name__}.additional_properties"
        unknown = Property("", "", self._FIELDS.additional or _same)
        return {
            name: came[name]
            if name in came and (value is came[name] or _is_unchanged(unknown, came[name], value))
            else encode_any(value, f"{place}.{name}", checked=self._SENT)
            for name, value in extra.items()
        }

    # ------------------------------------------------------------------ what came

    def _came(self) -> Any:
        """What the model was made of; MISSING if it was not decoded."""
        source = self._slot("_source")
        if source is MISSING:  # a changed copy: `attrs.evolve` hands on nothing but fields
            source = getattr(self._slot("additional_properties"), "source", MISSING)
        return source

    def _slot(self, name: str) -> Any:
        """The value of a slot; MISSING if it is unset."""
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            return MISSING

    def _make_additional(self) -> dict[str, Any]:
        source = self._came()
        extra = Extra()
        if _is_object(source):
            parse: Callable[[Any], Any] = self._FIELDS.additional or _same
            for name in self._FIELDS.unknown(source):
                try:
                    extra[name] = parse(source[name])
                except FAULTS:
                    extra[name] = source[name]
        extra.source = source
        object.__setattr__(self, "additional_properties", extra)
        return extra

    def _fault(self, one: Property) -> MissingFieldError | UnexpectedValueError:
        """Why a field can't be read."""
        source = self._came()
        origin = self._slot("_origin")
        operation, place = (None, "") if origin is MISSING else origin
        if source is not MISSING and not _is_object(source):
            reason = f"is not an object but {_KINDS[json_kind(source)]}"
            return UnexpectedValueError(
                reason, type(self).__name__, one.name, place or "it", operation, source
            )
        place = f"{place}.{one.wire}" if place else one.wire
        if one.required and not one.expected and source is not MISSING and one.wire not in source:
            return MissingFieldError(
                "is only ever sent, never returned", type(self).__name__, one.name, place, operation
            )
        if source is MISSING or one.wire not in source:
            return MissingFieldError("is missing", type(self).__name__, one.name, place, operation)
        value = source[one.wire]
        try:
            one.parse(value)
        except FAULTS as error:
            reason = f"is not as documented: {error}"
        else:  # pragma: no cover  # it was deleted, or what it was made of was changed
            return MissingFieldError("is not set", type(self).__name__, one.name, place, operation)
        return UnexpectedValueError(reason, type(self).__name__, one.name, place, operation, value)

    def _misfit(self) -> tuple[int, int, int, int]:
        """How badly an object fits this model: wrong constants; unknown enum values and fields that can't be read;
        fields that are unknown; fields that are absent.
        """
        source = self._came()
        if not _is_object(source):
            return 1, 0, 0, 0
        wrong = faults = absent = absent_inside = 0
        unknown = len(self._FIELDS.unknown(source))
        for one in self._FIELDS.properties:
            value = self._slot(one.name)
            absent += one.wire not in source
            faults += value is MISSING and (one.expected or one.wire in source)
            faults += not getattr(value, "is_known", True)
            wrong += one.const is not MISSING and source.get(one.wire, one.const) != one.const
            if isinstance(value, Model):
                inside = value._misfit()
                wrong, faults, unknown = wrong + inside[0], faults + inside[1], unknown + inside[2]
                absent_inside += inside[3]
        if source and faults and absent == len(self._FIELDS.properties):
            wrong += 1  # they have nothing in common
        return wrong, faults, unknown, absent + absent_inside

    # ------------------------------------------------------------------ objects

    def _values(self) -> Iterator[Any]:
        source = self._came()
        if source is not MISSING and not _is_object(source):
            yield source
            return
        for one in self._FIELDS.properties:
            value = self._slot(one.name)
            yield (
                (source.get(one.wire, MISSING), MISSING)
                if value is MISSING and source is not MISSING
                else value
            )
        yield self.additional_properties

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Model) or type(self) is not type(other):
            return NotImplemented
        return list(self._values()) == list(other._values())

    def __repr__(self) -> str:
        source = self._came()
        if source is not MISSING and not _is_object(source):
            return f"{type(self).__name__}(<unexpected {source!r}>)"
        parts = []
        for one in self._FIELDS.properties:
            value = self._slot(one.name)
            if value is MISSING and source is not MISSING and one.wire in source:
                parts.append(f"{one.name}=<unexpected {_shown(one.wire, source[one.wire])}>")
            elif value is not UNSET and (value is not MISSING or one.expected or source is MISSING):
                parts.append(f"{one.name}={_shown(one.wire, value)}")
        if self.additional_properties:
            more = [f"{name!r}: {_shown(name, value)}" for name, value in self.additional_properties.items()]
            parts.append("additional_properties={" + ", ".join(more) + "}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def __getstate__(self) -> dict[str, Any]:
        names = ("_source", "_origin", "additional_properties", *self._FIELDS.by_name)
        return {name: value for name in names if (value := self._slot(name)) is not MISSING}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            setattr(self, name, value)

    # ------------------------------------------------------------------ pydantic

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> CoreSchema:
        """Make the model a type of pydantic fields, and with that of FastAPI's requests and responses."""
        from .interop import core_schema

        return core_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, _core_schema: Any, _handler: Any) -> dict[str, Any]:
        from .interop import json_schema

        return json_schema(cls)


_KINDS = {
    "string": "a string",
    "boolean": "true or false",
    "number": "a number",
    "array": "a list",
    "object": "an object",
    "null": "null",
}


def _is_object(value: Any) -> bool:
    return value.__class__ is dict or isinstance(value, Mapping)


def _same(value: Any) -> Any:
    return value


def _shown(wire: str, value: Any) -> str:
    """A value for a repr: secrets, which are shown once and belong into no log, are left out."""
    is_secret = isinstance(value, str) and wire.lower().replace("_", "").endswith(_SECRETS)
    return "<secret>" if is_secret else repr(value)


def _is_unchanged(one: Property, raw: Any, value: Any) -> bool:
    """Whether a value is what the raw value decodes to, in every digit and with the same offset."""
    if raw is None or isinstance(value, Model):
        return False
    if isinstance(value, list | dict):
        inside = value if isinstance(value, list) else value.values()
        if any(isinstance(one, Model | list | dict) for one in inside):
            return False  # each of them knows for itself
    try:
        before = one.parse(raw)
    except FAULTS:
        return False
    if before != value:
        return False
    if isinstance(value, list | dict):
        return repr(before) == repr(value)
    if isinstance(value, datetime):
        return bool(before.utcoffset() == value.utcoffset())
    return not isinstance(value, Decimal) or str(before) == str(value)
