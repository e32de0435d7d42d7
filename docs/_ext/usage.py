"""Which models a resource takes and gives, and how much of a resource is documented: read off the package itself."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Iterator, Mapping
from typing import Any

from ledgerbee_client import models
from ledgerbee_client.generated.enums import OpenEnum
from ledgerbee_client.generated.operations import OPERATIONS

#: The classes of `models`. What isn't a class there stands for the form of a mapping, to type checkers only.
_MODELS = {kind: name for name in models.__all__ if isinstance(kind := getattr(models, name), type)}
ENUMS = [name for kind, name in _MODELS.items() if issubclass(kind, OpenEnum)]
MAPPINGS = [name for name in models.__all__ if name not in _MODELS.values()]


def public_methods(resource: type) -> list[str]:
    """Names of the methods of a resource: its operations, and helpers as `pdf_to_file`."""
    return [
        name
        for name, _method in inspect.getmembers(resource, inspect.isfunction)
        if not name.startswith("_")
    ]


def models_by_resource(resources: Mapping[str, type]) -> dict[str, list[str]]:
    """The models that only one resource uses, below its name; those of several below an empty one.

    Args:
        resources: the class of each resource.
    """
    users: dict[str, list[str]] = {name: [] for name in _MODELS.values()}
    for resource, kind in resources.items():
        for name in _reachable(kind):
            users[name].append(resource)
    groups: dict[str, list[str]] = {}
    for name, found in users.items():
        if name not in ENUMS:
            groups.setdefault(found[0] if len(found) == 1 else "", []).append(name)
    return groups


def _reachable(resource: type) -> set[str]:
    """Names of the models in the signatures of a resource, and of those inside them."""
    found: set[str] = set()
    waiting = [
        hint for name in public_methods(resource) for hint in _hints(getattr(resource, name))
    ]
    while waiting:
        for kind in _classes(waiting.pop()):
            name = _MODELS.get(kind)
            if name is not None and name not in found:
                found.add(name)
                waiting += _hints(kind)
    return found


def _hints(thing: Any) -> list[Any]:
    return list(typing.get_type_hints(thing).values())


def _classes(hint: Any) -> Iterator[type]:
    """The classes in an annotation: `list[Product] | None` has Product, list and NoneType."""
    if isinstance(hint, type):
        yield hint
    for inner in typing.get_args(hint):
        yield from _classes(inner)


def completeness(resource: str, kind: type) -> str:
    """What is documented of a resource, what is inferred, and what isn't known, in a few sentences.

    Args:
        resource: the attribute of the client.
        kind: its class.
    """
    ours = {
        name: OPERATIONS[f"{resource}.{name}"]
        for name in public_methods(kind)
        if f"{resource}.{name}" in OPERATIONS
    }
    paths = [name for name, one in ours.items() if one.path_inferred]
    scopes = [name for name, one in ours.items() if one.scopes_inferred]
    untyped = [name for name in ours if "body" in inspect.signature(getattr(kind, name)).parameters]
    open_models = sorted(name for name in _reachable(kind) if _is_incomplete(getattr(models, name)))
    sentences = [
        _share("path", paths, len(ours)),
        _share("list of scopes", scopes, len(ours)),
        f"The body of {_named(untyped)} isn't published: it is a mapping that is sent as it is."
        if untyped
        else "",
        f"There may be more fields than are known in {_listed(open_models)}."
        if open_models
        else "",
    ]
    return " ".join(one for one in sentences if one)


def _share(what: str, inferred: list[str], number: int) -> str:
    if not inferred:
        return f"Each {what} is documented." if number > 1 else f"The {what} is documented."
    if len(inferred) == number:
        return f"Each {what} is inferred." if number > 1 else f"The {what} is inferred."
    if len(inferred) == 1:
        return f"The {what} of {_named(inferred)} is inferred."
    return f"Each {what} of {_named(inferred)} is inferred."


def _named(names: list[str]) -> str:
    return _listed([f"{name}()" for name in names])


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _is_incomplete(kind: Any) -> bool:
    return bool(getattr(getattr(kind, "_FIELDS", None), "incomplete", False))
