"""A company in the sandbox: bodies that make its parts, and one that has one of everything.

What the document leaves open (bodies that aren't published) follows the docs of the sandbox.
"""

from __future__ import annotations

import contextlib
import copy
import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import pytest

from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.testing import Sandbox
from ledgerbee_client.testing.catalogue.groups import add_group
from ledgerbee_client.testing.http.document import packaged
from ledgerbee_client.testing.ids import fixed
from ledgerbee_client.testing.state import State
from scripts.rehearsal.skips import OTHER_FIELDS
from tests.sandbox.support import Client, client_of, created, skip_unknown
from tests.shared.api import is_reconstruction

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

JSON = dict[str, Any]

SALES, BANK, RECEIVABLES, PAYABLES = (fixed(f"account/{number}") for number in (1010, 5020, 5010, 6020))
PLAN = fixed("plan/Basic")
GROUP = {
    "number": "PG001",
    "name": "Services",
    "domesticAccountId": SALES,
    "euAccountId": fixed("account/1020"),
    "abroadAccountId": fixed("account/1030"),
    "domesticWithoutVatAccountId": fixed("account/1040"),
}
PRICE = {"nickname": "Monthly", "unitAmount": "99.99"}
CUSTOMER = {"customerNumber": "C1", "name": "Anna ApS", "countryCode": "DK", "email": "anna@example.com"}
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
ENDPOINT = {"url": "https://hooks.example.com/ledgerbee"}
#: The billing documents, by resource of the client.
DOCUMENTS = ("invoices", "credit_notes", "quotes", "order_confirmations")


#: In the place of an id: the document has other fields, so that nothing could be made.
_NOTHING = "nothing"
#: An id for operations that take any.
_ANY_ID = "0197a943-2325-7829-b835-b6c71a293065"


class World:
    """A group, a product with a price, a customer and a draft invoice.

    Where the document has other fields, some can't be made: a test that asks for one of those is skipped.
    """

    group: JSON
    product: JSON
    price: JSON
    customer: JSON
    invoice: JSON

    def __init__(self) -> None:
        self.missing: dict[str, str] = {}

    def __getattr__(self, name: str) -> Any:
        if name not in World.__annotations__:
            raise AttributeError(name)
        pytest.skip(self.missing[name])


async def build_world(client: Client) -> World:
    """Creates them in the documented order."""
    world = World()

    async def price() -> JSON:
        return world.product["prices"][0]

    parts: dict[str, Callable[[], Awaitable[JSON]]] = {
        "group": lambda: _group(client),
        "product": lambda: created(client, "products.create", {**product_body(world, "P001"), "initialPrice": PRICE}),
        "price": price,
        "customer": lambda: created(client, "customers.create", CUSTOMER),
        "invoice": lambda: created(
            client, "invoices.create", document_body(world, {"priceId": world.price["id"], "quantity": 2})
        ),
    }
    for name, make in parts.items():
        try:
            setattr(world, name, await make())
        except pytest.skip.Exception as error:
            world.missing[name] = str(error)
    return world


async def _group(client: Client) -> JSON:
    """Where its handler has stepped back, a group that is simply there: products need no more."""
    if "product_groups.create" in client.sandbox.unverified:
        return add_group(client.sandbox.state, GROUP)
    return await created(client, "product_groups.create", GROUP)


def product_body(world: World, number: str) -> JSON:
    """A product."""
    return {"productNumber": number, "name": "Web Hosting", "unit": "pcs", "productGroupId": world.group["id"]}


def document_body(world: World, *lines: JSON, **fields: Any) -> JSON:
    """A billing document with one product line, unless others are given."""
    product = {"priceId": world.price["id"], "quantity": 2, "unitPrice": "100"}
    return {"customerId": world.customer["id"], "date": "2026-01-15", "lines": list(lines) or [product], **fields}


def assignment(customer_id: str, **fields: Any) -> JSON:
    """The body that assigns the plan `Basic` from today on."""
    return {"customerId": customer_id, "planId": PLAN, "startDate": "2026-01-15", **fields}


async def sent(client: Client, kind: str, world: World, **fields: Any) -> JSON:
    """A billing document that was sent by hand, read back."""
    document = await created(client, f"{kind}.create", document_body(world, **fields))
    response = await client.call(f"{kind}.send", document["id"], json={"deliveryType": "Manual"})
    assert response.status_code == 200, response.text
    return (await client.call(f"{kind}.get", document["id"])).json()


