"""Python names: by rule, by hint, and kept by the lock.

What is certain of an operation is its method, tag and summary; paths, operationIds and schema names may change when the
published document replaces ours. So every operation is first looked up in the lock (METHOD and path, else METHOD, tag and
summary) and keeps the name that it has there; only a really new one is named by rule.

The rules work on method and path: a collection has `list` and `create`, an item `get`, `update` and `delete`, what
follows an item is an action (`activate`) or a collection of its own (`create_value`).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from attrs import asdict, define, field

from . import words
from .ir import Api, Enum, Operation, Type

_PARAMETER = re.compile(r"{[^{}]+}")
_VERSION = re.compile(r"v\d+(\.\d+)*$")
#: Methods that every resource has anyway, or that a client object needs for itself.
_TAKEN_METHODS = {
    "import",
    "from",
    "class",
    "print",
    "async",
    "await",
    "return",
    "pass",
    "with",
    "global",
    "del",
    "in",
    "is",
}


class NamingError(Exception):
    """Two operations would have one name."""


@define
class LockedOperation:
    name: str  # resource.method
    module: str
    method: str
    path: str
    tag: str
    summary: str


@define
class LockedEnum:
    name: str
    property: str
    values: list[Any]


@define
class Lock:
    """The names given so far (`openapi/names.lock.json`)."""

    operations: list[LockedOperation] = field(factory=list)
    enums: list[LockedEnum] = field(factory=list)

    @classmethod
    def load(cls, path: Path) -> Lock:
        if not path.exists():
            return cls()
        raw = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            [LockedOperation(**one) for one in raw["operations"]],
            [LockedEnum(**one) for one in raw["enums"]],
        )

    def dump(self) -> str:
        """One operation a line, so that a difference between two versions reads well."""

        def lines(entries: list[Any]) -> str:
            return ",\n".join("    " + json.dumps(asdict(one), ensure_ascii=False) for one in entries)

        return f'{{\n  "operations": [\n{lines(self.operations)}\n  ],\n  "enums": [\n{lines(self.enums)}\n  ]\n}}\n'

    def fits(self, operations: list[Operation]) -> bool:
        """Whether this is a lock of the same API: most of what it names is there."""
        if not self.operations:
            return False
        found = {(one.http_method, one.path) for one in operations} | {
            (one.http_method, one.tag, one.summary) for one in operations
        }
        known = sum(
            (one.method, one.path) in found or (one.method, one.tag, one.summary) in found
            for one in self.operations
        )
        return known * 2 >= len(self.operations)


@define
class Naming:
    """What naming found out, for the report."""

    lock: Lock
    new: list[Operation] = field(factory=list)
    gone: list[LockedOperation] = field(factory=list)


def assign(api: Api, lock: Lock, hints: dict[str, dict[str, str]]) -> Naming:
    """Names all operations and enums in place.

    Args:
        api: the document, read.
        lock: the names given so far.
        hints: what `openapi/corrections.yaml` says of names, by `Operation.key`.

    Raises:
        NamingError: two operations have one name.
    """
    if not lock.fits(api.operations):
        lock = Lock()
    new, gone = _assign_locked(api.operations, lock)
    _assign_by_rule(new, api.operations, hints)
    _refuse_duplicates(api.operations)
    _name_enums(api, lock)
    for one in api.operations:
        one.read_back = one.read_back or _read_back(one, api.operations)
    operations = [
        LockedOperation(one.python, one.module, one.http_method, one.path, one.tag, one.summary)
        for one in sorted(api.operations, key=lambda one: (one.resource, one.name))
    ]
    enums = [
        LockedEnum(one.name, one.places[0][1], list(one.values))
        for one in sorted(api.enums, key=lambda one: one.name)
        if one.places
    ]
    return Naming(Lock(operations, enums), new, gone)


def _assign_locked(operations: list[Operation], lock: Lock) -> tuple[list[Operation], list[LockedOperation]]:
    by_path = {(one.method, one.path): one for one in lock.operations}
    count = Counter((one.method, one.tag, one.summary) for one in lock.operations)
    by_summary = {
        key: one
        for one in lock.operations
        if count[key := (one.method, one.tag, one.summary)] == 1 and one.summary
    }
    free = {one.name: one for one in lock.operations}
    new = []
    # An exact match of everything first, so that two operations that swapped paths don't swap names.
    matched: dict[int, LockedOperation] = {}
    for exact in (True, False):
        for operation in operations:
            if id(operation) in matched:
                continue
            certain = by_summary.get((operation.http_method, operation.tag, operation.summary))
            at_path = by_path.get((operation.http_method, operation.path))
            found = (certain if certain is at_path else None) if exact else (at_path, certain)
            for one in found if isinstance(found, tuple) else (found,):
                if one is not None and one.name in free:
                    matched[id(operation)] = free.pop(one.name)
                    break
    for operation in operations:
        locked = matched.get(id(operation))
        if locked is None:
            new.append(operation)
            continue
        operation.resource, _, operation.name = locked.name.partition(".")
        operation.module = locked.module
    return new, list(free.values())


# ---------------------------------------------------------------------- names by rule


def _assign_by_rule(
    new: list[Operation], operations: list[Operation], hints: dict[str, dict[str, str]]
) -> None:
    resources = _resources(operations)
    paths = {one.path for one in operations}
    taken = {one.python for one in operations if one.name}
    # The newer version of an operation chooses its name first; of one version, the current before the deprecated.
    for operation in sorted(new, key=lambda one: (one.deprecated, -_version(one), operations.index(one))):
        hint = hints.get(operation.key, {})
        operation.resource = hint.get("resource") or resources[operation.tag]
        for name in [hint["name"]] if "name" in hint else _candidates(operation, paths):
            if f"{operation.resource}.{name}" not in taken:
                operation.name = name
                break
        else:
            operation.name = name  # none is free: `_refuse_duplicates` says so
        taken.add(operation.python)
    modules = {(one.resource, one.module) for one in operations if one.module}
    for operation in new:
        wanted = _module_name(operation)
        operation.module = words.unique(
            wanted, lambda name, one=operation: (one.resource, name) in modules, "_"
        )  # type: ignore[misc]
        modules.add((operation.resource, operation.module))


def _resources(operations: list[Operation]) -> dict[str, str]:
    """Tag -> resource. Tags that differ only in '(v2)' are versions of one resource, and the newest has its name."""
    families: dict[str, dict[int, str]] = {}
    for operation in operations:
        base, version = _split_tag(operation.tag)
        families.setdefault(base, {})[version] = operation.tag
    result = {}
    for base, versions in families.items():
        newest = max(versions)
        for version, tag in versions.items():
            superseded = version != newest and all(one.deprecated for one in operations if one.tag == tag)
            result[tag] = words.identifier(f"{base}_v{version or 1}" if superseded else base)
    for operation in operations:  # resources that a lock has given, for tags that it knows
        if (
            operation.resource
            and operation.name
            and len({one.resource for one in operations if one.tag == operation.tag and one.name}) == 1
        ):
            result[operation.tag] = operation.resource
    return result


def _split_tag(tag: str) -> tuple[str, int]:
    match = re.fullmatch(r"(.*?)[\s_-]*\(?v(\d+)\)?\s*", tag, re.IGNORECASE)
    if match and match.group(1):
        return match.group(1), int(match.group(2))
    return tag or "default", 0


def _version(operation: Operation) -> int:
    match = re.match(r"/(?:api/)?v(\d+)(?:/|$)", operation.path)
    return int(match.group(1)) if match else 0


def _candidates(operation: Operation, paths: set[str]) -> list[str]:
    """Names from the best to the surest: by path, with the version, by operationId, by the whole path."""
    version = _version(operation) or 1
    best = _by_path(operation, paths)
    found = [best]
    if operation.deprecated:
        found.append(f"{best}_v{version}")
    segments = _segments(operation.path)
    static = [words.snake(one) for one in segments if not _PARAMETER.fullmatch(one)]
    if len(static) > 1:
        found.append(
            _join(
                best,
                words.singular(static[-1]) if best in ("get", "update", "delete", "create") else static[-1],
            )
        )
    if operation.operation_id:
        method = re.sub(r"_v\d+$", "", operation.operation_id.rpartition("Controller_")[2])
        found += [words.snake(method), words.snake(operation.operation_id)]
    found.append(words.snake(f"{operation.http_method} {'_'.join(segments)}"))
    return [_valid_method(one) for one in found]


def _valid_method(name: str) -> str:
    name = name or "call"
    if name[0].isdigit():
        name = f"call_{name}"
    return words.identifier(name) if name in _TAKEN_METHODS else name


def _join(first: str, second: str) -> str:
    return first if second in first.split("_") else f"{first}_{second}"


def _segments(path: str) -> list[str]:
    segments = [one for one in path.split("/") if one]
    while segments and (_VERSION.fullmatch(segments[0]) or segments[0] == "api"):
        segments.pop(0)
    return segments


def _by_path(operation: Operation, paths: set[str]) -> str:
    method = operation.http_method
    segments = _segments(operation.path)
    static = [one for one in segments if not _PARAMETER.fullmatch(one)]
    if not static:
        return {"GET": "get"}.get(method, method.lower())
    at_item = bool(segments) and bool(_PARAMETER.fullmatch(segments[-1]))
    tail = _beyond_resource(operation, static)
    noun = words.snake(tail[-1]) if tail else ""
    if at_item:
        verb = {"GET": "get", "PUT": "update", "PATCH": "update", "DELETE": "delete", "POST": "create"}.get(
            method, method.lower()
        )
        if tail and not _is_collection(operation.path, noun, paths):
            return noun  # POST /entries/reverse/{id}: the action stands before the id
        return f"{verb}_{words.singular(noun)}" if tail else verb
    if not tail:
        verb = {
            "GET": "list" if _answers_list(operation) else "get",
            "POST": "create",
            "PUT": "upsert",
            "PATCH": "update_many",
        }
        return verb.get(method, "delete_all" if method == "DELETE" else method.lower())
    if method == "GET":
        return f"list_{noun}" if _answers_list(operation) else noun
    if _is_collection(operation.path, noun, paths):
        verb = {"POST": "create", "PUT": "set", "PATCH": "update", "DELETE": "delete"}.get(
            method, method.lower()
        )
        return f"{verb}_{words.singular(noun) if method == 'POST' else noun}"
    return noun if method in ("POST", "PUT", "PATCH") or noun in _VERBS else f"{method.lower()}_{noun}"


_VERBS = {"cancel", "unassign", "archive", "remove", "revoke", "disconnect"}


def _beyond_resource(operation: Operation, static: list[str]) -> list[str]:
    """The static segments that come after those which the resource's own name says."""
    base, _version_number = _split_tag(operation.tag)
    own = words.snake(base)
    spelled = [words.snake(one) for one in static]
    for index in range(len(spelled), 0, -1):
        if own in (
            spelled[index - 1],
            "_".join(spelled[:index]),
            "_".join(spelled[max(0, index - 2) : index]),
        ):
            return static[index:]
        if words.singular(own) == words.singular(spelled[index - 1]):
            return static[index:]
    # The tag is no word of the path: a first segment that is a collection stands for it
    return static[1:]


