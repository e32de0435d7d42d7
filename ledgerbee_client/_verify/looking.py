"""What responses hold, place by place, beside what the document says of each place. Pure.

Values are looked at and never kept beyond the comparison: nothing that leaves this package holds one. A name is shown
only when it is documented somewhere, or looks like the name of a field; the names in a map are data.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal

from attrs import define, field, frozen

from .schemas import FORMATS, Field, Home, Node, Schemas, Shape, kind_of

#: So many values of a field are kept, until the comparison is done, to find out what it is.
_SAMPLES = 50
_NAME = re.compile(r"[A-Za-z_$][A-Za-z_$-]*(?:[0-9]{1,3}[A-Za-z_$-]*)?")
_LONGEST_NAME = 50
_DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

DifferenceKind = Literal["missing", "unknown", "kind", "value"]


@frozen
class Difference:
    """Something that responses have and the document doesn't say, or the other way round.

    Attributes:
        place: Where in the response, with the API's names, as in `data[].lines[].amount`; empty: the body.
        kind: `missing`: a field that is always there by the document; `unknown`: a field that is not documented;
            `kind`: another kind of value than documented; `value`: a value that an enum doesn't have.
        documented: What the document says of the place.
        found: What was found.
        count: In how many cases.
        of: Of how many.
        hint: What it may be instead.
    """

    place: str
    kind: DifferenceKind
    documented: str = ""
    found: str = ""
    count: int = 0
    of: int = 0
    hint: str = ""


@define
class Place:
    """A place of a response, and what was seen there.

    Attributes:
        name: As in `data[].amount`.
        parent: The place of the object that it is a field of.
        key: Its name in that object; empty for the body, and for the items of a list.
        node: Its schema; None: it is not documented.
        owner: Where the schema of the object stands.
        is_required: By the document.
        is_inferred: The document concludes it.
        objects: How many objects could have it.
        present: How many have it.
        fine: How many values are as documented.
        wrong: How many are of which other kind.
        odd: How many are no value of the enum.
        samples: Some of the values.
    """

    name: str
    parent: str
    key: str
    node: Node | None
    owner: Home | None
    is_required: bool = False
    is_inferred: bool = False
    objects: int = 0
    present: int = 0
    fine: int = 0
    wrong: Counter[str] = field(factory=Counter)
    odd: int = 0
    samples: list[Any] = field(factory=list)

    @property
    def is_confirmed(self) -> bool:
        """Whether it was seen, and always as documented."""
        return bool(self.node is not None and self.present and not self.wrong and not self.odd and not self.is_missing)

    @property
    def is_missing(self) -> bool:
        """Whether it should be there and wasn't, once at least."""
        return self.is_required and self.present < self.objects


