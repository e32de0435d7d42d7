"""What the tests of subscriptions, cards, webhooks and the portal share: a customer who has one of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox_support import World, created

from ledgerbee_client.testing.ids import fixed

if TYPE_CHECKING:
    import httpx

    from ledgerbee_client.testing import Sandbox

PLAN = fixed("plan/Basic")
ENDPOINT = {"url": "https://hooks.example.com/ledgerbee"}


def assignment(customer_id: str, **fields: Any) -> dict[str, Any]:
    """The body that assigns the plan `Basic` from today on."""
    return {"customerId": customer_id, "planId": PLAN, "startDate": "2026-01-15", **fields}


async def build_subscribers(sandbox: Sandbox, client: httpx.AsyncClient, world: World) -> dict[str, list[str]]:
    """One of everything; returns the path parameters of an operation by its tag, or by its summary."""
    customer = world.customer["id"]
    subscription = await created(client, "/v1/subscriptions", assignment(customer))
    leaving = await created(client, "/v1/subscriptions", assignment(customer))
    await client.post("/v1/subscriptions/cancel", json={"id": leaving["id"], "strategy": "end_of_cycle"})
    changes = (await client.get(f"/v1/subscriptions/{leaving['id']}/scheduled-changes")).json()
    endpoint = await created(client, "/v1/webhook-endpoints", ENDPOINT)
    return {
        "Subscriptions": [subscription["id"]],
        "Cancel a single pending scheduled change": [leaving["id"], changes[0]["id"]],
        "Archive a subscription plan": [PLAN],
        "Payment Methods": [customer, sandbox.add_payment_method(customer)],
        "Webhook Endpoints": [endpoint["id"]],
        "Portal Plans": [PLAN],
    }


def subscriber_bodies(ids: dict[str, list[str]]) -> dict[str, dict[str, Any]]:
    """Bodies of operations that refer to something, or whose fields aren't published, by summary."""
    customer = ids["Payment Methods"][0]
    return {
        "Assign a subscription to a customer": assignment(customer),
        "Update a customer subscription": {"name": "Basic, yearly"},
        "Cancel a customer subscription": {"id": ids["Subscriptions"][0], "strategy": "end_of_cycle"},
        "Create a webhook endpoint": ENDPOINT,
        "Update a webhook endpoint": ENDPOINT,
        "Mint a customer-portal SSO handoff reference": {"memberships": [{"customerId": customer, "role": "admin"}]},
        "Provision a customer + grant portal access (partner JIT provisioning)": {
            "customerId": customer,
            "email": "anna@example.com",
        },
    }
