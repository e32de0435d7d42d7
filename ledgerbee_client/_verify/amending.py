"""A document that fits what was found: a copy of the published one, changed where responses differ. Pure.

It is changed and looked at again until nothing differs, so that what a renamed list or a new envelope hides is compared
too, and so that the corrections are known to work.
"""

from __future__ import annotations

import copy
import difflib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import define, evolve, field

from ..generated.types import Operation
from .looking import Difference, Look, Place, is_structure, mismatch, text_formats
from .schemas import Home, Json, Schemas, kind_of, success_schema

#: A response nests no deeper than this before everything in it was compared.
_PASSES = 6
#: How much of the fields of two objects must be the same, and of two names, for one to be taken for the other.
_ALIKE = 0.5
_SPELLED_ALIKE = 0.75
#: Formats of strings that are told by their look.
_TOLD = ("date", "date-time")


@define
class Study:
    """Responses, compared with a document.

    Attributes:
        differences: By the name of the operation.
        looks: The last look at each operation, when nothing differed any more.
        amended: The document that fits.
        renamed: The new names of fields, by component and old name.
        reasons: Why something was changed, by component (or operation, in the form `METHOD path`) and field.
    """

    amended: Json
    differences: dict[str, list[Difference]] = field(factory=dict)
    looks: dict[str, Look] = field(factory=dict)
    renamed: dict[tuple[str, str], str] = field(factory=dict)
    reasons: dict[tuple[str, str], list[str]] = field(factory=dict)


def study(raw: Mapping[str, Any], responses: Iterable[tuple[Operation, list[Any]]]) -> Study:
    """Compare responses with a document.

    Args:
        raw: The document; it stays as it is.
        responses: The JSON of what operations returned.

    Returns:
        All that differs, and a document that doesn't.
    """
    result = Study(json.loads(json.dumps(raw)))  # a copy in which no part stands twice
    found = [(operation, bodies) for operation, bodies in responses if bodies]
    for _ in range(_PASSES):
        schemas = Schemas(result.amended)
        for operation, bodies in found:
            root = schemas.response(operation)
            if root is None:
                continue
            look = result.looks[operation.name] = Look(schemas, root, bodies)
            known = result.differences.setdefault(operation.name, [])
            known += [one for one in look.differences() if not any(_is_same(one, other) for other in known)]
        if not _Amendment(result, schemas, [operation for operation, _bodies in found]).make():
            break
    return result


def _is_same(one: Difference, other: Difference) -> bool:
    return (one.place, one.kind, one.found) == (other.place, other.kind, other.found)