class Look:
    """Responses of one operation, compared with what the document says of them.

    Args:
        schemas: The document.
        root: The schema of a response.
        bodies: The responses.
    """

    def __init__(self, schemas: Schemas, root: Node, bodies: list[Any]) -> None:
        self._schemas = schemas
        self.places: dict[str, Place] = {}
        body = self._place("", "", "", Field(root, required=False, inferred=False), None)
        for one in bodies:
            body.objects += 1
            self._value(body, root, one)

    def differences(self) -> Iterator[Difference]:
        """Find what is not as documented.

        Yields:
            Each difference, the outer ones first.
        """
        for one in self.places.values():
            shape = Shape() if one.node is None else self._schemas.shape(one.node)
            if one.node is None:
                found = ", ".join(sorted({kind_of(value) for value in one.samples}))
                yield Difference(one.name, "unknown", "", found, one.present, one.objects)
                continue
            if one.is_missing:
                count = one.objects - one.present
                yield Difference(one.name, "missing", shape.documented, "", count, one.objects)
            for found, count in one.wrong.items():
                yield Difference(one.name, "kind", shape.documented, found, count, one.present)
            if one.odd:
                yield Difference(one.name, "value", "one of the documented values", "another", one.odd, one.present)

    # ------------------------------------------------------------------ walking

    def _place(self, name: str, parent: str, key: str, what: Field | None, owner: Home | None) -> Place:
        if name not in self.places:
            node, required, inferred = (
                (None, False, False) if what is None else (what.node, what.required, what.inferred)
            )
            self.places[name] = Place(name, parent, key, node, owner, required, inferred)
        return self.places[name]

    def _value(self, place: Place, node: Node, value: Any) -> None:
        """Look at a value, and at what is in it."""
        shape = self._schemas.shape(node)
        if shape.variants and value is not None:
            node = self._variant(shape, value)
            shape = self._schemas.shape(node)
        place.present += 1
        if len(place.samples) < _SAMPLES:
            place.samples.append(value)
        wrong = mismatch(shape, value)
        if wrong:
            place.wrong[wrong] += 1
            return
        if shape.enum is not None and value is not None and value not in shape.enum:
            place.odd += 1
        else:
            place.fine += 1
        if isinstance(value, dict):
            self._object(place, node, shape, value)
        elif isinstance(value, list) and shape.items is not None:
            items = self._place(f"{place.name}[]", place.name, "", Field(shape.items, False, False), None)
            for one in value:
                items.objects += 1
                self._value(items, shape.items, one)

    def _object(self, place: Place, node: Node, shape: Shape, value: dict[str, Any]) -> None:
        owner = self._schemas.resolve(node).home
        for name, what in shape.fields.items():
            one = self._place(_below(place.name, name), place.name, name, what, owner)
            one.objects += 1
            if name in value:
                self._value(one, what.node, value[name])
        for name, content in value.items():
            if name in shape.fields or (shape.is_map and shape.additional is None):
                continue
            if shape.additional is not None:
                one = self._place(_below(place.name, "*"), place.name, "", Field(shape.additional, False, False), None)
                one.objects += 1
                self._value(one, shape.additional, content)
            else:
                self._unknown(place, owner, name, content)

    def _unknown(self, place: Place, owner: Home, name: str, content: Any) -> None:
        shown = name if name in self._schemas.names or is_field_name(name) else "*"
        one = self._place(_below(place.name, shown), place.name, shown.strip("*"), None, owner)
        one.present += 1
        one.objects = place.present
        if len(one.samples) < _SAMPLES:
            one.samples.append(content)

    def _variant(self, shape: Shape, value: Any) -> Node:
        """The form that a value fits best: of its kind, and knowing most of its fields."""

        def fits(node: Node) -> tuple[bool, int, int]:
            one = self._schemas.shape(node)
            known = len(one.fields.keys() & value.keys()) if isinstance(value, dict) else 0
            return mismatch(one, value) is None, known, -len(one.fields)

        return max(shape.variants, key=fits)


def mismatch(shape: Shape, value: Any) -> str | None:
    """Return what a value is, if it is not of a documented kind."""
    kind = kind_of(value)
    allowed = shape.kinds | ({"integer"} if "number" in shape.kinds else frozenset())
    if shape.kinds and kind not in allowed:
        return described(value)
    if shape.format not in FORMATS or kind in ("null", "integer", "number"):
        return None
    if kind == "string" and (shape.format in text_formats(value)):
        return None
    return described(value)


def described(value: Any) -> str:
    """Return the kind of a value, for people; never the value."""
    kind = kind_of(value)
    formats = text_formats(value) if kind == "string" else ()
    return f"{kind} ({formats[0]})" if formats and formats[0] != "decimal" else kind


def text_formats(text: str) -> tuple[str, ...]:
    """Return the formats that a string has."""
    if _DECIMAL.fullmatch(text):
        return ("decimal",)
    if _DATE.fullmatch(text) and _parses(date, text):
        return ("date",)
    if len(text) > len("2026-01-31") and _parses(datetime, text):
        return ("date-time",)
    return ()


def _parses(kind: type[date], text: str) -> bool:
    try:
        kind.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_field_name(text: str) -> bool:
    """Whether a text looks like the name of a field, and not like a number, an id or an address."""
    return len(text) <= _LONGEST_NAME and _NAME.fullmatch(text) is not None


def is_structure(value: Any, names: frozenset[str]) -> bool:
    """Whether a value is an object whose names are names of fields, and not data."""
    return isinstance(value, Mapping) and bool(value) and all(name in names for name in value)


def _below(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


__all__ = ["Difference", "DifferenceKind", "Look", "Place", "described", "is_structure", "mismatch", "text_formats"]
