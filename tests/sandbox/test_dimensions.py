"""Dimensions and their tree of values; projects, whose subprojects are the values of a dimension."""

from __future__ import annotations

from typing import Any

import pytest

from ledgerbee_client.testing import Sandbox
from tests.sandbox.support import client_of, constraints_of, created
from tests.shared.company import BANK, ENTRY, SALES, VENDOR, build_world

REGION = {"name": "Region", "isUnique": False}


async def test_values_form_a_tree() -> None:
    async with client_of(Sandbox()) as client:
        region = await created(client, "dimensions.create", REGION)
        north = await created(client, "dimensions.create_value", {"name": "North"}, region["id"])
        coast = await created(client, "dimensions.create_value", {"parentId": north["id"], "code": "C"}, region["id"])
        assert (await client.call("dimensions.get", region["id"])).json() == (
            await client.call("dimensions.list")
        ).json()[0]
        tree = (await client.call("dimensions.get", region["id"])).json()["values"]
        moved = await client.call(
            "dimensions.update_value", region["id"], coast["id"], json={"name": "Coast", "parentId": None}
        )
        flat = (await client.call("dimensions.get", region["id"])).json()["values"]
    assert region["values"] == []
    assert (north["parentId"], north["children"]) == (None, [])
    assert tree == [{**north, "children": [coast]}]
    assert (coast["name"], coast["code"]) == ("Value 2", "C")
    assert (moved.json()["name"], [one["name"] for one in flat]) == ("Coast", ["North", "Coast"])


async def test_names_of_dimensions_are_unique() -> None:
    async with client_of(Sandbox()) as client:
        region = await created(client, "dimensions.create", REGION)
        other = await created(client, "dimensions.create", {"name": "Team", "isUnique": True})
        again = await client.call("dimensions.create", json=REGION)
        taken = await client.call("dimensions.update", other["id"], json={"name": "Region"})
        same = await client.call("dimensions.update", region["id"], json={"name": "Region", "isUnique": True})
        partial = await client.call("dimensions.update", other["id"], json={"isUnique": False})
        short = await client.call("dimensions.create", json={"name": "R", "isUnique": True})
        extra = await client.call("dimensions.update", region["id"], json={"values": []})
    assert again.status_code == taken.status_code == 400
    assert again.json()["message"] == "Dimension with name Region already exists"
    assert (same.json()["isUnique"], partial.json()["name"]) == (True, "Team")
    assert list(constraints_of(short)) == ["name"]
    assert list(constraints_of(extra)) == ["values"]


async def test_a_parent_belongs_to_the_dimension_and_not_below_the_value() -> None:
    async with client_of(Sandbox()) as client:
        region = await created(client, "dimensions.create", REGION)
        team = await created(client, "dimensions.create", {"name": "Team", "isUnique": True})
        north = await created(client, "dimensions.create_value", {"name": "North"}, region["id"])
        coast = await created(
            client, "dimensions.create_value", {"name": "Coast", "parentId": north["id"]}, region["id"]
        )
        for response in (
            await client.call("dimensions.update_value", region["id"], north["id"], json={"parentId": coast["id"]}),
            await client.call("dimensions.create_value", region["id"], json={"parentId": "none"}),
            await client.call("dimensions.create_value", team["id"], json={"parentId": north["id"]}),
            await client.call("dimensions.create_value", region["id"], json={"name": 5}),
            await client.call("dimensions.create_value", region["id"], json={"children": []}),
        ):
            assert response.status_code == 400
        assert (await client.call("dimensions.update_value", team["id"], north["id"], json={})).status_code == 404
        assert (await client.call("dimensions.create_value", "none", json={})).status_code == 404


