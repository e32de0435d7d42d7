"""Contract snapshots: one operation of a description as lines that a person reviews, and back.

Each field of the data has one line, under its place: `lines[].priceId`, with `$` for the whole, `*` for any name, `[0]`
for an item of a tuple and `(recurring)` for a form of a union. Names of components, texts, and paths and scopes that
are inferred and not documented are no part of a snapshot.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from .forms import Forms
from .levels import Direction
from .moves import with_moves
from .operations import OperationComparison
from .places import form_step, join, step_of
from .rules import alerts
from .shapes import Schemas
from .subject import is_success
from .walk import Walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .levels import Change
    from .shapes import Json

#: Of the snapshots that are written. Those of 1 say no format, and know nothing of `needs`, `class` and `unknown`.
FORMAT = 2
_STEP = re.compile(r'\.?("(?:[^"\\]|\\.)*"|\([^)]*\)|\[\d*\]|\*|[^.\[\]()"*]+)')
#: What is copied as it stands, in this order.
_FACTS = ("deprecated", "sunset", "successor", "idempotency", "licenses", "security", "servers")
_COPIED = ("format", "nullable", "deprecated", "hidden", "groups", "dependent", "mapping", "values", "title")
_LIMITS = ("bounds", "default")
_PARAMETERS = "parameters"  # of a callback: in the place of a content type


def snapshot(operation: Json, components: dict[str, Json]) -> Json:
    """Return the snapshot of an operation: plain JSON, with one key for each field.

    Args:
        operation: of a description.
        components: the schemas of that description.
    """
    schemas = Schemas(components)
    marks = operation.get("marks", ())
    found: Json = {"format": FORMAT, "method": operation["method"]}
    if "path" not in marks:
        found["path"] = operation["path"]
    if "scopes" not in marks or not operation.get("scopes"):
        found["scopes"] = operation.get("scopes", [])
    found |= {key: operation[key] for key in _FACTS if key in operation}
    found["parameters"] = dict(_parameter_lines(operation, schemas))
    if body := operation.get("body"):
        found["body_required"] = bool(body.get("required"))
        found |= _contents("body", body, schemas, Direction.REQUEST)
    for status, response in sorted(operation.get("responses", {}).items()):
        direction = Direction.RESPONSE if is_success(status) else Direction.ERROR
        title = f"response {status}" if is_success(status) else f"error {status}"
        found |= _contents(title, response, schemas, direction) or {title: {}}
        headers = response.get("headers", {})
        for name, one in headers.items():
            lines = dict(_lines(schemas, one.get("schema", {}), Direction.RESPONSE))
            found[f"header {status} {name}"] = {**lines, "$": lines["$"] | _required(one)}
    for name, callback in operation.get("callbacks", {}).items():
        title = f"callback {name}"
        found |= _contents(title, callback.get("body", {}), schemas, Direction.WEBHOOK) or {title: {}}
        sent = {key: one for key, one in callback.get("parameters", {}).items() if not key.startswith("path ")}
        if sent:
            found[f"{title} {_PARAMETERS}"] = dict(_parameter_lines({"path": "", "parameters": sent}, schemas))
    return _shared(found)


def _parameter_lines(operation: Json, schemas: Schemas) -> Iterator[tuple[str, Json]]:
    """Return each parameter: its only line, or its lines. Those in the path have no names that are sent."""
    in_path = re.findall(r"\{([^}]*)\}", operation["path"])
    for key, one in sorted(operation.get("parameters", {}).items()):
        place, _, name = key.partition(" ")
        own = {fact: one[fact] for fact in ("required", "style", "deprecated") if fact in one}
        if place == "path":
            key, own = f"path {in_path.index(name) + 1}", {}
        lines = dict(_lines(schemas, one.get("schema", {}), Direction.REQUEST))
        lines["$"] |= own
        yield key, lines if len(lines) > 1 else lines["$"]


def _required(holder: Json) -> Json:
    return {"required": True} if holder.get("required") else {}


def _contents(title: str, holder: Json, schemas: Schemas, direction: Direction) -> Json:
    found: Json = {}
    for kind, media in sorted(holder.get("content", {}).items()):
        lines = found[f"{title} {kind}"] = dict(_lines(schemas, media.get("schema", {}), direction))
        for name, written in media.get("encoding", {}).items():
            if step_of(name) in lines:
                lines[step_of(name)]["encoding"] = written
    return found


def _shared(found: Json) -> Json:
    """Errors that have the same body are listed once: `error 400 401 403 application/json`."""
    same: dict[str, list[str]] = {}
    for key in [key for key in found if key.startswith("error ")]:
        _error, status, *kind = key.split(" ")
        same.setdefault(json.dumps([kind, found.pop(key)]), []).append(status)
    for text, statuses in same.items():
        kind, lines = json.loads(text)
        found[" ".join(["error", *statuses, *kind])] = lines
    return found


# ---------------------------------------------------------------------- one schema as lines


def _lines(
    schemas: Schemas,
    node: Json,
    direction: Direction,
    place: str = "",
    above: tuple[tuple[str, str], ...] = (),
    *,
    required: bool = False,
) -> Iterator[tuple[str, Json]]:
    """Return the lines of a schema, itself first. Where it comes back to itself, the place is named that it is like."""
    shape = schemas.shape(node)
    if shape.hidden == direction.hidden:
        return
    here = place or "$"
    entry = _entry(schemas, node, direction, required=required)
    name = schemas.name(node)
    like = next((at for component, at in above if component == name and name), None)
    if like is not None:
        yield here, {**entry, "like": like}
        return
    yield here, entry
    above = (*above, (name, here))
    for field in sorted(shape.properties):
        at, child = join(place, step_of(field)), shape.properties[field]
        yield from _lines(schemas, child, direction, at, above, required=field in shape.required)
    if shape.items is not None:
        yield from _lines(schemas, shape.items, direction, f"{place}[]", above)
    for index, item in enumerate(shape.prefix):
        yield from _lines(schemas, item, direction, f"{place}[{index}]", above)
    if isinstance(shape.additional, dict):
        yield from _lines(schemas, shape.additional, direction, join(place, "*"), above)
    for number, union in enumerate(shape.unions):
        yield from _forms(schemas, union, direction, place, above, number)


def _forms(
    schemas: Schemas, union: Json, direction: Direction, place: str, above: tuple[tuple[str, str], ...], number: int
) -> Iterator[tuple[str, Json]]:
    forms = Forms(schemas, union)
    seen: dict[str, int] = {}
    for form in forms.forms:
        label = forms.label(form)
        seen[label] = seen.get(label, 0) + 1
        label += f" {seen[label]}" if seen[label] > 1 else ""
        for at, entry in _lines(schemas, form.node, direction, place + form_step(label), above):
            is_form = at == place + form_step(label)
            of_union = {"union": number, **({"by": forms.by} if forms.by else {})} if is_form else {}
            component = {"component": form.component} if is_form and form.component else {}
            yield at, {**entry, **of_union, **component}


def _entry(schemas: Schemas, node: Json, direction: Direction, *, required: bool) -> Json:
    target: Json = schemas.resolved(node)
    entry: Json = {"type": " or ".join(target.get("types", ())) or "any"}
    if required:
        entry["required"] = True
    entry |= {key: target[key] for key in _COPIED if key in target}
    if "enum" in target:
        entry["enum"] = target["enum"]
    if unlisted := sorted(set(target.get("required", ())) - target.get("properties", {}).keys()):
        entry["needs"] = unlisted  # they stand in the forms of a union, or nowhere
    if direction is Direction.REQUEST:
        entry |= {key: target[key] for key in _LIMITS if key in target}
    if target.get("additional") is False:
        entry["closed"] = True
    if schemas.shape(node).is_map:  # what it becomes when its fields are listed depends on what it is in Python
        entry |= {"class": True} if schemas.name(node) else {}
        entry |= {"unknown": True} if target.get("inferred") else {}
    return entry


# ---------------------------------------------------------------------- and back


def parse(pinned: Json) -> tuple[Json, dict[str, Json]]:
    """Return the operation that a snapshot describes, and the components of its recursive schemas.

    Raises:
        ValueError: it is no snapshot that `snapshot` made.
    """
    components: dict[str, Json] = {}
    if _format(pinned) > FORMAT:
        raise ValueError(f"a newer release wrote it, in format {pinned['format']}; this one reads up to {FORMAT}")
    operation: Json = {key: pinned[key] for key in ("method", "path", "scopes", *_FACTS) if key in pinned}
    if "method" not in pinned or not isinstance(pinned.get("parameters"), dict):
        raise ValueError("not a snapshot of this version")
    operation["parameters"] = _parameters(pinned["parameters"], components)
    for key, lines in pinned.items():
        title, _, rest = key.partition(" ")
        if title == "body" and rest:
            body = operation.setdefault("body", {"required": pinned.get("body_required", False), "content": {}})
            body["content"][rest] = _media(lines, components, key)
        elif title in ("response", "error"):
            *statuses, kind = rest.split(" ") if "/" in rest else [*rest.split(" "), ""]
            for status in statuses:
                response = operation.setdefault("responses", {}).setdefault(status, {})
                if kind:
                    response.setdefault("content", {})[kind] = _media(lines, components, f"{key} {status}")
        elif title == "callback":
            _callback(operation, rest, lines, components)
        elif title == "header":
            status, _, name = rest.partition(" ")
            response = operation.setdefault("responses", {}).setdefault(status, {})
            required = bool(lines["$"].get("required"))
            header = {"required": required, "schema": _node(lines, components, key)}
            response.setdefault("headers", {})[name] = header
    return operation, components


def _callback(operation: Json, key: str, lines: Json, components: dict[str, Json]) -> None:
    """Add a callback to an operation: `done POST {$request.body#/url} application/json`, or without a body."""
    name, _, kind = key.rpartition(" ") if lines else (key, "", "")
    method = name.split(" ")[1]
    callback = operation.setdefault("callbacks", {}).setdefault(name, {"method": method, "path": name})
    if kind == _PARAMETERS:
        callback["parameters"] = _parameters(lines, components)
    elif kind:
        body = callback.setdefault("body", {"content": {}})
        body["content"][kind] = _media(lines, components, f"callback {key}")


def _parameters(pinned: Json, components: dict[str, Json]) -> Json:
    found: Json = {}
    for name, one in pinned.items():
        lines = one if "$" in one else {"$": one}
        facts = {key: lines["$"][key] for key in ("required", "style", "deprecated") if key in lines["$"]}
        if name.startswith("path "):
            facts["required"] = True
        found[name] = {**facts, "schema": _node(lines, components, f"parameter {name}")}
    return found


def _media(lines: Json, components: dict[str, Json], title: str) -> Json:
    found = {place: entry["encoding"] for place, entry in lines.items() if "encoding" in entry}
    encoding = {json.loads(place) if place.startswith('"') else place: written for place, written in found.items()}
    return {"schema": _node(lines, components, title), "encoding": encoding}


def _node(lines: Json, components: dict[str, Json], title: str) -> Json:
    """Return the schema that lines describe."""
    nodes: dict[str, Json] = {}
    for place, entry in lines.items():
        node = nodes[place] = _parsed(entry)
        if "like" in entry:
            node["ref"] = f"{title} {entry['like']}/"
        if place != "$":
            _attach(nodes, place, entry, node)
    for entry in lines.values():
        if "like" in entry:
            components[f"{title} {entry['like']}/"] = nodes[entry["like"]]
    return nodes.get("$", {})


def _attach(nodes: dict[str, Json], place: str, entry: Json, node: Json) -> None:
    steps = list(_STEP.finditer(place))
    parent = nodes.get(place[: steps[-1].start()] or "$") if steps else None
    if parent is None:
        raise ValueError(f"no place for {place!r}")
    step = steps[-1].group(1)
    if step == "[]":
        parent["items"] = node
    elif step.startswith("["):
        parent.setdefault("prefix", []).append(node)
    elif step == "*":
        parent["additional"] = node
    elif step.startswith("("):
        unions = parent.setdefault("unions", [])
        while len(unions) <= entry.get("union", 0):
            unions.append({"forms": []})
        unions[entry.get("union", 0)]["forms"].append(node)
        if "by" in entry:
            unions[entry.get("union", 0)]["by"] = entry["by"]
    else:
        name = json.loads(step) if step.startswith('"') else step
        parent.setdefault("properties", {})[name] = node
        if entry.get("required"):
            parent.setdefault("required", []).append(name)


def _parsed(entry: Json) -> Json:
    node: Json = {key: entry[key] for key in (*_COPIED, *_LIMITS, "enum", "component") if key in entry}
    if entry.get("type", "any") != "any":
        node["types"] = sorted(entry["type"].split(" or "))
    if entry.get("needs"):
        node["required"] = list(entry["needs"])
    if entry.get("closed"):
        node["additional"] = False
    if entry.get("class"):
        node["class"] = True
    if entry.get("unknown"):
        node["inferred"] = True
    return node


# ---------------------------------------------------------------------- comparison


def _format(pinned: Json) -> int:
    return int(pinned.get("format", 1))


def _comparable(pinned: Json, other: Json) -> Json:
    """Return a snapshot as it is compared with another: what one of them couldn't know yet is no difference."""
    if _format(pinned) > 1 and _format(other) > 1:
        return pinned
    is_old = _format(pinned) == 1
    return {
        key: _comparable_lines(value, is_old=is_old) if isinstance(value, dict) and "$" in value else value
        for key, value in pinned.items()
    }


def _comparable_lines(lines: Json, *, is_old: bool) -> Json:
    found = {place: {key: one for key, one in entry.items() if key != "needs"} for place, entry in lines.items()}
    if is_old:
        parents = {place[: step.start()] or "$" for place in lines for step in _STEP.finditer(place)}
        for place, entry in found.items():
            if entry.get("type") == "object" and place not in parents:
                entry |= {"class": True, "unknown": True}
    return found


def compare_snapshots(old: Json, new: Json) -> list[Change]:
    """Return what of an operation changed that code which relies on the old snapshot has to know of.

    Raises:
        ValueError: one of them is no snapshot.
    """
    old, new = _comparable(old, new), _comparable(new, old)
    (before, components), (after, components_now) = parse(old), parse(new)
    # What was not documented before, path or scopes, is known better now and not changed.
    path = before.get("path", after.get("path", ""))
    before["path"], after["path"] = path, after.get("path", path)
    if "scopes" not in after or "scopes" not in before:
        before["scopes"] = after["scopes"] = []
    walk = Walk(Schemas(components), Schemas(components_now))
    changes = with_moves([*OperationComparison.of(before, after, walk).changes(), *walk.changes()])
    return [one for one in changes if alerts(one.kind, one.level)]
