"""What differs between two documents, as entries for `openapi/corrections.yaml`. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..generated.types import Operation
from .amending import Study
from .schemas import Json, success_schema

#: What a property keeps when its type is replaced.
_ABOUT = ("description", "example", "deprecated", "title")


def corrections(raw: Mapping[str, Any], found: Study, operations: Sequence[Operation], source: str) -> Json:
    """Write the entries that make a document fit.

    Args:
        raw: The document.
        found: The document that fits, and why.
        operations: The operations whose responses were compared.
        source: Where it was found out, for the reasons.

    Returns:
        Lists of entries by section; empty ones are left out.
    """
    sections = {
        "operations": list(_operations(raw, found, operations, source)),
        "schemas": [one for name in _components(found.amended) for one in _schema(raw, found, name, source)],
    }
    return {name: entries for name, entries in sections.items() if entries}


def as_yaml(sections: Json) -> str:
    """Write entries as YAML, ready to paste."""
    lines = []
    for section, entries in sections.items():
        lines.append(f"{section}:")
        for entry in entries:
            for index, (key, value) in enumerate(entry.items()):
                text = value if key in ("operation", "tag", "schema", "property") and _is_plain(value) else _json(value)
                lines.append(f"  {'- ' if index == 0 else '  '}{key}: {text}")
    return "\n".join([*lines, ""]) if lines else ""


def _is_plain(value: str) -> bool:
    """Whether a text needs no quotes in YAML."""
    return all(one.isalnum() or one in "/_-. {}" for one in value) and value[:1].isalpha() and value.strip() == value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _components(document: Mapping[str, Any]) -> Mapping[str, Json]:
    found: Mapping[str, Json] = document.get("components", {}).get("schemas") or {}
    return found


def _operations(raw: Mapping[str, Any], found: Study, operations: Sequence[Operation], source: str) -> Iterator[Json]:
    for one in operations:
        now = success_schema(found.amended, one)
        if now is not None and now != success_schema(raw, one):
            called = f"{one.method} {one.path}"
            yield {
                "operation": called,
                "tag": one.tag,
                "summary": one.summary,
                "response": _bare(now),
                "why": _why(found, called, "", source),
            }


def _schema(raw: Mapping[str, Any], found: Study, name: str, source: str) -> Iterator[Json]:
    before, now = _components(raw).get(name, {}), _components(found.amended)[name]
    if before == now:
        return
    if {**before, "properties": None, "required": None} != {**now, "properties": None, "required": None}:
        yield {"schema": name, "type": _bare(now), "why": _why(found, name, "", source)}
        return
    old, new = before.get("properties") or {}, now.get("properties") or {}
    renamed: dict[str, str] = {new: old for (owner, old), new in found.renamed.items() if owner == name}
    for field in [one for one in old if one not in {renamed.get(each, each) for each in new}]:
        yield {"schema": name, "property": field, "remove": True, "why": _why(found, name, field, source)}
    for field, schema in new.items():
        origin = str(renamed.get(field, field))
        why = _why(found, name, field, source)
        if origin not in old:
            yield {"schema": name, "property": field, "add": _bare(schema), "why": why}
            continue
        entry: Json = {"schema": name, "property": origin}
        if origin != field:
            entry["rename"] = field
        if _bare(schema) != _bare(old[origin]):
            entry["type"] = _bare(schema, keep_about=False)
        if _is_required(before, origin) and not _is_required(now, field):
            entry["required"] = False
        if len(entry) > len(("schema", "property")):
            yield {**entry, "why": why}


def _is_required(schema: Json, field: str) -> bool:
    mark = schema["properties"][field].get("x-inferred-required")
    return field in (schema.get("required") or ()) or bool(mark)


def _bare(schema: Json, *, keep_about: bool = True) -> Json:
    """A schema without our marks."""
    return {key: value for key, value in _unmarked(schema).items() if keep_about or key not in _ABOUT}


def _unmarked(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _unmarked(value) for key, value in node.items() if not str(key).startswith("x-")}
    return [_unmarked(one) for one in node] if isinstance(node, list) else node


def _why(found: Study, whole: str, field: str, source: str) -> str:
    reasons = found.reasons.get((whole, field)) or [
        reason for (owner, _field), all_of_them in found.reasons.items() if owner == whole for reason in all_of_them
    ]
    return f"{source}: {'; '.join(reasons)}"


__all__ = ["as_yaml", "corrections"]