class _Amendment:
    """One round of changes to the document of a study."""

    def __init__(self, result: Study, schemas: Schemas, operations: list[Operation]) -> None:
        self._study = result
        self._schemas = schemas
        self._operations = {one.name: one for one in operations}
        self._changed = False

    def make(self) -> bool:
        """Change the document; return whether there was something to change."""
        documented, unknown = self._evidence()
        objects = {one.owner for one in unknown}
        taken = {id(one) for home in objects if home is not None for one in self._rename(home, documented, unknown)}
        for place in unknown:
            if id(place) not in taken and place.key:
                self._add(place, documented)
        for place in documented:
            if id(place) not in taken:
                self._correct(place)
        return self._changed

    def _evidence(self) -> tuple[list[Place], list[Place]]:
        """What was seen of each place of the document, in all responses together: of documented ones, and of others."""
        documented: dict[Any, Place] = {}
        unknown: dict[Any, Place] = {}
        for look in self._study.looks.values():
            for place in look.places.values():
                group, key = (unknown, (place.owner, place.key))
                if place.node is not None:
                    group, key = documented, place.node.home  # type: ignore[assignment]
                group[key] = place if key not in group else _together(group[key], place)
        return list(documented.values()), list(unknown.values())

    # ------------------------------------------------------------------ changes

    def _rename(self, owner: Home, documented: list[Place], unknown: list[Place]) -> Iterator[Place]:
        """Rename the fields of an object that have another name; yield both sides."""
        absent = [one for one in documented if one.owner == owner and one.objects and not one.present]
        new = [one for one in unknown if one.owner == owner and one.key and one.key in self._free(owner, one)]
        is_only = self._is_only_list(absent, new)
        pairs = sorted(
            ((self._likeness(old, other, is_only=is_only), old, other) for old in absent for other in new),
            key=lambda pair: -pair[0],
        )
        used: set[int] = set()
        for likeness, old, other in pairs:
            if likeness and id(old) not in used and id(other) not in used:
                used |= {id(old), id(other)}
                self._rename_field(owner, old, other)
                yield from (old, other)

    def _free(self, owner: Home, place: Place) -> set[str]:
        return {place.key} - (self._at(owner).get("properties") or {}).keys()

    def _rename_field(self, owner: Home, old: Place, new: Place) -> None:
        assert old.node is not None
        home = old.node.home
        schema = self._at(_parent(home))
        schema["properties"] = {
            (new.key if name == old.key else name): one for name, one in schema["properties"].items()
        }
        if "required" in schema:
            schema["required"] = [new.key if name == old.key else name for name in schema["required"]]
        if home.component is not None and len(home.pointer) == len(("properties", old.key)):
            self._study.renamed[home.component, old.key] = new.key
        self._note(_parent(home).below("properties", new.key), f"it is called {new.key}, not {old.key}")
        self._hint(owner, old.key, "missing", f"it seems to be called {new.key}")
        self._hint(owner, new.key, "unknown", f"it seems to be {old.key}")

    def _is_only_list(self, absent: list[Place], new: list[Place]) -> bool:
        """Whether one list is missing, and one is new."""
        missing = [one for one in absent if one.node and self._schemas.shape(one.node).items is not None]
        return len(missing) == 1 and len([one for one in new if isinstance(one.samples[0], list)]) == 1

    def _likeness(self, old: Place, new: Place, *, is_only: bool) -> float:
        """How likely it is that a field that is always missing is another one that is not documented; 0: it isn't."""
        assert old.node is not None
        shape = self._schemas.shape(old.node)
        if any(mismatch(shape, value) for value in new.samples):
            return 0.0
        inner = self._schemas.shape(shape.items) if shape.items is not None else shape
        if inner.fields:
            keys = {name for value in new.samples for one in _objects(value) for name in one}
            if not keys:  # nothing is in it that could tell
                return _ALIKE if old.is_required and is_only else 0.0
            alike = len(keys & inner.fields.keys()) / max(1, len(keys))
            return 1 + alike if alike >= _ALIKE else 0.0
        if not old.is_required:
            return 0.0
        first, second = old.key.lower(), new.key.lower()
        if first.endswith(second) or second.endswith(first):
            return 1.0
        alike = difflib.SequenceMatcher(None, first, second).ratio()
        return alike if alike >= _SPELLED_ALIKE else 0.0

    def _correct(self, place: Place) -> None:
        """Make the schema of a documented place fit."""
        assert place.node is not None
        home = place.node.home
        if place.wrong:
            reason = f"documented as {self._schemas.shape(place.node).documented}, found {_listed(place.wrong)}"
            self._put(home, _fitting(self._schemas, place, self._at(home)))
            self._note(home, reason)
        if place.is_missing and self._has_moved(place):
            owner = self._at(_parent(home))
            del owner["properties"][place.key]
            owner["required"] = [name for name in owner.get("required") or () if name != place.key]
            self._note(home, "it stands in another object")
        elif place.is_missing:
            owner, schema = self._at(_parent(home)), self._at(home)
            owner["required"] = [name for name in owner.get("required") or () if name != place.key]
            if not owner["required"]:
                del owner["required"]
            if schema.get("x-inferred-required") or place.key == "id":
                schema["x-inferred-required"] = False
            self._changed = True
            self._note(home, f"missing {place.objects - place.present} of {place.objects} times")

    def _has_moved(self, place: Place) -> bool:
        """Whether a field that is never there, such as a counter, stands in an object beside it; says so."""
        if place.owner is None or place.present:
            return False
        for look in self._study.looks.values():
            for other in look.places.values():
                inside = [value for value in other.samples if isinstance(value, dict) and place.key in value]
                if other.node is None and other.owner == place.owner and inside:
                    self._hint(place.owner, place.key, "missing", f"it seems to stand in {other.key}")
                    return True
        return False

    def _add(self, place: Place, documented: list[Place]) -> None:
        """Document a field that isn't."""
        assert place.owner is not None
        schema = self._at(place.owner)
        if place.key in (schema.get("properties") or {}):
            return
        siblings = {
            one.key: one.node.schema for one in documented if one.owner == place.owner and one.node and not one.present
        }
        schema.setdefault("properties", {})[place.key] = inferred(place.samples, self._schemas, siblings)
        self._changed = True
        self._note(place.owner.below("properties", place.key), f"not documented, found {place.present} times")

    # ------------------------------------------------------------------ the document

    def _at(self, home: Home) -> Any:
        node: Any = self._root(home)
        for key in home.pointer:
            node = node[key]
        return node

    def _root(self, home: Home) -> Json:
        if home.component is not None:
            found: Json = self._study.amended["components"]["schemas"].setdefault(home.component, {})
            return found
        return success_schema(self._study.amended, self._operations[home.operation]) or {}

    def _put(self, home: Home, schema: Json) -> None:
        old = self._at(home)
        kept = {key: value for key, value in old.items() if key.startswith("x-")} if "$ref" not in schema else {}
        old.clear()
        old.update(schema | kept)
        self._changed = True

    def _note(self, home: Home, reason: str) -> None:
        self._changed = True
        operation = self._operations.get(home.operation)
        whole = home.component or (f"{operation.method} {operation.path}" if operation else "")
        is_field = home.component is not None and home.pointer[:1] == ("properties",)
        key = (whole, str(home.pointer[1]) if is_field else "")
        reasons = self._study.reasons.setdefault(key, [])
        if reason not in reasons:
            reasons.append(reason)

    def _hint(self, owner: Home, key: str, kind: str, hint: str) -> None:
        """Say of a field of an object, wherever the object is in a response, what it may be."""
        for name, look in self._study.looks.items():
            places = {one.name for one in look.places.values() if (one.owner, one.key) == (owner, key)}
            known = self._study.differences[name]
            known[:] = [evolve(one, hint=hint) if one.kind == kind and one.place in places else one for one in known]


