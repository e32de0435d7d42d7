"""Reads `openapi/corrections.yaml`: what a person wrote down of a document, each entry with its reason."""

from __future__ import annotations

from keyword import iskeyword
from pathlib import Path
from typing import Any

from attrs import define, field
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from . import known
from .known import KnownDifference, KnownLoss

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
        try:
            raw = YAML(typ="safe").load(path.read_text(encoding="utf-8")) or {}
        except (OSError, UnicodeDecodeError, YAMLError) as error:
            raise CorrectionError(f"{path.name} is no valid YAML: {error}") from None
        if not isinstance(raw, dict):
            raise CorrectionError(f"{path.name} is no mapping")
        _refuse_unknown(raw, _SECTIONS, path.name)
        decimals = raw.get("decimals") or {}
        _refuse_unknown(decimals, {"also", "never"}, f"{path.name}: decimals")
        for entry in raw.get("operations") or []:
            problem = _problem(entry)
            if problem:
                raise CorrectionError(f"{path.name}: {entry.get('operation')}: {problem}")
        for entry in raw.get("schemas") or []:
            problem = _problem_of_schema(entry)
            if problem:
                raise CorrectionError(f"{path.name}: schema {entry.get('schema')}: {problem}")
        for entry in raw.get("known_differences") or []:
            problem = known.problem_of(entry)
            if problem:
                raise CorrectionError(f"{path.name}: known_differences: {problem}")
        for entry in raw.get("known_losses") or []:
            problem = known.problem_of_loss(entry)
            if problem:
                raise CorrectionError(f"{path.name}: known_losses: {problem}")
        return cls(
            raw.get("operations") or [],
            raw.get("schemas") or [],
            [KnownLoss.of(entry) for entry in raw.get("known_losses") or []],
            [KnownDifference(**entry) for entry in raw.get("known_differences") or []],
            Decimals(set(decimals.get("also") or ()), set(decimals.get("never") or ())),
        )


def _refuse_unknown(raw: dict[str, Any], known: set[str], where: str) -> None:
    unknown = raw.keys() - known
    if unknown:
        raise CorrectionError(f"{where}: unknown keys {', '.join(sorted(unknown))}")


def _problem(entry: dict[str, Any]) -> str | None:
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


def _problem_of_schema(entry: dict[str, Any]) -> str | None:
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
