"""The types and models that operations and models hold, directly or through each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .ir import Model, Operation, Type


def types_of(operation: Operation) -> list[Type]:
    """All types that an operation names itself."""
    found = [one.type for one in operation.parameters] + [one.type for one in operation.successes]
    found += [operation.body.type] if operation.body else []
    return found + ([operation.pagination.item_type] if operation.pagination else [])


def all_types(operations: Iterable[Operation], models: Iterable[Model]) -> list[Type]:
    """All types that operations and models name themselves."""
    return [one for each in operations for one in types_of(each)] + [one for each in models for one in each.types()]


def models_in(types: Iterable[Type]) -> Iterator[Model]:
    """The models in the types, and in them, and so on."""
    return reachable(model for one in types for model in one.models())


def reachable(roots: Iterable[Model]) -> Iterator[Model]:
    """Models, and the models in them, and so on; each once."""
    seen: set[int] = set()
    work = list(roots)
    while work:
        model = work.pop()
        if id(model) in seen:
            continue
        seen.add(id(model))
        yield model
        work += [other for one in model.types() for other in one.models()]


def inside(types: Iterable[Type]) -> Iterator[Type]:
    """Each type and the types in it."""
    work = list(types)
    while work:
        one = work.pop()
        yield one
        work += [inner for inner in (one.items, *one.variants, *one.mapping.values()) if inner is not None]


__all__ = ["all_types", "inside", "models_in", "reachable", "types_of"]
