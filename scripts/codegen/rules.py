"""Names of resources and methods by rule.

The resource is the tag. A collection has `list` and `create`, an item `get`, `update` and `delete`; what follows an
item is an action (`activate`) or a collection of its own (`create_value`). The newer version of an operation owns the
good name.
"""

from __future__ import annotations

import re

from attrs import frozen

from . import identifiers, verbs
from .ir import Operation

_PARAMETER = re.compile(r"{[^{}]+}")
_VERSION = re.compile(r"v\d+(\.\d+)*$")
_ITEM_VERBS = {"GET": "get", "PUT": "update", "PATCH": "update", "DELETE": "delete", "POST": "post"}
_COLLECTION_VERBS = {"POST": "create", "PUT": "upsert", "PATCH": "update_many", "DELETE": "delete_all"}
_INNER_VERBS = {"POST": "create", "PUT": "set", "PATCH": "update", "DELETE": "delete"}
#: Actions that a DELETE may name in its path.
_DELETE_ACTIONS = {"cancel", "unassign", "archive", "remove", "revoke", "disconnect"}


@frozen
class Paths:
    """What the paths of a document say about each other."""

    all: frozenset[str]
    read: frozenset[str]  # those with a GET

    @classmethod
    def of(cls, operations: list[Operation]) -> Paths:
        """Collect the paths of some operations."""
        read = frozenset(one.path for one in operations if one.http_method == "GET")
        return cls(frozenset(one.path for one in operations), read)

    def is_collection(self, path: str, noun: str) -> bool:
        """Whether a path ends in a collection (`/values`, perhaps with an id), not in an action (`/activate`)."""
        base = path.rpartition("/")[0] if path.endswith("}") else path
        if identifiers.is_plural(noun.split("_")[-1]):
            return path == base or self._has_items(base, self.all)
        return base in self.all and self._has_items(base, self.read)

    @staticmethod
    def _has_items(base: str, paths: frozenset[str]) -> bool:
        return any(one.startswith(f"{base}/{{") and one.count("/") == base.count("/") + 1 for one in paths)


def name_operations(
    new: list[Operation], operations: list[Operation], hints: dict[str, dict[str, str]]
) -> list[tuple[Operation, str]]:
    """Gives resource and name to the new operations, beside those that have them already.

    When no candidate is free, an operation gets a name that is taken; the caller refuses that.

    Returns:
        the operations whose operationId contradicts HTTP method and path, with the name that those would have given.
    """
    contradicted = []
    by_tag = resources(operations)
    paths = Paths.of(operations)
    taken = {one.python for one in operations if one.name}
    order = {id(one): index for index, one in enumerate(operations)}
    # The newer version of an operation chooses its name first; of one version, the current before the deprecated.
    for operation in sorted(new, key=lambda one: (one.deprecated, -_version(one), order[id(one)])):
        hint = hints.get(operation.key, {})
        operation.resource = hint.get("resource") or by_tag[group(operation)]
        names = [hint["name"]] if "name" in hint else candidates(operation, paths)
        suggested = by_path(operation, paths)
        if "name" not in hint and verbs.outranked(operation, suggested, operation.resource) is not None:
            contradicted.append((operation, suggested))
        operation.name = next((one for one in names if f"{operation.resource}.{one}" not in taken), names[-1])
        taken.add(operation.python)
    return contradicted


def group(operation: Operation) -> str:
    """What puts operations into one resource: the tag; without one, the first word of the path."""
    if operation.tag:
        return operation.tag
    static = [one for one in _segments(operation.path) if not _PARAMETER.fullmatch(one)]
    return static[0] if static else "default"


def resources(operations: list[Operation]) -> dict[str, str]:
    """Resources by `group`. Tags that differ only in '(v2)' are versions of one, and the newest has its name."""
    families: dict[str, dict[int, str]] = {}
    for operation in operations:
        base, version = _split_version(group(operation))
        families.setdefault(base, {})[version] = group(operation)
    result = {}
    for base, versions in families.items():
        newest = max(versions)
        for version, tag in versions.items():
            superseded = version != newest and all(one.deprecated for one in operations if group(one) == tag)
            result[tag] = identifiers.resource(f"{base}_v{version or 1}" if superseded else base)
    named: dict[str, set[str]] = {}
    for one in operations:
        if one.name:
            named.setdefault(group(one), set()).add(one.resource)
    # What the lock calls a tag stands above all rules.
    return result | {tag: next(iter(names)) for tag, names in named.items() if len(names) == 1}


def _split_version(tag: str) -> tuple[str, int]:
    match = re.fullmatch(r"(.*?)[\s_-]*\(?v(\d+)\)?\s*", tag, re.IGNORECASE)
    if match and match.group(1):
        return match.group(1), int(match.group(2))
    return tag, 0


def _version(operation: Operation) -> int:
    match = re.match(r"/(?:api/)?v(\d+)(?:/|$)", operation.path)
    return int(match.group(1)) if match else 0


