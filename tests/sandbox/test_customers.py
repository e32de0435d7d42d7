"""Customers: unique numbers, exact filters, defaults where the body is unknown."""

from __future__ import annotations

from typing import Any

import pytest

from ledgerbee_client.testing import Sandbox
from ledgerbee_client.testing.ids import fixed
from tests.sandbox.support import client_of, constraints_of, created, skip_without_null


async def test_a_customer_is_created_read_and_listed_by_number() -> None:
    async with client_of(Sandbox()) as client:
        second = await created(client, "customers.create", {"customerNumber": "C2", "name": "B"})
        first = await created(client, "customers.create", {"customerNumber": "C1", "name": "A"})
        assert (await client.call("customers.get", first["id"])).json() == first
        assert (await client.call("customers.list")).json() == [first, second]
        assert first["customerGroupName"] == "Customers"
        for part in ("contacts", "departments"):
            assert (await client.call(f"customers.list_{part}", first["id"])).json() == []
            assert (await client.call(f"customers.list_{part}", "nobody")).status_code == 404


@pytest.mark.parametrize(("country", "zone"), [("DK", "domestic"), ("DE", "eu"), ("US", "abroad")])
async def test_the_vat_zone_follows_from_the_country_unless_given(country: str, zone: str) -> None:
    async with client_of(Sandbox()) as client:
        assert (await created(client, "customers.create", {"countryCode": country}))["vatZone"] == zone
        given = {"countryCode": country, "vatZone": "domestic_without_vat"}
        assert (await created(client, "customers.create", given))["vatZone"] == "domestic_without_vat"


async def test_numbers_are_unique_and_given_when_left_out() -> None:
    async with client_of(Sandbox()) as client:
        await created(client, "customers.create", {"customerNumber": "1001", "externalSystemId": "crm-1"})
        assert (await created(client, "customers.create", {}))["customerNumber"] == "1002"
        for body in ({"customerNumber": "1001"}, {"externalSystemId": "crm-1"}):
            response = await client.call("customers.create", json=body)
            assert response.status_code == 400
            assert "already exists" in response.json()["message"]


async def test_filters_match_exactly_and_all_of_them_must() -> None:
    async with client_of(Sandbox()) as client:
        for number, metadata in (
            ("1", {"plan": "pro", "seats": 5}),
            ("2", {"plan": "pro", "vip": True}),
            ("10", {}),
        ):
            body = {"customerNumber": number, "metadata": metadata, "externalSystemId": f"x{number}"}
            await created(client, "customers.create", body)

        async def numbers(query: str) -> list[str]:
            return [one["customerNumber"] for one in (await client.call("customers.list", params=f"{query}")).json()]

        assert await numbers("customerNumber=1") == ["1"]
        assert await numbers("externalSystemId=x2") == ["2"]
        assert await numbers("metadata[plan]=pro") == ["1", "2"]
        assert await numbers("metadata[plan]=pro&metadata[seats]=5") == ["1"]
        assert await numbers("metadata[vip]=true") == ["2"]
        assert await numbers("metadata[plan]=pro&customerNumber=10") == []


async def test_a_customer_is_changed_field_by_field_and_null_removes() -> None:
    skip_without_null("customers.update", "email")
    async with client_of(Sandbox()) as client:
        customer = await created(client, "customers.create", {"customerNumber": "1", "email": "a@example.com"})
        body: dict[str, Any] = {"email": None, "name": "New", "customerGroupId": fixed("customer-group/2")}
        changed = (await client.call("customers.update", customer["id"], json=body)).json()
        assert "email" not in changed
        assert (changed["name"], changed["customerGroupName"]) == ("New", "Partners")
        assert (
            await client.call("customers.update", customer["id"], json={"customerNumber": "1", "anything": 1})
        ).json()["anything"] == 1
        child = await created(client, "customers.create", {"parentCustomerId": customer["id"]})
        assert child["parentCustomerId"] == customer["id"]
        assert (await client.call("customers.update", "nobody", json={})).status_code == 404


@pytest.mark.parametrize(
    ("body", "property_"),
    [
        ({"email": "anna"}, "email"),
        ({"vatZone": "mars"}, "vatZone"),
        ({"id": "1"}, "id"),
        ({"customerGroupName": "x"}, "customerGroupName"),
        ({"isActive": "yes"}, "isActive"),
        ({"name": ""}, "name"),
    ],
)
async def test_known_fields_are_checked_although_the_body_is_open(body: dict[str, Any], property_: str) -> None:
    async with client_of(Sandbox()) as client:
        assert list(constraints_of(await client.call("customers.create", json=body))) == [property_]


async def test_an_update_cannot_empty_what_a_customer_needs() -> None:
    skip_without_null("customers.update", "name")
    async with client_of(Sandbox()) as client:
        customer = await created(client, "customers.create", {})
        assert constraints_of(await client.call("customers.update", customer["id"], json={"name": None})) == {
            "name": {"isNotEmpty": "name should not be empty"}
        }
        for body in ({"customerGroupId": "none"}, {"parentCustomerId": "none"}):
            assert (await client.call("customers.update", customer["id"], json=body)).status_code == 400
