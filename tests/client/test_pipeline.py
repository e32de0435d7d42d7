"""What becomes of a request before it is sent, and of an error before it is raised."""

from __future__ import annotations

import datetime as dt
import traceback
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import anyio.lowlevel
import httpx
import pytest

from ledgerbee_client import LedgerBee, OAuthClientCredentials, RetryEvent, RetryPolicy
from ledgerbee_client._attempt import bounded
from ledgerbee_client.errors import (
    APIError,
    ConfigurationError,
    ConnectionFailedError,
    LedgerBeeError,
    OutcomeUnknownError,
    TransportError,
)
from ledgerbee_client.generated.decoding import parse_any
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.generated.types import Request
from tests.client.support import SECRET, operation
from tests.shared.api import path

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

AT_ONCE = RetryPolicy(initial_delay=0)


def client(answer: Callable[[httpx.Request], httpx.Response], **options: Any) -> LedgerBee:
    transport = httpx.MockTransport(answer)
    return LedgerBee(**{"api_key": SECRET, "scope_check": "off", "retry": AT_ONCE, "transport": transport} | options)


def oauth(answer: Callable[[httpx.Request], httpx.Response]) -> LedgerBee:
    return client(answer, api_key=None, auth=OAuthClientCredentials("client-id", SECRET))


def never(_request: httpx.Request) -> httpx.Response:
    raise AssertionError("nothing may be sent")


# ---------------------------------------------------------------------- kinds of credential


async def test_an_operation_for_api_keys_only_is_refused_under_oauth() -> None:
    async with oauth(never) as lb:
        with pytest.raises(ConfigurationError, match=r"api_key\.get takes an API key only") as caught:
            await lb.api_key.get()
    assert caught.value.operation == "api_key.get"


async def test_an_operation_for_people_is_refused_but_to_an_auth_flow_of_the_callers() -> None:
    request = Request(path("mcp.post"))
    async with client(never) as lb:
        with pytest.raises(ConfigurationError, match="takes a sign-in in the browser only"):
            await lb.execute(OPERATIONS["mcp.post"], request, parse_any)

    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["authorization"].startswith("Basic ")
        return httpx.Response(200, json={})

    async with client(answer, api_key=None, auth=httpx.BasicAuth("user", "password")) as lb:
        assert (await lb.execute(OPERATIONS["mcp.post"], request, parse_any)).parsed == {}


async def test_an_operation_that_needs_no_credential_gets_none() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert not {"x-api-key", "authorization"} & set(request.headers)
        return httpx.Response(200, json={"keys": []})

    (public,) = [one for one in OPERATIONS.values() if not one.auth]
    async with client(answer) as lb:
        await lb.execute(public, Request("/.well-known/portal-sso/x/jwks.json"), parse_any)


# ---------------------------------------------------------------------- bodies


@pytest.mark.parametrize(
    ("request_", "content_type", "content"),
    [
        (Request("/v1/x"), None, b""),
        (Request("/v1/x", json=None), "application/json", b"null"),
        (Request("/v1/x", json={}, content_type="application/merge-patch+json"), "application/merge-patch+json", b"{}"),
        (Request("/v1/x", form={"a": "b c"}), "application/x-www-form-urlencoded", b"a=b+c"),
        (Request("/v1/x", content=b"raw"), "application/octet-stream", b"raw"),
        (Request("/v1/x", content=b"raw", content_type="text/csv"), "text/csv", b"raw"),
    ],
)
async def test_a_body_is_sent_as_its_kind_asks(request_: Request, content_type: str | None, content: bytes) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(503 if len(seen) == 1 else 200, json={})

    async with client(answer) as lb:
        await lb.execute(operation(idempotency="natural", auth=("api_key",)), request_, parse_any)
    assert len(seen) == 2
    assert {one.headers.get("content-type") for one in seen} == {content_type}
    assert {one.content for one in seen} == {content}


async def test_files_are_sent_as_a_multipart_body() -> None:
    async def answer(request: httpx.Request) -> httpx.Response:
        content = await request.aread()
        assert request.headers["content-type"].startswith("multipart/form-data")
        assert b'filename="a.txt"' in content
        assert b"hello" in content
        return httpx.Response(200, json={})

    async with client(answer) as lb:
        request = Request("/v1/x", files=[("file", ("a.txt", b"hello", "text/plain"))])
        await lb.execute(operation(auth=("api_key",)), request, parse_any)


