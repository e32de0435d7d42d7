"""Compares what we read with what openapi-python-client read: operations, parameters, bodies, successes, properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, field, frozen
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.enum_property import EnumProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.literal_enum_property import LiteralEnumProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty
from openapi_python_client.parser.responses import Response

from .ir import Api, Model, Operation, Success, Type
from .normalizing import IGNORED_HEADERS
from .second_reader import SecondReading, key_of
from .shapes import kind_of_value

_KINDS: tuple[tuple[type, str], ...] = (
    (AnyProperty, "any"),
    (StringProperty, "str"),
    (IntProperty, "int"),
    (FloatProperty, "float"),
    (BooleanProperty, "bool"),
    (NoneProperty, "none"),
    (DateProperty, "date"),
    (DateTimeProperty, "datetime"),
    (UuidProperty, "str"),
    (FileProperty, "bytes"),
    (EnumProperty, "enum"),
    (LiteralEnumProperty, "enum"),
    (ConstProperty, "const"),
    (ListProperty, "list"),
    (ModelProperty, "object"),
    (UnionProperty, "union"),
)
#: What we call otherwise on purpose: ours ->
_SAME = {
    "decimal": {"str", "float", "int"},  # they know no decimals
    "str": {"bytes"},  # JSON has no bytes
    "bytes": {"str"},
}


@frozen
class Difference:
    """One thing that the two readers understand differently.

    Attributes:
        place: METHOD, path and part, or model and property.
        what: what we read, and what they read.
    """

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


@define
class Comparison:
    """What came of comparing a whole document."""

    differences: list[Difference] = field(factory=list)
    not_judged: list[str] = field(factory=list)


def compare(api: Api, reading: SecondReading) -> Comparison:
    """Compares all operations, and the models that they use.

    Args:
        api: the document as we read it.
        reading: the same document as openapi-python-client read it.

    Returns:
        the differences, and what could not be compared because openapi-python-client dropped it.
    """
    result = Comparison(not_judged=[str(one) for one in reading.dropped])
    dropped = f"{' '.join(one.what for one in reading.dropped)} "
    comparer = _Comparer(reading, lost={(loss.operation, loss.what) for loss in api.losses})
    lost = {loss.operation for loss in api.losses}
    ours = {key_of(one.http_method, one.path): one for one in api.operations}
    for key, operation in ours.items():
        endpoint = reading.endpoints.get(key)
        is_dropped = f"{operation.key} " in dropped  # with the space: no path that only begins so
        if endpoint is not None:
            result.differences += comparer.operation(operation, endpoint, partly=is_dropped)
        elif reading.endpoints and not is_dropped:
            result.differences.append(Difference(operation.key, "we read it, they don't"))
    for key in reading.endpoints.keys() - ours.keys() - {key_of(*one.split(" ", 1)) for one in lost if " " in one}:
        result.differences.append(Difference(key, "they read it, we don't"))
    for model in api.models:  # those that no operation uses, too
        if model.component and model.name in reading.models:
            result.differences += comparer.model(model, reading.models[model.name])
    result.differences = list(dict.fromkeys(result.differences))
    return result


@define
class _Comparer:
    """Remembers which models it has compared already: they refer to each other in circles."""

    reading: SecondReading
    #: What we lost: operation and part.
    lost: set[tuple[str, str]] = field(factory=set)
    seen: set[tuple[int, str]] = field(factory=set)
    #: Whether an object of ours and one of theirs are alike, by model and class name; while it is found out, they are.
    _alike: dict[tuple[int, str], bool] = field(factory=dict)

    # ------------------------------------------------------------------ operations

    def operation(self, op: Operation, endpoint: Endpoint, *, partly: bool) -> Iterator[Difference]:
        """The differences in one operation.

        Args:
            op: as we read it.
            endpoint: as they read it.
            partly: they dropped something of it, so that what is missing there says nothing.
        """
        yield from self._parameters(op, endpoint, partly=partly)
        yield from self._body(op, endpoint, partly=partly)
        yield from self._successes(op, endpoint, partly=partly)

    def _parameters(self, op: Operation, endpoint: Endpoint, *, partly: bool) -> Iterator[Difference]:
        read = {
            (location, prop.name.get_untrusted_value()): prop
            for location, properties in (
                ("path", endpoint.path_parameters),
                ("query", endpoint.query_parameters),
                ("header", endpoint.header_parameters),
                ("cookie", endpoint.cookie_parameters),
            )
            for prop in properties
        }
        ours = {(one.location, one.wire): one for one in op.parameters}
        for key in read.keys() | ours.keys():
            place = f"{op.key}: {key[0]} parameter {key[1]}"
            if key not in read:
                if not partly:
                    yield Difference(place, "we read it, they don't")
            elif key not in ours:
                is_lost = (op.key, f"parameter {key[1]}") in self.lost
                if not is_lost and (key[0] != "header" or key[1].lower() not in IGNORED_HEADERS):
                    yield Difference(place, "they read it, we don't")
            else:
                if ours[key].required != read[key].required:
                    yield _differ(place, "required", ours[key].required, read[key].required)
                yield from self.type(ours[key].type, read[key], place)

    def _body(self, op: Operation, endpoint: Endpoint, *, partly: bool) -> Iterator[Difference]:
        place = f"{op.key}: body"
        if op.body is None or not endpoint.bodies:
            if (op.body is None) != (not endpoint.bodies) and not partly:
                yield _differ(place, "", "a body" if op.body else "none", "a body" if endpoint.bodies else "none")
            return
        same = [one for one in endpoint.bodies if one.content_type.get_untrusted_value() == op.body.content_type]
        if not same:
            if not partly:
                yield _differ(
                    place, "type", op.body.content_type, endpoint.bodies[0].content_type.get_untrusted_value()
                )
            return
        if op.body.required != same[0].prop.required:
            yield _differ(place, "required", op.body.required, same[0].prop.required)
        if op.body.encoding != "content":
            yield from self.type(op.body.type, same[0].prop, place)

    def _successes(self, op: Operation, endpoint: Endpoint, *, partly: bool) -> Iterator[Difference]:
        read = {one.status_code.pattern: one for one in endpoint.responses if one.status_code.pattern[:1] == "2"}
        if not read and any(one.status is None for one in op.successes):
            read = {one.status_code.pattern: one for one in endpoint.responses if one.is_default()}
        ours = {"?" if one.status is None else str(one.status): one for one in op.successes}
        read = {"?" if not key.isdigit() else key: one for key, one in read.items()}
        for status in sorted(read.keys() | ours.keys()):
            place = f"{op.key}: response {status}"
            if status not in read:
                if not partly:
                    yield Difference(place, "we read it, they don't")
            elif status not in ours:
                yield Difference(place, "they read it, we don't")
            else:
                yield from self._success(ours[status], read[status], place)

    def _success(self, success: Success, response: Response, place: str) -> Iterator[Difference]:
        how = {"response.json()": "json", "response.content": "bytes", "response.text": "text"}
        decoding = how.get(response.source["attribute"], "empty")
        content = getattr(response.data, "content", None)
        if decoding == "empty" and content:
            return  # a content type that they don't know, or one without a schema
        if (success.decoding, decoding) == ("bytes", "text"):
            return  # a stream of events is text to them; we hand it over as it comes
        if success.decoding != decoding:
            yield _differ(place, "decoded as", success.decoding, decoding)
        elif decoding == "json":
            yield from self.type(success.type, response.prop, place)

    # ------------------------------------------------------------------ types

    def type(self, ours: Type, prop: PropertyProtocol, place: str) -> Iterator[Difference]:
        """The differences between two types, and in what is in them."""
        variants, nullable = _variants(prop)
        if ours.kind == "decimal" and [_kind(one) for one in variants] == ["any"]:
            return  # a guess of ours, by name, where the document gives no type
        if ours.nullable != nullable and ours.kind not in ("any", "none"):
            yield _differ(place, "null", *("allowed" if one else "not allowed" for one in (ours.nullable, nullable)))
        if len(variants) > 1:
            yield from self._union(ours, variants, place)
        elif not variants:
            if ours.kind not in ("none", "any"):
                yield _differ(place, "type", ours.kind, "null")
        else:
            yield from self._single(ours, variants[0], place)

    def _single(self, ours: Type, prop: PropertyProtocol, place: str) -> Iterator[Difference]:
        kind = _kind(prop)
        if isinstance(prop, ModelProperty) and ours.kind == "union":
            name = str(prop.class_info.name)
            base = next((one for one in ours.variants if one.model is not None and one.model.name == name), None)
            if base is None:  # a class and what is made of it are one to them
                yield _differ(place, "type", ours.kind, kind)
        elif isinstance(prop, ModelProperty) and ours.kind in ("model", "map"):
            yield from self._object(ours, prop, place)
        elif isinstance(prop, ListProperty) and ours.kind == "list":
            if ours.items is not None:
                yield from self.type(ours.items, prop.inner_property, f"{place}[]")
        elif isinstance(prop, EnumProperty | LiteralEnumProperty) and ours.enum is not None:
            values = prop.values.values() if isinstance(prop.values, dict) else prop.values
            read, known = _texts(values), _texts(ours.enum.values)
            if read != known:
                yield _differ(place, "values", sorted(known - read), sorted(read - known))
        elif isinstance(prop, BooleanProperty) and isinstance(ours.const, bool):
            return  # they have no constants but texts and whole numbers
        elif isinstance(prop, ConstProperty) or ours.const is not None:
            value = prop.value.raw_value if isinstance(prop, ConstProperty) else None
            if value != ours.const:
                yield _differ(place, "constant", ours.const, value)
        elif ours.kind != kind and kind not in _SAME.get(ours.kind, ()):
            yield _differ(place, "type", ours.kind, kind)

    def _union(self, ours: Type, variants: list[PropertyProtocol], place: str) -> Iterator[Difference]:
        """Each of their variants has one of ours that it fits, and the other way round."""
        mine = list(ours.variants) if ours.kind == "union" else [ours]
        kinds = {one.kind for one in mine}
        if "enum" in kinds and "str" not in kinds:  # enums are open: "or any string" adds nothing
            variants = [one for one in variants if not isinstance(one, StringProperty | UuidProperty)] or variants
        if "int" not in kinds and any(isinstance(one, FloatProperty) for one in variants):  # a whole number is one, too
            variants = [one for one in variants if not isinstance(one, IntProperty)]
        if any(isinstance(one, ModelProperty) and self._is_dropped(one) for one in variants):
            return
        fits = [[self._fits(one.bare(), prop) for prop in variants] for one in mine]
        if all(map(any, fits)) and all(any(column) for column in zip(*fits, strict=True)):
            return
        yield _differ(place, "variants", [_named(one) for one in mine], [_kind(one) for one in variants])

    def _fits(self, ours: Type, prop: PropertyProtocol) -> bool:
        """Whether there is no difference between two types. Each pair of objects is compared once."""
        if isinstance(prop, ConstProperty) and ours.const is None:  # in a union a constant is one of its kind to us
            return kind_of_value(prop.value.raw_value) == ours.kind
        if not isinstance(prop, ModelProperty) or ours.kind not in ("model", "map"):
            return not any(_Comparer(self.reading, alike=self._alike).type(ours, prop, ""))
        name = str(prop.class_info.name)
        if ours.model is not None and ours.model.component and ours.model.name == name:
            return True  # what differs inside is said of the class itself
        key = (id(ours.model), name)
        if key not in self._alike:
            self._alike[key] = True
            self._alike[key] = not any(_Comparer(self.reading, alike=self._alike).type(ours, prop, ""))
        return self._alike[key]

    def _is_dropped(self, prop: ModelProperty) -> bool:
        """Whether they kept nothing of a class but its name, or of two classes of one name one."""
        name = str(prop.class_info.name)
        prop = self.reading.models.get(name, prop)
        return name in self.reading.ambiguous or (prop.required_properties is None and prop.optional_properties is None)

    def model(self, model: Model, prop: ModelProperty) -> Iterator[Difference]:
        """The differences in a component schema."""
        yield from self._object(Type("model", model=model), prop, model.name)

    def _object(self, ours: Type, prop: ModelProperty, place: str) -> Iterator[Difference]:
        model = ours.model
        name = str(prop.class_info.name)
        if (id(model), name) in self.seen or self._is_dropped(prop):
            return
        self.seen.add((id(model), name))
        place = model.name if model is not None else place
        prop = self.reading.models.get(name, prop)
        read = {
            one.name.get_untrusted_value(): one
            for one in [*(prop.required_properties or []), *(prop.optional_properties or [])]
        }
        fields = {one.wire: one for one in model.fields} if model is not None else {}
        for wire in sorted(read.keys() | fields.keys()):
            inside = f"{place}.{wire}"
            if wire not in read:
                yield Difference(inside, "we read it, they don't")
            elif wire not in fields:
                yield Difference(inside, "they read it, we don't")
            else:
                if fields[wire].required != read[wire].required:
                    yield _differ(inside, "required", fields[wire].required, read[wire].required)
                yield from self.type(fields[wire].type, read[wire], inside)
        additional = model.additional if model is not None else ours.items
        if additional is not None and prop.additional_properties is not None:
            yield from self.type(additional, prop.additional_properties, f"{place}.*")


def _variants(prop: PropertyProtocol) -> tuple[list[PropertyProtocol], bool]:
    """The variants of a type without null, those of unions in it included, and whether null is one of them."""
    if isinstance(prop, UnionProperty):
        inside = [_variants(one) for one in prop.inner_properties]
        return [one for variants, _null in inside for one in variants], any(null for _variants_, null in inside)
    return ([], True) if isinstance(prop, NoneProperty) else ([prop], False)


def _kind(prop: PropertyProtocol) -> str:
    return next((kind for cls, kind in _KINDS if isinstance(prop, cls)), type(prop).__name__)


def _named(ours: Type) -> str:
    return ours.model.name if ours.model is not None else ours.kind


def _texts(values: Iterable[Any]) -> set[str]:
    return {value.get_untrusted_value() if hasattr(value, "get_untrusted_value") else str(value) for value in values}


def _differ(place: str, what: str, ours: object, read: object) -> Difference:
    return Difference(place, f"{what}: we read {ours}, they {read}".removeprefix(": "))
