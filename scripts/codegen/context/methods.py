"""What the template of resources asks: a method for each operation."""

from __future__ import annotations

from .. import docstrings, identifiers
from ..ir import Field, Operation
from ..operations import RESERVED_ARGUMENTS
from ..python import IN_RESOURCE, narrow, or_none, wide
from .endpoints import body_annotation, extra_arguments, parameter_annotation
from .models import is_required
from .responses import by_status, response_kind, response_type


def body_fields(op: Operation) -> list[tuple[Field, str]]:
    """The fields of the body that become keyword arguments, with the names of those. Empty: there is one `body`."""
    if op.body is None or op.body.type.model is None or op.body.type.nullable:
        return []
    taken = {*RESERVED_ARGUMENTS, *(one.python for one in op.parameters)} - {"body"}
    result = []
    for field in op.body.type.model.fields:
        if field.read_only:
            continue
        name = identifiers.argument(field.python)
        if name in taken:
            name = identifiers.unique(f"{name.rstrip('_')}_body", taken.__contains__, "_")
        taken.add(name)
        result.append((field, name))
    return result


def _keyword_annotation(field: Field, required: bool) -> str:
    annotation = wide(field.type, IN_RESOURCE)
    if field.takes_null:
        annotation = or_none(annotation)
    return annotation if required else f"{annotation} | Unset = UNSET"


def method_signature(op: Operation) -> str:
    """Write the parameters of a method, a line each."""
    path = [one for one in op.parameters if one.location == "path"]
    lines = [f"{one.python}: {parameter_annotation(one, IN_RESOURCE)}," for one in path]
    fields = body_fields(op)
    if op.body and not fields:
        lines.append(f"body: {body_annotation(op, IN_RESOURCE)},")
    lines.append("*,")
    needed: list[str] = []
    optional: list[str] = []
    for field, name in fields:
        assert op.body is not None
        assert op.body.type.model is not None
        required = is_required(op.body.type.model, field) and op.body.required
        (needed if required else optional).append(f"{name}: {_keyword_annotation(field, required)},")
    for one in op.parameters:
        if one.location != "path":
            annotation = parameter_annotation(one, IN_RESOURCE)
            (optional if annotation.endswith("= None") else needed).append(f"{one.python}: {annotation},")
    return "\n".join(f"        {line}" for line in [*lines, *needed, *optional])


def download_signature(op: Operation) -> str:
    """The same for the method that writes the response to a file."""
    return method_signature(op).replace("*,", "file_path: str | _os.PathLike[str],\n        *,", 1)


def returned(op: Operation) -> str:
    """Write the annotation of what a method returns."""
    if op.pagination:
        return f"Paginator[{narrow(op.pagination.item_type, IN_RESOURCE)}]"
    return response_type(op, IN_RESOURCE)


def method_body(op: Operation) -> list[str]:
    """Write the lines that collect the fields of the body."""
    fields = body_fields(op)
    if not fields:
        return []
    assert op.body is not None
    return ["_fields = given(", *(f"    {field.python}={name}," for field, name in fields), ")"]


def method_arguments(op: Operation) -> str:
    """Write the arguments with which a method calls the endpoint, a line each."""
    lines = [f"{one.python}," if one.location == "path" else f"{one.python}={one.python}," for one in op.parameters]
    if op.body:
        value = "body" if not body_fields(op) else ("_fields" if op.body.required else "_fields or UNSET")
        lines.append(f"body={value},")
    return "\n".join(f"            {line}" for line in lines)


def execute_arguments(op: Operation) -> str:
    """What a method passes to `AsyncClient.execute`."""
    endpoint = f"_api.{op.module}"
    statuses = f", {endpoint}.BY_STATUS" if by_status(op) else ""
    return f"{endpoint}.OPERATION, _request, {endpoint}.decode{statuses}"


def method_docstring(op: Operation) -> str:
    """Write the docstring of a method."""
    arguments = [(one.python, docstrings.about_parameter(one)) for one in op.parameters if one.location == "path"]
    fields = body_fields(op)
    arguments += [(name, docstrings.about_field(field)) for field, name in fields]
    if op.body and not fields:
        arguments.append(("body", "the body of the request"))
    arguments += [(one.python, docstrings.about_parameter(one)) for one in op.parameters if one.location != "path"]
    if op.pagination:
        arguments.append(("prefetch", "pages read ahead while items are consumed"))
        arguments.append(("on_drift", "what to do when the list changes while it is read"))
        returns = "`await` it for one page, or iterate over it with `async for` for the items of all pages."
    else:
        returns = {"bytes": "the content", "empty": ""}.get(response_kind(op), "")
    arguments += extra_arguments(op)
    return docstrings.operation_docstring(op, arguments, returns, 8)
