"""What the tests of the sandbox share: a client in process that checks nothing, and a look at its answers."""

from __future__ import annotations

import functools
import operator
import re
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.generated.types import Operation
from ledgerbee_client.testing import Document, Sandbox
from ledgerbee_client.testing.handlers import registry
from ledgerbee_client.testing.http.document import packaged
from ledgerbee_client.testing.http.errors import ServiceError
from ledgerbee_client.testing.http.validation import check_body
from scripts.rehearsal.skips import GONE, OTHER_FIELDS, STEPPED_BACK
from tests.shared.api import is_reconstruction, method, path

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Operations that there are, or have been: a typo must not look like an operation that is gone.
EVERY_NAME = registry.handlers.keys() | OPERATIONS.keys() | {"mcp.post"}


class Client(httpx.AsyncClient):
    """A client that calls operations by their Python names."""

    def __init__(self, sandbox: Sandbox, *, generic: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.sandbox = sandbox
        self._generic = generic

    async def call(self, name: str, *ids: str, **options: Any) -> httpx.Response:
        """Calls an operation; the options are those of httpx.

        Where the document doesn't have it, or other fields than the sandbox knows, the test is skipped.
        """
        assert name in EVERY_NAME, f"there was never an operation {name}"
        if name in self.sandbox.unverified.keys() & registry.handlers.keys() and not self._generic:
            pytest.skip(f"{STEPPED_BACK}: {name}: {self.sandbox.unverified[name]}")
        if isinstance(sent := options.get("json"), dict):
            skip_unknown(self.sandbox.document, name, sent)
        return await self.request(method(name), path(name, *ids), **options)

    async def page(self, name: str, *ids: str, **options: Any) -> dict[str, Any]:
        """Calls a list, and returns its page in the names of the list of products, whatever the document's are."""
        response = await self.call(name, *ids, **options)
        assert response.status_code == 200, response.text
        form = OPERATIONS[name].pagination
        assert form is not None, f"{name} has no pages"
        names = {"data": form.items, "total": form.total, "totalPages": form.total_pages}
        found = {one: place.split(".") for one, place in names.items() if place is not None}
        return {one: functools.reduce(operator.getitem, steps, response.json()) for one, steps in found.items()}


def skip_unknown(document: Document, name: str, sent: dict[str, Any]) -> None:
    """Skips a test that sends what the published document doesn't have: it can't be accepted."""
    if is_reconstruction():
        return  # a test that sends what its document doesn't have means to
    unknown = next(_unknown(document, document.body_schema(name) or {}, sent), None)
    if unknown is not None:
        pytest.skip(f"{OTHER_FIELDS}: {name}: the body has no field {unknown}")


def _unknown(document: Document, schema: dict[str, Any], sent: Any, path: str = "") -> Iterator[str]:
    schema = document.schemas.resolve(schema)
    for element in sent if isinstance(sent, list) else ():
        yield from _unknown(document, schema.get("items", {}), element, path)
    properties = document.schemas.properties(schema)
    for name, value in sent.items() if isinstance(sent, dict) else ():
        if name in properties:
            yield from _unknown(document, properties[name], value, f"{path}{name}.")
        elif not document.schemas.is_open(schema):
            yield f"{path}{name}"


def skip_without_null(name: str, field: str) -> None:
    """Skips the test that calls it where the document refuses null in a field of an update."""
    document = packaged()
    try:
        check_body(document.schemas, document.routes[name], {field: None}, sent=True)
    except ServiceError:
        pytest.skip(f"{OTHER_FIELDS}: {name}: {field} can't be null in the body")


def works(*names: str) -> pytest.MarkDecorator:
    """Skips a test, with the reason, where one of these operations isn't there or its handler has stepped back."""
    unverified = Sandbox().unverified
    reasons = [f"{STEPPED_BACK}: {one}: {unverified[one]}" for one in names if one in unverified]
    reasons += [f"{GONE}: the document has no operation {one}" for one in names if one not in OPERATIONS]
    return pytest.mark.skipif(bool(reasons), reason="; ".join(reasons))


def skip_unverified(*names: str) -> None:
    """Skips the test that calls it where the handler of one of these operations has stepped back."""
    for name, reason in Sandbox().unverified.items():
        if name in names and name in registry.handlers:
            pytest.skip(f"{STEPPED_BACK}: {name}: {reason}")


def without_steps_back(printed: str) -> str:
    """What a process printed, without the line that names the handlers that have stepped back, if there are any."""
    if not Sandbox().unverified.keys() & registry.handlers.keys():
        return printed
    return re.sub(r"^The document has other fields than the sandbox knows\..*\n", "", printed, flags=re.MULTILINE)


def skip_stale(code: str) -> None:
    """Skips the test of a page's block that calls such an operation: what it shows of its fields may be wrong."""
    skip_unverified(*re.findall(r"(?=\b([a-z_]+\.[a-z_]+)\b)", code))


def client_of(sandbox: Sandbox, key: str | None = None, *, generic: bool = False) -> Client:
    """A client with a key; an empty key sends none. `generic`: for tests of operations without a handler."""
    key = sandbox.api_key if key is None else key
    return Client(
        sandbox,
        generic=generic,
        transport=sandbox.transport(),
        base_url="http://sandbox/api",
        headers={"x-api-key": key} if key else {},
    )


async def created(client: Client, name: str, body: dict[str, Any], *ids: str) -> dict[str, Any]:
    """Calls an operation that creates, and returns what was answered."""
    response = await client.call(name, *ids, json=body)
    assert response.is_success, response.text
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
