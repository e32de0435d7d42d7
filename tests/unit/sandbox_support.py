"""What the tests of the sandbox share: a client in process, and a company with one of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from ledgerbee_client.testing.ids import fixed

if TYPE_CHECKING:
    from ledgerbee_client.testing import Sandbox

GROUP = {
    "number": "PG001",
    "name": "Services",
    "domesticAccountId": fixed("account/1010"),
    "euAccountId": fixed("account/1020"),
    "abroadAccountId": fixed("account/1030"),
    "domesticWithoutVatAccountId": fixed("account/1040"),
}


def client_of(sandbox: Sandbox, key: str | None = None) -> httpx.AsyncClient:
    """A client with a key; an empty key sends none."""
    key = sandbox.api_key if key is None else key
    return httpx.AsyncClient(
        transport=sandbox.transport(),
        base_url="http://sandbox/api",
        headers={"x-api-key": key} if key else {},
    )


async def created(client: httpx.AsyncClient, path: str, body: dict[str, Any]) -> dict[str, Any]:
    """Creates and returns what was answered."""
    response = await client.post(path, json=body)
    assert response.status_code == 201, response.text
    return response.json()


class World:
    """A company with a group, a product with a price, a customer and a draft invoice."""

    group: dict[str, Any]
    product: dict[str, Any]
    price: dict[str, Any]
    customer: dict[str, Any]
    invoice: dict[str, Any]


async def build_world(client: httpx.AsyncClient) -> World:
    """Creates them in the documented order."""
    world = World()
    world.group = await created(client, "/v1/product-groups", GROUP)
    world.product = await created(
        client,
        "/v1/products",
        {
            "productNumber": "P001",
            "name": "Web Hosting",
            "unit": "pcs",
            "productGroupId": world.group["id"],
            "initialPrice": {"nickname": "Monthly", "unitAmount": "99.99"},
        },
    )
    world.price = world.product["prices"][0]
    world.customer = await created(
        client,
        "/v1/customers",
        {"customerNumber": "C1", "name": "Anna ApS", "countryCode": "DK", "email": "anna@example.com"},
    )
    world.invoice = await created(
        client,
        "/v1/invoices",
        {
            "customerId": world.customer["id"],
            "date": "2026-01-15",
            "lines": [{"priceId": world.price["id"], "quantity": 2}],
        },
    )
    return world


def code_of(response: httpx.Response) -> Any:
    """The error code of an answer."""
    return response.json().get("code")


def constraints_of(response: httpx.Response) -> dict[str, dict[str, str]]:
    """The failed rules of a 400 by property."""
    assert response.status_code == 400, response.text
    body = response.json()
    assert body["code"] == "SHARED_VALIDATION_FAILED"
    return {one["property"]: one["constraints"] for one in body["details"]["validationErrors"]}
