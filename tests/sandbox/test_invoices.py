"""Invoices: exact totals, VAT by zone, a number when sent, a PDF; and usage reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from ledgerbee_client.testing import Sandbox
from ledgerbee_client.testing.pdf import render
from tests.sandbox.support import Client, client_of, code_of, constraints_of, created
from tests.shared.api import path
from tests.shared.company import World, build_world

if TYPE_CHECKING:
    import httpx


def invoice_body(world: World, *lines: dict[str, Any], **fields: Any) -> dict[str, Any]:
    product = {"priceId": world.price["id"], "quantity": 1}
    return {
        "customerId": world.customer["id"],
        "date": "2026-01-15",
        "lines": list(lines) or [product],
        **fields,
    }


async def post_invoice(client: Client, body: dict[str, Any]) -> httpx.Response:
    return await client.call("invoices.create", json=body)


async def test_a_draft_has_totals_and_no_number() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        invoice = world.invoice
        assert (invoice["status"], invoice["number"], invoice["currency"]) == ("draft", None, "DKK")
        assert (invoice["subtotal"], invoice["vat"], invoice["amount"]) == ("199.98", "50.00", "249.98")
        assert invoice["dueDate"] == "2026-02-14"
        assert invoice["lines"] == [
            {
                "priceId": world.price["id"],
                "quantity": 2,
                "description": "Web Hosting",
                "unitPrice": "99.99",
                "totalPrice": "199.98",
                "vatRate": 25,
                "vatAmount": "50.00",
            }
        ]
        assert (await client.call("invoices.get", invoice["id"])).json() == invoice


@pytest.mark.parametrize(
    ("quantity", "unit", "expected"),
    [
        (3, "0.1", ("0.30", "0.08", "0.38")),
        (1.1, "1.1", ("1.21", "0.30", "1.51")),
        (1, 0.005, ("0.01", "0.00", "0.01")),
        (1, "10", ("10.00", "2.50", "12.50")),
        (0.0000001, "1", ("0.00", "0.00", "0.00")),
        (1, "-0.001", ("0.00", "0.00", "0.00")),
        (
            999999999999,
            "999999999999.99",
            ("999999999998990000000000.01", "249999999999747500000000.00", "1249999999998737500000000.01"),
        ),
    ],
)
async def test_totals_are_exact_and_rounded_half_up(quantity: Any, unit: Any, expected: tuple[str, ...]) -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        line = {"priceId": world.price["id"], "quantity": quantity, "unitPrice": unit}
        invoice = (await post_invoice(client, invoice_body(world, line))).json()
    assert (invoice["subtotal"], invoice["vat"], invoice["amount"]) == expected
    assert re.fullmatch(r"\d+\.\d\d", invoice["amount"])
    assert invoice["lines"][0]["totalPrice"] == expected[0], "nothing has no sign"


@pytest.mark.parametrize(
    ("zone", "vat"),
    [("domestic", "25.00"), ("eu", "0.00"), ("abroad", "0.00"), ("domestic_without_vat", "0.00")],
)
async def test_vat_follows_the_customers_zone(zone: str, vat: str) -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        world.customer = await created(client, "customers.create", {"vatZone": zone})
        line = {"priceId": world.price["id"], "quantity": 1, "unitPrice": "100"}
        assert (await post_invoice(client, invoice_body(world, line))).json()["vat"] == vat


async def test_text_lines_have_no_amounts() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        product = {"priceId": world.price["id"], "quantity": 1, "description": "January"}
        text = {"lineType": "text", "description": "Thank you"}
        invoice = (await post_invoice(client, invoice_body(world, product, text, {"lineType": "separator"}))).json()
        assert invoice["lines"][0]["description"] == "January"
        assert invoice["lines"][1:] == [text, {"lineType": "separator"}]
        assert invoice["subtotal"] == "99.99"
        only_text = await post_invoice(client, invoice_body(world, text))
        assert only_text.json()["message"] == "At least one product line is required"


@pytest.mark.parametrize(
    ("line", "properties"),
    [
        ({}, ["lines.0.priceId", "lines.0.quantity"]),
        (
            {"priceId": "p", "quantity": 1, "totalPrice": "1", "vatRate": 25},
            ["lines.0.totalPrice", "lines.0.vatRate"],
        ),
        ({"lineType": "text", "quantity": 1}, ["lines.0.quantity"]),
        ({"priceId": "p", "quantity": "1"}, ["lines.0.quantity"]),
    ],
)
async def test_bad_lines_are_named(line: dict[str, Any], properties: list[str]) -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        assert list(constraints_of(await post_invoice(client, invoice_body(world, line)))) == properties


@pytest.mark.parametrize("unit", ["1e3", "ten", None, True, "9999999999999"])
async def test_a_unit_price_must_be_a_decimal_number(unit: Any) -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        line = {"priceId": world.price["id"], "quantity": 1, "unitPrice": unit}
        assert list(constraints_of(await post_invoice(client, invoice_body(world, line)))) == ["lines.0.unitPrice"]


async def test_what_an_invoice_refers_to_must_exist_and_be_usable() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        unknown = {"priceId": "none", "quantity": 1}
        for body, message in (
            (invoice_body(world, unknown), "lines.0.priceId: Product price not found"),
            ({**invoice_body(world), "customerId": "none"}, "customerId: Customer not found"),
            (
                invoice_body(world, documentTemplateId="none"),
                "documentTemplateId: Document template not found",
            ),
            (invoice_body(world, currency="EUR"), "lines.0.priceId: product price has no amount in EUR"),
        ):
            response = await post_invoice(client, body)
            assert (response.status_code, response.json()["message"]) == (400, message)
        await client.call("product_prices.archive", world.price["id"])
        archived = await post_invoice(client, invoice_body(world))
        assert archived.json()["message"] == "lines.0.priceId: product price is archived"


async def test_terms_lead_to_the_due_date() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        assert (await post_invoice(client, invoice_body(world, paymentTerms=8))).json()["dueDate"] == "2026-01-23"
        given = await post_invoice(client, invoice_body(world, dueDate="2026-03-01", paymentTerms=8))
        assert given.json()["dueDate"] == "2026-03-01"
        far = await post_invoice(client, invoice_body(world, paymentTerms=10**12))
        assert list(constraints_of(far)) == ["paymentTerms"]
        bare = invoice_body(world)
        del bare["date"]
        assert (await post_invoice(client, bare)).json()["date"] == "2026-01-15"
        template = (await client.page("document_templates.list"))["data"][0]["id"]
        assert (await post_invoice(client, invoice_body(world, documentTemplateId=template))).status_code == 201


@pytest.mark.parametrize(("quantity", "amount"), [(1, "10.00"), (10, "80.00"), (0.5, "0.00")])
async def test_a_price_by_tiers_takes_the_tier_that_is_reached(quantity: float, amount: str) -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        tiers = [{"fromQuantity": 10, "unitAmount": "8"}, {"fromQuantity": 1, "unitAmount": "10"}]
        price = await created(client, "product_prices.create", {"productId": world.product["id"], "tiers": tiers})
        line = {"priceId": price["id"], "quantity": quantity}
        assert (await post_invoice(client, invoice_body(world, line))).json()["subtotal"] == amount


async def test_sending_books_numbers_and_delivers() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        other = (await post_invoice(client, invoice_body(world, {"lineType": "text"}, _product(world)))).json()
        assert (await client.call("invoices.delivery_status", world.invoice["id"])).json() == {
            "status": "not_sent",
            "attempts": [],
        }
        sent = await client.call("invoices.send", world.invoice["id"], json={"deliveryType": "Email"})
        assert sent.json() == {"success": True, "deliveryType": "Email"}
        invoice = (await client.call("invoices.get", world.invoice["id"])).json()
        assert (invoice["status"], invoice["number"]) == ("sent", 10001)
        status = (await client.call("invoices.delivery_status", world.invoice["id"])).json()
        assert status["status"] == "delivered"
        assert status["attempts"][0]["recipient"] == "anna@example.com"
        again = await client.call("invoices.send", world.invoice["id"], json={"deliveryType": "Email"})
        assert (again.status_code, again.json()["message"]) == (400, "Invoice is already sent")
        await client.call("invoices.send", other["id"], json={})
        assert (await client.call("invoices.get", other["id"])).json()["number"] == 10002
        assert (await client.call("invoices.send", "none", json={})).status_code == 404


def _product(world: World) -> dict[str, Any]:
    return {"priceId": world.price["id"], "quantity": 1}


@pytest.mark.parametrize("kind", ["invoices", "credit_notes"])
async def test_what_has_a_line_whose_price_is_gone_can_not_be_booked(kind: str) -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        document = await created(client, f"{kind}.create", invoice_body(world))
        before = (await client.call(f"{kind}.get", document["id"])).json()
        assert (await client.call("product_prices.delete", world.price["id"])).status_code == 204
        answer = await client.call(f"{kind}.send", document["id"], json={"deliveryType": "Manual"})
        assert (answer.status_code, answer.json()["message"]) == (400, "lines.0.priceId: Product price not found")
        assert (await client.call(f"{kind}.get", document["id"])).json() == before
    assert len(sandbox.state.journal_entries) == 0, "an entry without its revenue"


async def test_overrides_hold_once_unless_kept() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        world.customer = await created(client, "customers.create", {"name": "No address"})
        first = (await post_invoice(client, invoice_body(world))).json()
        second = (await post_invoice(client, invoice_body(world))).json()
        assert (await client.call("invoices.send", first["id"], json={"deliveryType": "Email"})).status_code == 400
        assert (await client.call("invoices.send", first["id"], json={"deliveryType": "Sproom"})).status_code == 400
        body = {"deliveryType": "Sproom", "overrideEanNumber": "5790000000000", "updateCustomerRecord": True}
        assert "sproomDocumentId" in (await client.call("invoices.send", first["id"], json=body)).json()
        assert (await client.call("invoices.send", second["id"], json={"deliveryType": "Sproom"})).status_code == 200
        third = (await post_invoice(client, invoice_body(world))).json()
        once = {"deliveryType": "Email", "overrideEmail": "b@example.com"}
        assert (await client.call("invoices.send", third["id"], json=once)).status_code == 200
        customer = (await client.call("customers.get", world.customer["id"])).json()
        assert "email" not in customer


async def test_the_list_leaves_out_the_lines_and_filters() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        named = (await post_invoice(client, invoice_body(world, description="Consulting in May"))).json()
        await client.call("invoices.send", world.invoice["id"], json={})

        async def ids(query: str) -> list[str]:
            return [one["id"] for one in (await client.page("invoices.list", params=f"{query}"))["data"]]

        listed = await client.page("invoices.list")
        assert listed["total"] == 2
        assert "lines" not in listed["data"][0]
        assert await ids("") == [named["id"], world.invoice["id"]]
        assert await ids("status=sent") == await ids("search=10001") == [world.invoice["id"]]
        assert await ids("search=MAY") == [named["id"]]
        assert await ids("customerId=none") == []
        assert len(await ids(f"customerId={world.customer['id']}")) == 2


async def test_the_pdf_is_real_and_the_preview_is_watermarked() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        plain = await client.call("invoices.pdf", world.invoice["id"])
        preview = await client.call("invoices.pdf", world.invoice["id"], params={"draft": "true"})
        await client.call("invoices.send", world.invoice["id"], json={})
        sent = await client.call("invoices.pdf", world.invoice["id"])
    assert plain.headers["content-type"] == "application/pdf"
    assert b"(DRAFT)" not in plain.content
    assert b"(DRAFT)" in preview.content
    assert b"Invoice 10001" in sent.content
    assert b"2 x Web Hosting at 99.99 = 199.98" in sent.content
    assert_pdf(preview.content)
    assert_pdf(sent.content)


def test_a_pdf_can_hold_any_text() -> None:
    content = render(["(Ærø\\", "日本", "two\nlines"])
    assert b"(\\(\xc6r\xf8\\\\)" in content
    assert b"(??)" in content
    assert b"(two lines)" in content
    assert_pdf(content)


async def test_text_lines_stand_on_the_pdf() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        body = invoice_body(world, _product(world), {"lineType": "text", "description": "Thank you"})
        invoice = (await post_invoice(client, body)).json()
        assert b"(Thank you)" in (await client.call("invoices.pdf", invoice["id"])).content


def assert_pdf(content: bytes) -> None:
    """The cross-reference table leads to every object, and the stream is as long as it says."""
    start = int(content.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    assert content[start : start + 4] == b"xref"
    offsets = [int(entry.split()[0]) for entry in content[start:].split(b"\n")[3:] if entry.endswith(b" n ")]
    assert len(offsets) == 5
    for number, offset in enumerate(offsets, start=1):
        assert content[offset:].startswith(b"%d 0 obj\n" % number)
    match = re.search(rb"/Length (\d+) >>\nstream\n(.*)\nendstream", content, re.DOTALL)
    assert match
    assert int(match[1]) == len(match[2])
    assert content.endswith(b"%%EOF\n")


REPORT = {"value": 3, "customerId": "c", "meterName": "api-calls"}


async def test_usage_is_counted_once_per_key() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        headers = {"x-api-idempotency-key": "key-1"}
        first = await client.call("meters.report", json=REPORT, headers=headers)
        replay = await client.call("meters.report", json=REPORT, headers=headers)
        other = await client.call("meters.report", json=REPORT, headers={"x-api-idempotency-key": "key-2"})
    assert (first.status_code, first.json()["status"]) == (202, "queued")
    assert (replay.status_code, replay.json()) == (200, {"status": "duplicate"})
    assert other.status_code == 202
    assert [write.idempotency_key for write in sandbox.writes] == ["key-1", "key-2"]
    assert [one["value"] for one in sandbox.state.usage] == [3, 3]


async def test_a_report_needs_a_key_and_a_meter() -> None:
    sandbox = Sandbox()
    meter = sandbox.add_meter("storage")
    async with client_of(sandbox) as client:
        missing = await client.call("meters.report", json=REPORT)
        assert list(constraints_of(missing)) == ["x-api-idempotency-key"]
        client.headers["x-api-idempotency-key"] = "key-1"
        neither = await client.call("meters.report", json={"value": 1})
        assert neither.json()["message"] == "Either meterId or meterName must be given"
        unknown = await client.call("meters.report", json={"value": 1, "meterName": "none"})
        assert (unknown.status_code, code_of(unknown)) == (404, "METER_NOT_FOUND")
        for value in (True, [1], "much", ""):
            bad = await client.call("meters.report", json={**REPORT, "value": value})
            assert list(constraints_of(bad)) == ["value"]
        good = await client.call("meters.report", json={"value": "1.5", "meterId": meter})
        assert good.status_code == 202
        assert (await client.call("meters.list_subscriptions", meter)).status_code == 200
        assert code_of(await client.call("meters.list_subscriptions", "none")) == "METER_NOT_FOUND"
        assert (await client.call("meters.list_subscriptions_by_name", params="meterName=storage")).status_code == 200
        assert (
            code_of(await client.call("meters.list_subscriptions_by_name", params="meterName=none"))
            == "METER_NOT_FOUND"
        )


async def test_every_applied_write_is_kept_and_nothing_else() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        await client.call("customers.create", json={"customerNumber": "C1"})
        await client.call("customers.list")
        await client.call("invoices.send", world.invoice["id"], json={"deliveryType": "Manual"})
    assert [write.operation for write in sandbox.writes] == [
        "product_groups.create",
        "products.create",
        "customers.create",
        "invoices.create",
        "invoices.send",
    ]
    last = sandbox.writes[-1]
    assert last.path == path("invoices.send", world.invoice["id"])
    assert last.operation == "invoices.send"
    assert (last.body, last.resource_id, last.idempotency_key) == (
        {"deliveryType": "Manual"},
        world.invoice["id"],
        None,
    )
    assert last.at == sandbox.clock.now()
