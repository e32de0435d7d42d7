"""Subscriptions and their plans.

A subscription's status follows from the clock (`lifecycle`). The body of an update isn't published: what the guide
calls configuration is taken, all else is a structural change, which is made in the app.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..http.errors import absent, invalid, not_found, refused, unknown, validation_failed
from ..http.lists import contains, listed, newest_first
from ..http.registry import Call, Reply, handles
from ..http.validation import refuse_fields
from . import known, lifecycle
from .payment_methods import own_method

if TYPE_CHECKING:
    from ..state import Record, State

_COMPUTED = ("id", "versionId", "status", "partnerReferenceId", "createdAt", "updatedAt")
_DIRECTIONS = ("advance", "arrears")
#: Configuration, and the type of each.
_WRITABLE = {
    "name": (str, "isString", "must be a string"),
    "paymentMethodId": (str, "isString", "must be a string"),
    "billingDirection": (str, "isString", "must be a string"),
    "automaticBilling": (bool, "isBoolean", "must be a boolean value"),
    "customerDepartmentId": (str, "isString", "must be a string"),
    "departmentContactOverrideId": (str, "isString", "must be a string"),
}


@handles(
    "subscriptions.list",
    gives=known.CUSTOMER_SUBSCRIPTION,
    query=("customerId", "partnerReferenceId", "planId", "search", "statuses"),
)
def list_subscriptions(call: Call) -> Reply:
    """A page of subscriptions, newest first."""
    state, query = call.state, call.query
    equal = {name: query[name] for name in ("customerId", "planId", "partnerReferenceId") if name in query}
    rows = [lifecycle.shown(state, one) for one in newest_first(state.subscriptions.where(**equal))]
    if "statuses" in query:
        rows = [one for one in rows if one["status"] in query["statuses"]]
    search = str(query.get("search", "")).casefold()
    return listed(call, [one for one in rows if _is_called(state, one, search)])


@handles("subscriptions.assign", takes=known.ASSIGN_SUBSCRIPTION, gives=known.CUSTOMER_SUBSCRIPTION)
def assign(call: Call) -> Reply:
    """A subscription to an active plan; it starts on its day, today at the earliest or already in the past."""
    state, body = call.state, call.body
    refuse_fields(body, _COMPUTED)
    customer = state.customers.refer(body["customerId"], "customerId")
    plan = state.subscription_plans.refer(body["planId"], "planId")
    if plan["status"] != "ACTIVE":
        raise refused("planId: Subscription plan is archived")
    start, trial_end = body["startDate"], _trial_end(body)
    if "endDate" in body and body["endDate"] <= start:
        raise refused("endDate must be after startDate")
    if "paymentMethodId" in body:
        own_method(state, customer["id"], body["paymentMethodId"])
    for index, override in enumerate(body.get("productOverrides", ())):
        state.prices.refer(override.get("priceId"), f"productOverrides.{index}.priceId")
    return Reply(lifecycle.shown(state, add_subscription(state, plan, {**body, "trialEndDate": trial_end})))


def add_subscription(state: State, plan: Record, fields: Record) -> Record:
    """Make a subscription to a plan, and tell the webhook endpoints.

    Args:
        state: the company.
        plan: an active plan.
        fields: `customerId`, `planId`, `startDate`, `trialEndDate`, and what else is set.
    """
    start = fields["startDate"]
    record: Record = {
        **state.stamped(),
        "versionId": state.ids.next(),
        "name": plan["name"],
        "partnerReferenceId": state.client_references.get(fields["customerId"]),
        "endDate": None,
        "billingCycleAnchor": start,
        "prorationBehavior": "none",
        "trialDays": 0,
        "billingDirection": "advance",
        "productOverrides": [],
        "automaticBilling": False,
        **fields,
        "pausedAt": None,
        "cancellation": None,
        "told": [],
    }
    state.subscriptions.add(record)
    lifecycle.tell(state, record, "assigned")
    lifecycle.progress(state)
    return record


@handles("subscriptions.get", gives=known.CUSTOMER_SUBSCRIPTION)
def get(call: Call) -> Reply:
    """One subscription."""
    return Reply(lifecycle.shown(call.state, call.state.subscriptions.get(call.id)))


@handles("subscriptions.update", gives=known.CUSTOMER_SUBSCRIPTION)
def update(call: Call) -> Reply:
    """Changes the configuration; null takes a value away, where there may be none."""
    state, body = call.state, call.body
    record = state.subscriptions.get(call.id)
    _check_update(body)
    _refuse_ended(state, record)
    if body.get("paymentMethodId") is not None:
        own_method(state, record["customerId"], body["paymentMethodId"])
    changed = {name: value for name, value in body.items() if record.get(name) != value}
    if changed:
        record |= changed | {"updatedAt": state.now()}
        lifecycle.tell(state, record, "updated")
    return Reply(lifecycle.shown(state, record))


@handles("subscriptions.list_scheduled_changes", gives=known.SCHEDULED_CHANGE)
def list_changes(call: Call) -> Reply:
    """What is queued for a later day."""
    return Reply(lifecycle.pending_changes(call.state, call.state.subscriptions.get(call.id)))


@handles("subscriptions.cancel_scheduled_change")
def cancel_change(call: Call) -> Reply:
    """Takes one queued change back."""
    record = call.state.subscriptions.get(call.ids[0])
    if not any(one["id"] == call.id for one in lifecycle.pending_changes(call.state, record)):
        raise not_found("Scheduled change")
    lifecycle.clear_cancellation(call.state, record)
    return Reply()


@handles("subscriptions.cancel", takes=known.CANCEL_SUBSCRIPTION)
def cancel(call: Call) -> Reply:
    """Cancel today or later, or take a later cancellation back.

    What comes back isn't published: the subscription here.
    """
    state, body = call.state, call.body
    needed = [name for name in ("id", "strategy") if name not in body]
    if body.get("strategy") == "specific_date" and "effectiveDate" not in body:
        needed.append("effectiveDate")
    if needed:
        raise validation_failed({name: absent(name) for name in needed})
    record = state.subscriptions.refer(body["id"], "id")
    strategy, day = body["strategy"], state.today()
    _refuse_ended(state, record)
    if strategy != "immediately" and body.get("refundBehavior", "none") != "none":
        raise refused("refundBehavior goes with the strategy immediately only")
    if strategy == "clear_schedule":
        if not lifecycle.pending_changes(state, record):
            raise refused("Subscription has no scheduled cancellation")
        lifecycle.clear_cancellation(state, record)
    else:
        effective = day
        if strategy == "end_of_cycle":
            effective = lifecycle.cycle_end(state, record)
        elif strategy == "specific_date":
            effective = date.fromisoformat(body["effectiveDate"])
            if effective <= day:
                raise refused("effectiveDate must be in the future")
        lifecycle.schedule_cancellation(state, record, effective)
    record["updatedAt"] = state.now()
    return Reply(lifecycle.shown(state, record))


@handles("subscriptions.list_plans", gives=known.SUBSCRIPTION_PLAN)
def list_plans(call: Call) -> Reply:
    """Every plan, the archived ones included."""
    return Reply(list(call.state.subscription_plans))


@handles("subscriptions.archive_plan", gives=known.SUBSCRIPTION_PLAN)
def archive_plan(call: Call) -> Reply:
    """No new subscriptions; those that are there go on."""
    plan = call.state.subscription_plans.get(call.id)
    if plan["status"] == "ARCHIVED":
        raise refused("Subscription plan is already archived")
    plan |= {"status": "ARCHIVED", "updatedAt": call.state.now()}
    return Reply(plan)


def _trial_end(body: Record) -> str:
    try:
        return (date.fromisoformat(body["startDate"]) + timedelta(days=body.get("trialDays", 0))).isoformat()
    except OverflowError:
        raise invalid("trialDays", "max", "trialDays must not lead out of the calendar") from None


def _check_update(body: Record) -> None:
    found = {}
    for name, value in body.items():
        if name not in _WRITABLE:
            found[name] = unknown(name)
            continue
        kind, rule, text = _WRITABLE[name]
        optional = name not in ("name", "billingDirection", "automaticBilling")
        if not (isinstance(value, kind) or (value is None and optional)):
            found[name] = {rule: f"{name} {text}"}
        elif name == "billingDirection" and value not in _DIRECTIONS:
            found[name] = {"isEnum": f"{name} must be one of the following values: {', '.join(_DIRECTIONS)}"}
    if found:
        raise validation_failed(found)


def _refuse_ended(state: State, record: Record) -> None:
    status = lifecycle.status_of(state, record)
    if status in lifecycle.ENDED:
        raise refused(f"Subscription is {status}")


def _is_called(state: State, row: Record, search: str) -> bool:
    """Whether its own name, or that of its customer, contains a casefolded text."""
    customer = state.customers.find(row["customerId"]) or {}
    return any(contains(one, ("name",), search) for one in (row, customer))
