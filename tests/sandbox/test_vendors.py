"""Vendors: a unique number, one default contact, groups and accounts that exist."""

from __future__ import annotations

from typing import Any

import pytest

from ledgerbee_client.testing import Sandbox
from tests.sandbox.support import client_of, code_of, constraints_of, created
from tests.shared.company import BANK, VENDOR


async def test_only_id_and_number_come_back_and_the_list_has_the_rest() -> None:
    async with client_of(Sandbox()) as client:
        body = {**VENDOR, "vendorNumber": " V2 ", "defaultAccountId": BANK, "paymentTerms": 8}
        second = await created(client, "vendors.create", body)
        first = await created(client, "vendors.create", VENDOR)
        listed = (await client.call("vendors.list")).json()
        groups = (await client.call("vendors.list_groups")).json()
    assert first == {"id": first["id"], "vendorNumber": "V1"}
    assert second["vendorNumber"] == "V2"
    assert [one["id"] for one in listed] == [first["id"], second["id"]]
    assert listed[1] == {
        "id": second["id"],
        "vendorNumber": "V2",
        "name": "Paper Ltd",
        "vendorGroupId": groups[0]["id"],
        "vendorGroupName": groups[0]["name"],
        "currency": "DKK",
        "countryCode": "DK",
        "status": "active",
        "paymentTerms": 8,
        "openingBalance": "0.00",
    }


async def test_what_is_not_sent_gets_a_plausible_value() -> None:
    async with client_of(Sandbox()) as client:
        await created(client, "vendors.create", {"vendorNumber": "1"})
        assert (await created(client, "vendors.create", {}))["vendorNumber"] == "2"
        assert (await client.call("vendors.list")).json()[1]["name"] == "Vendor 2"


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"vendorNumber": "V1 "}, 400, "VENDOR_NUMBER_ALREADY_EXISTS"),
        ({"contacts": [{}, {"isDefault": False}]}, 400, "CONTACT_DEFAULT_REQUIRED"),
        ({"contacts": [{"isDefault": True}, {"isDefault": True}]}, 400, "CONTACT_MULTIPLE_DEFAULTS"),
        ({"vendorGroupId": "none"}, 404, "VENDOR_GROUP_NOT_FOUND"),
        ({"defaultAccountId": "none"}, 404, "LEDGER_NOT_FOUND"),
        ({"vendorNumber": " "}, 400, "SHARED_VALIDATION_FAILED"),
        ({"contacts": []}, 400, "SHARED_VALIDATION_FAILED"),
        ({"paymentTerms": "soon"}, 400, "SHARED_VALIDATION_FAILED"),
        ({"status": "active"}, 400, "SHARED_VALIDATION_FAILED"),
    ],
)
async def test_a_bad_vendor_is_refused_with_the_documented_code(change: dict[str, Any], status: int, code: str) -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        await created(client, "vendors.create", VENDOR)
        response = await client.call("vendors.create", json={**VENDOR, "vendorNumber": "V9", **change})
        assert len((await client.call("vendors.list")).json()) == 1
    assert (response.status_code, code_of(response)) == (status, code)
    assert len(sandbox.state.vendor_contacts) == 1


async def test_one_contact_is_the_default() -> None:
    async with client_of(Sandbox()) as client:
        single = await created(client, "vendors.create", VENDOR)
        pair = [{"name": "Bo"}, {"name": "Mia", "isDefault": True}]
        double = await created(client, "vendors.create", {**VENDOR, "vendorNumber": "V2", "contacts": pair})

        async def contacts(vendor: dict[str, Any]) -> list[tuple[str, bool]]:
            found = (await client.call("vendors.list_contacts", vendor["id"])).json()
            return [(one["name"], one["isDefault"]) for one in found]

        assert await contacts(single) == [("Bo", True)]
        assert await contacts(double) == [("Bo", False), ("Mia", True)]
        assert (await client.call("vendors.list_departments", single["id"])).json() == []
        assert (await client.call("vendors.list_contacts", "none")).status_code == 404
        assert (await client.call("vendors.list_departments", "none")).status_code == 404
        empty = await client.call("vendors.create", json={**VENDOR, "vendorNumber": 5})
        assert list(constraints_of(empty)) == ["vendorNumber"]
