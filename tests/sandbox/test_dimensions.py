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
        region = await created(client, "/v1/dimensions", REGION)
        path = f"/v1/dimensions/{region['id']}"
        north = await created(client, f"{path}/values", {"name": "North"})
        coast = await created(client, f"{path}/values", {"parentId": north["id"], "code": "C"})
        assert (await client.get(path)).json() == (await client.get("/v1/dimensions")).json()[0]
        tree = (await client.get(path)).json()["values"]
        moved = await client.put(f"{path}/values/{coast['id']}", json={"name": "Coast", "parentId": None})
        flat = (await client.get(path)).json()["values"]
    assert region["values"] == []
    assert (north["parentId"], north["children"]) == (None, [])
    assert tree == [{**north, "children": [coast]}]
    assert (coast["name"], coast["code"]) == ("Value 2", "C")
    assert (moved.json()["name"], [one["name"] for one in flat]) == ("Coast", ["North", "Coast"])


async def test_names_of_dimensions_are_unique() -> None:
    async with client_of(Sandbox()) as client:
        region = await created(client, "/v1/dimensions", REGION)
        other = await created(client, "/v1/dimensions", {"name": "Team", "isUnique": True})
        again = await client.post("/v1/dimensions", json=REGION)
        taken = await client.put(f"/v1/dimensions/{other['id']}", json={"name": "Region"})
        same = await client.put(f"/v1/dimensions/{region['id']}", json={"name": "Region", "isUnique": True})
        partial = await client.put(f"/v1/dimensions/{other['id']}", json={"isUnique": False})
        short = await client.post("/v1/dimensions", json={"name": "R", "isUnique": True})
        extra = await client.put(f"/v1/dimensions/{region['id']}", json={"values": []})
    assert again.status_code == taken.status_code == 400
    assert again.json()["message"] == "Dimension with name Region already exists"
    assert (same.json()["isUnique"], partial.json()["name"]) == (True, "Team")
    assert list(constraints_of(short)) == ["name"]
    assert list(constraints_of(extra)) == ["values"]


async def test_a_parent_belongs_to_the_dimension_and_not_below_the_value() -> None:
    async with client_of(Sandbox()) as client:
        region = await created(client, "/v1/dimensions", REGION)
        team = await created(client, "/v1/dimensions", {"name": "Team", "isUnique": True})
        path = f"/v1/dimensions/{region['id']}/values"
        north = await created(client, path, {"name": "North"})
        coast = await created(client, path, {"name": "Coast", "parentId": north["id"]})
        for response in (
            await client.put(f"{path}/{north['id']}", json={"parentId": coast["id"]}),
            await client.post(path, json={"parentId": "none"}),
            await client.post(f"/v1/dimensions/{team['id']}/values", json={"parentId": north["id"]}),
            await client.post(path, json={"name": 5}),
            await client.post(path, json={"children": []}),
        ):
            assert response.status_code == 400
        assert (await client.put(f"/v1/dimensions/{team['id']}/values/{north['id']}", json={})).status_code == 404
        assert (await client.post("/v1/dimensions/none/values", json={})).status_code == 404


async def test_deleting_takes_what_is_below() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        region = await created(client, "/v1/dimensions", REGION)
        path = f"/v1/dimensions/{region['id']}"
        north = await created(client, f"{path}/values", {"name": "North"})
        await created(client, f"{path}/values", {"name": "Coast", "parentId": north["id"]})
        await created(client, f"{path}/values", {"name": "South"})
        assert (await client.delete(f"{path}/values/{north['id']}")).status_code == 204
        assert [one["name"] for one in (await client.get(path)).json()["values"]] == ["South"]
        assert (await client.delete(f"{path}/values/{north['id']}")).status_code == 404
        assert (await client.delete(path)).status_code == 204
        assert (await client.get(path)).status_code == 404
        await created(client, "/v1/dimensions", REGION)
    assert len(sandbox.state.dimension_values) == 0
    assert "South" not in str([write.resource_id for write in sandbox.writes])


async def test_a_project_comes_with_a_dimension_and_a_default_subproject() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        body = {"name": "Bridge", "customerId": world.customer["id"], "budgetHours": 10, "manager": "Bo"}
        project = await created(client, "/v1/projects", body)
        twin = await created(client, "/v1/projects", {"name": "Bridge"})
        dimension = (await client.get(f"/v1/dimensions/{project['dimensionId']}")).json()
        other = (await client.get(f"/v1/dimensions/{twin['dimensionId']}")).json()
        read = (await client.get(f"/v1/projects/{project['id']}")).json()
        unnamed = await created(client, "/v1/projects", {})
    assert read == project
    assert (project["currency"], project["isArchived"], project["manager"]) == ("DKK", False, "Bo")
    assert project["subprojects"] == [{"id": project["defaultSubprojectId"], "name": "General", "sortOrder": 0}]
    assert [one["id"] for one in dimension["values"]] == [project["defaultSubprojectId"]]
    assert (dimension["name"], other["name"], unnamed["name"]) == ("Bridge", "Bridge (2)", "Project 3")