def _is_collection(path: str, noun: str, paths: set[str]) -> bool:
    """Whether a path ends in a collection (`/values`) rather than in an action (`/activate`)."""
    base = path if not path.endswith("}") else path.rpartition("/")[0]
    has_items = any(
        other.startswith(f"{base}/{{") and other.count("/") == base.count("/") + 1 for other in paths
    )
    return words.is_plural(noun.split("_")[-1]) and (has_items or path == base)


def _answers_list(operation: Operation) -> bool:
    if operation.pagination is not None:
        return True
    if not operation.successes:
        return False
    answer = operation.successes[0].type
    if answer.kind == "list":
        return True
    fields = answer.model.fields if answer.model else []
    return (
        sum(one.type.kind == "list" for one in fields) == 1
        and {"data", "items", "results"} & {one.wire for one in fields} != set()
    )


def _module_name(operation: Operation) -> str:
    """`get_product`, `list_products`, `activate_product_price`: what one imports to call the endpoint on its own."""
    base, version = re.fullmatch(r"(.*?)(_v\d+)?", operation.resource).groups()  # type: ignore[union-attr]
    one, many = words.singular(base) + (version or ""), operation.resource
    verb, _, rest = operation.name.partition("_")
    noun = many if verb in ("list", "search") and not rest else one
    if operation.http_method == "GET" and verb not in (
        "list",
        "get",
        "search",
        "find",
        "count",
        "export",
        "download",
    ):
        return f"get_{one}_{operation.name}"
    return "_".join(part for part in (verb, noun, rest) if part)