# ---------------------------------------------------------------------- the request for a token


def dying(kind: type[httpx.RequestError], at_token: bool) -> Callable[[httpx.Request], httpx.Response]:
    """A transport that fails on the request for a token, or on the one after it."""

    def answer(request: httpx.Request) -> httpx.Response:
        is_token = request.url.path.endswith("/auth/token")
        if is_token:
            assert parse_qs(request.content.decode())["client_secret"] == [SECRET]
        if is_token == at_token:
            raise kind("oops", request=request)
        return httpx.Response(200, json={"access_token": "token-value", "expires_in": 3600})

    return answer


@pytest.mark.parametrize("kind", [httpx.ConnectError, httpx.ReadTimeout, httpx.ReadError])
async def test_a_write_whose_token_could_not_be_had_was_not_sent(kind: type[httpx.RequestError]) -> None:
    async with oauth(dying(kind, at_token=True)) as lb:
        with pytest.raises(
            ConnectionFailedError, match=r"quotes\.send: no connection to [^ ]+; nothing was sent"
        ) as caught:
            await lb.quotes.send("q1")
    cause = caught.value.__cause__
    assert isinstance(cause, kind)
    assert cause.request.content == b""
    assert SECRET not in "".join(traceback.format_exception(caught.value))


async def test_a_write_that_was_sent_after_its_token_was_had_is_of_unknown_outcome() -> None:
    async with oauth(dying(httpx.ReadTimeout, at_token=False)) as lb:
        with pytest.raises(OutcomeUnknownError):
            await lb.quotes.send("q1")


async def test_no_answer_that_brought_a_token_is_kept_with_an_error() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/auth/token"):
            return httpx.Response(200, json={"access_token": "token-value", "expires_in": 3600})
        return httpx.Response(400, json={})

    async with oauth(answer) as lb:
        with pytest.raises(LedgerBeeError) as caught:
            await lb.quotes.send("q1")
    assert caught.value.response.history == []
    assert caught.value.request.headers["authorization"] == "[secret]"


# ---------------------------------------------------------------------- timeouts


@pytest.mark.parametrize(
    ("timeout", "left", "connect", "pool"),
    [
        (httpx.Timeout(5, pool=60), None, 5, 60),
        (httpx.Timeout(5, pool=60), 120, 5, 60),
        (httpx.Timeout(5, pool=60), 50, 5, 45),
        (httpx.Timeout(5, pool=60), 1, 0.9, 0.9),
        (httpx.Timeout(None), 10, 9, 9),
        (httpx.Timeout(None), None, None, None),
        (httpx.Timeout(5), -1, 0, 0),
    ],
)
def test_the_wait_for_a_connection_ends_before_the_deadline(
    timeout: httpx.Timeout, left: float | None, connect: float | None, pool: float | None
) -> None:
    found = bounded(timeout, left)
    assert (found.connect, found.pool) == (connect, pool)
    assert (found.read, found.write) == (timeout.read, timeout.write)


# ---------------------------------------------------------------------- what went out and failed


