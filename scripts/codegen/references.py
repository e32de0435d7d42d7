"""Follows `$ref`s inside a document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any
from urllib.parse import unquote

from attrs import frozen

_SCHEMAS = "#/components/schemas/"


class UnsupportedSchemaError(Exception):
    """Something that no Python can be made of; the message says why."""


@frozen
class References:
    """The targets of all references in one document."""

    document: dict[str, Any]

    def target(self, ref: str) -> Any:
        """What a reference points to.

        Raises:
            UnsupportedSchemaError: to another document, or to nothing.
        """
        if ref == "#":
            return self.document
        if not ref.startswith("#/"):
            raise UnsupportedSchemaError(f"reference to another document: {ref}")
        node: Any = self.document
        for part in ref[2:].split("/"):
            key = _unescaped(part)
            try:
                node = node[int(key)] if isinstance(node, list) else node[key]
            except (KeyError, IndexError, TypeError, ValueError):
                raise UnsupportedSchemaError(f"{ref} points to nothing") from None
        return node

    def resolve(self, node: Any) -> Any:
        """The node itself, or what its chain of references ends at.

        Raises:
            UnsupportedSchemaError: as `target`, and for a reference that leads back to itself.
        """
        seen: set[str] = set()
        while isinstance(node, dict) and isinstance(node.get("$ref"), str):
            if node["$ref"] in seen:
                raise UnsupportedSchemaError(f"{node['$ref']} refers to itself")
            seen.add(node["$ref"])
            node = self.target(node["$ref"])
        return node

    def path_item(self, path: str) -> dict[str, Any]:
        """The path item of a path, followed where it is a reference; empty when there is none."""
        try:
            item = self.resolve(self.document["paths"].get(path))
        except UnsupportedSchemaError:
            return {}
        return item if isinstance(item, dict) else {}


def refs_below(node: object) -> set[str]:
    """All references below a node."""
    return {one["$ref"] for one in _objects(node) if isinstance(one.get("$ref"), str)}


def refs_joined(node: object) -> set[str]:
    """The references below a node whose targets become part of it: those in choices and in `allOf`, or not alone."""
    parts = [
        part for one in _objects(node) for key in ("allOf", "oneOf", "anyOf") if isinstance(part := one.get(key), list)
    ]
    joined = {one["$ref"] for one in chain(*parts) if isinstance(one, dict) and isinstance(one.get("$ref"), str)}
    return joined | {one["$ref"] for one in _objects(node) if isinstance(one.get("$ref"), str) and len(one) > 1}


def _objects(node: object) -> Iterator[dict[str, Any]]:
    pending = [node]
    while pending:
        one = pending.pop()
        if isinstance(one, dict):
            yield one
            pending += one.values()
        elif isinstance(one, list):
            pending += one


def component_name(ref: str) -> str | None:
    """The name of the component schema that a reference means; None when it means something else."""
    name = ref.removeprefix(_SCHEMAS)
    return None if name == ref or "/" in name else _unescaped(name)


def component_ref(name: str) -> str:
    """The reference that means a component schema."""
    return _SCHEMAS + name.replace("~", "~0").replace("/", "~1").replace("%", "%25")


def _unescaped(part: str) -> str:
    if "%" not in part and "~" not in part:
        return part  # which nearly all are
    return unquote(part).replace("~1", "/").replace("~0", "~")
