"""Credit notes: a number from the start, negative amounts, the credited invoice."""

from __future__ import annotations

import pytest

from ledgerbee_client.testing import Sandbox
from tests.sandbox.support import client_of, constraints_of, created
from tests.shared.company import build_world, document_body, sent


async def test_a_credit_note_has_a_number_and_negative_totals() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        body = document_body(world, reference="PO-1", description="Too much", customerContactId="c1")
        note = await created(client, "credit_notes.create", body)
        text = {"lineType": "text", "description": "Sorry"}
        nothing = {"priceId": world.price["id"], "quantity": 1, "unitPrice": "0"}
        free = await created(client, "credit_notes.create", document_body(world, nothing, text))
        read = (await client.call("credit_notes.get", note["id"])).json()
    assert (note["status"], note["number"], free["number"]) == ("draft", 20001, 20002)
    assert (note["subtotal"], note["vat"], note["amount"]) == ("-200.00", "-50.00", "-250.00")
    line = note["lines"][0]
    assert (line["unitPrice"], line["totalPrice"], line["vatAmount"]) == ("100", "-200.00", "-50.00")
    assert (free["amount"], free["lines"][1]) == ("0.00", text)
    assert read == note
    assert note["reference"] == "PO-1"
    assert not {"description", "customerContactId"} & note.keys(), "not among the documented fields"


async def test_a_number_must_not_be_sent() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        response = await client.call("credit_notes.create", json=document_body(world, number=5))
    assert list(constraints_of(response)) == ["number"]


@pytest.mark.parametrize("form", [int, str])
async def test_sending_credits_the_invoice_that_it_names(form: type) -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        invoice = await sent(client, "invoices", world)
        number = form(invoice["number"])
        note = await created(client, "credit_notes.create", document_body(world, invoiceNumber=number))
        before = (await client.call("invoices.get", invoice["id"])).json()["status"]
        assert (await client.call("credit_notes.delivery_status", note["id"])).json()["status"] == "not_sent"
        answer = await client.call("credit_notes.send", note["id"], json={"deliveryType": "Email"})
        after = (await client.call("invoices.get", invoice["id"])).json()["status"]
        again = await client.call("credit_notes.send", note["id"], json={"deliveryType": "Manual"})
        read = (await client.call("credit_notes.get", note["id"])).json()
        delivery = (await client.call("credit_notes.delivery_status", note["id"])).json()
        locked = (await client.call("products.get", world.product["id"])).json()["isLocked"]
    assert note["invoiceNumber"] == number
    assert (before, after) == ("sent", "credited")
    assert answer.json() == {"success": True, "deliveryType": "Email"}
    assert (again.status_code, again.json()["message"]) == (400, "Credit note is already sent")
    assert (read["status"], read["number"]) == ("sent", 20001)
    assert delivery["attempts"][0]["recipient"] == "anna@example.com"
    assert locked is True


async def test_an_invoice_that_is_not_there_cannot_be_credited() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        for number in (99, None, "None"):  # the invoice that is there is a draft, and has no number
            response = await client.call("credit_notes.create", json=document_body(world, invoiceNumber=number))
            assert response.json()["message"] == "invoiceNumber: Invoice not found"
        assert (await client.call("credit_notes.get", "none")).status_code == 404


async def test_the_list_filters_and_leaves_out_the_lines() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        first = await created(client, "credit_notes.create", document_body(world, description="Broken in May"))
        second = await sent(client, "credit_notes", world)

        async def ids(**query: str) -> list[str]:
            page = await client.page("credit_notes.list", params=query)
            assert not any("lines" in one or "description" in one for one in page["data"])
            return [one["id"] for one in page["data"]]

        assert await ids() == [second["id"], first["id"]]
        assert await ids(status="sent") == await ids(search="20002") == [second["id"]]
        assert await ids(search="may") == [first["id"]]
        assert await ids(customerId="none") == []
        assert await ids(limit="1", page="2") == [first["id"]]


async def test_the_pdf_shows_what_is_credited() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        note = await sent(client, "credit_notes", world)
        final, preview = (
            await client.call("credit_notes.pdf", note["id"]),
            await client.call("credit_notes.pdf", note["id"], params={"draft": "true"}),
        )
    assert b"(Credit note 20001)" in final.content
    assert b"Total: -250.00 DKK" in final.content
    assert b"(DRAFT)" in preview.content
