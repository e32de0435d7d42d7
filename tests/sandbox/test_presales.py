"""Quotes and order confirmations: drafts, numbers when sent, converted once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ledgerbee_client.testing import Sandbox
from ledgerbee_client.testing.ids import fixed
from tests.sandbox.support import client_of, code_of, constraints_of, created
from tests.shared.company import build_world, document_body, sent

BOTH = pytest.mark.parametrize("kind", ["quotes", "order_confirmations"])
TARGETS = {"quotes": "orderConfirmation", "order_confirmations": "invoice"}


@BOTH
async def test_a_draft_has_totals_and_no_number(kind: str) -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        document = await created(client, f"{kind}.create", document_body(world, reference="PO-1"))
        read = (await client.call(f"{kind}.get", document["id"])).json()
        missing = await client.call(f"{kind}.get", "none")
    assert read == document
    assert (document["status"], document["displayStatus"], document["documentNumber"]) == ("draft", "draft", None)
    assert (document["subtotal"], document["vat"], document["amount"]) == ("200.00", "50.00", "250.00")
    assert (document["currency"], document["reference"]) == ("DKK", "PO-1")
    assert document["lines"][0]["totalPrice"] == "200.00"
    assert missing.status_code == 404


@BOTH
async def test_what_the_server_sets_must_not_be_sent(kind: str) -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        body = document_body(world, id="x", amount="1.00", documentNumber=5)
        refused = await client.call(f"{kind}.create", json=body)
        document = await created(client, f"{kind}.create", document_body(world))
        patched = await client.call(f"{kind}.update", document["id"], json={"status": "sent"})
        template = await client.call(f"{kind}.create", json=document_body(world, documentTemplateId="none"))
    assert list(constraints_of(refused)) == ["id", "documentNumber", "amount"]
    assert list(constraints_of(patched)) == ["status"]
    assert template.json()["message"] == "documentTemplateId: Document template not found"


@BOTH
async def test_sending_gives_a_number_that_a_second_sending_keeps(kind: str) -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        first, second = await sent(client, kind, world), await sent(client, kind, world)
        again = await client.call(f"{kind}.send", first["id"], json={})
        read = (await client.call(f"{kind}.get", first["id"])).json()
        template = {"documentTemplateId": fixed("template/quote-template")}
        assert (await client.call(f"{kind}.send", first["id"], json=template)).status_code == 200
        unknown = await client.call(f"{kind}.send", first["id"], json={"documentTemplateId": "none"})
        deleted = await client.call("products.delete", world.product["id"])
    assert (first["status"], first["displayStatus"]) == ("sent", "sent")
    assert second["documentNumber"] == first["documentNumber"] + 1
    assert again.status_code == 200
    assert read["documentNumber"] == first["documentNumber"]
    assert unknown.status_code == 400
    assert deleted.status_code == 204, "nothing was booked, so nothing is locked"


async def test_a_new_address_becomes_a_contact_of_customer_and_quote() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        quote = await created(client, "quotes.create", document_body(world))
        body = {"deliveryType": "Email", "recipientEmail": "new@example.com"}
        for _ in range(2):
            assert (await client.call("quotes.send", quote["id"], json=body)).status_code == 200
        contacts = (await client.call("customers.list_contacts", world.customer["id"])).json()
        linked = (await client.call("quotes.get", quote["id"])).json()["customerContactId"]
        assert (await client.call("quotes.send", quote["id"], json={"deliveryType": "Email"})).status_code == 200
    assert [(one["id"], one["email"]) for one in contacts] == [(linked, "new@example.com")]


async def test_an_email_needs_an_address() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        quote = await created(client, "quotes.create", document_body(world))
        to_customer = await client.call("quotes.send", quote["id"], json={"deliveryType": "Email"})
        world.customer = await created(client, "customers.create", {"name": "No address"})
        quote = await created(client, "quotes.create", document_body(world))
        to_nobody = await client.call("quotes.send", quote["id"], json={"deliveryType": "Email"})
        still = (await client.call("quotes.get", quote["id"])).json()
    assert to_customer.status_code == 200
    assert to_nobody.json()["message"] == "Customer has no email to send to"
    assert (still["status"], still["documentNumber"]) == ("draft", None)


@BOTH
async def test_an_update_replaces_the_fields_of_a_draft(kind: str) -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        document = await created(client, f"{kind}.create", document_body(world, reference="PO-1", notes="Thanks"))
        noted = (await client.call(f"{kind}.update", document["id"], json={"notes": "Welcome"})).json()
        assert "reference" not in noted
        assert (noted["notes"], noted["amount"]) == ("Welcome", "250.00")
        line = {"priceId": world.price["id"], "quantity": 1, "unitPrice": "10"}
        full = document_body(world, line, date="2026-02-01", currency="EUR")
        changed = (await client.call(f"{kind}.update", document["id"], json=full)).json()
        assert (changed["amount"], changed["currency"], changed["date"]) == ("12.50", "EUR", "2026-02-01")
        assert {name: changed[name] for name in ("id", "type", "createdAt")} == {
            name: document[name] for name in ("id", "type", "createdAt")
        }
        assert (await client.call(f"{kind}.get", document["id"])).json() == changed
        await client.call(f"{kind}.send", document["id"], json={})
        late = await client.call(f"{kind}.update", document["id"], json=full)
    assert (late.status_code, code_of(late)) == (400, None)
    assert late.json()["message"].endswith(" is not a draft")


async def test_a_sent_quote_expires_by_the_clock() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        quote = await sent(client, "quotes", world, validUntil="2026-01-20")
        draft = await created(client, "quotes.create", document_body(world, validUntil="2026-01-20"))
        sandbox.clock.advance(timedelta(days=5))
        last_day = (await client.call("quotes.get", quote["id"])).json()
        sandbox.clock.advance(timedelta(days=1))
        after = (await client.call("quotes.get", quote["id"])).json()
        listed = await client.page("quotes.list", params={"status": "expired"})
        assert (await client.page("quotes.list", params={"status": "sent"}))["total"] == 0
        unsent = (await client.call("quotes.get", draft["id"])).json()
        convert = await client.call("quotes.convert", quote["id"], json={"target": "invoice"})
    assert (last_day["displayStatus"], after["displayStatus"], after["status"]) == ("sent", "expired", "sent")
    assert [one["id"] for one in listed["data"]] == [quote["id"]]
    assert unsent["displayStatus"] == "draft"
    assert convert.status_code == 200


@BOTH
async def test_a_draft_cannot_be_converted(kind: str) -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        document = await created(client, f"{kind}.create", document_body(world))
        response = await client.call(f"{kind}.convert", document["id"], json={"target": TARGETS[kind]})
    assert (response.status_code, code_of(response)) == (400, "SALES_DOCUMENT_CONVERT_REQUIRES_SENT")
    assert not any(write.operation.endswith(".convert") for write in sandbox.writes)


async def test_a_quote_goes_on_to_an_order_confirmation_and_that_to_a_booked_invoice() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        quote = await sent(client, "quotes", world, reference="PO-1", validUntil="2026-02-15")
        await client.call("product_prices.archive", world.price["id"])
        order = (await client.call("quotes.convert", quote["id"], json={"target": "orderConfirmation"})).json()
        assert (order["status"], order["documentNumber"]) == ("draft", None)
        assert (order["lines"], order["amount"], order["reference"]) == (quote["lines"], "250.00", "PO-1")
        assert "validUntil" not in order
        assert (await client.call("quotes.get", quote["id"])).json()["displayStatus"] == "converted"
        assert (await client.call("order_confirmations.get", order["id"])).json() == order

        await client.call("order_confirmations.send", order["id"], json={})
        made = await client.call("order_confirmations.convert", order["id"], json={"target": "invoice"})
        done = (await client.call("order_confirmations.get", order["id"])).json()
        invoice = (await client.call("invoices.get", done["convertedToInvoiceId"])).json()
        assert made.json() == invoice
        assert (invoice["status"], invoice["number"], invoice["amount"]) == ("sent", 10001, "250.00")
        assert (invoice["dueDate"], invoice["lines"]) == ("2026-02-14", quote["lines"])
        assert done["displayStatus"] == "converted"
        delivery = (await client.call("invoices.delivery_status", invoice["id"])).json()
        assert delivery["status"] == "not_sent"
    assert sandbox.writes[-1].resource_id == invoice["id"]


@BOTH
async def test_a_converted_document_is_read_only(kind: str) -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        document = await sent(client, kind, world)
        assert (await client.call(f"{kind}.convert", document["id"], json={"target": "invoice"})).status_code == 200
        for response in (
            await client.call(f"{kind}.convert", document["id"], json={"target": "invoice"}),
            await client.call(f"{kind}.send", document["id"], json={}),
            await client.call(f"{kind}.update", document["id"], json=document_body(world)),
        ):
            assert (response.status_code, code_of(response)) == (400, None)
        listed = await client.page(f"{kind}.list", params={"status": "converted"})
        assert [one["id"] for one in listed["data"]] == [document["id"]]
        assert (await client.page("invoices.list"))["total"] == 2


@BOTH
async def test_what_has_a_line_whose_price_is_gone_can_not_be_converted(kind: str) -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        source = await sent(client, kind, world)
        await client.call("product_prices.delete", world.price["id"])
        before = len(sandbox.state.invoices)
        answer = await client.call(f"{kind}.convert", source["id"], json={"target": "invoice"})
        assert (answer.status_code, answer.json()["message"]) == (400, "lines.0.priceId: Product price not found")
    assert (len(sandbox.state.invoices), len(sandbox.state.journal_entries)) == (before, 0)


async def test_a_conversion_takes_changes() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)

        async def convert(document: dict[str, Any]) -> Any:
            quote = await sent(client, "quotes", world)
            body = {"target": "invoice", "document": document}
            return await client.call("quotes.convert", quote["id"], json=body)

        plain = (await convert({"reference": "PO-2", "paymentTerms": 8})).json()
        assert (plain["reference"], plain["dueDate"], plain["amount"]) == ("PO-2", "2026-01-23", "250.00")
        line = {"priceId": world.price["id"], "quantity": 1, "unitPrice": "10"}
        assert (await convert({"lines": [line]})).json()["amount"] == "12.50"
        abroad = await created(client, "customers.create", {"name": "Far", "vatZone": "abroad"})
        assert (await convert({"customerId": abroad["id"]})).json()["amount"] == "200.00"
        for bad, path in (
            ({"dueDate": "soon"}, "document.dueDate"),
            ({"number": 1}, "document.number"),
            ({"validUntil": "2026-02-01"}, "document.validUntil"),
            ({"number": 1, "currency": "EUR"}, "document.number"),
            ({"lines": [{"quantity": 1}]}, "document.lines.0.priceId"),
        ):
            assert list(constraints_of(await convert(bad))) == [path]
        unknown = await convert({"customerId": "none"})
        assert unknown.json()["message"] == "document.customerId: Customer not found"


async def test_only_quotes_have_an_end() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        refused = await client.call("order_confirmations.create", json=document_body(world, validUntil="2026-02-15"))
        order = await created(client, "order_confirmations.create", document_body(world, dueDate=5))
        patched = await client.call("order_confirmations.update", order["id"], json={"validUntil": "2026-02-15"})
        await client.call("order_confirmations.send", order["id"], json={})
        invoice = (await client.call("order_confirmations.convert", order["id"], json={"target": "invoice"})).json()
    assert list(constraints_of(refused)) == list(constraints_of(patched)) == ["validUntil"]
    assert invoice["dueDate"] == "2026-02-14", "a field that isn't documented isn't carried over"


async def test_the_target_may_be_left_out_where_there_is_one_only() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        quote, order = await sent(client, "quotes", world), await sent(client, "order_confirmations", world)
        ambiguous = await client.call("quotes.convert", quote["id"], json={})
        clear = await client.call("order_confirmations.convert", order["id"], json={})
    assert list(constraints_of(ambiguous)) == ["target"]
    assert clear.status_code == 200


@pytest.mark.parametrize(("status", "answer"), [("accepted", 200), ("rejected", 400)])
async def test_an_accepted_quote_converts_and_a_rejected_one_does_not(status: str, answer: int) -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        quote = await sent(client, "quotes", world)
        sandbox.state.quotes.get(quote["id"])["status"] = status
        await client.call("quotes.send", quote["id"], json={})
        listed = await client.page("quotes.list", params={"status": status})
        assert [one["displayStatus"] for one in listed["data"]] == [status]
        convert = await client.call("quotes.convert", quote["id"], json={"target": "invoice"})
    assert convert.status_code == answer


@BOTH
async def test_the_list_filters_and_sorts(kind: str) -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        amounts = ["90", "1000", "200"]
        for amount in amounts:
            line = {"priceId": world.price["id"], "quantity": 1, "unitPrice": amount}
            await created(client, f"{kind}.create", document_body(world, line, date=f"2026-01-{len(amount):02}"))
            sandbox.clock.advance(timedelta(hours=1))

        async def subtotals(**query: Any) -> list[str]:
            page = await client.page(f"{kind}.list", params=query)
            assert not any("lines" in one for one in page["data"])
            return [one["subtotal"] for one in page["data"]]

        assert await subtotals() == ["200.00", "1000.00", "90.00"]
        assert await subtotals(sortBy="amount", sortOrder="ASC") == ["90.00", "200.00", "1000.00"]
        assert await subtotals(sortBy="date", sortOrder="DESC") == ["1000.00", "200.00", "90.00"]
        assert await subtotals(page=2, limit=2) == ["90.00"]
        assert await subtotals(customerId="none") == []
        assert len(await subtotals(customerId=world.customer["id"])) == 3
        assert (await client.call(f"{kind}.list", params={"limit": 101})).status_code == 400


@BOTH
async def test_the_pdf_names_the_document(kind: str) -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        until = {"validUntil": "2026-02-15"} if kind == "quotes" else {}
        document = await created(client, f"{kind}.create", document_body(world, **until))
        preview = await client.call(f"{kind}.pdf", document["id"], params={"draft": "true"})
        await client.call(f"{kind}.send", document["id"], json={})
        number = (await client.call(f"{kind}.get", document["id"])).json()["documentNumber"]
        final = await client.call(f"{kind}.pdf", document["id"])
    assert b"(DRAFT)" in preview.content
    assert b"(DRAFT)" not in final.content
    assert f" {number})".encode() in final.content
    assert (b"Valid until: 2026-02-15" in final.content) == (kind == "quotes")
