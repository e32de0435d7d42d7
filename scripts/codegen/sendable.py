"""What can be written into a URL, a header or a form: texts, lists of texts, and objects where a style says how."""

from __future__ import annotations

from collections.abc import Iterator

from .ir import Parameter, Type
from .references import UnsupportedSchemaError


def problem_of(parameter: Parameter) -> str | None:
    """Why a parameter can't be sent, as the rest of a sentence; None when it can."""
    if parameter.style == "json":
        return None
    kinds = list(_kinds(parameter.type))
    if any(depth for depth, kind in kinds if kind == "object"):
        return "is a list of objects"
    if any(depth > 1 for depth, _kind in kinds):
        return "is a list of lists"
    if parameter.location != "query" and any(kind == "object" for _depth, kind in kinds):
        return "is an object"
    return _problem_inside(parameter)


def _problem_inside(parameter: Parameter) -> str | None:
    """Why an object can't be written into a query, whose fields only stand side by side."""
    fields = [field for model in parameter.type.models() for field in model.fields]
    for wire, kinds in ((field.wire, list(_kinds(field.type))) for field in fields):
        if any(depth and kind == "object" for depth, kind in kinds) or any(depth > 1 for depth, _kind in kinds):
            return f"holds a list of objects or lists, {wire}"
        if parameter.style != "deepObject" and any(kind == "object" for _depth, kind in kinds):
            return f"holds an object, {wire}"
        if parameter.style != "deepObject" and not parameter.explode and any(depth for depth, _kind in kinds):
            return f"holds a list, {wire}"
    return None


def check_form(body: Type, encoding: str) -> None:
    """Raise UnsupportedSchemaError for a form that holds a list of objects, which has no one spelling."""
    for model in body.models():
        for field in model.fields:
            if encoding == "form" and any(depth for depth, kind in _kinds(field.type) if kind == "object"):
                raise UnsupportedSchemaError(f"its form has a list of objects, {field.wire}")


def _kinds(one: Type, depth: int = 0) -> Iterator[tuple[int, str]]:
    """The kinds of values in a type, and in how many lists they stand."""
    if one.kind == "union":
        for variant in one.variants:
            yield from _kinds(variant, depth)
    elif one.kind == "list":
        if one.items is None:
            yield depth + 1, "any"
        else:
            yield from _kinds(one.items, depth + 1)
    else:
        yield depth, "object" if one.kind in ("model", "map") else "scalar"
