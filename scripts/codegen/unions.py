"""How the forms of a union are told apart: by a discriminator, by constants, by their fields, or not at all.

Which form a response has is decided when it is read (`parse_union` of the generated package). Here it is found out
what can be known beforehand: a constant that works like a discriminator, and forms that nothing tells apart, a loss.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from .ir import Api, Field, Loss, Model, Operation, Type
from .types_in import all_types, inside, models_in


def infer_discriminators(api: Api) -> None:
    """Give a union of models that are told apart by a required constant that constant as its discriminator."""
    for one in inside(all_types(api.operations, api.models)):
        models = [variant.model for variant in one.variants if variant.model is not None]
        if one.implied and one.discriminator:
            _name_by_constants(one, models)
        if one.kind != "union" or one.discriminator or len(models) < 2:
            continue
        for field in models[0].fields:
            marks = [_constants(model, field.wire) for model in models]
            values = [value for mark in marks for value in mark]
            if all(marks) and len(set(values)) == len(values):
                one.discriminator = field.wire
                one.mapping = {
                    value: Type("model", model=model)
                    for model, mark in zip(models, marks, strict=True)
                    for value in mark
                }
                break


def _name_by_constants(one: Type, models: list[Model]) -> None:
    """A form may be called by the constant that it has where the discriminator stands, not only by its class."""
    for model in models:
        for value in _constants(model, one.discriminator or ""):
            one.mapping.setdefault(value, Type("model", model=model))


def _constants(model: Model, wire: str) -> list[str]:
    """The strings that a required property is documented to have."""
    for field in model.fields:
        if field.wire == wire and field.required and not field.type.nullable:
            return [value for value in _values(field.type) or () if isinstance(value, str)]
    return []


def indistinct(api: Api) -> list[Loss]:
    """The unions in responses of which two forms are alike in all that tells forms apart."""
    return [loss for operation in api.operations for loss in _indistinct(operation)]


def _indistinct(op: Operation) -> Iterator[Loss]:
    successes = [one.type for one in op.successes]
    places = [("response", one) for one in successes]
    places += [
        (f"response {model.name}.{field.wire}", field.type) for model in models_in(successes) for field in model.fields
    ]
    for place, root in places:
        for one in inside([root]):
            named = {id(target.model) for target in one.mapping.values()}
            models = [each.model for each in one.variants if each.model is not None and id(each.model) not in named]
            for left, right in combinations(models, 2):
                if _alike(left, right):
                    yield Loss(op.key, place, f"nothing tells its forms {left.name} and {right.name} apart")


def _alike(left: Model, right: Model, seen: frozenset[tuple[int, int]] = frozenset()) -> bool:
    """Whether two models have the same fields, and no constant, enum or kind of value tells them apart."""
    if left is right or (id(left), id(right)) in seen:
        return True
    seen |= {(id(left), id(right))}
    theirs = {one.wire: one for one in right.fields}
    return theirs.keys() == {one.wire for one in left.fields} and all(
        _may_be_equal(one, theirs[one.wire], seen) for one in left.fields
    )


def _may_be_equal(left: Field, right: Field, seen: frozenset[tuple[int, int]]) -> bool:
    """Whether a value may be one of both fields."""
    if left.type.model is not None and right.type.model is not None and left.type.kind == right.type.kind == "model":
        return _alike(left.type.model, right.type.model, seen)
    ours, theirs = _values(left.type), _values(right.type)
    if ours is not None and theirs is not None and not set(ours) & set(theirs):
        return False
    return left.required == right.required and _json_kind(left.type) == _json_kind(right.type)


def _values(one: Type) -> list[object] | None:
    """The values that a type is documented to have; None when it has any."""
    if one.const is not None:
        return [one.const]
    return list(one.enum.values) if one.enum is not None and one.kind == "enum" else None


def _json_kind(one: Type) -> str:
    if one.kind in ("model", "map"):
        return "object"
    if one.kind in ("int", "float", "decimal"):
        return "number"
    return one.kind if one.kind in ("list", "bool", "union", "any") else "string"


__all__ = ["indistinct", "infer_discriminators"]
