"""Dimensions (categories) and their values, which form a tree.

Bodies of values aren't published: `name` and `parentId` are read, other fields are kept as they are sent. Deleting a
category deletes its values, deleting a value those below it. The dimension behind a project changes with the project
only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..http.bodies import check_open
from ..http.errors import not_found, refused
from ..http.registry import Call, Reply, handles
from ..state import without
from . import known

if TYPE_CHECKING:
    from ..state import Record, State


@handles("dimensions.list", gives=known.DIMENSION)
def list_dimensions(call: Call) -> Reply:
    """Every category with its values."""
    return Reply([_shown(call.state, one) for one in call.state.dimensions])


@handles("dimensions.create", takes=known.CREATE_DIMENSION, gives=known.DIMENSION)
def create_dimension(call: Call) -> Reply:
    """A category; its name is unique."""
    check_open(call, ("id", "values"))
    call.state.dimensions.require_unique("name", call.body["name"])
    dimension = call.state.dimensions.add({**call.body, "id": call.state.ids.next()})
    return Reply(_shown(call.state, dimension))


@handles("dimensions.get", gives=known.DIMENSION)
def get_dimension(call: Call) -> Reply:
    """One category with its values."""
    return Reply(_shown(call.state, call.state.dimensions.get(call.id)))


@handles("dimensions.update", takes=known.UPDATE_DIMENSION, gives=known.DIMENSION)
def update_dimension(call: Call) -> Reply:
    """Sets what is sent; what is left out stays."""
    dimension = _editable(call)
    check_open(call, ("id", "values"))
    if "name" in call.body:
        call.state.dimensions.require_unique("name", call.body["name"], other_than=dimension["id"])
    dimension |= call.body
    return Reply(_shown(call.state, dimension))


@handles("dimensions.delete")
def delete_dimension(call: Call) -> Reply:
    """Deletes a category and its values."""
    dimension = _editable(call)
    for value in call.state.dimension_values.where(dimensionId=dimension["id"]):
        call.state.dimension_values.remove(value["id"])
    call.state.dimensions.remove(dimension["id"])
    return Reply()


@handles("dimensions.create_value", gives=known.DIMENSION_VALUE)
def create_dimension_value(call: Call) -> Reply:
    """A value at the root, or below the one that `parentId` names."""
    state, dimension = call.state, _editable(call)
    _check(call, dimension)
    number = len(state.dimension_values.where(dimensionId=dimension["id"])) + 1
    value = state.dimension_values.add(
        {"name": f"Value {number}", "parentId": None, **call.body, "id": state.ids.next()}
        | {"dimensionId": dimension["id"]}
    )
    return Reply(_tree(state, value))


@handles("dimensions.update_value", gives=known.DIMENSION_VALUE)
def update_dimension_value(call: Call) -> Reply:
    """Sets what is sent; what is left out stays."""
    dimension, value = _editable(call), _value(call)
    _check(call, dimension, value)
    value |= call.body
    return Reply(_tree(call.state, value))


@handles("dimensions.delete_value")
def delete_dimension_value(call: Call) -> Reply:
    """Deletes a value and all below it."""
    _editable(call)
    value = _value(call)
    for value_id in _ids_below(call.state, value):
        call.state.dimension_values.remove(value_id)
    return Reply()


def _editable(call: Call) -> Record:
    """The category that the path names, unless a project has it."""
    dimension = call.state.dimensions.get(call.ids[0])
    if call.state.projects.where(dimensionId=dimension["id"]):
        raise refused("Dimension belongs to a project")
    return dimension


def _value(call: Call) -> Record:
    for value in call.state.dimension_values.where(id=call.id, dimensionId=call.ids[0]):
        return value
    raise not_found("Dimension value")


def _check(call: Call, dimension: Record, value: Record | None = None) -> None:
    """Checks the body of a value: the parent belongs to the same category, and isn't below the value itself."""
    check_open(call, ("id", "children", "dimensionId"))
    parent_id = call.body.get("parentId")
    if parent_id is None:
        return
    parent = call.state.dimension_values.refer(parent_id, "parentId")
    if parent["dimensionId"] != dimension["id"]:
        raise refused("parentId: Dimension value belongs to another dimension")
    if value is not None and parent_id in _ids_below(call.state, value):
        raise refused("parentId: Dimension value would be below itself")


def _ids_below(state: State, value: Record) -> list[str]:
    """The value's id, and those of all below it."""
    children = state.dimension_values.where(parentId=value["id"])
    return [value["id"], *(one for child in children for one in _ids_below(state, child))]


def _shown(state: State, dimension: Record) -> Record:
    roots = state.dimension_values.where(dimensionId=dimension["id"], parentId=None)
    return {**dimension, "values": [_tree(state, one) for one in roots]}


def _tree(state: State, value: Record) -> Record:
    children = state.dimension_values.where(parentId=value["id"])
    return {**without(value, "dimensionId"), "children": [_tree(state, one) for one in children]}
