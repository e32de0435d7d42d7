"""`ir` types as Python source: annotations, and the expressions that decode and encode a value.

Two kinds of annotation. *Narrow* is what a decoded value is (`Decimal`, `ProductType`, a model). *Wide* is what a
caller may pass (`Decimal | str`, `ProductType | str`, a model or a plain mapping).
"""

from __future__ import annotations

from typing import Any, NamedTuple

from . import identifiers
from .ir import Enum, Model, Type

_PLAIN = {
    "any": "Any",
    "str": "str",
    "int": "int",
    "float": "float",
    "bool": "bool",
    "none": "None",
    "bytes": "bytes",
}
_NARROW = {**_PLAIN, "decimal": "Decimal", "date": "_dt.date", "datetime": "_dt.datetime"}
_WIDE = {
    **_PLAIN,
    "float": "float | Decimal",
    "decimal": "Decimal | str | int",
    "date": "_dt.date | str",
    "datetime": "_dt.datetime | str",
    "bytes": "File | bytes",
}
#: What a value of a kind is decoded with; the other kinds are what JSON gives.
_PARSERS = {
    "str": "parse_str",
    "int": "parse_int",
    "float": "parse_float",
    "bool": "parse_bool",
    "decimal": "parse_decimal",
    "date": "parse_date",
    "datetime": "parse_datetime",
}
#: Kinds of which JSON has the values.
_JSON_SCALARS = {"str", "int", "float", "bool", "any", "none", "bytes"}


class Prefixes(NamedTuple):
    """What goes before names in an annotation.

    Attributes:
        models: before models and enums.
        builtins: before `list` and `dict`.
    """

    models: str = ""
    builtins: str = ""


#: In modules that import each model.
PLAIN = Prefixes()
#: In a class of methods: models are imported when somebody resolves the annotation, and a method may be called `list`.
IN_RESOURCE = Prefixes("models.", "_builtins.")


def narrow(one: Type, prefixes: Prefixes = PLAIN) -> str:
    """The annotation of a decoded value."""
    if one.kind == "model" and one.model:
        base = f"{prefixes.models}{one.model.name}"
    elif one.kind == "enum" and one.enum:
        base = f"{prefixes.models}{one.enum.name}"
    elif one.kind == "list" and one.items:
        base = f"{prefixes.builtins}list[{narrow(one.items, prefixes)}]"
    elif one.kind == "map" and one.items:
        base = f"{prefixes.builtins}dict[str, {narrow(one.items, prefixes)}]"
    elif one.kind == "union":
        base = " | ".join(dict.fromkeys(narrow(variant, prefixes) for variant in one.variants))
    else:
        base = _NARROW[one.kind]
    return f"{base} | None" if one.nullable else base


def wide(one: Type, prefixes: Prefixes = PLAIN) -> str:
    """The annotation of an argument."""
    return " | ".join(dict.fromkeys(_wide_parts(one, prefixes)))


def _wide_parts(one: Type, prefixes: Prefixes) -> list[str]:
    if one.kind == "model" and one.model:
        mapping = f"{prefixes.models}{one.model.dict_name}" if one.model.dict_name else "Mapping[str, Any]"
        parts = [f"{prefixes.models}{one.model.name}", mapping]
    elif one.kind == "enum" and one.enum:
        parts = [f"{prefixes.models}{one.enum.name}", one.enum.base]
    elif one.kind == "list" and one.items:
        parts = [f"Sequence[{wide(one.items, prefixes)}]"]
    elif one.kind == "map" and one.items:
        parts = [f"Mapping[str, {wide(one.items, prefixes)}]"]
    elif one.kind == "union":
        parts = [part for variant in one.variants for part in _wide_parts(variant, prefixes)]
    else:
        parts = _WIDE[one.kind].split(" | ")
    return [*parts, "None"] if one.nullable else parts


def or_none(annotation: str) -> str:
    """An annotation that admits None too."""
    says_none = annotation in ("Any", "None") or annotation.endswith("| None")
    return annotation if says_none else f"{annotation} | None"


