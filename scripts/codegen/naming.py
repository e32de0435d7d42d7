"""Python names for a whole document: kept by the lock, by hint, and by rule for what is really new."""

from __future__ import annotations

import re
from collections import Counter

from attrs import define, field

from . import enum_names, identifiers, rules
from .client_names import taken_by_client
from .ir import Api, Operation
from .lock import Lock, LockedEnum, LockedModel, LockedOperation, match
from .model_names import name_models


class NamingError(Exception):
    """Two operations would have one name."""


@define
class Naming:
    """What naming found out, for the report."""

    lock: Lock
    new: list[Operation] = field(factory=list)
    gone: list[LockedOperation] = field(factory=list)
    #: The lock that was given is of another API, and was not used.
    is_foreign: bool = False
    #: Names that a person should look at.
    contradictions: list[str] = field(factory=list)


def assign(api: Api, lock: Lock, hints: dict[str, dict[str, str]]) -> Naming:
    """Names all operations and enums in place.

    Args:
        api: the document, read.
        lock: the names given so far.
        hints: what `openapi/corrections.yaml` says of names, by `Operation.key`.

    Raises:
        NamingError: two operations have one name.
    """
    is_foreign = bool(lock.operations) and not lock.fits(api.operations)
    if is_foreign:
        lock = Lock()
    matched = match(api.operations, lock)
    for operation in api.operations:
        if operation.key in matched:
            locked = matched[operation.key]
            operation.resource, _, operation.name = locked.name.partition(".")
            operation.module = locked.module
    new = [one for one in api.operations if one.key not in matched]
    kept = {one.name for one in matched.values()}
    contradicted = rules.name_operations(new, api.operations, hints)
    _refuse_duplicates(api.operations)
    _refuse_hidden(api.operations)
    _name_modules(new, api.operations)
    enum_names.name_enums(api, lock)
    models = name_models(api, lock)
    for one in api.operations:
        one.read_back = one.read_back or _read_back(one, api.operations)
        one.successor_name = next((each.python for each in api.operations if each.key == one.successor), None)
    gone = [one for one in lock.operations if one.name not in kept]
    notes = [
        f"{one.key} is called {one.python} after its operationId {one.operation_id}, not {name!r} after method and path"
        for one, name in contradicted
    ]
    return Naming(_lock_of(api, models), new, gone, is_foreign, notes)


def _lock_of(api: Api, models: list[LockedModel]) -> Lock:
    operations = sorted(api.operations, key=lambda one: (one.resource, one.name))
    enums = sorted((one for one in api.enums if one.places), key=lambda one: one.name)
    return Lock(
        [
            LockedOperation(one.python, one.module, one.http_method, one.path, one.tag, one.summary)
            for one in operations
        ],
        [LockedEnum(one.name, one.places[0][1], list(one.values)) for one in enums],
        models,
    )


def _refuse_duplicates(operations: list[Operation]) -> None:
    for name, number in Counter(one.python for one in operations).items():
        if number > 1:
            keys = ", ".join(one.key for one in operations if one.python == name)
            raise NamingError(f"{name} would be the name of {keys}; give one a 'name' in openapi/corrections.yaml")


def _refuse_hidden(operations: list[Operation]) -> None:
    for name in {one.resource for one in operations} & taken_by_client():
        raise NamingError(f"{name} is a name that the client has itself; give its operations another 'resource'")
    for one in operations:
        if identifiers.method(one.name) != one.name:
            raise NamingError(
                f"{one.python}: no method can be called {one.name}, which annotations of other methods name; give "
                f"{one.key} another 'name' in openapi/corrections.yaml"
            )


def _name_modules(new: list[Operation], operations: list[Operation]) -> None:
    taken = {(one.resource, one.module) for one in operations if one.module}
    for operation in new:
        name = identifiers.module(_module_name(operation))
        operation.module = identifiers.unique(
            name, {each for resource, each in taken if resource == operation.resource}.__contains__, "_"
        )
        taken.add((operation.resource, operation.module))


def _module_name(operation: Operation) -> str:
    """`get_product`, `list_products`, `activate_product_price`: what one imports to call the endpoint on its own."""
    base, version = re.fullmatch(r"(.*?)_?(_v\d+)?", operation.resource).groups()  # type: ignore[union-attr]
    one, many = identifiers.singular(base) + (version or ""), base + (version or "")
    verb, _, rest = operation.name.rstrip("_").partition("_")
    noun = many if verb in ("list", "search") and not rest else one
    if operation.http_method == "GET" and verb not in _READING:
        return f"get_{one}_{operation.name}"
    return "_".join(part for part in (verb, noun, rest) if part)


_READING = ("list", "get", "search", "find", "count", "export", "download")


def _read_back(operation: Operation, operations: list[Operation]) -> str | None:
    """The call that shows whether a write was applied: the item itself, else the list that it would stand in."""
    if operation.http_method in ("GET", "HEAD"):
        return None
    reads = [one for one in operations if one.resource == operation.resource and one.http_method == "GET"]
    path = operation.path.rstrip("/")
    while path:
        for one in reads:
            if one.path == path:
                return one.python
        path = path.rpartition("/")[0]
    base = re.sub(r"_v\d+$", "", operation.resource)
    names = [f"{resource}.{name}" for resource in (operation.resource, base) for name in ("list", "get")]
    existing = {one.python for one in operations}
    return next((name for name in names if name in existing), None)
