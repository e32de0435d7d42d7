"""Names of the classes of inline objects, kept by the lock: by where an object stands, and not by what that is called.

By rule such a class is named after the operationId or the schema around it, and either may change. Where it stands is
said in names that don't move: `orders.create request (card).address`, `Customer address`.
"""

from __future__ import annotations

from collections.abc import Iterator

from . import identifiers
from .ir import Api, Model, Type
from .lock import Lock, LockedModel


def name_models(api: Api, lock: Lock) -> list[LockedModel]:
    """Give inline models the names that they had, in place.

    Args:
        api: the document, read; its operations and enums have their names.
        lock: the names given so far.

    Returns:
        the names and places for the next lock.
    """
    places, reached = _places(_roots(api)), _places(_from_operations(api))
    inline = [one for one in api.models if id(one) in places]
    kept = {one.reached: one.name for one in lock.models} | {one.place: one.name for one in lock.models}
    taken = {identifiers.module(one.name) for one in api.models if id(one) not in places}
    taken |= {identifiers.module(one.name) for one in api.enums}
    named: set[int] = set()
    for model in inline:
        known = [*places[id(model)], *reached.get(id(model), ())]
        name = next((kept[place] for place in known if place in kept), None)
        if name is not None and identifiers.module(name) not in taken:
            model.name = name
            named.add(id(model))
            taken.add(identifiers.module(name))
    for model in inline:
        if id(model) not in named:
            model.name = identifiers.unique(model.name, lambda name: identifiers.module(name) in taken)
            taken.add(identifiers.module(model.name))
    locked = [LockedModel(one.name, places[id(one)][0], reached.get(id(one), [""])[0]) for one in inline]
    return sorted(locked, key=lambda one: one.name)


def _places(roots: Iterator[tuple[str, Type, bool]]) -> dict[int, list[str]]:
    """Where each inline model stands, by its id; the shortest place first."""
    found: dict[int, list[str]] = {}
    for place, one, through in roots:
        seen: set[int] = set()
        for at, model in _within(place, one, seen, through=through):
            found.setdefault(id(model), []).append(at)
    return {
        key: sorted(set(places), key=lambda place: (place.count("."), len(place), place))
        for key, places in found.items()
    }


def _roots(api: Api) -> Iterator[tuple[str, Type, bool]]:
    """What inline models stand in: components, and what operations send and return themselves."""
    for model in api.models:
        if model.component:
            yield from ((place, one, False) for place, one in _fields(model.name, model, " "))
    yield from ((place, one, False) for place, one, _through in _from_operations(api))


def _from_operations(api: Api) -> Iterator[tuple[str, Type, bool]]:
    """What operations send and return, components included."""
    for operation in api.operations:
        for parameter in operation.parameters:
            yield f"{operation.python} {parameter.location} {parameter.wire}", parameter.type, True
        if operation.body is not None:
            yield f"{operation.python} request", operation.body.type, True
        for success in operation.successes:
            yield f"{operation.python} response", success.type, True


def _fields(place: str, model: Model, separator: str) -> Iterator[tuple[str, Type]]:
    for field in model.fields:
        yield f"{place}{separator}{field.wire}", field.type
    if model.additional is not None:
        yield f"{place}{separator}*", model.additional


def _within(place: str, one: Type, seen: set[int], *, through: bool) -> Iterator[tuple[str, Model]]:
    """The inline models that a type holds, each once; `through`: also those in the components that it holds."""
    if one.model is not None and id(one.model) not in seen and (through or not one.model.component):
        seen.add(id(one.model))
        if not one.model.component:
            yield place, one.model
        for at, inner in _fields(place, one.model, "."):
            yield from _within(at, inner, seen, through=through)
    if one.items is not None:
        yield from _within(f"{place}[]", one.items, seen, through=through)
    for index, variant in enumerate(one.variants):
        yield from _within(f"{place}({_label(variant, index)})", variant, seen, through=through)


def _label(variant: Type, index: int) -> str:
    """What tells a variant apart: a constant, or else its fields."""
    if variant.model is None:
        return str(index)
    for field in variant.model.fields:
        if isinstance(field.type.const, str):
            return field.type.const
        if field.type.enum is not None and len(field.type.enum.values) == 1:
            return str(field.type.enum.values[0])
    return ",".join(sorted(field.wire for field in variant.model.fields)[:3]) or str(index)


__all__ = ["name_models"]
