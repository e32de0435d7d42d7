"""How an unknown outcome is settled, from `openapi/settling.yaml`: one entry for each operation that isn't idempotent.

Entries find their operation like other corrections: by METHOD and path, else by METHOD, tag and summary. They name the
calls that read by their Python names, so they are assigned once everything has its name.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from .correction_file import CorrectionError, entries_of, load_file, problem_of_operation
from .ir import Api, Operation

_PARAMETER = re.compile(r"\{([^}]+)\}")
_MATCH = {"list", "read", "id", "inside", "keys", "compare", "filters", "grows", "each", "stale"}
_STATE = {"read", "id", "field", "applied", "not_applied", "sent", "gone", "changed", "reversible", "made"}
_KINDS = {"match": _MATCH, "state": _STATE}
#: Entry key -> argument of the generated `Settlement`, where they differ: `list` and `id` are names of Python's own.
_ARGUMENTS = {"list": "lists", "id": "object_id", "field": "shows", "sent": "shows_sent"}


def load(path: Path) -> list[dict[str, Any]]:
    """Read the entries; without a file there are none.

    Raises:
        CorrectionError: with what is wrong in the file.
    """
    if not path.exists():
        return []
    raw = load_file(path)
    if "operations" not in raw:
        raise CorrectionError(f"{path.name} must hold a list under 'operations'")
    return entries_of(raw, "operations", _problem, path.name)


def _problem(entry: Any) -> str | None:
    if problem := problem_of_operation(entry):
        return problem
    kinds = entry.keys() & {*_KINDS, "none"}
    unknown = entry.keys() - {"operation", "tag", "summary", "why", *_KINDS, "none"}
    if unknown:
        return f"unknown keys {', '.join(sorted(unknown))}"
    if len(kinds) != 1:
        return "one of match, state, none is needed"
    kind = kinds.pop()
    if kind == "none":
        return None if isinstance(entry["none"], str) and entry["none"] else "'none' must say why"
    if not entry.get("why"):
        return "there is no 'why'"
    rule = entry[kind]
    if not isinstance(rule, dict):
        return f"{kind} must be a mapping"
    unknown = rule.keys() - _KINDS[kind]
    if unknown:
        return f"{kind}: unknown keys {', '.join(sorted(unknown))}"
    if kind == "match":
        return _match_problem(rule)
    if "read" not in rule or len(rule.keys() & {"field", "sent", "gone"}) != 1:
        return "state needs 'read' and one of field, sent, gone"
    return None


def _match_problem(rule: dict[str, Any]) -> str | None:
    if "list" not in rule and not {"read", "id", "inside"} <= rule.keys():
        return "match needs 'list', or 'read', 'id' and 'inside'"
    return None if rule.keys() & {"keys", "compare"} else "match needs 'keys' or 'compare'"


def assign(api: Api, entries: list[dict[str, Any]]) -> list[str]:
    """Give each operation its rule.

    Returns:
        What of the entries no longer matches anything; nothing for a document of which no entry speaks.
    """
    if not any(_find(api.operations, entry) for entry in entries):
        return []
    by_name = {one.python: one for one in api.operations}
    stale = []
    for entry in entries:
        found = _find(api.operations, entry)
        if found is None:
            stale.append(f"settling: {entry['operation']} ({entry.get('tag')}, {entry.get('summary')!r})")
            continue
        lost = [name for name in _calls(entry) if name not in by_name]
        if lost:
            stale.append(f"settling: {found.python} reads with {', '.join(lost)}, which is not in the document")
            found.settlement = {"kind": "none", "reason": f"{', '.join(lost)} is not in the document"}
        else:
            found.settlement = _arguments(entry)
            _drop_filters(found.settlement, by_name)
            if not _place_id(found.settlement, entry, found):
                stale.append(f"settling: {found.python} has no {found.settlement['object_id']}")
                found.settlement = {"kind": "none", "reason": "where the id stands in its path is not known"}
    return stale


def missing(api: Api) -> list[str]:
    """The operations that aren't idempotent and have no rule."""
    return [one.python for one in api.operations if one.idempotency == "none" and one.settlement is None]


