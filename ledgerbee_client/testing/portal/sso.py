"""Single sign-on and provisioning in the customer portal.

Most of the fields aren't published; those of the responses are the sandbox's own.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ..clock import timestamp
from ..http.errors import forbidden, refused, validation_failed
from ..http.registry import Call, Reply, handles
from ..http.schemas import is_object
from ..parties.customers import add_customer, check_customer
from . import known

if TYPE_CHECKING:
    from ..state import Record

#: The portal slug of the sandbox's company.
SLUG = "acme"
HANDOFF_LIFETIME = timedelta(seconds=60)
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


@handles("portal_sso.jwks", gives=known.PORTAL_SSO_JWKS)
def get_jwks(call: Call) -> Reply:
    """The key of the slug `acme`; an unknown slug has an empty set, never a 404."""
    return Reply({"keys": [_KEY] if call.id == SLUG else []})


@handles("portal_sso.mint_handoff", takes=known.MINT_PORTAL_HANDOFF)
def mint_handoff(call: Call) -> Reply:
    """Give a reference that is good for 60 seconds.

    The property with the memberships has no published name: any array of objects with a `customerId` will do.
    """
    memberships = [one for value in call.body.values() for one in _memberships(value)]
    if not memberships:
        raise refused("At least one membership is required")
    for membership in memberships:
        call.state.customers.refer(membership["customerId"], "customerId")
    reference = f"pho_{call.state.ids.next().replace('-', '')}"
    expires = timestamp(call.state.clock.now() + HANDOFF_LIFETIME)
    return Reply({"reference": reference, "expiresAt": expires}, resource_id=reference)


@handles("portal_sso.provision", takes=known.PROVISION_PORTAL_CUSTOMER)
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


@handles("portal_sso.revoke_sessions")
def revoke_sessions(call: Call) -> Reply:
    """There are no sessions here, so it is done at once."""
    return Reply({"revoked": True})


def _customer(call: Call) -> tuple[Record, bool]:
    state, body = call.state, call.body
    if "customerId" in body:
        return state.customers.refer(body["customerId"], "customerId"), False
    fields: Record = body["customer"]
    check_customer(call.document, fields, "customer.")
    number = fields.get("customerNumber")
    known = state.customers.where(customerNumber=number) if number is not None else []
    return (known[0], False) if known else (add_customer(state, fields), True)


def _memberships(value: Any) -> list[Record]:
    return (
        [one for one in value if is_object(one) and isinstance(one.get("customerId"), str)]
        if isinstance(value, list)
        else []
    )