@dataclass(slots=True)
class Company:
    """One of everything, as far as the sandbox can make it.

    Operations whose handlers have stepped back (`generic`) take any id, and a body that is made from the document.
    Tests of the others are skipped where what they refer to can't be made.
    """

    world: World
    #: Path parameters that lead to something, by `resource.method`, or by `resource` for its other methods.
    _ids: dict[str, list[str]]
    #: Bodies that are accepted, by `resource.method`. Operations that are missing take an empty one, or none.
    _bodies: dict[str, JSON]
    generic: frozenset[str]

    def ids(self, name: str) -> list[str]:
        """The path parameters of an operation, in the order of the path."""
        if name in self.generic:
            return [_ANY_ID] * OPERATIONS[name].path.count("{")
        found = self._ids.get(name) or self._ids.get(name.partition(".")[0], [])
        self.skip_unmade(name, found)
        return found

    def body(self, name: str) -> JSON | None:
        """A body that is accepted; None where it has to be made from the document."""
        if name in self.generic:
            return None
        body = self._bodies.get(name)
        self.skip_unmade(name, body)
        if body is not None:
            skip_unknown(packaged(), name, body)
        return body

    def skip_unmade(self, name: str, sent: Any) -> None:
        """Skips a test that would send the id of what can't be made."""
        if name not in self.generic and _NOTHING in json.dumps(sent, default=str):
            pytest.skip(f"{OTHER_FIELDS}: {name}: what it refers to can't be made")


_original: list[tuple[State, Company]] = []


async def founded(sandbox: Sandbox) -> Company:
    """Gives a new sandbox one of everything: a copy of what is made once in a run."""
    if not _original:
        first = Sandbox()
        async with client_of(first) as client:
            world = await build_world(client)
            for part in world.missing:
                setattr(world, part, {"id": _NOTHING})
            ids = await _make(first, client, world)
        generic = frozenset() if is_reconstruction() else frozenset(first.unverified)
        _original.append((first.state, Company(world, ids, _bodies(world, ids), generic)))
    state, company = _original[0]
    copied = copy.deepcopy(state, {id(state.clock): sandbox.clock})
    for one in fields(State):
        setattr(sandbox.state, one.name, getattr(copied, one.name))
    return company


async def _make(sandbox: Sandbox, client: Client, world: World) -> dict[str, list[str]]:
    async def make(name: str, body: JSON, *ids: str) -> str:
        return _NOTHING if _NOTHING in json.dumps([body, ids]) else await made(created(client, name, body, *ids))

    async def made(call: Awaitable[JSON]) -> str:
        try:
            return str((await call)["id"])
        except pytest.skip.Exception:
            return _NOTHING

    unused_group = await make("product_groups.create", {**GROUP, "number": "PG002"})
    unused_product = await make("products.create", product_body(world, "P002"))
    new_price = await make("product_prices.create", {**PRICE, "productId": world.product["id"]})
    active_price = await make("product_prices.create", {**PRICE, "productId": world.product["id"]})
    with contextlib.suppress(pytest.skip.Exception):
        await client.call("product_prices.activate", active_price)
    dimension = await make("dimensions.create", {"name": "Region", "isUnique": True})
    project = await make("projects.create", {"name": "Bridge"})
    draft = await make("draft_journal_entries.create", ENTRY)
    customer = world.customer["id"]
    leaving = await make("subscriptions.assign", assignment(customer))

    async def leave() -> JSON:
        await client.call("subscriptions.cancel", json={"id": leaving, "strategy": "end_of_cycle"})
        (change,) = (await client.call("subscriptions.list_scheduled_changes", leaving)).json()
        return change

    drafts = {kind: [await make(f"{kind}.create", document_body(world))] for kind in DOCUMENTS}
    return {
        **drafts,
        "customers": [customer],
        "dimensions": [dimension, await make("dimensions.create_value", {"name": "North"}, dimension)],
        "draft_journal_entries": [draft],
        "draft_journal_entries_v1": [draft],
        "journal_entries": [await make("journal_entries.create", ENTRY)],
        "meters": [fixed("meter/api-calls")],
        "order_confirmations.convert": [await made(sent(client, "order_confirmations", world))],
        "payment_methods": [customer, _NOTHING if customer == _NOTHING else sandbox.add_payment_method(customer)],
        "portal_plans": [PLAN],
        "portal_sso": ["acme"],
        "product_groups": [world.group["id"]],
        "product_groups.delete": [unused_group],
        "product_prices": [new_price],
        "product_prices.archive": [active_price],
        "product_prices.disable": [active_price],
        "product_prices.set_default": [active_price],
        "products": [world.product["id"]],
        "products.delete": [unused_product],
        "projects": [project, await make("projects.create_subproject", {"name": "Pillars"}, project)],
        "quotes.convert": [await made(sent(client, "quotes", world))],
        "subscriptions": [await make("subscriptions.assign", assignment(customer))],
        "subscriptions.archive_plan": [PLAN],
        "subscriptions.cancel_scheduled_change": [leaving, await made(leave())],
        "vendors": [await make("vendors.create", VENDOR)],
        "webhook_endpoints": [await make("webhook_endpoints.create", ENDPOINT)],
    }


