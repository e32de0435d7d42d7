"""Facts that the published document lacks or states loosely.

Two kinds: rules for what is systematic (here), and exceptions for single operations (`openapi/corrections.yaml`). An
exception finds its operation by METHOD and path, or else by METHOD, tag and summary: operationIds are not stable.
Corrections change a copy; the document on disk is never edited.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve

from . import guesses, identifiers
from .correction_file import SETTABLE, CorrectionError, Corrections, Decimals
from .document import Document
from .known import KnownLoss
from .references import References
from .schema_corrections import CORRECTED, correct_schemas, retype

_DECIMAL = re.compile(r"-?\d+(\.\d+)?")
#: Last words of names of amounts: `unitAmount`, `flatFee`, `subtotal`.
_MONEY = {"amount", "fee", "price", "subtotal", "total", "cost", "balance"}
#: Last words of names that are amounts only when an example says so ("vat" may be a number of a company).
_PERHAPS_MONEY = {"discount", "rate", "budget", "profit", "revenue", "value", "quantity"}
#: And names that are amounts beside another amount ("vat" may also be the number of a company).
_MONEY_BESIDE = {"vat", "tax", "net", "gross"}
#: Last words of names of whole numbers.
_COUNTS = {"page", "limit", "pages", "count", "offset", "skip", "take", "size", "year", "month", "days"}
_COUNTS |= {"number", "order", "ttl", "terms", "code"}
#: What stands beside a `total` that counts items.
_PAGING = {"page", "limit", "data", "items", "results", "pages", "page_size", "total_pages"}


def apply(document: Document, corrections: Corrections) -> tuple[Document, list[str]]:
    """A corrected copy of the document, and what of the corrections no longer matches anything ('stale')."""
    document = copy.deepcopy(document)
    stale = list(correct_schemas(document, corrections.schemas))
    correct_counts(document)
    stale += correct_decimals(document, corrections.decimals)
    guesses.apply(document)
    return document, [*_apply_exceptions(document, corrections.operations), *stale]


def mean(document: Document, corrections: Corrections) -> bool:
    """Whether corrections are of this API: whether one of the operations that they name is in the document."""
    return any(find_operation(document, entry) for entry in corrections.operations)


# ---------------------------------------------------------------------- exceptions


def _apply_exceptions(document: Document, entries: list[dict[str, Any]]) -> Iterator[str]:
    for entry in entries:
        target = find_operation(document, entry)
        if target is None:
            yield f"{entry.get('operation')} ({entry.get('tag', 'no tag')}, {entry.get('summary', 'no summary')!r})"
            continue
        for key, extension in SETTABLE.items():
            if key in entry:
                target.setdefault(extension, entry[key])
        if "response" in entry and not _replace_response(target, entry["response"]):
            yield f"response of {entry.get('operation')}"


def _replace_response(operation: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Replace the schema of the first success that holds JSON."""
    for status, response in operation.get("responses", {}).items():
        media = response.get("content", {}).get("application/json") if status.startswith("2") else None
        if media is not None:
            retype(media.setdefault("schema", {}), wanted)
            return True
    return False


def find_operation(document: Document, entry: dict[str, Any]) -> dict[str, Any] | None:
    """The operation that an entry means: by METHOD and path, else by METHOD, tag and summary.

    Paths may have been a guess. When the operation at the path is called otherwise and another one is called as the
    entry says, that one is meant; none where several are.
    """
    method, _, path = str(entry.get("operation", "")).partition(" ")
    references = References(document)
    called = {
        id(operation): operation
        for each in document["paths"]
        if isinstance(operation := references.path_item(each).get(method.lower()), dict)
        and _is_called(operation, entry)
    }
    at_path = references.path_item(path).get(method.lower())
    if isinstance(at_path, dict) and (id(at_path) in called or not called):
        return at_path
    return next(iter(called.values())) if len(called) == 1 else None


def find_losses(document: Document, known: Iterable[KnownLoss]) -> list[KnownLoss]:
    """The entries with the paths that their operations have in this document, found as in `find_operation`."""
    return [placed for one in known for placed in _placed(document, one) or [one]]


def _placed(document: Document, known: KnownLoss) -> list[KnownLoss]:
    method = known.operation.partition(" ")[0]
    entry = {"operation": known.operation, "tag": known.tag, "summary": known.summary}
    meant = find_operation(document, entry)
    if meant is None:
        return []
    references = References(document)
    paths = [path for path in document["paths"] if references.path_item(path).get(method.lower()) is meant]
    return [evolve(known, operation=f"{method} {path}") for path in paths]


