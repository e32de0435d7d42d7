"""Schema and client: whatever a caller passes to a method, the request that is sent is valid against the document as
published, and carries exactly that.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import httpx
from hypothesis import strategies as st

from ledgerbee_client import LedgerBee
from ledgerbee_client.errors import BadRequestError
from ledgerbee_client.generated.operations import OPERATIONS
from tests.e2e.bounds import for_each
from tests.e2e.calls import NOTHING, Bearer, Wire, call, wires
from tests.e2e.known_bugs import every_operation
from tests.e2e.published import DOCUMENT, SERVER, check_request
from tests.e2e.same_json import assert_same
from tests.shared.api import body_model, operations

if TYPE_CHECKING:
    from scripts.codegen.ir import Operation

_TOKEN = {"access_token": "token-of-the-contract", "token_type": "Bearer", "expires_in": 3600}


_CREDENTIALS: dict[str, dict[str, Any]] = {
    "api_key": {"api_key": "key-of-the-contract"},
    "oauth2": {"client_id": "client", "client_secret": "secret-of-the-contract"},
    "user": {"auth": Bearer("token-of-a-user")},
}
_HEADERS = {
    "api_key": ("x-api-key", "key-of-the-contract"),
    "oauth2": ("authorization", "Bearer token-of-the-contract"),
    "user": ("authorization", "Bearer token-of-a-user"),
}


def sent_by(operation: Operation, wire: Wire, credential: str, *, typed: bool) -> httpx.Request:
    """The request that the client sends for it."""
    sent: list[httpx.Request] = []

    def refuse(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/auth/token"):
            return httpx.Response(200, json=_TOKEN)
        # A copy: the client takes the credential out of a request that it has done with.
        sent.append(httpx.Request(request.method, request.url, headers=request.headers, content=request.content))
        return httpx.Response(400, json={"statusCode": 400, "message": "enough seen"})

    async def run() -> None:
        client = LedgerBee(
            transport=httpx.MockTransport(refuse), scope_check="off", retry=None, **_CREDENTIALS[credential]
        )
        async with client:
            with contextlib.suppress(BadRequestError):
                await call(client, operation, wire, typed=typed)

    asyncio.run(run())
    (request,) = sent
    return request


def check(operation: Operation, wire: Wire, credential: str, *, typed: bool) -> None:
    """Asserts that the request is valid and complete."""
    request = sent_by(operation, wire, credential, typed=typed)
    check_request(request, operation.http_method, operation.path)
    assert str(request.url).startswith(f"{SERVER}/")
    segments = zip(
        operation.path.split("/"), request.url.raw_path.decode().partition("?")[0].split("/")[1:], strict=True
    )
    assert {name[1:-1]: unquote(text) for name, text in segments if name.startswith("{")} == wire.path
    assert sorted(request.url.params.multi_items()) == sorted(pairs_of(operation, wire))
    for name, value in wire.headers.items():
        assert request.headers[name] == value
    credentials = [(name, request.headers[name]) for name in ("x-api-key", "authorization") if name in request.headers]
    assert credentials == ([_HEADERS[credential]] if operation.auth else [])
    if wire.body is NOTHING or (wire.body == {} and has_optional_fields(operation)):
        assert request.content == b""
    else:
        assert request.headers["content-type"] == "application/json"
        assert_same(json.loads(request.content), wire.body)


def has_optional_fields(operation: Operation) -> bool:
    """Whether a body may be missing whose fields are keywords: with none of them passed, none is sent."""
    return operation.body is not None and not operation.body.required and bool(body_model(operation.python))


def pairs_of(operation: Operation, wire: Wire) -> list[tuple[str, str]]:
    """The query as the styles of the document write it."""
    nodes = DOCUMENT["paths"][operation.path][operation.http_method.lower()].get("parameters", ())
    styles = {one["name"]: one.get("style") for one in nodes}
    pairs: list[tuple[str, str]] = []
    for name, value in wire.query.items():
        if styles[name] == "deepObject":
            pairs += [(f"{name}[{key}]", text_of(one)) for key, one in value.items()]
        else:
            pairs += [(name, text_of(one)) for one in (value if isinstance(value, list) else [value])]
    return pairs


def text_of(value: Any) -> str:
    """A value as a query writes it."""
    return value if isinstance(value, str) else json.dumps(value)


@every_operation()
def test_every_request_is_valid_and_carries_what_was_passed(name: str) -> None:
    operation = operations()[name]
    credential = (OPERATIONS[name].auth or ("api_key",))[0]
    for_each(
        st.tuples(wires(operation, "random"), st.booleans()),
        10,
        lambda one: check(operation, one[0], credential, typed=one[1]),
    )


@every_operation()
def test_the_smallest_and_the_fullest_request_are_valid_with_every_credential(name: str) -> None:
    operation = operations()[name]

    def check_all(wire: Wire) -> None:
        for credential in OPERATIONS[name].auth or ("api_key",):
            for typed in (False, True):
                check(operation, wire, credential, typed=typed)

    for_each(wires(operation, "minimal"), 1, check_all)
    for_each(wires(operation, "full"), 1, check_all)


def test_every_operation_of_the_published_document_is_tested() -> None:
    documented = {(method.upper(), path) for path, item in DOCUMENT["paths"].items() for method in item}
    tested = {(one.http_method, one.path) for one in operations().values()}
    assert tested == documented
    assert operations().keys() == OPERATIONS.keys()