def _find(operations: list[Operation], entry: dict[str, Any]) -> Operation | None:
    """The operation that an entry means; None where several are called so, and none of them is at its path."""
    method, _, path = str(entry["operation"]).partition(" ")
    called = [
        one
        for one in operations
        if (one.http_method, one.tag, one.summary) == (method, entry.get("tag"), entry.get("summary"))
    ]
    at_path = next((one for one in operations if (one.http_method, one.path) == (method, path)), None)
    if at_path is not None and (not called or at_path in called):
        return at_path
    return called[0] if len(called) == 1 else None


def _place_id(settlement: dict[str, Any], entry: dict[str, Any], operation: Operation) -> bool:
    """Name the path parameter that holds the id as this document does: the one at the same place in the path.

    Returns:
        Whether there is one.
    """
    place, _, name = str(settlement.get("object_id", "")).partition(".")
    names, here = _PARAMETER.findall(entry["operation"]), _PARAMETER.findall(operation.path)
    if place != "path" or name in here:
        return True
    if name not in names or len(names) != len(here):
        return False
    settlement["object_id"] = f"path.{here[names.index(name)]}"
    return True


def _drop_filters(settlement: dict[str, Any], operations: dict[str, Operation]) -> None:
    """Leave out what the list doesn't take: the API refuses unknown parameters, and a wider list is as good."""
    if "filters" in settlement:
        taken = {one.wire for one in operations[settlement["lists"]].parameters if one.location == "query"}
        settlement["filters"] = tuple(one for one in settlement["filters"] if one[0] in taken)


def _calls(entry: dict[str, Any]) -> list[str]:
    rule = entry.get("match") or entry.get("state") or {}
    return [*(rule[key] for key in ("list", "read") if key in rule), *rule.get("made", {}).values()]


def _arguments(entry: dict[str, Any]) -> dict[str, Any]:
    """The arguments of the generated `Settlement`."""
    if "none" in entry:
        return {"kind": "none", "reason": entry["none"]}
    kind = "match" if "match" in entry else "state"
    found: dict[str, Any] = {"kind": kind}
    for key, value in entry[kind].items():
        if isinstance(value, dict):
            value = tuple((str(name), str(sent)) for name, sent in value.items())
        elif isinstance(value, list):
            value = tuple(value)
        found[_ARGUMENTS.get(key, key)] = value
    return found


# ---------------------------------------------------------------------- what readers are told


def advice(op: Operation) -> str:
    """What a docstring says of settling: what to pass so that an unknown outcome can be settled."""
    rule = op.settlement
    if rule is None or rule["kind"] == "none":
        return f"An unknown outcome can't be settled: {rule['reason']}." if rule else ""
    keys = [f"`{name}`" for name in _keys(op, rule)]
    if rule["kind"] == "match" and keys:
        return f"Pass {' or '.join(keys)}: then an unknown outcome can be settled with certainty."
    return ""


def cell(op: Operation) -> str:
    """What the table of operations says of settling."""
    if op.idempotency != "none":
        return "not needed" if op.idempotency != "safe" else ""
    rule = op.settlement
    if rule is None:
        return "unknown"
    if rule["kind"] == "none":
        return f"no: {rule['reason']}"
    if rule["kind"] == "match":
        keys = " or ".join(f"`{name}`" for name in _keys(op, rule))
        return (
            f"by {keys}, or all that was sent" if keys and rule.get("compare") else f"by {keys or 'all that was sent'}"
        )
    if rule.get("gone"):
        return "only while it is there: not applied"
    return "by what the object shows"


def _keys(op: Operation, rule: dict[str, Any]) -> list[str]:
    """The identifying fields, under the names that a caller uses."""
    if rule.get("each"):
        return list(rule.get("keys", ()))
    fields = op.body.type.model.fields if op.body is not None and op.body.type.model is not None else []
    names = {one.wire: one.python for one in fields}
    known = [names[key] for key in rule.get("keys", ()) if key in names]
    return known or list(rule.get("keys", ()))
