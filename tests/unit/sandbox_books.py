"""What the tests of documents and journals share: a company with one of everything that refers to something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox_support import World, created

from ledgerbee_client.testing.ids import fixed

if TYPE_CHECKING:
    import httpx

SALES, BANK, RECEIVABLES, PAYABLES = (fixed(f"account/{number}") for number in (1010, 5020, 5010, 6020))
VENDOR = {
    "vendorNumber": "V1",
    "name": "Paper Ltd",
    "vendorGroupId": fixed("vendor-group/1"),
    "currency": "DKK",
    "countryCode": "DK",
    "contacts": [{"name": "Bo"}],
}
ENTRY = {
    "entryType": "JOURNAL_ENTRY",
    "date": "2026-01-10",
    "originalAmount": "100.00",
    "description": "Rent for January",
    "reference": "R-1",
    "lines": [{"accountId": SALES, "amount": "-100.00"}, {"accountId": BANK, "amount": "100.00"}],
}


def document_body(world: World, *lines: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A billing document with one product line, unless others are given."""
    product = {"priceId": world.price["id"], "quantity": 2, "unitPrice": "100"}
    return {"customerId": world.customer["id"], "date": "2026-01-15", "lines": list(lines) or [product], **fields}


async def sent(client: httpx.AsyncClient, kind: str, world: World, **fields: Any) -> dict[str, Any]:
    """A billing document that was sent by hand, read back."""
    document = await created(client, f"/v1/{kind}", document_body(world, **fields))
    response = await client.post(f"/v1/{kind}/{document['id']}/send", json={"deliveryType": "Manual"})
    assert response.status_code == 200, response.text
    return (await client.get(f"/v1/{kind}/{document['id']}")).json()


async def build_books(client: httpx.AsyncClient, world: World) -> dict[str, list[str]]:
    """One of everything; returns the path parameters of an operation by its tag, or by its summary."""
    dimension = await created(client, "/v1/dimensions", {"name": "Region", "isUnique": True})
    value = await created(client, f"/v1/dimensions/{dimension['id']}/values", {"name": "North"})
    project = await created(client, "/v1/projects", {"name": "Bridge"})
    subproject = await created(client, f"/v1/projects/{project['id']}/subprojects", {"name": "Pillars"})
    vendor = await created(client, "/v1/vendors", VENDOR)
    entry = await created(client, "/v2/journal-entries", ENTRY)
    draft = await created(client, "/v2/draft-journal-entries", ENTRY)
    documents = {
        kind: (await created(client, f"/v1/{kind}", document_body(world)))["id"]
        for kind in ("quotes", "order-confirmations", "credit-notes")
    }
    quote = await sent(client, "quotes", world)
    order = await sent(client, "order-confirmations", world)
    return {
        "Dimensions": [dimension["id"], value["id"]],
        "Projects": [project["id"], subproject["id"]],
        "Vendors": [vendor["id"]],
        "Journal Entries": [entry["id"]],
        "Draft Journal Entries": [draft["id"]],
        "Draft Journal Entries (v2)": [draft["id"]],
        "Quotes": [documents["quotes"]],
        "Order Confirmations": [documents["order-confirmations"]],
        "Credit Notes": [documents["credit-notes"]],
        "Convert a quote": [quote["id"]],
        "Convert an order confirmation into an invoice": [order["id"]],
    }


def batch_bodies(ids: dict[str, list[str]]) -> dict[str, dict[str, Any]]:
    """Bodies of operations whose array has no published name, by summary."""
    return {
        "Create multiple journal entries in batch (DEPRECATED — migrate to v2)": {"entries": [ENTRY]},
        "Create journal entries in batch (v2)": {"entries": [ENTRY]},
        "Create multiple draft journal entries in batch": {"entries": [ENTRY]},
        "Reverse posted journal entries in batch": {"ids": ids["Journal Entries"]},
    }