def _refuse_duplicates(operations: list[Operation]) -> None:
    for name, count in Counter(one.python for one in operations).items():
        if count > 1:
            keys = ", ".join(one.key for one in operations if one.python == name)
            raise NamingError(
                f"{name} would be the name of {keys}; give one a 'name' in openapi/corrections.yaml"
            )


def _read_back(operation: Operation, operations: list[Operation]) -> str | None:
    """The call that shows whether a write was applied: the item itself, else the list that it would stand in."""
    if operation.http_method in ("GET", "HEAD"):
        return None
    of_resource = {one.name: one for one in operations if one.resource == operation.resource}
    path = operation.path.rstrip("/")
    while path:
        for one in of_resource.values():
            if one.http_method == "GET" and one.path == path:
                return one.python
        path = path.rpartition("/")[0]
    for name in ("list", "get"):
        if name in of_resource:
            return of_resource[name].python
    base = re.sub(r"_v\d+$", "", operation.resource)
    return next(
        (one.python for one in operations if one.resource == base and one.name in ("list", "get")), None
    )


# ---------------------------------------------------------------------- enums

#: Names that say little without the thing they belong to.
_GENERIC = {
    "status",
    "type",
    "kind",
    "state",
    "role",
    "mode",
    "sort_by",
    "order_by",
    "action",
    "event",
    "source",
    "category",
}
_GENERIC |= {"format", "level", "reason", "field", "order", "variant", "result", "scope", "provider"}


