"""What the templates ask of models and operations: annotations, signatures, expressions, imports."""

from __future__ import annotations

import json
import re
from typing import Any

from . import prose, words
from .ir import Field, Model, Operation, Parameter, Success, Type
from .operations import RESERVED_ARGUMENTS
from .python import decode, decoder, encode, enums_of, is_identity, narrow, references, values_constant, wide

# ---------------------------------------------------------------------- models


def sent_only(model: Model) -> bool:
    return model.in_request and not model.in_response


def is_required(model: Model, field: Field) -> bool:
    """Whether the field must be there. What only the server sets is never demanded of who sends the model."""
    return field.required and not (field.read_only and model.in_request)


def required_names(model: Model) -> tuple[str, ...]:
    return tuple(field.wire for field in model.fields if is_required(model, field))


def bit(model: Model, field: Field) -> int:
    """The bit that says that a field was not in an answer."""
    return 1 << model.fields.index(field)


def decode_target(field: Field) -> str:
    """Where a value is put when it is read: into its place, or into a variable to be decoded."""
    return f"self.{field.python}" if is_identity(field.type) else f"_{field.python}"


def bare(one: Type) -> Type:
    return one.bare()


def _or_none(annotation: str) -> str:
    says_none = annotation in ("Any", "None") or annotation.endswith("| None")
    return annotation if says_none else f"{annotation} | None"


def field_annotation(model: Model, field: Field) -> str:
    annotation = wide(field.type) if sent_only(model) else narrow(field.type)
    if is_required(model, field):
        return annotation
    if sent_only(model):
        return f"{_or_none(annotation)} | Unset = UNSET"
    return f"{_or_none(annotation)} = {'NOT_GIVEN' if model.in_request else 'None'}"


def encode_field(model: Model, field: Field) -> str:
    return encode(field.type, f"self.{field.python}", f"{model.name}.{field.python}", checked=model.in_request)


def encode_given(model: Model, field: Field) -> str:
    """For an optional field that is known not to be None."""
    return encode(field.type.bare(), f"self.{field.python}", f"{model.name}.{field.python}", checked=model.in_request)


def encode_optional(model: Model, field: Field) -> str:
    """For a field that may be None, which is sent as null."""
    place = f"{model.name}.{field.python}"
    return encode(field.type.or_none(), f"self.{field.python}", place, checked=model.in_request)


def decode_additional(model: Model) -> str:
    assert model.additional is not None
    return f"parse_dict({decoder(model.additional)}, extra)"


def encode_additional(model: Model) -> str:
    place = f"{model.name}.additional_properties"
    if model.additional is None:
        return (
            f'encode_dict(self.additional_properties, None, "{place}")'
            if model.in_request
            else "self.additional_properties"
        )
    return encode(Type("map", items=model.additional), "self.additional_properties", place, checked=model.in_request)


def model_imports(model: Model, component: dict[int, int]) -> tuple[list[str], list[str]]:
    """Imports above the class, and below it for models that refer back to this one."""
    types = model.types()
    early = [f"from .{words.module(enum.name)} import {values_constant(enum)}, {enum.name}" for enum in enums_of(types)]
    late: list[str] = []
    for other in references(model):
        line = f"from .{words.module(other.name)} import {other.name}"
        (late if component[id(other)] == component[id(model)] else early).append(line)
    return sorted(early), sorted(late)


# ---------------------------------------------------------------------- answers


def answer_types(op: Operation) -> list[Type]:
    found: list[Type] = []
    for success in op.successes:
        if success.type not in found:
            found.append(success.type)
    return found or [Type("any")]


def answer_type(op: Operation, prefix: str = "") -> str:
    parts = list(dict.fromkeys(narrow(one, prefix) for one in answer_types(op)))
    if "Any" in parts:
        return "Any"
    return " | ".join(sorted(parts, key=lambda part: part == "None"))


def _fallback(op: Operation) -> Success | None:
    """The answer of every 2xx status that has none of its own: that of a range, else the first."""
    ranges = [one for one in op.successes if one.status is None]
    return next(iter(ranges or op.successes), None)


def answer_kind(op: Operation) -> str:
    fallback = _fallback(op)
    return fallback.decoding if fallback else "json"


def _one_decoder(one: Type) -> str:
    if one.kind == "none":
        return "parse_none"
    return decoder(one)


def answer_decoder(op: Operation) -> str:
    """An expression for the decoder, or 'def ' and the expression that a function of its own returns."""
    fallback = _fallback(op)
    one = fallback.type if fallback else Type("any")
    found = _one_decoder(one)
    return f"def {decode(one, 'value')}" if found.startswith(("lambda", "(lambda")) else found


def answer_is_union(op: Operation) -> bool:
    fallback = _fallback(op)
    return fallback is not None and fallback.type.kind == "union"


def by_status(op: Operation) -> str:
    """Decoders for the statuses whose answer differs from the fallback."""
    fallback = _fallback(op)
    others = [
        one
        for one in op.successes
        if fallback is not None
        and one.status is not None
        and (one.type != fallback.type or one.decoding != fallback.decoding)
    ]
    if not others:
        return ""
    entries = ", ".join(f'{one.status}: ("{one.decoding}", {_one_decoder(one.type)})' for one in others)
    return f"{{{entries}}}"