def is_identity(one: Type) -> bool:
    """Whether a value of the type is whatever JSON gives."""
    return one.kind in ("any", "none", "bytes")


def is_json(one: Type) -> bool:
    """Whether a value of the type is sent as it is."""
    inside = [each for each in (one.items, *one.variants) if each is not None]
    return one.kind in _JSON_SCALARS | {"list", "map", "union"} and all(map(is_json, inside))


def decode(one: Type, value: str) -> str:
    """An expression that makes a Python value of the JSON value that the expression `value` gives."""
    if is_identity(one):
        return value
    if one.nullable:
        return f"None if {value} is None else {decode(one.bare(), value)}"
    if one.kind == "enum" and one.enum:
        return f"{values_constant(one.enum)}[{value}]"
    if one.kind == "list" and one.items:
        return f"check_list({value})" if is_identity(one.items) else f"parse_list({decoder(one.items)}, {value})"
    if one.kind == "map" and one.items:
        return f"check_dict({value})" if is_identity(one.items) else f"parse_dict({decoder(one.items)}, {value})"
    return f"{decoder(one)}({value})"


def decoder(one: Type) -> str:
    """A callable for the same."""
    if one.kind == "model" and one.model and not one.nullable:
        return f"{one.model.name}.from_dict"
    if one.kind == "enum" and one.enum and not one.nullable:
        return f"{values_constant(one.enum)}.__getitem__"
    if one.kind in _PARSERS and not one.nullable:
        return _PARSERS[one.kind]
    if one.kind == "union" and not one.nullable:
        return _union_decoder(one)
    if is_identity(one):
        return "parse_any"
    return f"lambda value: {decode(one, 'value')}"


def _union_decoder(one: Type) -> str:
    """Unions decode into the variant that fits best; an object that fits none stays one, and is reported."""
    variants = []
    for variant in sorted(one.variants, key=lambda variant: _STRICTEST.index(variant.kind)):
        parse = "None" if variant.kind in _JSON_SCALARS else decoder(variant)
        variants.append(f'("{_json_kind(variant)}", {parse})')
    mapping = ", ".join(f"{key!r}: {decoder(target)}" for key, target in one.mapping.items())
    discriminator = f", discriminator=({one.discriminator!r}, {{{mapping}}})" if one.discriminator and mapping else ""
    discriminator += ", implied=True" if discriminator and one.implied else ""
    listed = ", ".join(variants)
    return f"(lambda value: parse_union(value, ({listed},){discriminator}))"


#: Of the kinds that one value may be of, the one that says most of it comes first: a date is a date-time too.
_STRICTEST = (
    *("enum", "decimal", "date", "datetime", "model", "list", "map", "bool", "int", "float"),
    *("bytes", "str", "union", "none", "any"),
)

_JSON_KINDS = {
    "str": "string",
    "date": "string",
    "datetime": "string",
    "bytes": "string",
    "int": "number",
    "float": "number",
    "bool": "boolean",
    "list": "array",
    "model": "object",
    "map": "object",
    "any": "any",
}


def _json_kind(one: Type) -> str:
    if one.kind == "enum" and one.enum:
        return "string" if one.enum.base == "str" else "number"
    if one.kind == "decimal":
        return "number" if one.number else "any"  # amounts are read from numbers, too
    return _JSON_KINDS.get(one.kind, "any")


