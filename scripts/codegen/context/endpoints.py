"""What the template of endpoint modules asks."""

from __future__ import annotations

import json
import re

from .. import identifiers
from ..ir import Model, Operation, Parameter, Type
from ..python import PLAIN, Prefixes, encode, or_none, values_constant, wide
from .responses import response_types


def parameter_annotation(parameter: Parameter, prefixes: Prefixes = PLAIN) -> str:
    """Write the annotation of a parameter, and its default."""
    annotation = wide(parameter.type, prefixes).replace("Any | None", "Any")
    if parameter.type.kind == "str" and parameter.location == "path":
        annotation = "str"
    if parameter.required and parameter.python != "idempotency_key":
        return annotation
    return f"{or_none(annotation)} = None"


def body_annotation(op: Operation, prefixes: Prefixes = PLAIN) -> str:
    """Write the annotation of a body, and its default."""
    assert op.body is not None
    annotation = wide(op.body.type, prefixes)
    if op.body.encoding == "content":
        annotation = "str | bytes"
    return annotation if op.body.required else f"{annotation} | Unset = UNSET"


def endpoint_signature(op: Operation, client: bool = False) -> str:
    """Write the parameters of an endpoint function, a line each."""
    lines = [f"{one.python}: {parameter_annotation(one)}," for one in op.parameters if one.location == "path"]
    lines.append("*,")
    if client:
        lines.append("client: AsyncClient,")
    rest = [f"{one.python}: {parameter_annotation(one)}," for one in op.parameters if one.location != "path"]
    if op.body:
        rest.append(f"body: {body_annotation(op)},")
    return "\n".join(f"    {line}" for line in [*lines, *rest])


def endpoint_arguments(op: Operation) -> str:
    """Write the arguments with which an endpoint function calls another, a line each."""
    lines = [f"{one.python}," if one.location == "path" else f"{one.python}={one.python}," for one in op.parameters]
    if op.body:
        lines.append("body=body,")
    return "\n".join(f"        {line}" for line in lines)


def extra_arguments(op: Operation) -> list[tuple[str, str]]:
    """Return the arguments that every method takes besides those of the document."""
    extra = [
        ("extra_query", "query parameters that the document doesn't know"),
        ("extra_headers", "further headers"),
    ]
    if op.body:
        extra.append(("extra_body", "body fields that the document doesn't know"))
    return extra


def path_expression(op: Operation) -> str:
    """The path with its parameters checked and quoted."""
    inside = {one.wire: one for one in op.parameters if one.location == "path"}
    if not inside:
        return repr(op.path)
    pieces = []
    for index, piece in enumerate(re.split(r"{([^{}]+)}", op.path)):
        if index % 2 and piece in inside:
            one = inside[piece]
            expression = sent(one).replace('"', "'")  # it stands inside double quotes
            pieces.append(f"{{path_segment({expression}, '{op.python}: {one.python}')}}")
        else:
            text = f"{{{piece}}}" if index % 2 else piece
            literal = text.replace("{", "{{").replace("}", "}}")
            pieces.append(json.dumps(literal)[1:-1])
    return f'f"{"".join(pieces)}"'


def sent(parameter: Parameter) -> str:
    """An argument as an expression of what `query_pairs` and the like take, checked where its type says more."""
    if not _is_checked(parameter.type):
        return parameter.python
    return encode(parameter.type.bare(), parameter.python, parameter.python, checked=True)


def _is_checked(one: Type) -> bool:
    inside = [each for each in (one.items, *one.variants) if each is not None]
    return one.kind in ("decimal", "date", "datetime", "model") or any(_is_checked(each) for each in inside)


def header_expression(parameter: Parameter) -> str:
    """Write what makes the value of a header."""
    return f'header_value({sent(parameter)}, "{parameter.python}")'


def cookie_expression(parameter: Parameter) -> str:
    """Write what makes a cookie."""
    return f'cookie_pair({parameter.wire!r}, {sent(parameter)}, "{parameter.python}")'


def query_style(parameter: Parameter) -> str:
    """Write the style of a query parameter, where it isn't the usual one."""
    if parameter.style == "form" and parameter.explode:
        return ""
    return f', "{parameter.style}"' + (
        "" if parameter.explode or parameter.style in ("deepObject", "json") else ", explode=False"
    )


def body_lines(op: Operation) -> list[str]:
    """Write the lines that encode the body."""
    assert op.body is not None
    body = op.body
    place = body.type.model.name if body.type.model else "body"
    encoded = encode(body.type, "body", place, checked=True)
    lines = []
    if body.encoding == "json":
        lines.append(f"_request.json = {encoded}")
        if body.content_type not in ("application/json", "*/*"):
            lines.append(f"_request.content_type = {body.content_type!r}")
    elif body.encoding == "form":
        lines.append(f'_request.form = form_fields({encoded}, "{place}")')
    elif body.encoding == "multipart":
        lines.append(f'_request.files = multipart_parts({encoded}, "{place}")')
    else:
        lines += [
            "_request.content = body.encode() if isinstance(body, str) else body",
            f"_request.content_type = {body.content_type!r}",
        ]
    return lines


def imported(model: Model) -> str:
    """The names that a module of a model is imported for."""
    return f"{model.name}, {model.dict_name}" if model.dict_name else model.name


def endpoint_imports(op: Operation) -> list[str]:
    """Write the imports of the models and enums that an endpoint module names."""
    types = [*response_types(op), *(one.type for one in op.parameters), *([op.body.type] if op.body else [])]
    types += [op.pagination.item_type] if op.pagination else []
    lines: dict[str, None] = {}
    for one in types:
        for model in one.models():
            lines[f"from ...models.{identifiers.module(model.name)} import {imported(model)}"] = None
        for enum in one.enums():
            module = identifiers.module(enum.name)
            lines[f"from ...models.{module} import {values_constant(enum)}, {enum.name}"] = None
    return sorted(lines)
