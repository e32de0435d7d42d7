"""What the template of models asks."""

from __future__ import annotations

from .. import words
from ..ir import Field, Model, Type
from ..python import decoder, encode, enums_of, is_identity, narrow, or_none, references, values_constant, wide


def sent_only(model: Model) -> bool:
    return model.in_request and not model.in_response


def is_required(model: Model, field: Field) -> bool:
    """Whether the field must be there. What only the server sets is never demanded of who sends the model."""
    return field.required and not (field.read_only and model.in_request)


def required_names(model: Model) -> tuple[str, ...]:
    return tuple(field.wire for field in model.fields if is_required(model, field))


def bit(model: Model, field: Field) -> int:
    """The bit that says that a field was not in a response."""
    return 1 << model.fields.index(field)


def decode_target(field: Field) -> str:
    """Where a value is put when it is read: into its place, or into a variable to be decoded."""
    return f"self.{field.python}" if is_identity(field.type) else f"_{field.python}"


def bare(one: Type) -> Type:
    return one.bare()


def field_annotation(model: Model, field: Field) -> str:
    annotation = wide(field.type) if sent_only(model) else narrow(field.type)
    if is_required(model, field):
        return annotation
    if sent_only(model):
        return f"{or_none(annotation)} | Unset = UNSET"
    return f"{or_none(annotation)} = {'NOT_GIVEN' if model.in_request else 'None'}"


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
