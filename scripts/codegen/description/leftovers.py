"""What of a document isn't read, and digests that show whether anything else differs.

Each key of a document is one of three: read (its meaning is in the description), a text, or left over. What is left
over is listed by place, so that no difference passes for a difference in form only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from scripts.codegen.normalizing import METHODS

from . import operation, schema
from .values import TEXTS, Json, digest, items, mapping

#: Lists whose order says nothing.
_UNORDERED = frozenset({"required", "enum", "type", "allOf", "oneOf", "anyOf", "parameters", "security", "tags"})
_MAINTAINERS = ("x-inferred", "x-incomplete", "x-path-confidence", "x-python-")
_SCHEMA_TEXTS = TEXTS | {"xml", "$comment", "x-enum-descriptions"}
_DOCUMENT = {"openapi", "info", "servers", "paths", "components", "webhooks", "x-webhooks", "security", "tags"}


class Leftovers:
    """The parts of one document, beyond what is read of it."""

    def __init__(self, document: Json, beside: Json) -> None:
        """Look at a document, and at the one that it will be compared with."""
        self.document = document
        self._beside = {place: node for place, node, _kind in _tops(beside)}
        self._found: dict[str, str] = {}

    def digests(self) -> dict[str, str]:
        """Return a digest of each part of the document, order and texts left out."""
        return {
            place: "equal" if self._is_equal(place, node) else digest(json.dumps(canonical(node), sort_keys=True))
            for place, node, _kind in _tops(self.document)
        }

    def _is_equal(self, place: str, node: Any) -> bool:
        return place in self._beside and bool(self._beside[place] == node)

    def order(self) -> str:
        """Return a digest of the document as it stands: of what is not equal, as long as anything isn't."""
        parts = [node for place, node, _kind in _tops(self.document) if not self._is_equal(place, node)]
        if parts:
            parts.append({key: value for key, value in self.document.items() if key not in ("paths", "components")})
        return digest(json.dumps(parts or self.document, default=str))

    def unread(self) -> dict[str, str]:
        """Return what isn't read of the parts that differ: place and keyword, with a digest."""
        self._found = {}
        for place, node, kind in _tops(self.document):
            if self._is_equal(place, node):
                continue
            if kind == "schema":
                self._schema(node, place)
            elif kind == "operation":
                self._operation(mapping(node), place)
            elif kind in operation.READ:
                self._part(node, kind, place)
            elif kind == "unread":
                self._found[f"{place}\0{place}"] = digest(canonical(node))
        return self._found

    def _leave(self, node: Json, place: str, read: frozenset[str] | set[str]) -> None:
        for key in node:
            if key not in read and key not in _SCHEMA_TEXTS and not str(key).startswith(_MAINTAINERS):
                self._found[f"{place}\0{key}"] = digest(canonical(node[key]))

    def _operation(self, node: Json, place: str) -> None:
        self._leave(node, place, operation.READ["operation"])
        for parameter in map(mapping, items(node.get("parameters"))):
            self._part(parameter, "parameter", f"{place}\0parameter {parameter.get('name', '')}")
        self._part(node.get("requestBody"), "body", f"{place}\0body")
        for status, response in mapping(node.get("responses")).items():
            self._part(response, "response", f"{place}\0response {status}")

    def _part(self, raw: Any, kind: str, place: str) -> None:
        node = mapping(raw)
        self._leave(node, place, operation.READ[kind] | {"$ref"})
        if "schema" in node:
            self._schema(node["schema"], place)
        for name, media in mapping(node.get("content")).items():
            self._leave(mapping(media), f"{place} {name}", operation.READ["media"])
            self._schema(mapping(media).get("schema"), place)
        for name, header in mapping(node.get("headers")).items():
            self._part(header, "header", f"{place} header {name}")

    def _schema(self, raw: Any, place: str) -> None:
        node = mapping(raw)
        self._leave(node, place, schema.READ)
        for name, child in mapping(node.get("properties")).items():
            self._schema(child, f"{place}\0{name}" if "\0" not in place else f"{place}.{name}")
        for key in ("items", "additionalProperties"):
            if isinstance(node.get(key), dict):
                self._schema(node[key], f"{place}[]" if "\0" in place else f"{place}\0[]")
        for key in ("allOf", "oneOf", "anyOf", "prefixItems"):
            for index, child in enumerate(items(node.get(key))):
                if set(mapping(child)) - schema.READ or mapping(child).keys() & {"properties", "items"}:
                    at = mapping(child).get("title") or f"{key}[{index}]"
                    self._schema(child, f"{place}.{at}" if "\0" in place else f"{place}\0{at}")


def _tops(document: Json) -> Iterator[tuple[str, Any, str]]:
    """The parts of a document: place, node and what kind of node it is."""
    for key, value in document.items():
        if key not in _DOCUMENT and not key.startswith(_MAINTAINERS) and key != "externalDocs":
            yield key, value, "unread"
    yield "servers", document.get("servers"), "read"
    yield "security", document.get("security"), "read"
    for root in ("paths", "webhooks", "x-webhooks"):
        for path, item in mapping(document.get(root)).items():
            shared = {key: value for key, value in mapping(item).items() if key not in METHODS}
            yield path, shared, "read"
            for method in METHODS:
                if method in mapping(item):
                    yield f"{method.upper()} {path}", item[method], "operation"
    kinds = {"schemas": "schema", "parameters": "parameter", "requestBodies": "body", "responses": "response"}
    for group, parts in mapping(document.get("components")).items():
        for name, node in mapping(parts).items():
            word = "schema" if group == "schemas" else group
            yield f"{word} {name}", node, kinds.get(group, "header" if group == "headers" else "read")


def canonical(node: Any, key: str = "", *, names: bool = False) -> Any:
    """Return a node without texts and order.

    Args:
        node: of a document.
        key: under which it stands.
        names: its keys are names and no keywords.
    """
    if isinstance(node, dict):
        return {
            name: canonical(value, name, names=name in ("properties", "schemas", "mapping") and not names)
            for name, value in node.items()
            if names or (name not in _SCHEMA_TEXTS and not str(name).startswith(_MAINTAINERS))
        }
    if isinstance(node, list):
        found = [canonical(one) for one in node]
        return (
            sorted(found, key=lambda one: json.dumps(one, sort_keys=True, default=str)) if key in _UNORDERED else found
        )
    return node if node is None or isinstance(node, str | int | float | bool) else str(node)
