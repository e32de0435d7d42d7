"""What becomes of an operation without a handler: what is sent is stored and given back as it is, nothing is imitated.

Where the document asks for more, examples fill it up, so that every response is valid by schema. Nothing of this is
what the service does: `Sandbox.unverified` lists these operations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import pdf
from .errors import not_found
from .examples import build, build_success
from .lists import listed
from .registry import Call, Reply
from .relied import element_schema
from .schemas import is_object, kinds_of

if TYPE_CHECKING:
    from ..state import Record
    from .schemas import Schemas


def generic_reply(call: Call) -> Reply:
    """Store what is sent under its id, or give back what is stored."""
    _refuse_malformed_ids(call)
    success = call.route.success()
    stored = call.state.unverified.setdefault(call.operation.name.partition(".")[0], {})
    record = _store(call, stored)
    if success.schema is None:
        return Reply()
    if success.content_type != "application/json":
        watermark = "DRAFT" if call.query.get("draft") else None
        return Reply(pdf.render([call.operation.summary], watermark=watermark))
    schemas, element = call.document.schemas, element_schema(call.document.schemas, call.route) or {}
    if call.operation.pagination is not None or "array" in kinds_of(schemas.resolve(success.schema)):
        return listed(call, [_filled_up(schemas, element, build(schemas, element), one) for one in stored.values()])
    example = build_success(schemas, success)
    return Reply(_filled_up(schemas, success.schema, example, record) if is_object(example) else example)


def _refuse_malformed_ids(call: Call) -> None:
    """Refuse an id that isn't as the document says: nothing can be stored under it.

    Raises:
        ServiceError: 404.
    """
    declared = {one.name: one.schema for one in call.route.parameters if one.location == "path"}
    names = [part[1:-1] for part in call.operation.path.split("/") if part.startswith("{")]
    for name, value in zip(names, call.ids, strict=True):
        if any(call.document.schemas.request_errors(declared.get(name, {}), value)):
            raise not_found(call.operation.tag)


def _store(call: Call, stored: dict[str, Record]) -> Record:
    """The record that a call is about, changed by what it sends; a POST without an id makes one."""
    method = call.operation.method
    if method == "DELETE":
        stored.pop(call.ids[-1] if call.ids else "", None)
        return {}
    if not call.ids and method == "GET":
        return {}
    record_id = call.ids[-1] if call.ids else call.state.ids.next()
    record = {**stored.get(record_id, {}), **call.body, "id": record_id}
    if method != "GET":
        stored[record_id] = record
    return record


def _filled_up(schemas: Schemas, schema: dict[str, Any], example: Record, record: Record) -> Record:
    """An example with the fields of a record in it, as far as the schema lets them be there."""
    properties = schemas.properties(schema)
    fields = {
        name: value
        for name, value in record.items()
        if (name in properties and not any(schemas.response_errors(properties[name], value)))
        or (name not in properties and name != "id" and schemas.is_open(schemas.resolve(schema)))
    }
    return {**example, **fields}
