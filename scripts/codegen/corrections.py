"""Facts that the published document lacks or states loosely.

Two kinds: rules for what is systematic (here), and exceptions for single operations (`openapi/corrections.yaml`). An
exception finds its operation by METHOD and path, or else by METHOD, tag and summary: operationIds are not stable.
Corrections change a copy; the document on disk is never edited.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from attrs import define, field
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from . import words
from .document import Document
from .operations import METHODS

_DECIMAL = re.compile(r"-?\d+(\.\d+)?")
_MONEY = {"amount", "fee", "price", "subtotal", "total", "vat", "cost", "balance", "net", "gross", "tax"}
#: Last words of names that are amounts only when an example says so ("vatCode" isn't money, "discount" may be).
_PERHAPS_MONEY = {"discount", "rate", "budget", "profit", "revenue", "value", "quantity"}
_COUNTS = {
    "page",
    "limit",
    "total",
    "pages",
    "count",
    "offset",
    "skip",
    "take",
    "size",
    "year",
    "month",
    "days",
}


class CorrectionError(Exception):
    """The file of exceptions can't be used."""


@define
class Corrections:
    """What a person wrote down: exceptions, hints for names, and losses that are accepted."""

    operations: list[dict[str, Any]] = field(factory=list)
    known_losses: list[str] = field(factory=list)

    @classmethod
    def load(cls, path: Path) -> Corrections:
        if not path.exists():
            return cls()
        try:
            raw = YAML(typ="safe").load(path.read_text(encoding="utf-8")) or {}
        except YAMLError as error:
            raise CorrectionError(f"{path.name} is no valid YAML: {error}") from None
        unknown = raw.keys() - {"operations", "known_losses"}
        if unknown:
            raise CorrectionError(f"{path.name}: unknown keys {', '.join(sorted(unknown))}")
        for entry in raw.get("operations") or []:
            if not entry.get("why"):
                raise CorrectionError(f"{path.name}: {entry.get('operation')} has no 'why'")
        return cls(raw.get("operations") or [], [str(one) for one in raw.get("known_losses") or []])


def apply(document: Document, corrections: Corrections) -> tuple[Document, list[str]]:
    """A corrected copy of the document, and what of the corrections no longer matches anything ('stale')."""
    document = copy.deepcopy(document)
    for rule in RULES:
        rule(document)
    return document, list(_apply_exceptions(document, corrections.operations))


# ---------------------------------------------------------------------- exceptions

#: What an exception may set, and the extension by which the rest of the generator reads it.
_SETTABLE = {
    "idempotency": "x-idempotency",
    "licence": "x-licence",
    "successor": "x-successor",
    "sunset": "x-sunset",
    "name": "x-python-name",
    "resource": "x-python-resource",
    "read_back": "x-read-back",
}


def _apply_exceptions(document: Document, entries: list[dict[str, Any]]) -> Iterator[str]:
    for entry in entries:
        targets = list(find_operations(document, entry))
        if not targets:
            yield f"{entry.get('operation')} ({entry.get('tag', 'no tag')}, {entry.get('summary', 'no summary')!r})"
        for target in targets:
            for key, extension in _SETTABLE.items():
                if key in entry:
                    target.setdefault(extension, entry[key])


def find_operations(document: Document, entry: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The operations that an entry means: by METHOD and path, else by METHOD, tag and summary."""
    method, _, path = str(entry.get("operation", "")).partition(" ")
    item = document["paths"].get(path)
    if path and isinstance(item, dict) and method.lower() in item:
        yield item[method.lower()]
        return
    for item in document["paths"].values():
        operation = item.get(method.lower()) if isinstance(item, dict) else None
        if operation is None or "tag" not in entry:
            continue
        same_tag = entry["tag"] in (operation.get("tags") or ())
        if same_tag and (
            "summary" not in entry or entry["summary"] == (operation.get("summary") or "").strip()
        ):
            yield operation


# ---------------------------------------------------------------------- rules


def _rule_counts_are_integers(document: Document) -> None:
    """NestJS writes every number as `number`; counts, page numbers and account numbers are integers."""

    def correct(name: str, schema: dict[str, Any]) -> None:
        if schema.get("type") == "number" and is_count(name, schema):
            schema["type"] = "integer"

    _each_named_schema(document, correct)


def is_count(name: str, schema: dict[str, Any]) -> bool:
    """Whether a number called so is a whole number."""
    values = [
        schema.get(key) for key in ("default", "example", "minimum", "maximum") if schema.get(key) is not None
    ]
    if any(isinstance(value, float) and not value.is_integer() for value in values):
        return False
    parts = words.snake(name).split("_")
    return parts[-1] in _COUNTS or (parts[-1] in {"number", "order", "ttl", "terms", "code"})


def _rule_money_is_decimal(document: Document) -> None:
    """Amounts are decimal numbers in strings, which the published document doesn't say: it has no `format` for them."""

    def correct(name: str, schema: dict[str, Any]) -> None:
        if is_money(name, schema):
            schema["format"] = "decimal"

    _each_named_schema(document, correct)


def is_money(name: str, schema: dict[str, Any]) -> bool:
    """Whether a string called so is a decimal number.

    By its last word (`unitAmount`, `flatFee`, `subtotal`), as long as no example says otherwise; some words need an
    example that is a number with decimals.
    """
    kind = schema.get("type")
    if (kind != "string" and kind not in (["string", "null"], ["null", "string"])) or {
        "format",
        "enum",
        "pattern",
    } & schema.keys():
        return False
    examples = [schema[key] for key in ("example", "default") if schema.get(key) is not None]
    last = words.snake(name).split("_")[-1]
    if any(not isinstance(one, str) or not _DECIMAL.fullmatch(one) for one in examples):
        return False
    if last in _MONEY:
        return True
    return last in _PERHAPS_MONEY and any("." in one for one in examples)


def _rule_ids_are_strings(document: Document) -> None:
    """Identifiers are opaque: `format: uuid` would turn them into another type for no gain."""

    def correct(_name: str, schema: dict[str, Any]) -> None:
        if schema.get("format") == "uuid":
            del schema["format"]

    _each_named_schema(document, correct)


RULES: tuple[Callable[[Document], None], ...] = (
    _rule_counts_are_integers,
    _rule_money_is_decimal,
    _rule_ids_are_strings,
)


def _each_named_schema(document: Document, visit: Callable[[str, dict[str, Any]], None]) -> None:
    """Visits every schema that stands under a name: properties and parameters."""

    def walk(node: Any) -> None:
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            properties = node.get("properties")
            if isinstance(properties, dict) and not isinstance(node.get("name"), str):
                for name, schema in properties.items():
                    if isinstance(schema, dict):
                        visit(name, schema)
            if isinstance(node.get("in"), str) and isinstance(node.get("schema"), dict):
                visit(str(node.get("name")), node["schema"])
            for key, value in node.items():
                if key not in ("example", "examples", "default", "enum", "const"):
                    walk(value)

    walk({"paths": document["paths"], "components": document.get("components", {})})


__all__ = ["METHODS", "CorrectionError", "Corrections", "apply", "find_operations", "is_count", "is_money"]
