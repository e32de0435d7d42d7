"""Client and sandbox: what the client sends is understood, and answered as the document says."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

import httpx
from hypothesis import strategies as st

from ledgerbee_client import LedgerBee
from ledgerbee_client.errors import APIError
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.testing import Sandbox
from tests.e2e import known_bugs
from tests.e2e.bounds import for_each
from tests.e2e.calls import NOTHING, Bearer, Wire, call, node_of, smallest, wires
from tests.e2e.known_bugs import every_operation
from tests.e2e.published import check_answer, check_request
from tests.sandbox.support import works
from tests.shared.api import operations
from tests.shared.company import Company, founded

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from scripts.codegen.ir import Operation


class Watched(httpx.AsyncBaseTransport):
    """The way to a sandbox, on which requests and answers are checked against the published document."""

    def __init__(self, sandbox: Sandbox, operation: Operation) -> None:
        self._transport = sandbox.transport()
        self._operation = operation
        self.statuses: list[int] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        method, path = self._operation.http_method, self._operation.path
        check_request(request, method, path)
        response = await self._transport.handle_async_request(request)
        await response.aread()
        check_answer(response, method, path)
        self.statuses.append(response.status_code)
        return response


def watched_client(sandbox: Sandbox, transport: Watched, name: str) -> LedgerBee:
    """A client with a credential that the operation takes."""
    for_users = OPERATIONS[name].auth == ("user",)
    return LedgerBee(
        None if for_users else sandbox.api_key,
        auth=Bearer(sandbox.create_token()) if for_users else None,
        base_url="https://sandbox.ledgerbee.test/api",
        transport=transport,
        scope_check="off",
        retry=None,
    )


def path_of(company: Company, operation: Operation) -> dict[str, str]:
    """The path parameters that lead to something."""
    names = [one.wire for one in operation.parameters if one.location == "path"]
    return dict(zip(names, company.ids(operation.python), strict=False))


def good_request(company: Company, operation: Operation) -> Wire:
    """A request that succeeds."""
    name = operation.python
    if name in company.generic:
        return smallest(operation)
    wire = Wire(path=path_of(company, operation))
    if name == "meters.report":
        wire.headers["x-api-idempotency-key"] = "report-1"
    if name == "meters.list_subscriptions_by_name":
        wire.query["meterName"] = "api-calls"
    body = node_of(operation).get("requestBody", {})
    known = company.body(name)
    wire.body = known if known is not None else ({} if body.get("required") else NOTHING)
    return wire


@every_operation()
async def test_a_good_request_succeeds_as_documented(name: str) -> None:
    operation = operations()[name]
    async with Sandbox() as sandbox:
        company = await founded(sandbox)
        before = len(sandbox.writes)
        transport = Watched(sandbox, operation)
        async with watched_client(sandbox, transport, name) as client:
            result = await call(client, operation, good_request(company, operation))
    (status,) = transport.statuses
    assert 200 <= status < 300
    assert (result is None) == (OPERATIONS[name].response_kind == "empty")
    assert len(sandbox.writes) - before == (operation.http_method != "GET")


@st.composite
def requests(draw: st.DrawFn, operation: Operation, company: Company) -> Wire:
    """Valid requests, half of them to something that exists, and some in the way that is known to succeed."""
    wire = draw(wires(operation, "random"))
    if draw(st.booleans()):
        wire.path = path_of(company, operation)
    if isinstance(wire.body, dict) and draw(st.booleans()):
        wire.body = {**wire.body, **(company.body(operation.python) or {})}
    return wire


def awkward(operation: Operation) -> SearchStrategy[Wire]:
    """The smallest request, to ids that nobody has."""

    def misled(wire: Wire) -> Wire:
        # A UUID stays one; other ids are any text.
        wire.path = {name: text if len(text) == 36 else "€ 1?" for name, text in wire.path.items()}
        return wire

    return wires(operation, "minimal").map(misled)


@every_operation(known_bugs.SANDBOX)
def test_any_valid_request_is_answered_as_documented(name: str) -> None:
    operation = operations()[name]
    with asyncio.Runner() as runner:
        sandbox = Sandbox()
        company = runner.run(founded(sandbox))
        transport = Watched(sandbox, operation)
        client = watched_client(sandbox, transport, name)

        async def send(wire: Wire) -> None:
            with contextlib.suppress(APIError):
                await call(client, operation, wire)

        try:
            for_each(awkward(operation), 1, lambda wire: runner.run(send(wire)))
            for_each(requests(operation, company), 8, lambda wire: runner.run(send(wire)))
        finally:
            runner.run(client.aclose())
            runner.run(sandbox.aclose())
    assert transport.statuses


@works("portal_sso.jwks")
async def test_a_slash_in_an_id_is_a_part_of_it() -> None:
    """An unknown slug has an empty set of keys, whatever it looks like."""
    operation = operations()["portal_sso.jwks"]
    async with Sandbox() as sandbox:
        transport = Watched(sandbox, operation)
        async with watched_client(sandbox, transport, operation.python) as client:
            assert (await client.portal_sso.jwks("a/b")).to_dict() == {"keys": []}