def _name_enums(api: Api, lock: Lock) -> None:
    resources = {words.pascal(one.module): words.singular(one.resource) for one in api.operations}
    resources |= {one.inline_owner: words.singular(one.resource) for one in api.operations}
    _merge_twins(api, lambda owner: _owner(owner, resources))
    inline = [one for one in api.enums if one.places]
    taken = {words.module(one.name) for one in api.models} | {
        words.module(one.name) for one in api.enums if not one.places
    }
    for enum in inline:
        enum.name = ""
    # The values that the lock knows best keep their name, although some were added.
    for locked in lock.enums:
        rivals = [one for one in inline if not one.name and _property(one) == words.snake(locked.property)]
        best = max(rivals, key=lambda one: _likeness(one.values, locked.values), default=None)
        if (
            best is not None
            and _likeness(best.values, locked.values) >= 0.5
            and words.module(locked.name) not in taken
        ):
            best.name = locked.name
            taken.add(words.module(locked.name))
    alone = Counter(_property(one) for one in inline)
    for enum in inline:
        if enum.name:
            continue
        owners = {_owner(owner, resources) for owner, _name in enum.places}
        role = _property(enum)
        plain = alone[role] == 1 and not (role in _GENERIC and len(owners) == 1)
        wanted = words.class_name(role if plain else f"{min(owners, key=lambda one: (len(one), one))}_{role}")
        enum.name = words.unique(wanted, lambda name: words.module(name) in taken)
        taken.add(words.module(enum.name))


def _property(enum: Enum) -> str:
    return words.snake(enum.places[0][1])


def _likeness(first: Any, second: Any) -> float:
    a, b = set(map(str, first)), set(map(str, second))
    return len(a & b) / len(a | b)


def _owner(owner: str, resources: dict[str, str]) -> str:
    """The noun that a model or an operation is about: `PublicInvoice`, `InvoiceListItem` -> `invoice`."""
    name = words.snake(resources.get(owner, owner))
    name = re.sub(r"^(public|list|get|create|update|upsert|delete|internal|post|put|patch)_", "", name)
    name = re.sub(
        r"(_(response|request|dto|list_item|item|input|output|list|payload|schema|model|body|v\d+))+$",
        "",
        name,
    )
    return words.singular(name) or words.snake(owner)


def _merge_twins(api: Api, noun: Callable[[str], str]) -> None:
    """Enums of one thing with the same values under two names are one: a filter, and the property that it filters."""
    kept: list[Enum] = []
    twins: dict[int, Enum] = {}
    # Properties of models first: a filter takes the name of what it filters, not the other way round.
    parameters = {one.inline_owner for one in api.operations}
    for enum in sorted(api.enums, key=lambda one: all(owner in parameters for owner, _name in one.places)):
        things = {noun(owner) for owner, _name in enum.places}
        twin = next(
            (
                one
                for one in kept
                if set(one.values) == set(enum.values)
                and things & {noun(owner) for owner, _name in one.places}
            ),
            None,
        )
        if twin is None or not enum.places:
            kept.append(enum)
        else:
            twin.places += enum.places
            twins[id(enum)] = twin
    api.enums = [one for one in api.enums if id(one) not in twins]
    for one in _all_types(api):
        if one.enum is not None and id(one.enum) in twins:
            one.enum = twins[id(one.enum)]


def _all_types(api: Api) -> Iterator[Type]:
    roots = [field.type for model in api.models for field in model.fields]
    roots += [model.additional for model in api.models if model.additional]
    for operation in api.operations:
        roots += [one.type for one in (*operation.parameters, *operation.successes)]
        roots += [operation.body.type] if operation.body else []
        roots += [operation.pagination.item_type] if operation.pagination else []
    while roots:
        one = roots.pop()
        yield one
        roots += [inner for inner in (one.items, *one.variants) if inner is not None]