class Acknowledged(httpx.AsyncBaseTransport):
    """Applies what it is sent, and then raises."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.applied = 0

    async def handle_async_request(self, _request: httpx.Request) -> httpx.Response:
        self.applied += 1
        raise self.error


ANY = [OSError("host is down"), RuntimeError("Event loop is closed"), ValueError("x"), KeyError("y"), EOFError()]


@pytest.mark.parametrize("error", ANY, ids=lambda error: type(error).__name__)
async def test_whatever_a_transport_raises_a_write_is_of_unknown_outcome(error: Exception) -> None:
    transport = Acknowledged(error)
    before = dt.datetime.now(dt.UTC)
    async with client(never, transport=transport) as lb:
        with pytest.raises(OutcomeUnknownError) as caught:
            await lb.products.update("p1", name="New")
    told = caught.value
    assert transport.applied == 1
    assert told.__cause__ is error
    assert (told.operation, told.attempts, told.applied, told.read_back) == ("products.update", 1, None, "products.get")
    assert told.sent is not None
    assert (told.sent.path, told.sent.json) == ("/v1/products/p1", {"name": "New"})
    assert told.sent_at is not None
    assert told.sent_at == told.last_sent_at
    assert before - dt.timedelta(seconds=1) <= told.sent_at <= dt.datetime.now(dt.UTC)


@pytest.mark.parametrize("error", ANY, ids=lambda error: type(error).__name__)
async def test_whatever_a_transport_raises_a_read_is_repeated(error: Exception) -> None:
    transport = Acknowledged(error)
    async with client(never, transport=transport) as lb:
        with pytest.raises(TransportError, match=r"company\.get: the connection to .* failed \(4 attempts\)") as caught:
            await lb.company.get()
    assert transport.applied == 4
    assert caught.value.applied is False


@pytest.mark.unmeasured
@pytest.mark.parametrize("status", [408, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530, 598, 599])
async def test_a_gateway_that_does_not_know_leaves_a_write_uncertain_and_a_read_repeatable(status: int) -> None:
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.method)
        return httpx.Response(status)

    async with client(answer) as lb:
        with pytest.raises(OutcomeUnknownError, match=f"responded {status}: it may have been applied"):
            await lb.quotes.send("q1")
        assert seen == ["POST"]
        with pytest.raises(APIError):
            await lb.company.get()
    assert seen == ["POST"] + ["GET"] * 4


async def test_a_token_that_is_refused_and_cant_be_renewed_leaves_a_write_unsent() -> None:
    tokens = 0

    def answer(request: httpx.Request) -> httpx.Response:
        nonlocal tokens
        if request.url.path.endswith("/auth/token"):
            tokens += 1
            if tokens > 1:
                raise RuntimeError("the network is gone")
            return httpx.Response(200, json={"access_token": "token-value", "expires_in": 3600})
        return httpx.Response(401, json={"error": "invalid_token"})

    async with oauth(answer) as lb:
        with pytest.raises(ConnectionFailedError) as caught:
            await lb.quotes.send("q1")
    assert caught.value.applied is False
    assert SECRET not in "".join(traceback.format_exception(caught.value))


async def test_what_a_flow_of_the_callers_raises_before_anything_is_sent_comes_as_it_is() -> None:
    class Broken(httpx.Auth):
        async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
            raise LookupError("no token in the vault")
            yield request

    async with client(never, api_key=None, auth=Broken()) as lb:
        with pytest.raises(LookupError, match="vault"):
            await lb.quotes.send("q1")


async def test_what_a_flow_of_the_callers_raises_afterwards_leaves_a_write_uncertain() -> None:
    class Nosy(httpx.Auth):
        async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
            yield request
            raise LookupError("what was that?")

    async with client(lambda _: httpx.Response(200, json={}), api_key=None, auth=Nosy()) as lb:
        with pytest.raises(OutcomeUnknownError):
            await lb.quotes.send("q1")


async def test_a_retry_hook_that_is_a_coroutine_function_is_awaited() -> None:
    seen: list[int] = []

    async def hook(event: RetryEvent) -> None:
        await anyio.lowlevel.checkpoint()
        seen.append(event.attempt)

    async with client(lambda _: httpx.Response(503), retry=RetryPolicy(initial_delay=0, on_retry=hook)) as lb:
        with pytest.raises(APIError):
            await lb.company.get()
    assert seen == [1, 2, 3]


# ---------------------------------------------------------------------- what is built


async def test_a_read_is_built_from_what_never_changes_and_a_write_without_a_body_says_so() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(404, json={})

    async with client(answer, base_url="http://localhost:8080/api") as lb:
        for call in (lb.products.get("1"), lb.products.get("2"), lb.products.delete("3"), lb.request("POST", "/v1/x")):
            with pytest.raises(APIError) as caught:
                await call
            assert caught.value.request is not None
            assert caught.value.request.content == b""
            assert caught.value.request.headers["x-api-key"] == "[secret]"
    assert [request.headers["host"] for request in seen] == ["localhost:8080"] * 4
    assert [request.url.path for request in seen][:2] == ["/api/v1/products/1", "/api/v1/products/2"]
    assert [request.headers.get("content-length") for request in seen] == [None, None, None, "0"]
    assert {request.headers["accept-encoding"] for request in seen} == {"gzip, deflate"}
