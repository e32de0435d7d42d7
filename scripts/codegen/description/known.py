"""What needn't be described again of a document, because it is the same in one that has been described."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from scripts.codegen.normalizing import METHODS
from scripts.codegen.references import component_name, refs_below, refs_joined

from .values import Json, mapping

_AROUND = ("openapi", "servers", "security")  # what every operation depends on, beside the components


@dataclass(frozen=True)
class Known:
    """Descriptions of what is the same in another document.

    Attributes:
        schemas: by name. They are equal, as are those that become part of them; what they only refer to may differ.
        operations: by METHOD and path, likewise.
    """

    schemas: dict[str, Json] = field(default_factory=dict)
    operations: dict[str, Json] = field(default_factory=dict)

    @classmethod
    def of(cls, old: Json, new: Json, described: Json) -> Known:
        """Return what is the same in two documents.

        Args:
            old: the one that has been described.
            new: the other one.
            described: the description of `old`.
        """
        equal = _equal_schemas(old, new)
        schemas = {name: node for name, node in described.get("schemas", {}).items() if name in equal}
        return cls(schemas, dict(_equal_operations(old, new, described, equal)))


def _equal_schemas(old: Json, new: Json) -> set[str]:
    before, after = (mapping(mapping(one.get("components")).get("schemas")) for one in (old, new))
    equal = {name for name, node in before.items() if name in after and node == after[name]}
    equal -= {name for name in equal if None in map(component_name, refs_below(before[name]))}
    needed = {name: set(map(component_name, refs_joined(before[name]))) for name in equal}
    while gone := {name for name in equal if not needed[name] <= equal}:
        equal -= gone
    return equal


def _equal_operations(old: Json, new: Json, described: Json, equal: set[str]) -> Iterator[tuple[str, Json]]:
    before, after = (_around(one) for one in (old, new))
    if before != after or not _is_closed(before, equal):
        return
    for one in described.get("operations", ()):
        method, path = one["method"], one["path"]
        item, item_now = (mapping(mapping(each.get("paths")).get(path)) for each in (old, new))
        parts, parts_now = (_parts(each, method.lower()) for each in (item, item_now))
        if parts == parts_now and "$ref" not in item and _is_closed(parts, equal):
            yield f"{method} {path}", one


def _around(document: Json) -> Json:
    components = mapping(document.get("components"))
    rest = {key: value for key, value in components.items() if key != "schemas"}
    return {**{key: document.get(key) for key in _AROUND}, "components": rest}


def _parts(item: Json, method: str) -> Json:
    """An operation, and what it shares with the others of its path."""
    return {key: value for key, value in item.items() if key == method or key not in METHODS}


def _is_closed(node: Json, equal: set[str]) -> bool:
    """Whether all that becomes part of a node is equal, too, and all that it refers to is a component."""
    schemas = {component_name(ref) for ref in refs_joined(node) if ref.startswith("#/components/schemas/")}
    return schemas <= equal and all(ref.startswith("#/components/") and ref.count("/") == 3 for ref in refs_below(node))
