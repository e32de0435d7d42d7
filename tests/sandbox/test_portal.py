"""The customer portal: plans, single sign-on, provisioning."""

from __future__ import annotations

from typing import Any

import pytest

from ledgerbee_client.testing import Sandbox
from ledgerbee_client.testing.ids import fixed
from tests.sandbox.support import client_of, code_of, constraints_of
from tests.shared.company import PLAN, build_world

CUSTOMER = {
    "customerNumber": "P-1",
    "customerType": "company",
    "name": "Nordlys ApS",
    "countryCode": "DK",
    "vatZone": "domestic",
    "customerGroupId": fixed("customer-group/1"),
}


async def test_the_catalogue_has_active_plans_with_their_prices() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        plan = sandbox.add_plan("Pro", price_ids=[world.price["id"], "gone"], vanity="pro")
        await client.call("subscriptions.archive_plan", PLAN)
        [entry] = (await client.call("portal_plans.list", params="language=da")).json()["plans"]
        assert entry["plan"] == {"id": plan, "name": "Pro", "vanity": "pro"}
        assert [item["priceMinor"] for item in entry["items"]] == [9999, None]
        assert (await client.call("portal_plans.get", plan)).json() == {"plan": entry}
        assert code_of(await client.call("portal_plans.get", PLAN)) == "PORTAL_PLAN_NOT_FOUND"
        assert (await client.call("portal_plans.resolve", json={"customerId": world.customer["id"]})).json() == {
            "plans": [entry]
        }
        assert (await client.call("portal_plans.resolve", json={"customerId": "nobody"})).status_code == 400


async def test_the_signing_keys_of_an_unknown_slug_are_an_empty_set() -> None:
    async with client_of(Sandbox(), "") as client:
        assert (await client.call("portal_sso.jwks", "acme")).json()["keys"][0]["kty"] == "EC"
        assert (await client.call("portal_sso.jwks", "other")).json() == {"keys": []}


async def test_a_handoff_is_minted_for_known_customers() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        body: dict[str, Any] = {"email": "anna@example.com", "memberships": [{"customerId": world.customer["id"]}]}
        first, second = (
            (await client.call("portal_sso.mint_handoff", json=body)).json(),
            (await client.call("portal_sso.mint_handoff", json=body)).json(),
        )
        assert first["reference"] != second["reference"]
        assert first["expiresAt"] == "2026-01-15T09:01:00.000Z"
        for memberships in ([], [{"role": "admin"}], [{"customerId": "nobody"}], [{"customerId": []}]):
            assert (
                await client.call("portal_sso.mint_handoff", json={**body, "memberships": memberships})
            ).status_code == 400
        assert (await client.call("portal_sso.revoke_sessions", json={})).status_code == 200


async def test_provisioning_again_finds_the_customer_by_number_and_leaves_it_alone() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        body = {"customer": CUSTOMER, "email": "Anna@example.com"}
        first = (await client.call("portal_sso.provision", json=body)).json()
        renamed = {"customer": {**CUSTOMER, "name": "Other"}, "email": "anna@example.com"}
        second = (await client.call("portal_sso.provision", json=renamed)).json()
        assert (first["customerCreated"], second["customerCreated"]) == (True, False)
        assert first["customerId"] == second["customerId"]
        assert (await client.call("customers.get", first["customerId"])).json()["name"] == "Nordlys ApS"
        assert sandbox.state.portal_memberships == {(first["customerId"], "anna@example.com")}
        without = {name: value for name, value in CUSTOMER.items() if name != "customerNumber"}
        third = (
            await client.call("portal_sso.provision", json={"customer": without, "email": "bo@example.com"})
        ).json()
        assert third["customerCreated"] is True


@pytest.mark.parametrize(
    "body",
    [
        {"email": "a@example.com"},
        {"email": "a@example.com", "customerId": "x", "customer": CUSTOMER},
        {"email": "a@example.com", "customerId": "nobody"},
        {"customer": CUSTOMER},
        {"email": "a@example.com", "customer": {"name": "A"}},
        {"email": "a@example.com", "customer": {**CUSTOMER, "email": 5}},
        {"email": "a@example.com", "customer": {**CUSTOMER, "id": "mine"}},
    ],
)
async def test_provisioning_takes_exactly_one_customer(body: dict[str, Any]) -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        assert (await client.call("portal_sso.provision", json=body)).status_code == 400
    assert sandbox.writes == []


async def test_an_empty_address_is_refused() -> None:
    async with client_of(Sandbox()) as client:
        assert "email" in constraints_of(
            await client.call("portal_sso.provision", json={"email": " ", "customer": CUSTOMER})
        )


@pytest.mark.parametrize("change", [{"name": ""}, {"customerGroupName": "VIP"}, {"countryCode": 45}])
async def test_a_customer_is_provisioned_as_strictly_as_it_is_created(change: dict[str, Any]) -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        customer = {**CUSTOMER, **change}
        made = await client.call("customers.create", json=customer)
        body = {"customer": customer, "email": "anna@example.com"}
        provisioned = await client.call("portal_sso.provision", json=body)
    assert list(constraints_of(made)) == list(change)
    assert list(constraints_of(provisioned)) == [f"customer.{name}" for name in change]
    assert len(sandbox.state.customers) == 0


async def test_a_checkout_reference_needs_the_scope_to_mint_too() -> None:
    sandbox = Sandbox()
    body = {"customer": CUSTOMER, "email": "anna@example.com", "mintCheckoutBindToken": True}
    async with client_of(sandbox, sandbox.create_key(["portal-provision"])) as client:
        refused = await client.call("portal_sso.provision", json=body)
        assert (refused.status_code, refused.json()["details"]) == (403, {"requiredScopes": ["portal-sso-mint"]})
        assert len(sandbox.state.customers) == 0
    async with client_of(sandbox) as client:
        assert (await client.call("portal_sso.provision", json=body)).json()["checkoutBindReference"]
