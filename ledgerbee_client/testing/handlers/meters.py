"""Usage: the one operation of the API that deduplicates, by its idempotency key."""

from __future__ import annotations

from ..errors import invalid, not_found, refused
from ..examples import example_reply
from ..registry import Call, Reply, handles


@handles("POST", "Meters", "Report usage")
def report_usage(call: Call) -> Reply:
    """202 and `queued` for a new key; 200 and `duplicate` for one that was seen, and nothing is counted."""
    state, body = call.state, call.body
    if call.idempotency_key in state.idempotency_keys:
        return Reply({"status": "duplicate"}, status=200, applied=False)
    if "value" in body and (
        isinstance(body["value"], bool) or not isinstance(body["value"], int | float | str)
    ):
        raise invalid("value", "isNumber", "value must be a number conforming to the specified constraints")
    if "meterId" in body:
        found = state.meters.where(id=body["meterId"])
    elif "meterName" in body:
        found = state.meters.where(name=body["meterName"])
    else:
        raise refused("Either meterId or meterName must be given")
    if not found:
        raise not_found("Meter", code="METER_NOT_FOUND")
    assert call.idempotency_key is not None
    state.idempotency_keys.add(call.idempotency_key)
    request_id = state.ids.next()
    state.usage.append({**body, "meterId": found[0]["id"], "requestId": request_id})
    return Reply({"status": "queued", "requestId": request_id}, status=202, resource_id=request_id)


@handles("GET", "Meters", "List meter subscriptions by ID")
def list_by_id(call: Call) -> Reply:
    """The documented example, for a meter that exists: subscriptions have no state yet."""
    if call.state.meters.find(call.id) is None:
        raise not_found("Meter", code="METER_NOT_FOUND")
    return example_reply(call)


@handles("GET", "Meters", "List meter subscriptions by name")
def list_by_name(call: Call) -> Reply:
    """The documented example, for a meter that exists: subscriptions have no state yet."""
    name = call.query.get("meterName")
    if name is not None and not call.state.meters.where(name=name):
        raise not_found("Meter", code="METER_NOT_FOUND")
    return example_reply(call)
