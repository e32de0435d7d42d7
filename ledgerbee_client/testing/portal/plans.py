"""Plans on display in the customer portal. Their fields aren't published; these are the sandbox's own."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..http.errors import not_found
from ..http.registry import Call, Reply, handles
from ..money import cents
from . import known

if TYPE_CHECKING:
    from ..state import Record, State


@handles("portal_plans.list", gives=known.LIST_PORTAL_PLANS)
def list_plans(call: Call) -> Reply:
    """Every active plan, in the order in which they were made."""
    return Reply({"plans": _catalogue(call.state)})


@handles("portal_plans.get", gives=known.GET_PORTAL_PLAN)
def get_plan(call: Call) -> Reply:
    """One active plan."""
    for entry in _catalogue(call.state):
        if entry["plan"]["id"] == call.id:
            return Reply({"plan": entry})
    raise not_found("Portal plan", code="PORTAL_PLAN_NOT_FOUND")


@handles("portal_plans.resolve", takes=known.RESOLVE_PORTAL_PLANS)
def resolve_plans(call: Call) -> Reply:
    """The whole catalogue: routing rules are made in the app, and there are none here."""
    if "customerId" in call.body:
        call.state.customers.refer(call.body["customerId"], "customerId")
    return Reply({"plans": _catalogue(call.state)})


def _catalogue(state: State) -> list[Record]:
    return [
        {
            "plan": {"id": plan["id"], "name": plan["name"], "vanity": plan["vanity"]},
            "displayOrder": order,
            "items": [_item(state, one) for one in plan["products"]],
        }
        for order, plan in enumerate(state.subscription_plans.where(status="ACTIVE"))
    ]


def _item(state: State, product: Record) -> Record:
    amount = (state.prices.find(product["priceId"]) or {}).get("unitAmount")
    return {
        "itemType": "product",
        "priceMinor": None if amount is None else int(cents(Decimal(amount)) * 100),
        "sourceSubscriptionId": None,
        "ctaLink": None,
    }
