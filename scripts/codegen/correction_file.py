"""Reads `openapi/corrections.yaml`: what a person wrote down of a document, each entry with its reason."""

from __future__ import annotations

from collections.abc import Callable
from keyword import iskeyword
from pathlib import Path
from typing import Any

from attrs import define, field
from yaml import YAMLError

from . import known
from .known import KnownDifference, KnownLoss
from .yaml_text import load_yaml

_SECTIONS = {"operations", "schemas", "known_losses", "known_differences", "decimals"}
_IDEMPOTENCY = ("safe", "http", "natural", "key", "none")
#: What an exception may set, and the extension by which the rest of the generator reads it.
SETTABLE = {
    "idempotency": "x-idempotency",
    "licenses": "x-licenses",
    "successor": "x-successor",
    "sunset": "x-sunset",
    "name": "x-python-name",
    "resource": "x-python-resource",
    "read_back": "x-read-back",
    "scopes": "x-scopes",
}
_CHANGES = {"rename", "type", "required", "add", "remove"}
_SCHEMA_KEYS = {"schema", "property", "why", *_CHANGES}
_ENTRY_KEYS = {"operation", "tag", "summary", "response", "why", *SETTABLE}


class CorrectionError(Exception):
    """The file of exceptions can't be used."""


@define
class Decimals:
    """Names of string properties: decimal although no rule says so, and not decimal although one does."""

    also: set[str] = field(factory=set)
    never: set[str] = field(factory=set)


@define
class Corrections:
    """What a person wrote down: exceptions, hints for names, and what is accepted as it is."""

    operations: list[dict[str, Any]] = field(factory=list)
    schemas: list[dict[str, Any]] = field(factory=list)
    known_losses: list[KnownLoss] = field(factory=list)
    known_differences: list[KnownDifference] = field(factory=list)
    decimals: Decimals = field(factory=Decimals)

    @classmethod
    def load(cls, path: Path) -> Corrections:
        """Reads the file; without one there are no exceptions.

        Raises:
            CorrectionError: with what is wrong in the file.
        """
        if not path.exists():
            return cls()
        raw, where = load_file(path), path.name
        _refuse_unknown(raw, _SECTIONS, where)
        decimals = raw.get("decimals") or {}
        if not isinstance(decimals, dict):
            raise CorrectionError(f"{where}: decimals must be a mapping")
        _refuse_unknown(decimals, {"also", "never"}, f"{where}: decimals")
        return cls(
            entries_of(raw, "operations", _problem, where),
            entries_of(raw, "schemas", _problem_of_schema, where),
            [KnownLoss.of(one) for one in entries_of(raw, "known_losses", known.problem_of_loss, where)],
            [KnownDifference(**one) for one in entries_of(raw, "known_differences", known.problem_of, where)],
            Decimals(set(decimals.get("also") or ()), set(decimals.get("never") or ())),
        )


def load_file(path: Path) -> dict[str, Any]:
    """Read a file of entries.

    Raises:
        CorrectionError: it is no YAML, or no mapping.
    """
    try:
        raw = load_yaml(path.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, YAMLError) as error:
        raise CorrectionError(f"{path.name} is not valid YAML: {error}") from None
    if not isinstance(raw, dict):
        raise CorrectionError(f"{path.name} must be a mapping")
    return raw


def entries_of(raw: dict[str, Any], section: str, problem_of: Callable[[Any], str | None], where: str) -> list[Any]:
    """The entries of a section; none where there is no such section.

    Raises:
        CorrectionError: with what is wrong with the first that has a mistake.
    """
    entries = raw.get(section) or []
    if not isinstance(entries, list):
        raise CorrectionError(f"{where}: {section} must be a list")
    for entry in entries:
        problem = problem_of(entry)
        if problem:
            of = entry.get("operation") or entry.get("schema") if isinstance(entry, dict) else None
            raise CorrectionError(f"{where}: {section}: {f'{of}: ' if of else ''}{problem}")
    return entries


def problem_of_operation(entry: Any) -> str | None:
    """Why an entry doesn't name an operation; None when it does."""
    if not isinstance(entry, dict):
        return "an entry must be a mapping"
    return None if isinstance(entry.get("operation"), str) else "an entry needs 'operation', METHOD and path"


def _refuse_unknown(raw: dict[str, Any], known: set[str], where: str) -> None:
    unknown = raw.keys() - known
    if unknown:
        raise CorrectionError(f"{where}: unknown keys {', '.join(sorted(unknown))}")


def _problem(entry: Any) -> str | None:
    if problem := problem_of_operation(entry):
        return problem
    unknown = entry.keys() - _ENTRY_KEYS
    if unknown:
        return f"unknown keys {', '.join(sorted(unknown))}"
    if not entry.get("why"):
        return "there is no 'why'"
    if entry.get("idempotency", "none") not in _IDEMPOTENCY:
        return f"idempotency is one of {', '.join(_IDEMPOTENCY)}"
    for key in ("licenses", "scopes"):
        if not isinstance(entry.get(key, []), list):
            return f"{key} is a list"
    if not isinstance(entry.get("response", {}), dict):
        return "response is a schema"
    for key in ("name", "resource"):
        name = entry.get(key, "name")
        if not isinstance(name, str) or not name.isidentifier() or name.startswith("_") or iskeyword(name):
            return f"{key} {name!r} is no Python name"
    return None


def _problem_of_schema(entry: Any) -> str | None:
    if not isinstance(entry, dict):
        return "an entry must be a mapping"
    unknown = entry.keys() - _SCHEMA_KEYS
    if unknown:
        return f"unknown keys {', '.join(sorted(unknown))}"
    if not entry.get("why"):
        return "there is no 'why'"
    if not isinstance(entry.get("schema"), str) or not _CHANGES & entry.keys():
        return "it needs 'schema', and one of rename, type, required, add, remove"
    if not isinstance(entry.get("rename", ""), str):
        return "rename is a text"
    if "remove" in entry and ("property" not in entry or _CHANGES & entry.keys() != {"remove"}):
        return "remove is for a property, and alone"
    if "add" in entry and ("property" not in entry or not isinstance(entry["add"], dict)):
        return "add is the schema of a property"
    if "add" in entry and {"rename", "type"} & entry.keys():
        return "what is added is neither renamed nor retyped"
    if "required" in entry and ("property" not in entry or not isinstance(entry["required"], bool)):
        return "required is true or false, for a property"
    if "type" in entry and not isinstance(entry["type"], dict):
        return "type is a schema"
    return None