def _is_called(operation: dict[str, Any], entry: dict[str, Any]) -> bool:
    if entry.get("tag") is None or entry.get("summary") is None:
        return False
    return (
        entry["tag"] in (operation.get("tags") or ()) and entry["summary"] == (operation.get("summary") or "").strip()
    )


# ---------------------------------------------------------------------- rules


def correct_counts(document: Document) -> None:
    """NestJS writes every number as `number`; counts, page numbers and account numbers are integers."""
    for name, schema, siblings in _named_schemas(document):
        for one in _alternatives(schema):
            if _is_type(one, "number") and is_count(name, one, siblings):
                one["type"] = "integer" if one["type"] == "number" else ["integer", "null"]


def is_count(name: str, schema: dict[str, Any], siblings: Iterable[str] = ()) -> bool:
    """Whether a number called so is a whole number.

    By its last word, as long as no example or bound has decimals; a total only beside what pages a list.
    """
    keys = ("default", "example", "minimum", "maximum", "multipleOf")
    values = [schema[key] for key in keys if schema.get(key) is not None] + _examples(schema)
    if any(isinstance(value, float) and not value.is_integer() for value in values):
        return False
    last = _last_word(name)
    if last == "total":
        return bool(_PAGING & {identifiers.snake(one) for one in siblings})
    return last in _COUNTS


def correct_decimals(document: Document, decimals: Decimals) -> list[str]:
    """Amounts are decimal numbers in strings, which the published document doesn't say: it has no `format` for them.

    Returns:
        what of the exceptions matches nothing.
    """
    seen: set[str] = set()
    for name, schema, siblings in _named_schemas(document):
        for one in _alternatives(schema):
            if not _is_plain_string(one):
                continue
            seen.add(name)
            if name in decimals.also or (name not in decimals.never and is_money(name, one, siblings)):
                one["format"] = "decimal"
    return [f"decimals: {name}" for name in sorted((decimals.also | decimals.never) - seen)]


def is_money(name: str, schema: dict[str, Any], siblings: Iterable[str] = ()) -> bool:
    """Whether a string called so is a decimal number.

    By its last word (`unitAmount`, `flatFee`, `subtotal`), as long as no example says otherwise; some words need an
    example that is a number with decimals.
    """
    if not _is_plain_string(schema):
        return False
    examples = [schema[key] for key in ("example", "default") if schema.get(key) is not None] + _examples(schema)
    if any(not isinstance(one, str) or not _DECIMAL.fullmatch(one) for one in examples):
        return False
    last = _last_word(name)
    if last in _MONEY or (last in _MONEY_BESIDE and _MONEY & {_last_word(one) for one in siblings}):
        return True
    return last in _PERHAPS_MONEY | _MONEY_BESIDE and any("." in one for one in examples)


def _last_word(name: str) -> str:
    return identifiers.snake(name).split("_")[-1]


def _is_plain_string(schema: dict[str, Any]) -> bool:
    return _is_type(schema, "string") and not {"format", "enum", "const", "pattern"} & schema.keys()


def _is_type(schema: dict[str, Any], kind: str) -> bool:
    return schema.get("type") in (kind, [kind], [kind, "null"], ["null", kind])


def _examples(schema: dict[str, Any]) -> list[Any]:
    examples = schema.get("examples")
    return examples if isinstance(examples, list) else []


def _alternatives(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The schema, and what it may be instead (`anyOf: [string, null]`), with its examples."""
    inside = [one for key in ("anyOf", "oneOf") for one in schema.get(key) or () if isinstance(one, dict)]
    if (
        len([one for one in inside if one.get("type") != "null"]) == 1
        and not _examples(schema)
        and "example" not in schema
    ):
        return [schema, *inside]
    return [schema]


def _named_schemas(document: Document) -> Iterator[tuple[str, dict[str, Any], list[str]]]:
    """Every schema that stands under a name (properties and parameters), with the names beside it."""

    def walk(node: Any, is_names: bool = False) -> Iterator[tuple[str, dict[str, Any], list[str]]]:
        if isinstance(node, list):
            for one in node:
                yield from walk(one)
        elif isinstance(node, dict) and CORRECTED not in node:
            if is_names:
                yield from (
                    (name, one, list(node))
                    for name, one in node.items()
                    if isinstance(one, dict) and CORRECTED not in one
                )
            elif isinstance(node.get("in"), str) and isinstance(node.get("schema"), dict):
                yield str(node.get("name")), node["schema"], []
            for key, value in node.items():
                if is_names or key not in ("example", "examples", "default", "enum", "const"):
                    yield from walk(value, key == "properties" and not is_names)

    yield from walk({"paths": document["paths"], "components": document.get("components", {})})


__all__ = ["CorrectionError", "Corrections", "Decimals", "apply", "find_losses", "find_operation"]