async def test_deleting_takes_what_is_below() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        region = await created(client, "dimensions.create", REGION)
        north = await created(client, "dimensions.create_value", {"name": "North"}, region["id"])
        await created(client, "dimensions.create_value", {"name": "Coast", "parentId": north["id"]}, region["id"])
        await created(client, "dimensions.create_value", {"name": "South"}, region["id"])
        assert (await client.call("dimensions.delete_value", region["id"], north["id"])).status_code == 204
        assert [one["name"] for one in (await client.call("dimensions.get", region["id"])).json()["values"]] == [
            "South"
        ]
        assert (await client.call("dimensions.delete_value", region["id"], north["id"])).status_code == 404
        assert (await client.call("dimensions.delete", region["id"])).status_code == 204
        assert (await client.call("dimensions.get", region["id"])).status_code == 404
        await created(client, "dimensions.create", REGION)
    assert len(sandbox.state.dimension_values) == 0
    assert "South" not in str([write.resource_id for write in sandbox.writes])


async def test_a_project_comes_with_a_dimension_and_a_default_subproject() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        body = {"name": "Bridge", "customerId": world.customer["id"], "budgetHours": 10, "manager": "Bo"}
        project = await created(client, "projects.create", body)
        twin = await created(client, "projects.create", {"name": "Bridge"})
        dimension = (await client.call("dimensions.get", project["dimensionId"])).json()
        other = (await client.call("dimensions.get", twin["dimensionId"])).json()
        read = (await client.call("projects.get", project["id"])).json()
        unnamed = await created(client, "projects.create", {})
    assert read == project
    assert (project["currency"], project["isArchived"], project["manager"]) == ("DKK", False, "Bo")
    assert project["subprojects"] == [{"id": project["defaultSubprojectId"], "name": "General", "sortOrder": 0}]
    assert [one["id"] for one in dimension["values"]] == [project["defaultSubprojectId"]]
    assert (dimension["name"], other["name"], unnamed["name"]) == ("Bridge", "Bridge (2)", "Project 3")


async def test_the_upsert_creates_once_and_then_updates_in_place() -> None:
    async with client_of(Sandbox()) as client:
        first = await client.call("projects.upsert", json={"externalReference": "E1", "name": "Bridge"})
        second = await client.call("projects.upsert", json={"externalReference": "E1", "name": "Tunnel"})
        again = await client.call("projects.upsert", json={"externalReference": "E1", "name": "Tunnel"})
        listed = (await client.call("projects.list")).json()
        dimension = (await client.call("dimensions.get", first.json()["dimensionId"])).json()
        without = await client.call("projects.upsert", json={"name": "Bridge"})
    assert (first.status_code, second.status_code, again.status_code) == (201, 200, 200)
    assert first.json()["id"] == second.json()["id"]
    assert [one["name"] for one in listed] == ["Tunnel"]
    assert (second.json(), dimension["name"]) == (listed[0], "Tunnel")
    assert list(constraints_of(without)) == ["externalReference"]


@pytest.mark.parametrize(
    "body",
    [
        {"externalReference": "E1"},
        {"customerId": "none"},
        {"isArchived": True},
        {"startDate": "soon"},
        {"name": None},
        {"id": "x"},
    ],
)
async def test_a_bad_project_is_refused(body: dict[str, Any]) -> None:
    async with client_of(Sandbox()) as client:
        await created(client, "projects.create", {"externalReference": "E1"})
        other = await created(client, "projects.create", {"externalReference": "E2"})
        assert (await client.call("projects.create", json=body)).status_code == 400
        assert (await client.call("projects.update", other["id"], json=body)).status_code == 400
        assert len((await client.call("projects.list")).json()) == 2


async def test_an_update_sets_what_is_sent() -> None:
    async with client_of(Sandbox()) as client:
        project = await created(client, "projects.create", {"name": "Bridge", "color": "#ff0000"})
        changed = (
            await client.call("projects.update", project["id"], json={"budgetAmount": "5", "color": None})
        ).json()
        assert (await client.call("projects.update", "none", json={})).status_code == 404
    assert (changed["name"], changed["budgetAmount"], changed["color"]) == ("Bridge", "5", None)


