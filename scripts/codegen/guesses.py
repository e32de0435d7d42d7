"""Guesses at types that a document leaves open or gives too weakly, by the names of fields. Each guess is listed.

Amounts, and rates and quantities of them, are decimal numbers, whether the API writes them as strings or as numbers; an
`id` is in every response; what counts or identifies is a whole number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import identifiers
from .document import Document
from .schema_corrections import CORRECTED

#: Last words of names of amounts.
_AMOUNTS = {"amount", "balance", "cost", "credit", "debit", "fee", "price", "profit", "revenue", "subtotal"}
#: Last words of names of amounts, rates and quantities where the document gives no type.
_DECIMALS = {*_AMOUNTS, "discount", "gross", "net", "quantity", "rate", "tax", "total", "vat"}
#: Last words of names of whole numbers: amounts in cents, ids.
_WHOLE = {"id", "minor"}
#: Keys of a schema that say what a value is.
_SHAPES = ("type", "$ref", "allOf", "oneOf", "anyOf", "enum", "const", "properties", "items")


def apply(document: Document) -> None:
    """Give types to fields, and mark them with `x-guessed`.

    Args:
        document: the document, otherwise corrected; it is changed.
    """
    for _owner, name, schema in _properties(document):
        what = _guess(name, schema)
        if what:
            schema["x-guessed"] = what


def listed(document: Document) -> list[str]:
    """List the guesses in a document, as in `DocumentLine.unitPrice: a decimal number`.

    Args:
        document: the document, corrected.
    """
    return [
        f"{owner}.{name}: {schema['x-guessed']}"
        for owner, name, schema in _properties(document)
        if "x-guessed" in schema
    ]


def _guess(name: str, schema: dict[str, Any]) -> str:
    spelled = identifiers.snake(name).split("_")
    last = spelled[-1]
    if name == "id" and not schema.get("nullable"):
        schema.setdefault("x-inferred-required", True)
    if not any(key in schema for key in _SHAPES):
        if last in _DECIMALS:
            schema["format"] = "decimal"  # as a string or a number: that stays open
            return "a decimal number"
    elif schema.get("type") == "number" and "format" not in schema:
        if last in _WHOLE or (spelled[0] == "total" and spelled[-1].endswith("ed")):  # totalCreated
            schema["type"] = "integer"
            return "a whole number"
        if last in _AMOUNTS:
            schema["format"] = "decimal"
            return "a decimal number, written as a JSON number"
    elif "rates" in spelled:
        values = schema.get("additionalProperties")
        if isinstance(values, dict) and values.get("type") == "string" and "format" not in values:
            values["format"] = "decimal"
            return "decimal numbers by name"
    return ""


def _properties(document: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every property of every object: what it belongs to, its name, its schema."""

    def walk(node: Any, owner: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
        if isinstance(node, list):
            for one in node:
                yield from walk(one, owner)
        elif isinstance(node, dict) and CORRECTED not in node:
            properties = node.get("properties")
            for name, schema in properties.items() if isinstance(properties, dict) else ():
                if isinstance(schema, dict) and CORRECTED not in schema:
                    yield owner, name, schema
                    yield from walk(schema, f"{owner}.{name}")
            for key, value in node.items():
                if key not in ("properties", "example", "examples", "default", "enum", "const"):
                    yield from walk(value, owner)

    for name, schema in (document.get("components", {}).get("schemas") or {}).items():
        yield from walk(schema, name)
    for path, operations in document["paths"].items():
        for method, operation in operations.items() if isinstance(operations, dict) else ():
            yield from walk(operation, f"{method.upper()} {path}")
