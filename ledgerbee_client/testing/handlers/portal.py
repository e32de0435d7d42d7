"""The customer portal: plans on display, single sign-on, provisioning.

Most of the fields aren't published; those of the answers are the sandbox's own.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..clock import timestamp
from ..document import OperationKey
from ..errors import forbidden, not_found, refused, validation_failed
from ..money import cents
from ..registry import Call, Reply, handles
from ..schemas import is_object
from ..validation import check_fields, refuse_fields
from .customers import add_customer

if TYPE_CHECKING:
    from ..state import Record, State

#: The portal slug of the sandbox's company.
SLUG = "acme"
HANDOFF_LIFETIME = timedelta(seconds=60)
_CREATE_CUSTOMER = OperationKey("POST", "Customers", "Create a customer")
_MINT_SCOPE = "portal-sso-mint"
#: The public key of RFC 7517, appendix A.1. Nobody signs with its private half.
_KEY = {
    "kty": "EC",
    "crv": "P-256",
    "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
    "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
    "use": "sig",
    "alg": "ES256",
    "kid": "sandbox-1",
}

# ---------------------------------------------------------------------- plans


@handles("GET", "Portal Plans", "List the full plan catalogue")
def list_plans(call: Call) -> Reply:
    """Every active plan, in the order in which they were made."""
    return Reply({"plans": _catalogue(call.state)})


@handles("GET", "Portal Plans", "Get one plan by id")
def get_plan(call: Call) -> Reply:
    """One active plan."""
    for entry in _catalogue(call.state):
        if entry["plan"]["id"] == call.id:
            return Reply({"plan": entry})
    raise not_found("Portal plan", code="PORTAL_PLAN_NOT_FOUND")


@handles("POST", "Portal Plans", "Resolve the gated pricing catalogue for an identified buyer (partner display)")
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


# ---------------------------------------------------------------------- single sign-on


@handles("GET", "Portal SSO", "Published RP signing keys (JWKS) for a tenant's private_key_jwt SSO")
def get_jwks(call: Call) -> Reply:
    """The key of the slug `acme`; an unknown slug has an empty set, never a 404."""
    return Reply({"keys": [_KEY] if call.id == SLUG else []})


@handles("POST", "Portal SSO", "Mint a customer-portal SSO handoff reference")
def mint_handoff(call: Call) -> Reply:
    """A reference that is good for 60 seconds. The property with the memberships has no published name: any array
    of objects with a `customerId` will do.
    """
    memberships = [one for value in call.body.values() for one in _memberships(value)]
    if not memberships:
        raise refused("At least one membership is required")
    for membership in memberships:
        call.state.customers.refer(membership["customerId"], "customerId")
    reference = f"pho_{call.state.ids.next().replace('-', '')}"
    expires = timestamp(call.state.clock.now() + HANDOFF_LIFETIME)
    return Reply({"reference": reference, "expiresAt": expires}, resource_id=reference)


@handles("POST", "Portal SSO", "Provision a customer + grant portal access (partner JIT provisioning)")
def provision(call: Call) -> Reply:
    """A customer, found by number or made, and a membership. A repetition changes nothing."""
    state, body = call.state, call.body
    if not body["email"].strip():
        raise validation_failed({"email": {"isNotEmpty": "email should not be empty"}})
    if ("customerId" in body) == ("customer" in body):
        raise refused("Exactly one of customerId and customer must be given")
    mint = bool(body.get("mintCheckoutBindToken"))
    assert call.credential is not None
    if mint and _MINT_SCOPE not in call.credential.scopes:
        raise forbidden({"requiredScopes": [_MINT_SCOPE]})
    customer, created = _customer(call)
    membership = (customer["id"], body["email"].casefold())
    state.portal_memberships.add(membership)
    if "clientReferenceId" in body:
        state.client_references[customer["id"]] = body["clientReferenceId"]
    answer: Record = {
        "customerId": customer["id"],
        "customerCreated": created,
        "email": body["email"],
        "membershipStatus": "ACTIVE",
    }
    if mint:
        answer["checkoutBindReference"] = f"pcb_{state.ids.next().replace('-', '')}"
    return Reply(answer, resource_id=customer["id"])


@handles("POST", "Portal SSO", "Revoke (force-refresh) a user's customer-portal sessions")
def revoke_sessions(call: Call) -> Reply:
    """There are no sessions here, so it is done at once."""
    return Reply({"revoked": True})


def _customer(call: Call) -> tuple[Record, bool]:
    state, body = call.state, call.body
    if "customerId" in body:
        return state.customers.refer(body["customerId"], "customerId"), False
    fields: Record = body["customer"]
    refuse_fields(fields, ("id",), "customer.")
    check_fields(call.document.schemas, call.document.by_key[_CREATE_CUSTOMER].answer().schema, fields, ("customer",))
    number = fields.get("customerNumber")
    known = state.customers.where(customerNumber=number) if number is not None else []
    return (known[0], False) if known else (add_customer(state, fields), True)


def _memberships(value: Any) -> list[Record]:
    return (
        [one for one in value if is_object(one) and isinstance(one.get("customerId"), str)]
        if isinstance(value, list)
        else []
    )