async def test_subprojects_are_ordered_and_the_default_one_stays() -> None:
    async with client_of(Sandbox()) as client:
        project = await created(client, "projects.create", {"name": "Bridge"})
        pillars = await created(client, "projects.create_subproject", {"name": "Pillars"}, project["id"])
        await created(client, "projects.create_subproject", {"sortOrder": -1}, project["id"])
        assert pillars["sortOrder"] == 1
        renamed = await client.call(
            "projects.update_subproject", project["id"], pillars["id"], json={"name": "Arches", "sortOrder": 9}
        )
        assert renamed.json() == {"id": pillars["id"], "name": "Arches", "sortOrder": 9}
        names = [one["name"] for one in (await client.call("projects.get", project["id"])).json()["subprojects"]]
        assert names == ["Subproject 3", "General", "Arches"]
        values = (await client.call("dimensions.get", project["dimensionId"])).json()["values"]
        assert "Arches" in [one["name"] for one in values]
        for name in (None, 5):
            bad = await client.call("projects.update_subproject", project["id"], pillars["id"], json={"name": name})
            assert list(constraints_of(bad)) == ["name"]
        default = await client.call("projects.delete_subproject", project["id"], project["defaultSubprojectId"])
        assert default.status_code == 400
        assert (await client.call("projects.delete_subproject", project["id"], pillars["id"])).status_code == 204
        assert (await client.call("projects.delete_subproject", project["id"], pillars["id"])).status_code == 404
        assert len((await client.call("dimensions.get", project["dimensionId"])).json()["values"]) == 2


async def test_an_archived_project_is_hidden_and_read_only() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        project = await created(client, "projects.create", {"name": "Bridge", "externalReference": "E1"})
        sandbox.state.projects.get(project["id"])["isArchived"] = True
        assert (await client.call("projects.list")).json() == []
        assert len((await client.call("projects.list", params={"includeArchived": "true"})).json()) == 1
        assert (await client.call("projects.get", project["id"])).json()["isArchived"] is True
        sub = (project["id"], project["defaultSubprojectId"])
        for response in (
            await client.call("projects.update", project["id"], json={"name": "Tunnel"}),
            await client.call("projects.upsert", json={"externalReference": "E1"}),
            await client.call("projects.create_subproject", project["id"], json={"name": "Pillars"}),
            await client.call("projects.update_subproject", *sub, json={"name": "Pillars"}),
            await client.call("projects.delete_subproject", *sub),
        ):
            assert response.json()["message"] == "Project is archived and cannot be changed"


async def test_the_dimension_of_a_project_changes_with_the_project_only() -> None:
    async with client_of(Sandbox()) as client:
        project = await created(client, "projects.create", {"name": "Bridge"})
        for response in (
            await client.call("dimensions.delete", project["dimensionId"]),
            await client.call("dimensions.update", project["dimensionId"], json={"name": "Other"}),
            await client.call("dimensions.create_value", project["dimensionId"], json={"name": "Other"}),
            await client.call("dimensions.delete_value", project["dimensionId"], project["defaultSubprojectId"]),
        ):
            assert (response.status_code, response.json()["message"]) == (400, "Dimension belongs to a project")


async def test_profit_is_what_the_tagged_invoices_leave() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        vendor = await created(client, "vendors.create", VENDOR)
        project = await created(client, "projects.create", {"name": "Bridge"})
        tag = {"tagIds": [project["defaultSubprojectId"]]}
        sale = {**ENTRY, "entryType": "CUSTOMER_INVOICE", "customerId": world.customer["id"], **tag}
        sale |= {"lines": [{"accountId": SALES}], "originalAmount": "1000"}
        cost = {**sale, "entryType": "SUPPLIER_INVOICE", "vendorId": vendor["id"], "originalAmount": 400.5}
        cost |= {"lines": [{"accountId": BANK}]}
        await created(client, "journal_entries.create", sale)
        twice = await created(client, "journal_entries.create", sale)
        await created(client, "journal_entries.reverse", {}, twice["id"])
        await created(client, "journal_entries.create", cost)
        await created(client, "journal_entries.create", {**cost, "tagIds": []})
        profit = (await client.call("projects.profit", project["id"])).json()
        assert (await client.call("projects.profit", "none")).status_code == 404
    assert (profit["revenue"], profit["cost"], profit["profit"]) == ("1000.00", "400.50", "599.50")