async def test_the_upsert_creates_once_and_then_updates_in_place() -> None:
    async with client_of(Sandbox()) as client:
        first = await client.put("/v1/projects", json={"externalReference": "E1", "name": "Bridge"})
        second = await client.put("/v1/projects", json={"externalReference": "E1", "name": "Tunnel"})
        again = await client.put("/v1/projects", json={"externalReference": "E1", "name": "Tunnel"})
        listed = (await client.get("/v1/projects")).json()
        dimension = (await client.get(f"/v1/dimensions/{first.json()['dimensionId']}")).json()
        without = await client.put("/v1/projects", json={"name": "Bridge"})
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
        await created(client, "/v1/projects", {"externalReference": "E1"})
        other = await created(client, "/v1/projects", {"externalReference": "E2"})
        assert (await client.post("/v1/projects", json=body)).status_code == 400
        assert (await client.put(f"/v1/projects/{other['id']}", json=body)).status_code == 400
        assert len((await client.get("/v1/projects")).json()) == 2


async def test_an_update_sets_what_is_sent() -> None:
    async with client_of(Sandbox()) as client:
        project = await created(client, "/v1/projects", {"name": "Bridge", "color": "#ff0000"})
        changed = (await client.put(f"/v1/projects/{project['id']}", json={"budgetAmount": "5", "color": None})).json()
        assert (await client.put("/v1/projects/none", json={})).status_code == 404
    assert (changed["name"], changed["budgetAmount"], changed["color"]) == ("Bridge", "5", None)


async def test_subprojects_are_ordered_and_the_default_one_stays() -> None:
    async with client_of(Sandbox()) as client:
        project = await created(client, "/v1/projects", {"name": "Bridge"})
        path = f"/v1/projects/{project['id']}"
        pillars = await created(client, f"{path}/subprojects", {"name": "Pillars"})
        await created(client, f"{path}/subprojects", {"sortOrder": -1})
        assert pillars["sortOrder"] == 1
        renamed = await client.put(f"{path}/subprojects/{pillars['id']}", json={"name": "Arches", "sortOrder": 9})
        assert renamed.json() == {"id": pillars["id"], "name": "Arches", "sortOrder": 9}
        names = [one["name"] for one in (await client.get(path)).json()["subprojects"]]
        assert names == ["Subproject 3", "General", "Arches"]
        values = (await client.get(f"/v1/dimensions/{project['dimensionId']}")).json()["values"]
        assert "Arches" in [one["name"] for one in values]
        for name in (None, 5):
            bad = await client.put(f"{path}/subprojects/{pillars['id']}", json={"name": name})
            assert list(constraints_of(bad)) == ["name"]
        default = await client.delete(f"{path}/subprojects/{project['defaultSubprojectId']}")
        assert default.status_code == 400
        assert (await client.delete(f"{path}/subprojects/{pillars['id']}")).status_code == 204
        assert (await client.delete(f"{path}/subprojects/{pillars['id']}")).status_code == 404
        assert len((await client.get(f"/v1/dimensions/{project['dimensionId']}")).json()["values"]) == 2


async def test_an_archived_project_is_hidden_and_read_only() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        project = await created(client, "/v1/projects", {"name": "Bridge", "externalReference": "E1"})
        sandbox.state.projects.get(project["id"])["isArchived"] = True
        path = f"/v1/projects/{project['id']}"
        assert (await client.get("/v1/projects")).json() == []
        assert len((await client.get("/v1/projects", params={"includeArchived": "true"})).json()) == 1
        assert (await client.get(path)).json()["isArchived"] is True
        sub = f"{path}/subprojects/{project['defaultSubprojectId']}"
        for method, where, body in (
            ("PUT", path, {"name": "Tunnel"}),
            ("PUT", "/v1/projects", {"externalReference": "E1"}),
            ("POST", f"{path}/subprojects", {"name": "Pillars"}),
            ("PUT", sub, {"name": "Pillars"}),
            ("DELETE", sub, None),
        ):
            response = await client.request(method, where, json=body)
            assert response.json()["message"] == "Project is archived and cannot be changed"


async def test_the_dimension_of_a_project_changes_with_the_project_only() -> None:
    async with client_of(Sandbox()) as client:
        project = await created(client, "/v1/projects", {"name": "Bridge"})
        path = f"/v1/dimensions/{project['dimensionId']}"
        for response in (
            await client.delete(path),
            await client.put(path, json={"name": "Other"}),
            await client.post(f"{path}/values", json={"name": "Other"}),
            await client.delete(f"{path}/values/{project['defaultSubprojectId']}"),
        ):
            assert (response.status_code, response.json()["message"]) == (400, "Dimension belongs to a project")


async def test_profit_is_what_the_tagged_invoices_leave() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        vendor = await created(client, "/v1/vendors", VENDOR)
        project = await created(client, "/v1/projects", {"name": "Bridge"})
        tag = {"tagIds": [project["defaultSubprojectId"]]}
        sale = {**ENTRY, "entryType": "CUSTOMER_INVOICE", "customerId": world.customer["id"], **tag}
        sale |= {"lines": [{"accountId": SALES}], "originalAmount": "1000"}
        cost = {**sale, "entryType": "SUPPLIER_INVOICE", "vendorId": vendor["id"], "originalAmount": 400.5}
        cost |= {"lines": [{"accountId": BANK}]}
        await created(client, "/v2/journal-entries", sale)
        twice = await created(client, "/v2/journal-entries", sale)
        await created(client, f"/v1/journal-entries/reverse/{twice['id']}", {})
        await created(client, "/v2/journal-entries", cost)
        await created(client, "/v2/journal-entries", {**cost, "tagIds": []})
        profit = (await client.get(f"/v1/projects/{project['id']}/profit")).json()
        assert (await client.get("/v1/projects/none/profit")).status_code == 404
    assert (profit["revenue"], profit["cost"], profit["profit"]) == ("1000.00", "400.50", "599.50")
