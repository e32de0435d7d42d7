"""Names of inline enums: after the property that they stand at, and after the thing only where that says too little."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from . import identifiers
from .ir import Api, Enum
from .lock import Lock
from .types_in import all_types, inside

#: Names that say little without the thing they belong to.
_GENERIC = {"status", "type", "kind", "state", "role", "mode", "sort_by", "order_by", "action", "event", "source"}
_GENERIC |= {"category", "format", "level", "reason", "field", "order", "variant", "result", "scope", "provider"}

_PREFIX = re.compile(r"^(public|list|get|create|update|upsert|delete|internal|post|put|patch)_")
_SUFFIX = re.compile(r"(_(response|request|dto|list_item|item|input|output|list|payload|schema|model|body|v\d+))+$")

_KEEPS_NAME = 0.5  # how much of its values an enum may change and still be the same


def name_enums(api: Api, lock: Lock) -> None:
    """Names all inline enums of a document whose operations have their names."""
    resources = {identifiers.pascal(one.module): identifiers.singular(one.resource) for one in api.operations}
    resources |= {one.inline_owner: identifiers.singular(one.resource) for one in api.operations}
    used_by = _used_by(api)
    _merge_twins(api, lambda owner: {_thing(owner, resources), *used_by.get(owner, ())})
    inline = [one for one in api.enums if one.places]
    taken = {identifiers.module(one.name) for one in api.models}
    taken |= {identifiers.module(one.name) for one in api.enums if not one.places}
    _assign_locked(inline, lock, taken)
    alone = Counter(_property(one) for one in inline)
    for enum in inline:
        if enum.name:
            continue
        things = {_thing(owner, resources) for owner, _name in enum.places}
        role = _property(enum)
        says_enough = alone[role] == 1 and not (role in _GENERIC and len(things) == 1)
        shortest = min(things, key=lambda one: (len(one), one))
        wanted = role if says_enough else f"{shortest}_{role}"
        enum.name = identifiers.unique(identifiers.class_name(wanted), lambda name: identifiers.module(name) in taken)
        taken.add(identifiers.module(enum.name))


def _assign_locked(inline: list[Enum], lock: Lock, taken: set[str]) -> None:
    """The enums that resemble a locked one most keep its name, although some values were added."""
    pairs = [
        (_likeness(enum.values, locked.values), -number, enum, locked)
        for number, locked in enumerate(lock.enums)
        for enum in inline
        if identifiers.snake(locked.property) in {identifiers.snake(name) for _owner, name in enum.places}
    ]
    for likeness, _number, enum, locked in sorted(pairs, key=lambda one: one[:2], reverse=True):
        if likeness >= _KEEPS_NAME and not enum.name and identifiers.module(locked.name) not in taken:
            enum.name = locked.name
            taken.add(identifiers.module(locked.name))


def _property(enum: Enum) -> str:
    return identifiers.snake(enum.places[0][1])


def _likeness(first: Any, second: Any) -> float:
    a, b = set(map(str, first)), set(map(str, second))
    return len(a & b) / len(a | b)


def _thing(owner: str, resources: dict[str, str]) -> str:
    """The noun that a model or an operation is about: `PublicInvoice`, `InvoiceListItem` -> `invoice`."""
    name = identifiers.snake(resources.get(owner, owner))
    name = _SUFFIX.sub("", _PREFIX.sub("", name))
    return identifiers.singular(name) or identifiers.snake(owner)


def _used_by(api: Api) -> dict[str, set[str]]:
    """The resource of the operations that send or answer a model, where that is one: names of schemas may change."""
    found: dict[str, set[str]] = {}
    for operation in api.operations:
        types = [one.type for one in operation.successes]
        types += [operation.body.type] if operation.body else []
        types += [operation.pagination.item_type] if operation.pagination else []
        for model in {model.name for one in types for model in one.models()}:
            found.setdefault(model, set()).add(identifiers.singular(operation.resource))
    return {name: resources for name, resources in found.items() if len(resources) == 1}


def _merge_twins(api: Api, things_of: Callable[[str], set[str]]) -> None:
    """Enums of one thing with the same values under two names are one: a filter, and the property that it filters."""
    kept: list[Enum] = []
    twins: dict[int, Enum] = {}
    # Properties of models first: a filter takes the name of what it filters, not the other way round.
    parameters = {one.inline_owner for one in api.operations}
    for enum in sorted(api.enums, key=lambda one: all(owner in parameters for owner, _name in one.places)):
        things = {thing for owner, _name in enum.places for thing in things_of(owner)}
        same = [one for one in kept if set(one.values) == set(enum.values) and not _stand_together(one, enum)]
        same.sort(key=lambda one: _property(one) != _property(enum) if one.places and enum.places else True)
        twin = next((one for one in same if any(things & things_of(owner) for owner, _name in one.places)), None)
        if twin is None or not enum.places:
            kept.append(enum)
        else:
            twin.places += enum.places
            twins[id(enum)] = twin
    api.enums = [one for one in api.enums if id(one) not in twins]
    for one in inside(all_types(api.operations, api.models)):
        if one.enum is not None and id(one.enum) in twins:
            one.enum = twins[id(one.enum)]


def _stand_together(first: Enum, second: Enum) -> bool:
    """Whether one object has both: two properties, which may differ one day as they do today in meaning."""
    return bool({owner for owner, _name in first.places} & {owner for owner, _name in second.places})
