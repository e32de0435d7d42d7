"""A company in the sandbox that has one of everything, and for every operation a request that succeeds there.

Everything is made through the client. What the document leaves open (bodies that aren't published) follows the docs of
the sandbox.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from calls import NOTHING, Wire, call, node_of, operations

from ledgerbee_client.testing.ids import fixed

if TYPE_CHECKING:
    from codegen.ir import Operation

    from ledgerbee_client import LedgerBee
    from ledgerbee_client.testing import Sandbox

SALES, BANK = fixed("account/1010"), fixed("account/5020")
PLAN = fixed("plan/Basic")
_ENTRY = {
    "entryType": "JOURNAL_ENTRY",
    "date": "2026-01-10",
    "originalAmount": "100.00",
    "description": "Rent for January",
    "reference": "R-1",
    "lines": [{"accountId": SALES, "amount": "-100.00"}, {"accountId": BANK, "amount": "100.00"}],
}
_ENDPOINT = {"url": "https://hooks.example.com/ledgerbee"}
_VENDOR = {
    "name": "Paper Ltd",
    "vendorGroupId": fixed("vendor-group/1"),
    "currency": "DKK",
    "countryCode": "DK",
    "contacts": [{"name": "Bo"}],
}
_GROUP = {
    "name": "Services",
    "domesticAccountId": SALES,
    "euAccountId": fixed("account/1020"),
    "abroadAccountId": fixed("account/1030"),
    "domesticWithoutVatAccountId": fixed("account/1040"),
}


@dataclass(slots=True)
class Company:
    """The ids of what it has."""

    #: Path parameters by `resource`, or by `resource.method` where those of the resource won't do.
    ids: dict[str, list[str]]
    #: Bodies by `resource.method`; operations that are missing take an empty one, or none.
    bodies: dict[str, dict[str, Any]]

    def wire(self, name: str) -> Wire:
        """A request that succeeds."""
        operation = operations()[name]
        wire = Wire(path=self.path(operation))
        if name == "meters.report":
            wire.headers["x-api-idempotency-key"] = "report-1"
        if name == "meters.list_subscriptions_by_name":
            wire.query["meterName"] = "api-calls"
        body = node_of(operation).get("requestBody", {})
        wire.body = self.bodies.get(name, {} if body.get("required") else NOTHING)
        return wire

    def path(self, operation: Operation) -> dict[str, str]:
        """The path parameters that lead to something."""
        names = [one.wire for one in operation.parameters if one.location == "path"]
        ids = self.ids.get(operation.python) or self.ids.get(operation.resource, [])
        return dict(zip(names, ids, strict=False))


async def founded(sandbox: Sandbox, client: LedgerBee) -> Company:
    """Makes one of everything."""

    async def make(name: str, body: dict[str, Any], **path: str) -> Any:
        made = await call(client, operations()[name], Wire(path=path, body=body))
        return made.to_dict() if hasattr(made, "to_dict") else made

    group = await make("product_groups.create", {**_GROUP, "number": "PG1"})
    unused_group = await make("product_groups.create", {**_GROUP, "number": "PG2"})
    product_body = {"name": "Web Hosting", "unit": "pcs", "productGroupId": group["id"]}
    price_body = {"nickname": "Monthly", "unitAmount": "99.99"}
    product = await make("products.create", {**product_body, "productNumber": "P1", "initialPrice": price_body})
    unused_product = await make("products.create", {**product_body, "productNumber": "P2"})
    new_price = await make("product_prices.create", {**price_body, "productId": product["id"]})
    active_price = await make("product_prices.create", {**price_body, "productId": product["id"]})
    await client.product_prices.activate(active_price["id"])
    customer = await make("customers.create", {"customerNumber": "C1", "name": "Anna ApS", "countryCode": "DK"})
    document = {
        "customerId": customer["id"],
        "date": "2026-01-15",
        "lines": [{"priceId": product["prices"][0]["id"], "quantity": 2, "unitPrice": "100"}],
    }
    drafts, sent = {}, {}
    for kind in ("invoices", "credit_notes", "quotes", "order_confirmations"):
        drafts[kind] = (await make(f"{kind}.create", document))["id"]
        sent[kind] = (await make(f"{kind}.create", document))["id"]
        await make(f"{kind}.send", {"deliveryType": "Manual"}, id=sent[kind])
    vendor = await make("vendors.create", {**_VENDOR, "vendorNumber": "V1"})
    dimension = await make("dimensions.create", {"name": "Region", "isUnique": True})
    value = await make("dimensions.create_value", {"name": "North"}, dimensionId=dimension["id"])
    project = await make("projects.create", {"name": "Bridge"})
    subproject = await make("projects.create_subproject", {"name": "Pillars"}, projectId=project["id"])
    entry = await make("journal_entries.create", _ENTRY)
    draft = await make("draft_journal_entries.create", _ENTRY)
    assignment = {"customerId": customer["id"], "planId": PLAN, "startDate": "2026-01-15"}
    subscription = await make("subscriptions.assign", assignment)
    leaving = await make("subscriptions.assign", assignment)
    await make("subscriptions.cancel", {"id": leaving["id"], "strategy": "end_of_cycle"})
    (change,) = await client.subscriptions.list_scheduled_changes(leaving["id"])
    endpoint = await make("webhook_endpoints.create", _ENDPOINT)
    card = sandbox.add_payment_method(customer["id"])

    ids: dict[str, list[str]] = {
        "customers": [customer["id"]],
        "dimensions": [dimension["id"], value["id"]],
        "draft_journal_entries": [draft["id"]],
        "draft_journal_entries_v1": [draft["id"]],
        "journal_entries": [entry["id"]],
        "meters": [fixed("meter/api-calls")],
        "payment_methods": [customer["id"], card],
        "portal_plans": [PLAN],
        "portal_sso": ["acme"],
        "product_groups": [group["id"]],
        "product_groups.delete": [unused_group["id"]],
        "product_prices": [new_price["id"]],
        "product_prices.archive": [active_price["id"]],
        "product_prices.disable": [active_price["id"]],
        "product_prices.set_default": [active_price["id"]],
        "products": [product["id"]],
        "products.delete": [unused_product["id"]],
        "projects": [project["id"], subproject["id"]],
        "quotes.convert": [sent["quotes"]],
        "order_confirmations.convert": [sent["order_confirmations"]],
        "subscriptions": [subscription["id"]],
        "subscriptions.archive_plan": [PLAN],
        "subscriptions.cancel_scheduled_change": [leaving["id"], change.to_dict()["id"]],
        "vendors": [vendor["id"]],
        "webhook_endpoints": [endpoint["id"]],
    }
    for kind, id_ in drafts.items():
        ids[kind] = [id_]
    bodies: dict[str, dict[str, Any]] = {
        "customers.create": {"customerNumber": "C2", "name": "Bo ApS", "countryCode": "DK", "email": "bo@example.com"},
        "customers.update": {"name": "Anna & Co"},
        "dimensions.create": {"name": "Colour", "isUnique": False},
        "dimensions.update": {"name": "Area", "isUnique": True},
        "dimensions.create_value": {"name": "South"},
        "dimensions.update_value": {"name": "Far north"},
        "draft_journal_entries.create": _ENTRY,
        "draft_journal_entries.create_batch": {"entries": [_ENTRY, _ENTRY]},
        "draft_journal_entries.update": {"reference": "R-2"},
        "draft_journal_entries_v1.create": _ENTRY,
        "draft_journal_entries_v1.create_batch": {"entries": [_ENTRY]},
        "invoices.send": {"deliveryType": "Email", "overrideEmail": "anna@example.com"},
        "credit_notes.send": {"deliveryType": "Manual"},
        "quotes.send": {"deliveryType": "Manual"},
        "order_confirmations.send": {"deliveryType": "Manual"},
        "journal_entries.create": _ENTRY,
        "journal_entries.create_v1": _ENTRY,
        "journal_entries.create_batch": {"entries": [_ENTRY]},
        "journal_entries.create_batch_v1": {"entries": [_ENTRY]},
        "journal_entries.reverse_batch": {"ids": [entry["id"]]},
        "journal_entries.update": {"reference": "R-3"},
        "mcp.post": {"jsonrpc": "2.0", "id": 1, "method": "tools/list"},
        "meters.report": {"value": 3, "customerId": customer["id"], "meterName": "api-calls"},
        "order_confirmations.convert": {"target": "invoice"},
        "order_confirmations.update": {**document, "reference": "Anna"},
        "payment_methods.apply_to_subscriptions": {"enableAutomaticBilling": True},
        "portal_plans.resolve": {"customerId": customer["id"]},
        "portal_sso.mint_handoff": {"memberships": [{"customerId": customer["id"], "role": "admin"}]},
        "portal_sso.provision": {"customerId": customer["id"], "email": "anna@example.com"},
        "portal_sso.revoke_sessions": {"email": "anna@example.com"},
        "product_groups.create": {**_GROUP, "number": "PG3"},
        "product_groups.update": {"name": "Services and more"},
        "product_prices.create": {**price_body, "productId": product["id"]},
        "product_prices.update": {"nickname": "Every month"},
        "products.create": {**product_body, "productNumber": "P3", "initialPrice": price_body},
        "products.update": {"name": "Hosting"},
        "projects.create": {"name": "Tunnel"},
        "projects.create_subproject": {"name": "Deck"},
        "projects.update": {"name": "Long bridge"},
        "projects.update_subproject": {"name": "Tall pillars"},
        "projects.upsert": {"externalReference": "EXT-1", "name": "Road"},
        "quotes.convert": {"target": "orderConfirmation"},
        "quotes.update": {**document, "reference": "Anna"},
        "subscriptions.assign": assignment,
        "subscriptions.cancel": {"id": subscription["id"], "strategy": "immediately"},
        "subscriptions.update": {"name": "Basic, yearly"},
        "vendors.create": {**_VENDOR, "vendorNumber": "V2"},
        "webhook_endpoints.create": {"url": "https://hooks.example.com/other"},
        "webhook_endpoints.update": _ENDPOINT,
    }
    for kind in ("invoices", "credit_notes", "quotes", "order_confirmations"):
        bodies[f"{kind}.create"] = document
    return Company(ids, bodies)
