"""Usage: the one operation of the API that deduplicates, by its idempotency key; and who may report it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import money
from ..http.errors import invalid, not_found, refused
from ..http.registry import Call, Reply, handles
from . import known, lifecycle

if TYPE_CHECKING:
    from ..state import Record, State

#: Statuses in which a subscription reports nothing.
_SILENT = ("paused", *lifecycle.ENDED)


@handles("meters.report", takes=known.REPORT_USAGE_BODY, gives=known.REPORT_USAGE)
def report_usage(call: Call) -> Reply:
    """202 and `queued` for a new key; 200 and `duplicate` for one that was seen, and nothing is counted."""
    state, body = call.state, call.body
    if call.idempotency_key in state.idempotency_keys:
        return Reply({"status": "duplicate"}, status=200, applied=False)
    if "value" in body and money.parse(body["value"]) is None:
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


@handles("meters.list_subscriptions", gives=known.METER_SUBSCRIPTIONS)
def list_by_id(call: Call) -> Reply:
    """The subscriptions that can report usage to the meter."""
    return Reply(_subscriptions(call.state, call.state.meters.find(call.id)))


@handles("meters.list_subscriptions_by_name", gives=known.METER_SUBSCRIPTIONS, query=("meterName",))
def list_by_name(call: Call) -> Reply:
    """The same by name. Where the name travels isn't published: without `meterName`, it is the first meter."""
    name = call.query.get("meterName")
    found = list(call.state.meters) if name is None else call.state.meters.where(name=name)
    return Reply(_subscriptions(call.state, found[0] if found else None))


def _subscriptions(state: State, meter: Record | None) -> Record:
    """Those that hold a product whose price is linked to the meter, unless they are paused or have ended."""
    if meter is None:
        raise not_found("Meter", code="METER_NOT_FOUND")
    linked = {price["id"] for price in state.prices.where(meterId=meter["id"])}
    return {
        "meterId": meter["id"],
        "meterName": meter["name"],
        "subscriptions": [
            {"subscriptionId": one["id"], "customerId": one["customerId"], "status": status, "name": one["name"]}
            for one in state.subscriptions
            if (status := lifecycle.status_of(state, one)) not in _SILENT and linked & _prices(state, one)
        ],
    }


def _prices(state: State, subscription: Record) -> set[str]:
    plan = state.subscription_plans.get(subscription["planId"])
    return {one["priceId"] for one in (*plan["products"], *subscription["productOverrides"])}
