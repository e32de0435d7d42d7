"""The contract of an operation: the part of an OpenAPI document that code which calls it relies on, as plain JSON.

Each field of the data has one entry, under its place: `lines[].priceId`, with `*` for any name and `$` for the whole.
Names of components, texts, and paths and scopes that are inferred and not documented are no part of it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from ..references import resolve
from .shapes import BOUNDS, Json, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...generated.types import Operation

#: The formats that decide which type a value has in Python.
_FORMATS = frozenset({"binary", "byte", "date", "date-time", "decimal", "uuid"})

#: The marks by which a recursion is known, and the place of each schema above a field.
Above = tuple[tuple[frozenset[str], str], ...]


def contract_of(operation: Operation, document: Json) -> Json:
    """The contract of an operation.

    Raises:
        KeyError: the document has no such operation.
    """
    item = document["paths"][operation.path]
    node = item[operation.method.lower()]
    contract: Json = {"method": operation.method}
    if not operation.path_inferred:
        contract["path"] = operation.path
    if not operation.scopes_inferred:
        contract["scopes"] = sorted(operation.scopes)
    contract["auth"] = sorted(operation.auth)
    if operation.deprecated:
        contract |= {"deprecated": True, "successor": operation.successor, "sunset": operation.sunset}
    if parameters := _parameters(document, [*item.get("parameters", ()), *node.get("parameters", ())]):
        contract["parameters"] = parameters
    body = resolve(document, node.get("requestBody") or {})
    if body:
        contract["body_type"], schema = _content(body)
        contract["body"] = dict(_Sent(document).fields(schema, required=bool(body.get("required"))))
    answers = [resolve(document, answer) for status, answer in node["responses"].items() if status.startswith("2")]
    contents = [_content(answer) for answer in answers if answer.get("content")]
    if contents:
        # Any 2xx is a success, and all of them are read in the same way.
        contract["response_type"] = kind = contents[0][0]
        schema = {"oneOf": [schema for other, schema in contents if other == kind]}
        contract["response"] = dict(_Read(document).fields(schema, required=len(contents) == len(answers)))
    return contract


def _parameters(document: Json, nodes: list[Json]) -> Json:
    """The fields of parameters. Those in the path have no names that are sent."""
    resolved = [resolve(document, node) for node in nodes]
    named = {f"{one['in']} {one['name']}": one for one in resolved if one["in"] != "path"}
    return {
        place: entry
        for name, one in sorted(named.items())
        for place, entry in _Sent(document).fields(
            _content(one)[1] if "content" in one else one.get("schema", {}), name, required=bool(one.get("required"))
        )
    }


def _content(holder: Json) -> tuple[str, Any]:
    """The content type that is used, and its schema."""
    content: Json = holder["content"]
    kind = "application/json" if "application/json" in content else next(iter(content))
    return kind, content[kind].get("schema", {})


class _Read:
    """Fields that are read. Their enums are open, and whatever has the right type will do."""

    hidden = "write_only"

    def __init__(self, document: Json) -> None:
        self._document = document

    def fields(
        self, node: Any, place: str = "$", *, required: bool = False, above: Above = ()
    ) -> Iterator[tuple[str, Json]]:
        """The fields of a schema, itself first. Where it comes back to itself, the place is named that it is like."""
        shape = shape_of(self._document, node)
        if getattr(shape, self.hidden):
            return
        entry: Json = {"type": " or ".join(sorted(shape.types)) or "any"}
        if shape.format in _FORMATS:
            entry["format"] = shape.format
        if required:
            entry["required"] = True
        if shape.nullable:
            entry["nullable"] = True
        entry |= self.limits(shape.enum, shape.bounds)
        for components, at in above:
            if components and components == shape.components:
                yield place, {**entry, "like": at}
                return
        yield place, entry
        above = (*above, (shape.components, place))
        prefix = "" if place == "$" else f"{place}."
        for name, child in sorted(shape.properties.items()):
            step = name if re.fullmatch(r"[\w-]+", name) else json.dumps(name, ensure_ascii=False)
            yield from self.fields(child, prefix + step, required=name in shape.required, above=above)
        if shape.items is not None:
            yield from self.fields(shape.items, f"{place}[]", above=above)
        if shape.additional not in (None, False):
            yield from self.fields(shape.additional, f"{prefix}*", above=above)

    def limits(self, enum: tuple[Any, ...] | None, bounds: Json) -> Json:
        """What values are limited to, besides their type."""
        return {}


class _Sent(_Read):
    """Fields that are sent."""

    hidden = "read_only"

    def limits(self, enum: tuple[Any, ...] | None, bounds: Json) -> Json:
        values = {} if enum is None else {"enum": sorted(enum, key=json.dumps)}
        return values | {name: bounds[name] for name in BOUNDS if name in bounds}