def encode(one: Type, value: str, place: str, *, checked: bool) -> str:
    """An expression that makes a JSON value of the Python value that the expression `value` gives.

    Args:
        one: the type of the value.
        value: an expression.
        place: what an error says of where the value stands, as in `CreateProductRequest.unit`.
        checked: whether the value comes from a caller, who may pass more than the narrow type (and less than is right).
    """
    if one.nullable:
        inner = encode(one.bare(), value, place, checked=checked)
        return value if inner == value else f"None if {value} is None else {inner}"
    where = f'"{place}"'
    if one.has_wire_names and checked:
        return f"encode_open({value}, {where}{', is_object=False' if one.kind == 'any' else ''})"
    if one.kind == "decimal" and one.number:
        return f"encode_exact_number({value}, {where})"
    if one.kind in ("decimal", "date", "datetime"):
        strict = ", checked=True" if one.kind != "decimal" and checked else ""
        return f"encode_{one.kind}({value}, {where}{strict})"
    if one.kind == "enum" and one.enum:
        return f"encode_{one.enum.base}({value}, {where})" if checked else f"encode_enum({value})"
    if one.kind == "model" and one.model:
        return f"encode_model({value}, {one.model.name}, {where})" if checked else f"{value}.to_dict()"
    if one.kind == "union" and checked and any(variant.kind == "bytes" for variant in one.variants):
        return f"encode_file_or_any({value}, {where})"
    if one.kind == "union" or (one.kind == "any" and checked):
        return _encode_variants(one, value, where) if checked else _encode_unchecked(one, value, where)
    if one.kind in ("list", "map") and one.items:
        return _encode_items(one, value, place, checked=checked)
    encoder = _CHECKED.get(one.kind) if checked else None
    return f"{encoder}({value}, {where})" if encoder else value


#: What encodes a value that a caller gives. What was decoded needs no encoding.
_CHECKED = {
    "bytes": "encode_file",
    "float": "encode_number",
    "str": "encode_str",
    "int": "encode_int",
    "bool": "encode_bool",
}


def _encode_variants(one: Type, value: str, where: str) -> str:
    floats = ", floats=True" if any(each.kind == "float" for each in one.variants) else ""
    models = [each.model.name for each in one.variants if each.model is not None]
    if models and not any(each.kind in ("map", "any") for each in one.variants):
        return f"encode_union({value}, ({', '.join(models)},), {where}{floats})"
    return f"encode_any({value}, {where}{floats})"


def _encode_unchecked(one: Type, value: str, where: str) -> str:
    return value if is_json(one) else f"encode_any({value}, {where}, checked=False)"


def _encode_items(one: Type, value: str, place: str, *, checked: bool) -> str:
    assert one.items is not None
    inner = encode(one.items, "item", place, checked=checked)
    if checked:
        return f'encode_{"list" if one.kind == "list" else "dict"}({value}, lambda item: {inner}, "{place}")'
    if inner == "item":
        return value
    if one.kind == "list":
        return f"[{inner} for item in {value}]"
    return f"{{key: {inner} for key, item in {value}.items()}}"


def values_constant(enum: Enum) -> str:
    """The name of the look-up table of an enum."""
    return f"{identifiers.module(enum.name).upper()}_VALUES"


# ---------------------------------------------------------------------- models


def strongly_connected(models: list[Model]) -> dict[int, int]:
    """Models by the cycle of references that they are part of (Tarjan's algorithm, without recursion)."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    component: dict[int, int] = {}
    stack: list[Model] = []
    for root in models:
        if id(root) in index:
            continue
        work: list[tuple[Model, Any]] = [(root, iter(references(root)))]
        index[id(root)] = low[id(root)] = len(index)
        stack.append(root)
        while work:
            node, children = work[-1]
            child = next(children, None)
            if child is None:
                work.pop()
                if work:
                    parent = work[-1][0]
                    low[id(parent)] = min(low[id(parent)], low[id(node)])
                if low[id(node)] == index[id(node)]:
                    while True:
                        member = stack.pop()
                        component[id(member)] = id(node)
                        if member is node:
                            break
            elif id(child) not in index:
                index[id(child)] = low[id(child)] = len(index)
                stack.append(child)
                work.append((child, iter(references(child))))
            elif id(child) not in component:
                low[id(node)] = min(low[id(node)], index[id(child)])
    return component


def references(model: Model) -> list[Model]:
    """The other models that a model's fields hold."""
    found: dict[int, Model] = {}
    for one in model.types():
        for other in one.models():
            if other is not model:
                found[id(other)] = other
    return list(found.values())


def enums_of(types: list[Type]) -> list[Enum]:
    """Return the enums in some types, each once."""
    found: dict[int, Enum] = {}
    for one in types:
        for enum in one.enums():
            found[id(enum)] = enum
    return list(found.values())
