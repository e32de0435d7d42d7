"""Saved payment methods of customers. They are saved in a payment window, so over the API there is only its link.

The values of `provider` and `status` aren't published; these are the sandbox's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..http.errors import not_found, refused
from ..http.registry import Call, Reply, handles
from . import known, lifecycle

if TYPE_CHECKING:
    from ..state import Record, State

_COVERED = ("active", "trial", "scheduled", "pending_cancellation")


@handles("payment_methods.list", gives=known.PAYMENT_METHOD)
def list_methods(call: Call) -> Reply:
    """The customer's methods."""
    customer = call.state.customers.get(call.id)
    return Reply(call.state.payment_methods.where(customerId=customer["id"], **call.query))


@handles(
    "payment_methods.apply_to_subscriptions",
    takes=known.APPLY_PAYMENT_METHOD,
)
def apply(call: Call) -> Reply:
    """Puts the card on active, trial and scheduled subscriptions, unless a parent pays."""
    state = call.state
    method = _named(call)
    customer = state.customers.get(method["customerId"])
    applied = []
    if customer.get("billingRelationship") != "parent_pays":
        for record in state.subscriptions.where(customerId=customer["id"]):
            if lifecycle.status_of(state, record) in _COVERED:
                record |= {"paymentMethodId": method["id"], "updatedAt": state.now()}
                record["automaticBilling"] |= bool(call.body.get("enableAutomaticBilling"))
                lifecycle.tell(state, record, "updated")
                applied.append(record["id"])
    return Reply({"appliedCount": len(applied), "subscriptionIds": applied})


@handles("payment_methods.cancel")
def cancel(call: Call) -> Reply:
    """Ends the card."""
    method = _named(call)
    call.state.payment_methods.remove(method["id"])
    _leave(call.state, method)
    return Reply()


@handles("payment_methods.unassign")
def unassign(call: Call) -> Reply:
    """Parts card and customer; the card lives on at the provider."""
    method = _named(call)
    _leave(call.state, method)
    method |= {"customerId": None, "isDefault": False}
    return Reply()


@handles("payment_methods.create_card_save_link")
def create_card_save_link(call: Call) -> Reply:
    """The address of a payment window, which isn't there: `Sandbox.add_payment_method` does what it would."""
    call.state.customers.get(call.id)
    link_id = call.state.ids.next()
    return Reply({"url": f"https://pay.ledgerbee.test/cards/{link_id}"}, resource_id=link_id)


@handles("payment_methods.set_default")
def set_default(call: Call) -> Reply:
    """One default for each customer."""
    method = _named(call)
    for other in call.state.payment_methods.where(customerId=method["customerId"]):
        other["isDefault"] = other is method
    return Reply(method)


def save_card(state: State, customer_id: str, provider: str, card_type: str) -> Record:
    """A card that a customer saved; the first is the default.

    Raises:
        ServiceError: there is no such customer.
    """
    customer = state.customers.get(customer_id)
    number = state.next_number("card", 1)
    return state.payment_methods.add(
        {
            "id": state.ids.next(),
            "customerId": customer["id"],
            "provider": provider,
            "label": f"{card_type} **** {number:04d}",
            "isDefault": not state.payment_methods.where(customerId=customer["id"]),
            "status": "active",
            "createdAt": state.now(),
            "cardMask": f"**** **** **** {number:04d}",
            "cardType": card_type,
            "expiryMonth": 12,
            "expiryYear": state.clock.now().year + 3,
        }
    )


def own_method(state: State, customer_id: str, method_id: str) -> Record:
    """The customer's method that a body's `paymentMethodId` names.

    Raises:
        ServiceError: 400.
    """
    method = state.payment_methods.refer(method_id, "paymentMethodId")
    if method["customerId"] != customer_id:
        raise refused("paymentMethodId: Payment method belongs to another customer")
    return method


def _named(call: Call) -> Record:
    customer = call.state.customers.get(call.ids[0])
    method = call.state.payment_methods.get(call.ids[1])
    if method["customerId"] != customer["id"]:
        raise not_found("Payment method")
    return method


def _leave(state: State, method: Record) -> None:
    for record in state.subscriptions.where(paymentMethodId=method["id"]):
        record["paymentMethodId"] = None
