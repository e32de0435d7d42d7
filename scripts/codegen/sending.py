"""What follows for what is sent: where null is allowed, how strictly names are taken, and bodies that nobody published.

Works on the operations once they are read and named.

- Null is sent only where the document allows it: for the field itself, or for the field of that name in the response
  of the operation, so that what can be empty can be emptied.
- A body whose fields aren't published takes the fields of its sibling (what creates the object, else the object
  itself) as keywords, marked as inferred. `extra_body` takes the rest.
"""

from __future__ import annotations

from attrs import evolve

from . import identifiers
from .ir import Api, Body, Field, Model, Operation, Type

#: Fields that the server sets; nobody sends them.
_SERVER_SET = {"id", "createdAt", "updatedAt", "isLocked", "status", "displayStatus"}
_SERVER_SET_ENDINGS = ("Number", "Name")
#: An API whose names have underscores in more than this share of its fields is written in snake case.
_SNAKE_CASE_SHARE = 0.05
#: What callers keep in it has names of their own.
_FREE = "metadata"


def apply(api: Api) -> None:
    """Find out what may be sent, and note it on fields, models and bodies."""
    for op in api.operations:
        _infer_body(api, op)
    camel_case = _is_camel_case(api)
    for op in api.operations:
        if op.body is not None:
            if camel_case and op.body.encoding == "json":
                op.body.type = _with_wire_names(op.body.type)
            _note_null(op)
    taken = _taken(api)
    for model in api.models:
        if camel_case and model.in_request and not model.in_response:
            model.fields = [
                evolve(one, type=_with_wire_names(one.type)) if one.wire != _FREE else one for one in model.fields
            ]
        if model.in_request and model.fields and model.additional is None:
            model.dict_name = identifiers.unique(f"{model.name}Dict", taken.__contains__)
            taken.add(model.dict_name)


def is_untyped(op: Operation) -> bool:
    """Whether nobody knows anything of what an operation takes."""
    return op.body is not None and op.body.encoding == "json" and _is_unknown(op.body.type)


def _is_camel_case(api: Api) -> bool:
    names = [field.wire for model in api.models for field in model.fields]
    return bool(names) and sum("_" in one for one in names) / len(names) < _SNAKE_CASE_SHARE


def _is_unknown(one: Type) -> bool:
    return one.kind == "any" or (one.kind == "map" and (one.items is None or one.items.kind == "any"))


def _with_wire_names(one: Type) -> Type:
    """The type, marked where its form is unknown."""
    if _is_unknown(one):
        return evolve(one, has_wire_names=True)
    if one.items is not None:
        return evolve(one, items=_with_wire_names(one.items))
    return one


# ---------------------------------------------------------------------- null


def _note_null(op: Operation) -> None:
    assert op.body is not None
    model = op.body.type.model
    if model is None:
        return
    shown = {field.wire: field for one in op.successes for field in (one.type.model.fields if one.type.model else [])}
    for field in model.fields:
        other = shown.get(field.wire)
        if field.type.nullable or (other is not None and other.type.nullable):
            field.takes_null = True


# ---------------------------------------------------------------------- siblings


def _infer_body(api: Api, op: Operation) -> None:
    """Give a body of unknown form the fields of its sibling."""
    body = op.body
    if body is None or not is_untyped(op):
        return
    fields = _sibling_fields(api, op)
    if len(fields) < 2:  # one field says too little of a body
        return
    wanted = f"{identifiers.pascal(op.name)}{identifiers.pascal(op.resource)}Request"
    name = identifiers.unique(wanted, _taken(api).__contains__)
    model = Model(name, f"What `{op.python}` probably takes.", fields, in_request=True, inferred=True, incomplete=True)
    api.models.append(model)
    op.body = Body(body.content_type, body.encoding, Type("model", model=model), body.required, inferred=True)


def _sibling_fields(api: Api, op: Operation) -> list[Field]:
    """The fields of what creates the object, else those of the object that the operation returns."""
    if op.http_method not in ("PATCH", "PUT") and not op.name.startswith("create"):
        return []
    changes = op.http_method in ("PATCH", "PUT")
    in_path = {identifiers.snake(one.wire) for one in op.parameters if one.location == "path"}
    creating = _creating(api, op) if changes else None
    found = creating.body.type.model.fields if creating and creating.body and creating.body.type.model else None
    if found is None and not (changes and _is_made_otherwise(api, op)):
        shown = next((one.type.model for one in op.successes if one.type.model is not None), None)
        found = [one for one in shown.fields if _is_sent(one)] if shown is not None else []
    return [
        evolve(one, required=False, inferred=True, inferred_required=False)
        for one in found or ()
        if not one.read_only
        and identifiers.snake(one.wire) not in in_path
        and (not changes or one.wire != _owner(creating))
    ]


def _creating(api: Api, op: Operation) -> Operation | None:
    """What creates the objects that an operation changes: a POST on the path above."""
    above = op.path.rpartition("/")[0]
    for one in api.operations:
        is_creating = one.http_method == "POST" and one.path == above and one.name.startswith("create")
        if is_creating and one.body is not None and one.body.type.model is not None:
            return one
    return None


def _is_made_otherwise(api: Api, op: Operation) -> bool:
    """Whether the objects that an operation changes come from an action (a plan is assigned): they say little of it."""
    above = op.path.rpartition("/")[0]
    return any(one.http_method == "POST" and one.path == above for one in api.operations) and _creating(api, op) is None


def _owner(creating: Operation | None) -> str | None:
    """The field that says what an object belongs to; it is not changed afterwards."""
    model = creating.body.type.model if creating is not None and creating.body is not None else None
    if model is None or not model.fields:
        return None
    first = model.fields[0]
    return first.wire if first.wire.endswith("Id") and first.required else None


def _is_sent(field: Field) -> bool:
    if field.wire in _SERVER_SET or field.wire.startswith("is") or field.wire.endswith(_SERVER_SET_ENDINGS):
        return False
    inner = field.type.items or field.type
    return inner.kind != "model" and not field.wire.startswith("default")


def _taken(api: Api) -> set[str]:
    return {one.name for one in api.models} | {one.name for one in api.enums}


__all__ = ["apply", "is_untyped"]
