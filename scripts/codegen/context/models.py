"""What the template of models asks."""

from __future__ import annotations

from .. import identifiers
from ..ir import Field, Model, Type
from ..python import decode, decoder, encode, enums_of, is_identity, narrow, or_none, references, values_constant, wide


def sent_only(model: Model) -> bool:
    """Return whether a model is sent and never received."""
    return model.in_request and not model.in_response


def is_open(model: Model) -> bool:
    """Whether a mapping in the place of the model may hold anything."""
    return model.in_request and (model.additional is not None or not model.fields)


def is_required(model: Model, field: Field) -> bool:
    """Return whether the field must be there.

    What only the server sets is never demanded of who sends the model, and what only callers set is never expected of a
    response.
    """
    if sent_only(model) or model.in_request:
        return field.required and not field.read_only
    return (field.required or field.inferred_required) and not field.write_only


def is_definite(model: Model, field: Field) -> bool:
    """Whether the field has a definite type where it is read: also what only the server sets, in what is sent too."""
    both = model.in_request and model.in_response
    return field.required if both else is_required(model, field)


def property_(model: Model, field: Field) -> str:
    """The entry of a field in the table of its model."""
    one = field.type
    arguments = [repr(field.wire), repr(field.python), late_decoder(one.bare())]
    encoded = encode(one.bare(), "value", f"{model.name}.{field.python}", checked=model.in_request)
    if not sent_only(model) and encoded != "value":
        arguments.append("encode_enum" if one.kind == "enum" else f"lambda value: {encoded}")
    elif not sent_only(model) and one.kind == "float":
        arguments.append("float")
    if is_definite(model, field):
        arguments.append("required=True")
        if field.write_only:
            arguments.append("expected=False")
        if one.nullable:
            arguments.append("nullable=True")
    if model.in_request and model.in_response and takes_null(field):
        arguments.append("takes_null=True")
    const = constant(one)
    if const is not None:
        arguments.append(f"const={const!r}")
    return f"Property({', '.join(arguments)})"


def takes_null(field: Field) -> bool:
    """Whether None may be sent: where the API is known to take null."""
    return field.takes_null or field.type.nullable or field.type.kind in ("any", "none")


def constant(one: Type) -> object:
    """The only value that the document allows."""
    if one.const is not None:
        return one.const
    return one.enum.values[0] if one.enum is not None and len(one.enum.values) == 1 else None


_CLASSES = {"str": "str", "int": "int", "bool": "bool"}


def field_checks(model: Model) -> list[str]:
    """What must be true of the raw values so that the quick way of decoding may be taken."""
    checks = []
    for field in model.fields:
        name, one = f"_{field.python}", field.type
        required = is_definite(model, field)
        if one.kind in _CLASSES:
            check = f"{name}.__class__ is {_CLASSES[one.kind]}"
            checks.append(check if required and not one.nullable else f"({name} is None or {check})")
        elif is_identity(one) and required:
            checks.append(f"{name} is not MISSING")
    return checks


def decode_field(model: Model, field: Field) -> str:
    """The quick way of decoding a raw value. Where it fails, `Model._read` tries again with care."""
    name, one = f"_{field.python}", field.type
    if one.kind in _CLASSES or is_identity(one):
        return name
    if one.kind in ("datetime", "date"):
        expression = f"{'from_iso' if one.kind == 'datetime' else 'date_from_iso'}({name})"
    else:
        expression = decode(one.bare(), name)
    required = is_definite(model, field) and not one.nullable
    return expression if required else f"None if {name} is None else {expression}"


def late_decoder(one: Type) -> str:
    """A decoder for a table: classes that are imported below the model are looked up when it is called."""
    found = decoder(one)
    return f"lambda value: {found}(value)" if found.endswith(".from_dict") else found


def field_annotation(model: Model, field: Field) -> str:
    """Write the annotation of a field, and its default."""
    annotation = wide(field.type) if sent_only(model) else narrow(field.type)
    if is_required(model, field):
        return annotation
    if is_definite(model, field):  # only the server sets it
        return f"{annotation} = NOT_GIVEN"
    if sent_only(model):
        return f"{or_none(annotation) if field.takes_null else annotation} | Unset = UNSET"
    return f"{or_none(annotation)} = {'NOT_GIVEN' if model.in_request else 'None'}"


def key_annotation(model: Model, field: Field) -> str:
    """What a mapping in the place of a model holds under the name of a field."""
    annotation = or_none(wide(field.type)) if field.takes_null else wide(field.type)
    return f"_Required[{annotation}]" if is_required(model, field) else annotation


def encode_field(model: Model, field: Field) -> str:
    """What is sent of a field: None only where the API is known to take null."""
    place, value = f"{model.name}.{field.python}", f"self.{field.python}"
    if takes_null(field):
        return encode(field.type.or_none(), value, place, checked=True)
    if field.type.kind == "union":
        value = f'not_none({value}, "{place}")'
    return encode(field.type, value, place, checked=True)


def encode_additional(model: Model) -> str:
    """Write what encodes the properties that the document doesn't name."""
    kind = Type("any") if model.additional is None else Type("map", items=model.additional)
    return encode(kind, "self.additional_properties", f"{model.name}.additional_properties", checked=True)


def model_imports(model: Model, component: dict[int, int]) -> tuple[list[str], list[str]]:
    """Imports above the class, and below it for models that refer back to this one."""
    types = model.types()
    early = [
        f"from .{identifiers.module(enum.name)} import {values_constant(enum)}, {enum.name}" for enum in enums_of(types)
    ]
    late: list[str] = []
    for other in references(model):
        names = f"{other.name}, {other.dict_name}" if other.dict_name else other.name
        line = f"from .{identifiers.module(other.name)} import {names}"
        (late if component[id(other)] == component[id(model)] else early).append(line)
    return sorted(early), sorted(late)
