"""What the tests of the sandbox share: a client in process that checks nothing, and a look at its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from ledgerbee_client.generated.types import Operation
from ledgerbee_client.testing import Document

if TYPE_CHECKING:
    from ledgerbee_client.testing import Sandbox


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


def api_of(operation: Operation, node: dict[str, Any], **components: Any) -> Document:
    """An API of one operation: what a package generated from such a document would know of it."""
    raw = {"paths": {operation.path: {operation.method.lower(): node}}, "components": components}
    return Document({operation.name: operation}, raw)


def code_of(response: httpx.Response) -> Any:
    """The error code of an answer."""
    return response.json().get("code")


def constraints_of(response: httpx.Response) -> dict[str, dict[str, str]]:
    """The failed rules of a 400 by property."""
    assert response.status_code == 400, response.text
    body = response.json()
    assert body["code"] == "SHARED_VALIDATION_FAILED"
    return {one["property"]: one["constraints"] for one in body["details"]["validationErrors"]}