# ---------------------------------------------------------------------- endpoint functions


def parameter_annotation(parameter: Parameter) -> str:
    annotation = wide(parameter.type).replace("Any | None", "Any")
    if parameter.type.kind == "str" and parameter.location == "path":
        annotation = "str"
    if parameter.required and parameter.python != "idempotency_key":
        return annotation
    return f"{_or_none(annotation)} = None"


def _body_annotation(op: Operation) -> str:
    assert op.body is not None
    annotation = wide(op.body.type)
    if op.body.encoding == "content":
        annotation = "str | bytes"
    return annotation if op.body.required else f"{annotation} | Unset = UNSET"


def endpoint_signature(op: Operation, client: bool = False) -> str:
    lines = [f"{one.python}: {parameter_annotation(one)}," for one in op.parameters if one.location == "path"]
    lines.append("*,")
    if client:
        lines.append("client: AsyncClient,")
    rest = [f"{one.python}: {parameter_annotation(one)}," for one in op.parameters if one.location != "path"]
    if op.body:
        rest.append(f"body: {_body_annotation(op)},")
    return "\n".join(f"    {line}" for line in [*lines, *rest])


def endpoint_arguments(op: Operation) -> str:
    lines = [f"{one.python}," if one.location == "path" else f"{one.python}={one.python}," for one in op.parameters]
    if op.body:
        lines.append("body=body,")
    return "\n".join(f"        {line}" for line in lines)


def endpoint_docstring(op: Operation) -> str:
    arguments = [(one.python, prose.about_parameter(one)) for one in op.parameters]
    arguments.append(("client", "sends the request"))
    if op.body:
        arguments.append(("body", "the body of the request"))
    arguments += _extra_arguments(op)
    return prose.operation_docstring(op, arguments, "", 4)


def _extra_arguments(op: Operation) -> list[tuple[str, str]]:
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
            expression = _sent(one).replace('"', "'")  # it stands inside double quotes
            pieces.append(f"{{path_segment({expression}, '{one.python}')}}")
        else:
            text = f"{{{piece}}}" if index % 2 else piece
            literal = text.replace("{", "{{").replace("}", "}}")
            pieces.append(json.dumps(literal)[1:-1])
    return f'f"{"".join(pieces)}"'


def _sent(parameter: Parameter) -> str:
    """An argument as an expression of what `query_pairs` and the like take, checked where its type says more."""
    if not _is_checked(parameter.type):
        return parameter.python
    return encode(parameter.type.bare(), parameter.python, parameter.python, checked=True)


def _is_checked(one: Type) -> bool:
    inside = [each for each in (one.items, *one.variants) if each is not None]
    return one.kind in ("decimal", "date", "datetime", "model") or any(_is_checked(each) for each in inside)


def query_value(parameter: Parameter) -> str:
    return _sent(parameter)


def header_expression(parameter: Parameter) -> str:
    return f'header_value({_sent(parameter)}, "{parameter.python}")'


def cookie_expression(parameter: Parameter) -> str:
    return f'cookie_pair({parameter.wire!r}, {_sent(parameter)}, "{parameter.python}")'


def query_style(parameter: Parameter) -> str:
    if parameter.style == "form" and parameter.explode:
        return ""
    return f', "{parameter.style}"' + (
        "" if parameter.explode or parameter.style in ("deepObject", "json") else ", explode=False"
    )


def body_lines(op: Operation) -> list[str]:
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


def _import_types(types: list[Type], dots: str) -> list[str]:
    lines: dict[str, None] = {}
    for one in types:
        for model in one.models():
            lines[f"from {dots}models.{words.module(model.name)} import {model.name}"] = None
        for enum in one.enums():
            lines[f"from {dots}models.{words.module(enum.name)} import {values_constant(enum)}, {enum.name}"] = None
    return sorted(lines)


def endpoint_imports(op: Operation) -> list[str]:
    types = [*answer_types(op), *(one.type for one in op.parameters), *([op.body.type] if op.body else [])]
    types += [success.type for success in op.successes]
    return _import_types(types, "...")


# ---------------------------------------------------------------------- resource methods


def body_fields(op: Operation) -> list[tuple[Field, str]]:
    """The fields of the body that become keyword arguments, with the names of those. Empty: there is one `body`."""
    if op.body is None or op.body.type.model is None or op.body.type.nullable:
        return []
    taken = {*RESERVED_ARGUMENTS, *(one.python for one in op.parameters)} - {"body"}
    result = []
    for field in op.body.type.model.fields:
        if field.read_only:
            continue
        name = words.argument(field.python)
        if name in taken:
            name = words.unique(f"{name.rstrip('_')}_body", taken.__contains__, "_")
        taken.add(name)
        result.append((field, name))
    return result


def _keyword_annotation(field: Field, required: bool) -> str:
    annotation = wide(field.type)
    return annotation if required else f"{_or_none(annotation)} | Unset = UNSET"