def _bodies(world: World, ids: dict[str, list[str]]) -> dict[str, JSON]:
    customer, document = world.customer["id"], document_body(world)
    return {
        **{f"{kind}.create": document for kind in DOCUMENTS},
        **{f"{kind}.send": {"deliveryType": "Manual"} for kind in DOCUMENTS},
        "customers.create": {**CUSTOMER, "customerNumber": "C2"},
        "customers.update": {"name": "Anna & Co"},
        "dimensions.create": {"name": "Colour", "isUnique": False},
        "dimensions.update": {"name": "Area", "isUnique": True},
        "dimensions.create_value": {"name": "South"},
        "dimensions.update_value": {"name": "Far north"},
        "draft_journal_entries.create": ENTRY,
        "draft_journal_entries.create_batch": {"entries": [ENTRY, ENTRY]},
        "draft_journal_entries.update": {"reference": "R-2"},
        "draft_journal_entries_v1.create": ENTRY,
        "draft_journal_entries_v1.create_batch": {"entries": [ENTRY]},
        "invoices.send": {"deliveryType": "Email", "overrideEmail": "anna@example.com"},
        "journal_entries.create": ENTRY,
        "journal_entries.create_v1": ENTRY,
        "journal_entries.create_batch": {"entries": [ENTRY]},
        "journal_entries.create_batch_v1": {"entries": [ENTRY]},
        "journal_entries.reverse_batch": {"ids": ids["journal_entries"]},
        "journal_entries.update": {"reference": "R-3"},
        "mcp.post": {"jsonrpc": "2.0", "id": 1, "method": "tools/list"},
        "meters.report": {"value": 3, "customerId": customer, "meterName": "api-calls"},
        "order_confirmations.convert": {"target": "invoice"},
        "order_confirmations.update": {**document, "reference": "Anna"},
        "payment_methods.apply_to_subscriptions": {"enableAutomaticBilling": True},
        "portal_plans.resolve": {"customerId": customer},
        "portal_sso.mint_handoff": {"memberships": [{"customerId": customer, "role": "admin"}]},
        "portal_sso.provision": {"customerId": customer, "email": "anna@example.com"},
        "portal_sso.revoke_sessions": {"email": "anna@example.com"},
        "product_groups.create": {**GROUP, "number": "PG003"},
        "product_groups.update": {"name": "Services and more"},
        "product_prices.create": {**PRICE, "productId": world.product["id"]},
        "product_prices.update": {"nickname": "Every month"},
        "products.create": {**product_body(world, "P003"), "initialPrice": PRICE},
        "products.update": {"name": "Hosting"},
        "projects.create": {"name": "Tunnel"},
        "projects.create_subproject": {"name": "Deck"},
        "projects.update": {"name": "Long bridge"},
        "projects.update_subproject": {"name": "Tall pillars"},
        "projects.upsert": {"externalReference": "EXT-1", "name": "Road"},
        "quotes.convert": {"target": "orderConfirmation"},
        "quotes.update": {**document, "reference": "Anna"},
        "subscriptions.assign": assignment(customer),
        "subscriptions.cancel": {"id": ids["subscriptions"][0], "strategy": "immediately"},
        "subscriptions.update": {"name": "Basic, yearly"},
        "vendors.create": {**VENDOR, "vendorNumber": "V2"},
        "webhook_endpoints.create": {"url": "https://hooks.example.com/other"},
        "webhook_endpoints.update": ENDPOINT,
    }
