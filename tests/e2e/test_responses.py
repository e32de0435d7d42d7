"""Schema and client: every answer that the document allows is decoded by the real methods; nothing of it is lost."""

from __future__ import annotations

import asyncio
import json
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from ledgerbee_client import LedgerBee, Page
from ledgerbee_client.generated.operations import OPERATIONS
from tests.e2e.bounds import for_each
from tests.e2e.calls import Wire, arguments, call, node_of, response_values, smallest
from tests.e2e.known_bugs import every_operation
from tests.e2e.published import check_answer
from tests.e2e.published import node_of as published_node
from tests.e2e.same_json import assert_same
from tests.shared.api import documented, operations

if TYPE_CHECKING:
    from scripts.codegen.ir import Operation
    from tests.e2e.wire_values import Form

FORMS: tuple[tuple[Form, int], ...] = (("minimal", 1), ("full", 2), ("random", 12))
_PDF = b"%PDF-1.7 contract"


class Anything(httpx.Auth):
    """A credential of no known kind, which every operation is called with."""


def receive(operation: Operation, status: int, content_type: str | None, content: bytes) -> tuple[Any, Any]:
    """What the method returns for an answer, and what the endpoint module makes of it."""

    def answer(request: httpx.Request) -> httpx.Response:
        response = httpx.Response(status, content=content, request=request)
        if content_type is not None:
            response.headers["content-type"] = content_type
        check_answer(response, operation.http_method, operation.path)
        return response

    async def run() -> tuple[Any, Any]:
        async with LedgerBee(auth=Anything(), transport=httpx.MockTransport(answer), retry=None) as client:
            returned = await call(client, operation, smallest(operation))
            module = import_module(f"ledgerbee_client.generated.api.{operation.resource}.{operation.module}")
            positional, keywords = endpoint_arguments(operation)
            detailed = await module.asyncio_detailed(*positional, client=client, **keywords)
            assert detailed.status_code == status
            assert detailed.content == content
            return returned, detailed.parsed

    return asyncio.run(run())


def endpoint_arguments(operation: Operation) -> tuple[list[Any], dict[str, Any]]:
    """The same call of the endpoint module, where the body is one argument."""
    wire = smallest(operation)
    bodiless = Wire(wire.path, wire.query, wire.headers)
    positional, keywords = arguments(operation, bodiless, typed=False)
    return positional, keywords if operation.body is None else {**keywords, "body": wire.body}


def encoded(value: Any) -> Any:
    """A decoded answer as JSON."""
    if hasattr(value, "to_dict"):
        return value.to_dict()
    return [encoded(one) for one in value] if isinstance(value, list) else value


def check(operation: Operation, status: str, body: Any) -> None:
    """Asserts that a JSON answer survives decoding and encoding."""
    returned, parsed = receive(operation, int(status), "application/json", json.dumps(body).encode())
    assert_same(json.loads(json.dumps(encoded(parsed))), body)
    if isinstance(returned, Page):
        assert operation.pagination is not None
        assert_same(json.loads(json.dumps(encoded(returned.items))), body[operation.pagination.items])
        counters = {**body, **next((one for one in body.values() if isinstance(one, dict) and "page" in one), {})}
        assert (returned.total, returned.page) == (counters.get("total"), max(counters.get("page") or 1, 1))
    else:
        assert_same(json.loads(json.dumps(encoded(returned))), body)


def successes(operation: Operation) -> list[str]:
    """The documented successes with a JSON body."""
    found = node_of(operation)["responses"].items()
    return [status for status, one in found if status[0] == "2" and "application/json" in one.get("content", {})]


@every_operation()
def test_every_valid_answer_survives_decoding_and_encoding(name: str) -> None:
    operation = operations()[name]
    for status in successes(operation):
        for form, count in FORMS:
            for_each(response_values(operation, status, form), count, partial(check, operation, status))


def examples() -> list[Any]:
    """Every example of a whole answer in the published document."""
    found = []
    for name, operation in operations().items():
        for status, one in published_node(operation.http_method, operation.path)["responses"].items():
            media = one.get("content", {}).get("application/json", {})
            named = {key: value["value"] for key, value in media.get("examples", {}).items()}
            if "example" in media:
                named["example"] = media["example"]
            found += [pytest.param(name, status, body, id=f"{name}-{status}-{key}") for key, body in named.items()]
    return found


@pytest.mark.parametrize(("name", "status", "body"), examples())
def test_every_documented_example_survives_decoding_and_encoding(name: str, status: str, body: Any) -> None:
    check(operations()[name], status, body)


@every_operation()
def test_answers_without_json_are_returned_as_they_are(name: str) -> None:
    operation = operations()[name]
    for status, one in node_of(operation)["responses"].items():
        if status[0] == "2" and "content" not in one:
            assert receive(operation, int(status), None, b"") == (None, None)
        elif status[0] == "2" and "application/pdf" in one["content"]:
            assert receive(operation, int(status), "application/pdf", _PDF) == (_PDF, _PDF)


def test_every_success_is_of_a_kind_that_is_tested() -> None:
    kinds = {
        kind
        for operation in operations().values()
        for status, one in node_of(operation)["responses"].items()
        if status[0] == "2"
        for kind in one.get("content", {})
    }
    # The event stream is a second form of the one answer of the MCP server, whose first form is JSON.
    assert kinds == {"application/json", "application/pdf", "text/event-stream"}
    assert len(OPERATIONS) == len(documented())