def method_signature(op: Operation) -> str:
    lines = [f"{one.python}: {parameter_annotation(one)}," for one in op.parameters if one.location == "path"]
    fields = body_fields(op)
    if op.body and not fields:
        lines.append(f"body: {_body_annotation(op)},")
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
            annotation = parameter_annotation(one)
            (optional if annotation.endswith("= None") else needed).append(f"{one.python}: {annotation},")
    return "\n".join(f"        {line}" for line in [*lines, *needed, *optional])


def download_signature(op: Operation) -> str:
    """The same for the method that writes the answer to a file."""
    return method_signature(op).replace("*,", "file_path: str | os.PathLike[str],\n        *,", 1)


def method_body(op: Operation) -> list[str]:
    fields = body_fields(op)
    if not fields:
        return []
    assert op.body is not None
    return ["_fields = given(", *(f"    {field.python}={name}," for field, name in fields), ")"]


def method_arguments(op: Operation) -> str:
    lines = [f"{one.python}," if one.location == "path" else f"{one.python}={one.python}," for one in op.parameters]
    if op.body:
        value = "body" if not body_fields(op) else ("_fields" if op.body.required else "_fields or UNSET")
        lines.append(f"body={value},")
    return "\n".join(f"            {line}" for line in lines)


def method_docstring(op: Operation) -> str:
    arguments = [(one.python, prose.about_parameter(one)) for one in op.parameters if one.location == "path"]
    fields = body_fields(op)
    arguments += [(name, prose.about_body_field(field)) for field, name in fields]
    if op.body and not fields:
        arguments.append(("body", "the body of the request"))
    arguments += [(one.python, prose.about_parameter(one)) for one in op.parameters if one.location != "path"]
    if op.pagination:
        arguments.append(("prefetch", "pages read ahead while items are consumed"))
        arguments.append(("on_drift", "what to do when the list changes while it is read"))
        returns = "`await` it for one page, or iterate over it with `async for` for the items of all pages."
    else:
        returns = {"bytes": "the content", "empty": ""}.get(answer_kind(op), "")
    arguments += _extra_arguments(op)
    return prose.operation_docstring(op, arguments, returns, 8)


def endpoint_names(operations: list[Operation]) -> dict[str, str]:
    """What a module of methods calls the endpoint modules: by their name, unless something else in it has that."""
    arguments = {one.python for op in operations for one in op.parameters}
    arguments |= {name for op in operations for _field, name in body_fields(op)} | words.TAKEN_ARGUMENTS
    return {op.module: f"{op.module}_endpoint" if op.module in arguments else op.module for op in operations}


def resource_imports(operations: list[Operation]) -> list[str]:
    types: list[Type] = []
    for op in operations:
        types += answer_types(op)
        types += [one.type for one in op.parameters]
        types += [field.type for field, _name in body_fields(op)]
        if op.body:
            types.append(op.body.type)
        if op.pagination:
            types.append(op.pagination.item_type)
    return _import_types(types, "..")


# ---------------------------------------------------------------------- the table of operations


def operation_arguments(op: Operation) -> list[tuple[str, str]]:
    pagination = None
    if op.pagination:
        page = op.pagination
        names = ("page_parameter", "limit_parameter", "items", "total", "page", "limit", "total_pages")
        inside = ", ".join(f"{name}={getattr(page, name)!r}" for name in names)
        inferred = ", items_inferred=True" if page.items_inferred else ""
        pagination = f"Pagination({inside}{inferred})"
    header = op.idempotency_header if op.idempotency == "key" else None
    values: list[tuple[str, Any, Any]] = [
        ("name", op.python, None),
        ("method", op.http_method, None),
        ("path", op.path, None),
        ("scopes", op.scopes, ()),
        ("scopes_inferred", op.scopes_inferred, False),
        ("path_inferred", op.path_inferred, False),
        ("auth", op.auth, ()),
        ("idempotency", op.idempotency, "none"),
        ("idempotency_header", header, None),
        ("answer", answer_kind(op), "json"),
        ("deprecated", op.deprecated, False),
        ("successor", op.successor, None),
        ("sunset", op.sunset, None),
        ("licence", op.licence, ()),
        ("read_back", op.read_back, None),
    ]
    arguments = [(name, repr(value)) for name, value, default in values if value != default]
    if pagination:
        arguments.append(("pagination", pagination))
    return arguments


def template_globals() -> dict[str, Any]:
    """Everything that templates may call."""
    own = {
        name: value
        for name, value in globals().items()
        if callable(value) and not name.startswith("_") and getattr(value, "__module__", "") == __name__
    }
    own.pop("template_globals")
    return own | {
        "decode": decode,
        "decoder": decoder,
        "deprecation": prose.deprecation,
        "cell": prose.cell,
        "docline": prose.docline,
        "docstring": prose.docstring,
        "is_identity": is_identity,
        "members": words.members,
        "model_docstring": prose.model_docstring,
        "narrow": narrow,
        "notes_cell": prose.notes_cell,
        "pyrepr": repr,
        "repeating": prose.repeating,
        "scopes_cell": prose.scopes_cell,
        "values_constant": values_constant,
    }
