"""Groups, products and prices keep what is created, and keep the documented rules."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ledgerbee_client.testing import Sandbox
from ledgerbee_client.testing.http.registry import Registry
from ledgerbee_client.testing.ids import fixed
from ledgerbee_client.testing.subscriptions.lifecycle import status_of
from tests.sandbox.support import client_of, constraints_of, created
from tests.shared.company import GROUP, build_world


async def test_a_group_is_created_read_listed_changed_and_deleted() -> None:
    async with client_of(Sandbox()) as client:
        group = await created(client, "product_groups.create", GROUP)
        assert group["domesticAccountNumber"] == 1010
        assert (await client.call("product_groups.get", group["id"])).json() == group
        changed = await client.call(
            "product_groups.update", group["id"], json={"name": "Goods", "domesticAccountId": fixed("account/1020")}
        )
        assert changed.json() == {
            **group,
            "name": "Goods",
            "domesticAccountId": fixed("account/1020"),
            "domesticAccountNumber": 1020,
        }
        assert [one["id"] for one in (await client.page("product_groups.list", params="search=pg0"))["data"]] == [
            group["id"]
        ]
        assert (await client.page("product_groups.list", params="search=xyz"))["total"] == 0
        assert (await client.call("product_groups.delete", group["id"])).status_code == 204
        assert (await client.call("product_groups.get", group["id"])).status_code == 404


async def test_a_group_number_is_unique_and_made_up_when_left_out() -> None:
    async with client_of(Sandbox()) as client:
        first = await created(client, "product_groups.create", GROUP)
        again = await client.call("product_groups.create", json=GROUP)
        assert again.status_code == 400
        assert again.json()["message"] == "Product group with number PG001 already exists"
        assert "code" not in again.json()
        bare = {name: value for name, value in GROUP.items() if name.endswith("AccountId")}
        second = await created(client, "product_groups.create", {**bare, "number": "PG002"})
        third = await created(client, "product_groups.create", bare)
        assert third["name"]
        assert (
            await client.call("product_groups.update", second["id"], json={"number": first["number"]})
        ).status_code == 400
        assert (await client.call("product_groups.update", second["id"], json={"number": "PG002"})).status_code == 200


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"euAccountId": "nowhere"}, "euAccountId: Account not found"),
        (
            {"abroadAccountId": fixed("account/5020")},
            "abroadAccountId: account 5020 carries no VAT code valid for sales",
        ),
    ],
)
async def test_the_accounts_of_a_group_must_exist_and_carry_sales_vat(change: dict[str, Any], message: str) -> None:
    async with client_of(Sandbox()) as client:
        response = await client.call("product_groups.create", json={**GROUP, **change})
    assert response.status_code == 400
    assert response.json()["message"] == message


async def test_a_group_keeps_its_id_and_stays_while_it_has_products() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        assert list(
            constraints_of(await client.call("product_groups.update", world.group["id"], json={"id": "x"}))
        ) == ["id"]
        assert (await client.call("product_groups.delete", world.group["id"])).status_code == 400


async def test_an_initial_price_is_active_and_the_default() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        price = world.price
        assert (price["status"], price["isDefault"], price["isLocked"]) == ("active", True, False)
        assert price["unitAmount"] == "99.99"
        assert price["vatRatesByZone"] == {
            "domestic": "25",
            "eu": "0",
            "abroad": "0",
            "domestic_without_vat": "0",
        }
        single = (await client.call("products.get", world.product["id"])).json()
        listed = (await client.call("products.list")).json()["data"][0]
        assert single == world.product
        assert listed == {name: value for name, value in single.items() if name != "prices"}
        assert (await client.call("product_prices.get", price["id"])).json() == price


async def test_amounts_stay_digit_for_digit() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        tiers = [{"fromQuantity": 1, "toQuantity": 10, "unitAmount": "9.9", "flatFee": "0.000"}]
        price = await created(
            client,
            "product_prices.create",
            {
                "productId": world.product["id"],
                "unitAmount": "10.0000000001",
                "tiers": tiers,
                "currency": "EUR",
            },
        )
        assert price["unitAmount"] == "10.0000000001"
        assert [{name: one[name] for name in tiers[0]} for one in price["tiers"]] == tiers
        assert price["availableCurrencies"] == ["DKK", "EUR"]
        assert price["status"] == "draft"
        bad = {"productId": world.product["id"], "tiers": [{"flatFee": "ten"}]}
        assert list(constraints_of(await client.call("product_prices.create", json=bad))) == ["tiers.0.flatFee"]


async def test_a_price_needs_a_product_and_no_computed_fields() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        assert list(constraints_of(await client.call("product_prices.create", json={}))) == ["productId"]
        missing = await client.call("product_prices.create", json={"productId": "none"})
        assert missing.json()["message"] == "productId: Product not found"
        body = {"productId": world.product["id"], "status": "active"}
        assert list(constraints_of(await client.call("product_prices.create", json=body))) == ["status"]


async def test_a_price_lives_from_draft_to_archive() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        price = await created(client, "product_prices.create", {"productId": world.product["id"], "unitAmount": "5"})
        assert (await client.call("product_prices.set_default", price["id"])).status_code == 400
        assert (await client.call("product_prices.activate", price["id"])).json()["status"] == "active"
        assert (await client.call("product_prices.set_default", price["id"])).json()["isDefault"] is True
        prices = (await client.call("products.get", world.product["id"])).json()["prices"]
        assert [one["isDefault"] for one in prices] == [False, True]
        disabled = (await client.call("product_prices.disable", price["id"])).json()
        assert (disabled["status"], disabled["isDefault"]) == ("disabled", False)
        assert (await client.call("product_prices.activate", price["id"])).status_code == 200
        assert (await client.call("product_prices.archive", price["id"])).json()["status"] == "archived"
        for name in ("product_prices.activate", "product_prices.disable"):
            assert (await client.call(name, price["id"])).json()["message"] == "Product price is archived"
        assert (await client.call("product_prices.get", price["id"])).json()["status"] == "archived"
        assert (await client.call("product_prices.delete", price["id"])).status_code == 204
        assert (await client.call("product_prices.get", price["id"])).status_code == 404


async def test_a_price_is_changed_by_the_fields_of_its_create_body() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        changed = (
            await client.call(
                "product_prices.update", world.price["id"], json={"nickname": "Yearly", "unitAmount": "900.00"}
            )
        ).json()
        assert (changed["nickname"], changed["unitAmount"]) == ("Yearly", "900.00")
        euros = (await client.call("product_prices.update", world.price["id"], json={"currency": "EUR"})).json()
        assert euros["availableCurrencies"] == ["DKK", "EUR"]
        assert list(
            constraints_of(await client.call("product_prices.update", world.price["id"], json={"isDefault": True}))
        ) == ["isDefault"]
        assert list(
            constraints_of(await client.call("product_prices.update", world.price["id"], json={"nickname": 5}))
        ) == ["nickname"]


async def test_a_product_number_is_unique_and_its_group_must_exist() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        body = {"productNumber": "P001", "name": "x", "unit": "pcs", "productGroupId": world.group["id"]}
        taken = await client.call("products.create", json=body)
        assert taken.json()["message"] == "Product with productNumber P001 already exists"
        lost = await client.call("products.create", json={**body, "productNumber": "P2", "productGroupId": "x"})
        assert (lost.status_code, lost.json()["message"]) == (400, "productGroupId: Product group not found")
        other = await created(client, "products.create", {**body, "productNumber": "P2"})
        assert other["prices"] == []
        assert other["productType"] == "services"
        assert (await client.call("products.update", other["id"], json={"productNumber": "P001"})).status_code == 400
        assert (await client.call("products.update", other["id"], json={"productGroupId": "x"})).status_code == 400
        assert (await client.call("products.update", other["id"], json={"productNumber": "P3", "unit": "h"})).json()[
            "unit"
        ] == "h"


async def test_a_refused_product_leaves_nothing_behind() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        group = await created(client, "product_groups.create", GROUP)
        body = {"productNumber": "P1", "name": "x", "unit": "pcs", "productGroupId": group["id"]}
        response = await client.call("products.create", json={**body, "initialPrice": {"unitAmount": "1e3"}})
        assert list(constraints_of(response)) == ["initialPrice.unitAmount"]
    assert len(sandbox.state.products) == len(sandbox.state.prices) == 0


async def test_deleting_a_product_deletes_its_prices() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        assert (await client.call("products.delete", world.product["id"])).status_code == 204
        assert len(sandbox.state.prices) == 0
        assert (await client.call("products.delete", world.product["id"])).status_code == 404


async def test_a_product_on_a_sent_invoice_is_locked() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        await client.call("invoices.send", world.invoice["id"], json={"deliveryType": "Manual"})
        assert (await client.call("products.get", world.product["id"])).json()["isLocked"] is True
        for name, record in (("products.delete", world.product), ("product_prices.delete", world.price)):
            response = await client.call(name, record["id"])
            assert response.status_code == 400
            assert "locked" in response.json()["message"]
        for amounts in ({"unitAmount": "1"}, {"tiers": [{"unitAmount": "1"}]}):
            change = await client.call("product_prices.update", world.price["id"], json=amounts)
            assert change.status_code == 400


async def test_pages_cover_everything_once() -> None:
    sandbox = Sandbox()
    sandbox.seed(products=60)
    async with client_of(sandbox) as client:
        first = (await client.call("products.list")).json()
        assert {name: first[name] for name in ("total", "page", "limit", "totalPages")} == {
            "total": 60,
            "page": 1,
            "limit": 25,
            "totalPages": 3,
        }
        numbers: list[str] = []
        for page in (1, 2, 3, 4):
            answer = await client.call("products.list", params={"page": page, "limit": 25})
            numbers += [one["productNumber"] for one in answer.json()["data"]]
    assert numbers == [f"SP{number:05d}" for number in range(60, 0, -1)]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("sortBy=productNumber&sortOrder=ASC&limit=2", ["SP00001", "SP00002"]),
        ("sortBy=productNumber&limit=1", ["SP00010"]),
        ("sortBy=name&sortOrder=ASC&limit=1", ["SP00003"]),
        ("search=web&sortBy=productNumber&sortOrder=ASC", ["SP00008"]),
        ("search=sp0001", ["SP00010"]),
        ("search=osting", []),
        ("productGroupId=none", []),
    ],
)
async def test_products_are_sorted_searched_and_filtered(query: str, numbers: list[str]) -> None:
    sandbox = Sandbox()
    sandbox.seed(products=10)
    async with client_of(sandbox) as client:
        data = (await client.call("products.list", params=f"{query}")).json()["data"]
    assert [one["productNumber"] for one in data] == numbers


async def test_a_sort_field_that_no_document_lists_sorts_by_the_default() -> None:
    async with client_of(Sandbox()) as client:
        for number in ("2", "1"):
            await created(client, "product_groups.create", {**GROUP, "number": number})
        for by, expected in (
            ("nonsense", ["2", "1"]),
            ("domesticAccountNumber", ["2", "1"]),
            ("number", ["1", "2"]),
        ):
            data = (await client.page("product_groups.list", params=f"sortBy={by}&sortOrder=ASC"))["data"]
            assert [one["number"] for one in data] == expected


async def test_seeding_is_deterministic_and_can_be_repeated() -> None:
    one, other = Sandbox(), Sandbox()
    one.seed(products=3, customers=2)
    other.seed(products=2)
    other.seed(products=1, customers=2)
    async with client_of(one) as first, client_of(other) as second:
        for name in ("products.list", "customers.list"):
            mine, theirs = (await first.call(name)).json(), (await second.call(name)).json()
            rows = mine["data"] if isinstance(mine, dict) else mine
            others = theirs["data"] if isinstance(theirs, dict) else theirs
            assert [one["name"] for one in rows] == [one["name"] for one in others]
        product = (await first.call("products.list", params="limit=1")).json()["data"][0]
        price = (await first.call("products.get", product["id"])).json()["prices"][0]
    assert price["unitAmount"] == "11.45"
    assert one.writes == []


def test_a_seed_makes_what_is_needed_for_it() -> None:
    sandbox = Sandbox()
    sandbox.seed(invoices=3, subscriptions=3, journal_entries=2)
    state = sandbox.state
    assert [one["status"] for one in state.invoices] == ["draft", "sent", "credited"]
    assert [status_of(state, one) for one in state.subscriptions] == ["active", "trial", "scheduled"]
    assert [one["status"] for one in state.credit_notes] == ["sent"]
    assert len(state.customers) == len(state.products) == 1
    assert len(state.journal_entries) == 5, "two expenses, two invoices, a credit note"
    for entry in state.journal_entries:
        assert sum(Decimal(line["amount"]) for line in entry["lines"]) == 0
    assert sandbox.writes == []


async def test_the_fixed_lists_are_there() -> None:
    async with client_of(Sandbox()) as client:
        accounts = (await client.call("accounts.list")).json()
        codes = (await client.call("vat_codes.list")).json()
        templates = await client.page("document_templates.list", params="documentType=quote-template")
        categories = (await client.call("journal_categories.list")).json()
    assert [one["accountNumber"] for one in accounts] == sorted(one["accountNumber"] for one in accounts)
    assert {one["controlAccountType"] for one in accounts} == {
        None,
        "ACCOUNTS_RECEIVABLE",
        "ACCOUNTS_PAYABLE",
    }
    assert [one["vatCode"] for one in codes] == ["I25", "U25", "UEU", "UUD"]
    assert [one["documentType"] for one in templates["data"]] == ["quote-template"]
    assert [one["isDefault"] for one in categories] == [True]


def test_two_handlers_for_one_operation_are_refused() -> None:
    registry = Registry()
    registry.handles("a.get")(lambda call: None)  # type: ignore[arg-type,return-value]
    with pytest.raises(ValueError, match=r"two handlers for a\.get"):
        registry.handles("a.get")(lambda call: None)  # type: ignore[arg-type,return-value]
