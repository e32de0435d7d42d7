"""Bodies whose fields aren't published: what can be said of them all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import invalid
from .schemas import is_object
from .validation import check_fields, refuse_fields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..state import Record, Table
    from .registry import Call

MAX_BATCH = 100


def check_open(call: Call, read_only: Iterable[str]) -> None:
    """Checks an open body by what the operation answers: fields of the same name have the same type.

    Raises:
        ServiceError: 400 for a wrong type, or a field that the server sets itself.
    """
    refuse_fields(call.body, read_only)
    check_fields(call.document.schemas, call.route.success().schema, call.body)


def batch_of(body: Record, name: str) -> tuple[str, list[Any]]:
    """The elements of a batch, and the name of the array that they are in.

    It is the array called `name`; where the name isn't published, any array will do.

    Raises:
        ServiceError: 400 for fewer than 1 or more than 100 elements.
    """
    if name not in body:
        name = next((one for one, value in body.items() if isinstance(value, list)), name)
    found: Any = body.get(name, [])
    if not isinstance(found, list):
        raise invalid(name, "isArray", f"{name} must be an array")
    elements: list[Any] = found
    if not elements:
        raise invalid(name, "arrayMinSize", f"{name} must contain at least 1 elements")
    if len(elements) > MAX_BATCH:
        raise invalid(name, "arrayMaxSize", f"{name} must contain no more than {MAX_BATCH} elements")
    return name, elements


def objects_of(value: Any, path: str) -> list[Record]:
    """The objects of an array.

    Raises:
        ServiceError: 400 for what is no array, and for elements that are no objects.
    """
    if not isinstance(value, list):
        raise invalid(path, "isArray", f"{path.rpartition('.')[2]} must be an array")
    found: list[Record] = []
    elements: list[Any] = value
    for index, element in enumerate(elements):
        if not is_object(element):
            raise invalid(f"{path}.{index}", "isObject", f"{index} must be an object")
        found.append(element)
    return found


def text_of(body: Record, name: str, path: str = "") -> str | None:
    """A text that a body may have; null counts as absent.

    Raises:
        ServiceError: 400 for what is no string.
    """
    value: Any = body.get(name)
    if value is not None and not isinstance(value, str):
        raise invalid(f"{path}{name}", "isString", f"{name} must be a string")
    return value


def referred(table: Table, body: Record, name: str, path: str = "") -> Record | None:
    """The record that a body's field names, or None when the body has no such field.

    Raises:
        ServiceError: 400 for an id that isn't there.
    """
    record_id = text_of(body, name, path)
    return None if record_id is None else table.refer(record_id, f"{path}{name}")
