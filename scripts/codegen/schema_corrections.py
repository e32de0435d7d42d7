"""Corrections of component schemas: renamed, retyped, required or not; properties that the document lacks."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from .correction_file import CorrectionError
from .document import Document
from .references import component_name, component_ref

#: On a schema whose type a person wrote: rules leave it alone.
CORRECTED = "x-corrected"
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
                retype(schema, entry["type"])
            if "rename" in entry:
                _rename(document, entry["schema"], entry["rename"])
        elif ("add" in entry) is (entry["property"] in (schema.get("properties") or {})):
            yield f"schema {entry['schema']}, property {entry['property']}"
        else:
            _correct_property(schema, entry)


def _correct_property(schema: dict[str, Any], entry: dict[str, Any]) -> None:
    name = entry["property"]
    if entry.get("remove"):
        _require(schema, name, False)
        del schema["properties"][name]
        return
    if "add" in entry:
        schema.setdefault("properties", {})[name] = copy.deepcopy(entry["add"])
    if "type" in entry:
        retype(schema["properties"][name], entry["type"])
    if "required" in entry:
        _require(schema, name, entry["required"])
    if "rename" in entry:
        _rename_property(schema, name, entry["rename"])


def _require(schema: dict[str, Any], name: str, required: bool) -> None:
    names = [one for one in schema.get("required") or () if one != name]
    schema["required"] = [*names, name] if required else names
    if not schema["required"]:
        del schema["required"]
    mark = "x-inferred-required"
    if not required and (mark in schema["properties"][name] or name == "id"):
        schema["properties"][name][mark] = False  # no rule concludes it again


def _rename_property(schema: dict[str, Any], old: str, new: str) -> None:
    if new in schema["properties"]:
        raise CorrectionError(f"property {old} can't be renamed: there is a property {new} already")
    schema["properties"] = {new if name == old else name: one for name, one in schema["properties"].items()}
    if "required" in schema:
        schema["required"] = [new if name == old else name for name in schema["required"]]


def retype(schema: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Replace a schema in place, but for what it says besides the type.

    Args:
        schema: It is marked, so that no rule changes what a person wrote.
        wanted: What it is to say.
    """
    kept = {key: value for key, value in schema.items() if key in _ABOUT or key.startswith("x-")}
    schema.clear()
    schema.update(copy.deepcopy(wanted) if "$ref" in wanted else {**copy.deepcopy(wanted), **kept, CORRECTED: True})


def _rename(document: Document, old: str, new: str) -> None:
    schemas = document["components"]["schemas"]
    if new in schemas:
        raise CorrectionError(f"schema {old} can't be renamed: there is a schema {new} already")
    renamed = {new if name == old else name: schema for name, schema in schemas.items()}
    schemas.clear()
    schemas.update(renamed)
    _rename_references(document, old, new)


def _rename_references(node: Any, old: str, new: str) -> None:
    if isinstance(node, list):
        for one in node:
            _rename_references(one, old, new)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref" and isinstance(value, str):
                node[key] = _renamed(value, old, new)
            elif key == "mapping" and isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
                for name, target in value.items():
                    value[name] = component_ref(new) if target == old else _renamed(target, old, new)
            else:
                _rename_references(value, old, new)


def _renamed(ref: str, old: str, new: str) -> str:
    """A reference, to the schema under its new name if it led to it, or into it, under the old one."""
    schema = "/".join(ref.split("/")[:4])
    return component_ref(new) + ref.removeprefix(schema) if component_name(schema) == old else ref