def candidates(operation: Operation, paths: Paths) -> list[str]:
    """Names from the best to the surest: by path, with the version, by operationId, by the whole path."""
    best = by_path(operation, paths)
    best = verbs.outranked(operation, best, operation.resource) or best
    found = [best]
    if operation.deprecated:
        found.append(f"{best}_v{_version(operation) or 1}")
    segments = _segments(operation.path)
    found += _qualified(operation.http_method, best, segments)
    if operation.operation_id:
        method = re.sub(r"_v\d+$", "", operation.operation_id.rpartition("Controller_")[2])
        found += [identifiers.snake(method), identifiers.snake(operation.operation_id)]
    found.append(identifiers.snake(f"{operation.http_method} {'_'.join(segments)}"))
    return [identifiers.method(one) for one in found]


def _qualified(method: str, best: str, segments: list[str]) -> list[str]:
    """A name with more of the path in it: what it is part of, what it is found by."""
    static = [identifiers.snake(one) for one in segments if not _PARAMETER.fullmatch(one)]
    parameters = [identifiers.snake(one) for one in segments if _PARAMETER.fullmatch(one)]
    noun = static[-1] if static else ""
    found = []
    if best == noun and method in _INNER_VERBS:
        found.append(f"{_INNER_VERBS[method]}_{noun}")
    ending = next((one for one in (noun, identifiers.singular(noun)) if one and best.endswith(f"_{one}")), None)
    if ending is not None and len(static) > 1:
        found.append(f"{best.removesuffix(ending)}{identifiers.singular(static[-2])}_{ending}")
    elif len(static) > 1 and noun not in best:
        found.append(f"{best}_{identifiers.singular(noun) if best in _ITEM_VERBS.values() else noun}")
    if parameters:
        found.append(f"{best}_by_{parameters[-1]}")
    return found


def _segments(path: str) -> list[str]:
    """The words and parameters of a path, without `api` and a version in front."""
    segments = [one for one in re.sub(r"\.(json|xml)$", "", path).split("/") if one]
    while segments and (_VERSION.fullmatch(segments[0]) or segments[0] == "api"):
        segments.pop(0)
    return segments


def by_path(operation: Operation, paths: Paths) -> str:
    """The name that method and path suggest."""
    method = operation.http_method
    segments = _segments(operation.path)
    static = [one for one in segments if not _PARAMETER.fullmatch(one)]
    if not static:
        return method.lower()
    tail = _beyond_resource(operation, static)
    noun = identifiers.snake(tail[-1]) if tail else ""
    if _PARAMETER.fullmatch(segments[-1]):
        return _of_item(operation, segments, noun, paths)
    if not tail:
        if method == "GET":
            return "list" if answers_list(operation) else "get"
        return _COLLECTION_VERBS.get(method, method.lower())
    if method == "GET":
        return f"list_{noun}" if answers_list(operation) else noun
    if paths.is_collection(operation.path, noun):
        return f"{_INNER_VERBS.get(method, method.lower())}_{identifiers.singular(noun) if method == 'POST' else noun}"
    is_action = method in ("POST", "PUT", "PATCH") or noun in _DELETE_ACTIONS
    return noun if is_action else f"{method.lower()}_{noun}"


def _of_item(operation: Operation, segments: list[str], noun: str, paths: Paths) -> str:
    verb = _ITEM_VERBS.get(operation.http_method, operation.http_method.lower())
    if not noun:
        return verb
    if paths.is_collection(operation.path, noun):
        return f"{verb}_{identifiers.singular(noun)}"
    if operation.http_method == "POST":
        return noun  # POST /entries/reverse/{id}: the action stands before the id
    # GET /kv/name/{name}, DELETE /messages/transaction/{transactionId}
    return f"{verb}_by_{noun}" if noun in identifiers.snake(segments[-1]) else f"{verb}_{noun}"


def _beyond_resource(operation: Operation, static: list[str]) -> list[str]:
    """The static segments that come after those which the resource's own name says."""
    own = identifiers.snake(_split_version(group(operation))[0])
    spelled = [identifiers.snake(one) for one in static]
    for index in range(len(spelled), 0, -1):
        last = spelled[index - 1]
        if own in (last, "_".join(spelled[:index]), "_".join(spelled[max(0, index - 2) : index])):
            return static[index:]
        if identifiers.singular(own) == identifiers.singular(last):
            return static[index:]
    return static[1:]  # the tag is no word of the path: a first segment that is a collection stands for it


def answers_list(operation: Operation) -> bool:
    """Whether an operation answers with many of something: pages, a list, or an object around one list."""
    if operation.pagination is not None:
        return True
    if not operation.successes:
        return False
    answer = operation.successes[0].type
    if answer.kind == "list":
        return True
    fields = answer.model.fields if answer.model else []
    lists = [one.wire for one in fields if one.type.kind == "list"]
    own = identifiers.snake((_segments(operation.path) or [""])[-1])
    return len(lists) == 1 and (identifiers.snake(lists[0]) == own or bool({"data", "items", "results"} & {*lists}))