def _listed(kinds: Iterable[str]) -> str:
    return " and ".join(sorted(kinds))


def _parent(home: Home) -> Home:
    """The home of the object of a field."""
    return Home(home.component, home.operation, home.pointer[:-2])


def _together(one: Place, other: Place) -> Place:
    """What was seen of a schema in two places."""
    return evolve(
        one,
        objects=one.objects + other.objects,
        present=one.present + other.present,
        fine=one.fine + other.fine,
        wrong=one.wrong + other.wrong,
        odd=one.odd + other.odd,
        samples=[*one.samples, *other.samples],
    )


# ---------------------------------------------------------------------- schemas of what was found


def _fitting(schemas: Schemas, place: Place, before: Json) -> Json:
    """A schema that fits what was found in a place, and what was as documented."""
    assert place.node is not None
    documented = {key: value for key, value in before.items() if not key.startswith("x-")}
    if {*place.wrong} == {"null"}:
        return _nullable(documented)
    shape = schemas.shape(place.node)
    wrong = [value for value in place.samples if mismatch(shape, value) and value is not None]
    moved = {name: one.node.schema for name, one in shape.fields.items()}
    if shape.items is not None:
        moved[""] = documented
    found = inferred(wrong, schemas, moved)
    if place.fine and any(value is not None and not mismatch(shape, value) for value in place.samples):
        found = _either(documented, found)
    return _nullable(found) if "null" in place.wrong or documented.get("nullable") else found


def inferred(values: list[Any], schemas: Schemas, known: Mapping[str, Json] | None = None) -> Json:
    """Conclude a schema from values.

    Args:
        values: What was found.
        schemas: The document.
        known: Schemas that stood beside it, by name: what looks like one of them is one.
    """
    known = known or {}
    kinds = {kind_of(value) for value in values} - {"null"}
    if kinds == {"integer", "number"}:
        kinds = {"number"}
    forms = [_of_kind(kind, [one for one in values if _is_of(kind, one)], schemas, known) for kind in sorted(kinds)]
    schema = forms[0] if len(forms) == 1 else {"oneOf": forms} if forms else {}
    return _nullable(schema) if forms and any(value is None for value in values) else schema


def _is_of(kind: str, value: Any) -> bool:
    return kind_of(value) == kind or (kind == "number" and kind_of(value) == "integer")


def _of_kind(kind: str, values: list[Any], schemas: Schemas, known: Mapping[str, Json]) -> Json:
    if kind == "string":
        formats = {text_formats(value) for value in values}
        told = formats.pop() if len(formats) == 1 else ()
        return {"type": "string", "format": told[0]} if told and told[0] in _TOLD else {"type": "string"}
    if kind == "array":
        for one in known.values():
            if _resembles(one, values, schemas):
                return copy.deepcopy(one)
        return {"type": "array", "items": inferred([one for value in values for one in value], schemas, known)}
    if kind == "object":
        return _object(values, schemas, known)
    return {"type": kind}


def _object(values: list[Any], schemas: Schemas, known: Mapping[str, Json]) -> Json:
    names = list(dict.fromkeys(name for value in values for name in value))
    has_list = any(
        _resembles(one, [value], schemas) for one in known.values() for each in values for value in each.values()
    )
    if not has_list and not all(is_structure(value, schemas.names) for value in values):
        return {"type": "object", "additionalProperties": True}
    properties = {}
    for name in names:
        inside = [value[name] for value in values if name in value]
        fits = name in known and not any(mismatch(schemas.shape_of(known[name]), one) for one in inside)
        properties[name] = copy.deepcopy(known[name]) if fits else inferred(inside, schemas, known)
    required = [name for name in names if all(name in value for value in values)]
    return {"type": "object", "properties": properties} | ({"required": required} if required else {})


def _resembles(schema: Json, values: list[Any], schemas: Schemas) -> bool:
    """Whether values are lists of the objects that a schema is a list of."""
    shape = schemas.shape_of(schema)
    if shape.items is None or not all(isinstance(value, list) for value in values):
        return False
    fields = schemas.shape(shape.items).fields.keys()
    keys = {name for value in values for one in _objects(value) for name in one}
    return bool(keys) and len(keys & fields) / len(keys) >= _ALIKE


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        yield value
    for one in value if isinstance(value, list) else ():
        yield from _objects(one)


def _nullable(schema: Json) -> Json:
    if "$ref" in schema:
        return {"allOf": [schema], "nullable": True}
    more = {"enum": [*schema["enum"], None]} if "enum" in schema and None not in schema["enum"] else {}
    return {**schema, **more, "nullable": True}


def _either(first: Json, second: Json) -> Json:
    forms = [*(first.get("oneOf") or [first]), second]
    return {"oneOf": [one for index, one in enumerate(forms) if one not in forms[:index]]}


__all__ = ["Study", "inferred", "study"]
