"""Corrections of component schemas: renamed, retyped, required or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .correction_file import CorrectionError
from .document import Document

_PREFIX = "#/components/schemas/"
#: What a property keeps when its type is replaced.
_ABOUT = ("description", "example", "deprecated", "title")


def correct_schemas(document: Document, entries: list[dict[str, Any]]) -> Iterator[str]:
    """Applies the entries under `schemas` in place.

    Yields:
        what of them matches nothing.

    Raises:
        CorrectionError: a schema would get a name that another one has.
    """
    schemas = document.get("components", {}).get("schemas") or {}
    for entry in entries:
        schema = schemas.get(entry["schema"])
        if not isinstance(schema, dict):
            yield f"schema {entry['schema']}"
        elif "property" not in entry:
            if "type" in entry:
                _retype(schema, entry["type"])
            if "rename" in entry:
                _rename(document, entry["schema"], entry["rename"])
        elif entry["property"] not in (schema.get("properties") or {}):
            yield f"schema {entry['schema']}, property {entry['property']}"
        else:
            _correct_property(schema, entry)


def _correct_property(schema: dict[str, Any], entry: dict[str, Any]) -> None:
    name = entry["property"]
    if "type" in entry:
        _retype(schema["properties"][name], entry["type"])
    if "required" in entry:
        names = [one for one in schema.get("required") or () if one != name]
        schema["required"] = [*names, name] if entry["required"] else names
        if not schema["required"]:
            del schema["required"]


def _retype(schema: dict[str, Any], wanted: dict[str, Any]) -> None:
    kept = {key: value for key, value in schema.items() if key in _ABOUT or key.startswith("x-")}
    schema.clear()
    schema.update({**wanted, **kept} if "$ref" not in wanted else wanted)


def _rename(document: Document, old: str, new: str) -> None:
    schemas = document["components"]["schemas"]
    if new in schemas:
        raise CorrectionError(f"schema {old} can't be renamed: there is a schema {new} already")
    renamed = {new if name == old else name: schema for name, schema in schemas.items()}
    schemas.clear()
    schemas.update(renamed)
    _rename_references(document, _PREFIX + _escaped(old), _PREFIX + _escaped(new))


def _rename_references(node: Any, old: str, new: str) -> None:
    if isinstance(node, list):
        for one in node:
            _rename_references(one, old, new)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref" and isinstance(value, str) and (value == old or value.startswith(f"{old}/")):
                node[key] = new + value[len(old) :]
            elif key == "mapping" and isinstance(value, dict):
                for name, target in value.items():
                    if target in (old, _unescaped(old.removeprefix(_PREFIX))):
                        value[name] = new
            else:
                _rename_references(value, old, new)


def _unescaped(name: str) -> str:
    return name.replace("~1", "/").replace("~0", "~")


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
