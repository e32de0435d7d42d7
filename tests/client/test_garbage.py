"""Wrong keys, dead servers, nonsense for answers, crowds: what a user is told, and what is logged."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from typing import TYPE_CHECKING, Any

import anyio
import httpx
import pytest

from ledgerbee_client import LedgerBee, RetryPolicy
from ledgerbee_client.errors import (
    APIError,
    AuthenticationError,
    ConfigurationError,
    ConnectionFailedError,
    LedgerBeeError,
    MissingScopeError,
    NotFoundError,
    OutcomeUnknownError,
    RequestTimeoutError,
    ResponseDecodeError,
    TransportError,
)
from ledgerbee_client.generated.operations import OPERATIONS
from tests.client.fault_server import (
    CLOSED_APPLIED,
    CUT_IN_BODY,
    GARBAGE,
    GATEWAY,
    HTML,
    HUGE_HEADERS,
    MARKER,
    NEVER_ANSWERED,
    NO_GZIP,
    NOT_JSON,
    TRUNCATED_GZIP,
    FaultServer,
    Step,
    answer,
    redirect,
    slow_drip,
)
from tests.shared.api import path

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

KEY = "sk-this-must-never-show"
AT_ONCE = RetryPolicy(initial_delay=0)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture
async def lb(server: FaultServer) -> AsyncIterator[LedgerBee]:
    async with LedgerBee(KEY, base_url=server.url, retry=AT_ONCE, scope_check="off") as client:
        yield client


# ---------------------------------------------------------------------- nobody there, or nobody who answers


async def test_a_wrong_key_is_told_as_such(server: FaultServer, lb: LedgerBee) -> None:
    body = {"statusCode": 401, "message": "Invalid API key", "code": "UNAUTHORIZED"}
    server.default = answer(401, {**body, "details": {"reason": "ip_whitelist_mismatch"}})
    with pytest.raises(AuthenticationError) as caught:
        await lb.company.get()
    assert str(caught.value).startswith("company.get: 401 UNAUTHORIZED: Invalid API key (ip_whitelist_mismatch); ")
    assert server.arrivals[0].headers["x-api-key"] == KEY


async def test_a_server_that_is_down_is_told_as_such() -> None:
    with FaultServer(listen=False) as server:
        async with LedgerBee(KEY, base_url=server.url, retry=AT_ONCE, scope_check="off") as lb:
            with pytest.raises(ConnectionFailedError) as caught:
                await lb.company.get()
    assert re.match(
        r"company\.get: no connection to \S+; nothing was sent \(4 attempts\): ConnectError: \w+", str(caught.value)
    )
    assert caught.value.attempts == 4
    assert isinstance(caught.value.__cause__, httpx.ConnectError)


async def test_a_server_that_never_answers_is_told_as_such(server: FaultServer, lb: LedgerBee) -> None:
    server.default = NEVER_ANSWERED
    impatient = lb.with_options(timeout=0.05, retry=None)
    with pytest.raises(
        RequestTimeoutError,
        match=r"^company\.get: timed out waiting for a response from \S+: ReadTimeout; it was a read",
    ):
        await impatient.company.get()
    with pytest.raises(
        OutcomeUnknownError,
        match=r"timed out waiting for a response from \S+ \(ReadTimeout\): it may have been applied, or not",
    ):
        await impatient.quotes.send("q1")


async def test_an_answer_that_comes_in_drops_is_an_answer(server: FaultServer, lb: LedgerBee) -> None:
    server.default = slow_drip(b'{"id": "1", "x": "y"}', 0.001)
    assert (await lb.request("GET", "/v1/anything")).parsed == {"id": "1", "x": "y"}


# ---------------------------------------------------------------------- nonsense for answers

NONSENSE: dict[str, tuple[Step, type[LedgerBeeError], str]] = {
    "no HTTP at all": (GARBAGE, TransportError, " failed (4 attempts): RemoteProtocolError"),
    "huge headers": (HUGE_HEADERS, TransportError, " failed (4 attempts): RemoteProtocolError"),
    "half a body": (CUT_IN_BODY, TransportError, "peer closed connection without sending complete message body"),
    "no gzip": (NO_GZIP, ResponseDecodeError, "is not valid gzip"),
    "HTML": (HTML, ResponseDecodeError, "the response body (200) is not valid JSON (text/html, 54 bytes)"),
    "half a document": (NOT_JSON, ResponseDecodeError, "is not valid JSON (application/json, 7 bytes)"),
    "half a gzip": (TRUNCATED_GZIP, ResponseDecodeError, "ends early: the gzip data is truncated"),
    "nothing": (answer(204), ResponseDecodeError, "the response body (204) is empty"),
    "nothing at length": (answer(200, b""), ResponseDecodeError, "the response body (200) is empty"),
    "no type": (
        answer(200, b"??", content_type=None),
        ResponseDecodeError,
        "not valid JSON (of unknown type, 2 bytes)",
    ),
    "a list": (answer(200, []), ResponseDecodeError, "is not an object"),
    "null": (answer(200, b"null"), ResponseDecodeError, "is not an object"),
    "depth": (answer(200, b"[" * 100_000), ResponseDecodeError, "is not valid JSON"),
}


@pytest.mark.unmeasured
@pytest.mark.parametrize("what", NONSENSE)
async def test_a_read_that_is_answered_with_nonsense_says_what_came(
    server: FaultServer, lb: LedgerBee, what: str
) -> None:
    server.default, kind, said = NONSENSE[what]
    with pytest.raises(kind) as caught:
        await lb.company.get()
    assert type(caught.value) is kind
    assert str(caught.value).startswith("company.get: ")
    assert said in str(caught.value)
    assert caught.value.operation == "company.get"


@pytest.mark.parametrize("what", NONSENSE)
async def test_a_write_that_is_answered_with_nonsense_is_not_repeated(
    server: FaultServer, lb: LedgerBee, what: str
) -> None:
    server.default, kind, _ = NONSENSE[what]
    with pytest.raises(LedgerBeeError) as caught:
        await lb.products.create(product_number="P1", name="Hosting", unit="pcs", product_group_id="g")
    assert len(server.arrivals) == 1
    if kind is ResponseDecodeError:
        assert type(caught.value) is ResponseDecodeError
        assert caught.value.applied is True
        assert "the write was done, don't send it again" in str(caught.value)
    else:
        assert type(caught.value) is OutcomeUnknownError
        assert caught.value.read_back == "products.list"


async def test_the_place_of_what_is_wrong_is_told(server: FaultServer, lb: LedgerBee) -> None:
    page = {"data": "none", "total": 2, "page": 1, "limit": 25, "totalPages": 1}
    server.default = answer(200, page)
    with pytest.raises(ResponseDecodeError) as caught:
        await lb.products.list()
    error = caught.value
    assert error.place == "data"
    assert f"at {error.place}: {error.reason}" in str(error)
    assert error.response is not None
    assert error.response.json() == page


async def test_json_under_a_wrong_type_is_still_json(server: FaultServer, lb: LedgerBee) -> None:
    server.default = answer(200, b"[]", content_type="text/plain")
    assert await lb.accounts.list() == []


async def test_a_gateway_that_answers_with_html_is_no_decode_error(server: FaultServer, lb: LedgerBee) -> None:
    server.default = GATEWAY[502]
    with pytest.raises(APIError, match=r"company\.get: 502: Bad Gateway \(the body is text/html, not JSON\)"):
        await lb.company.get()


# ---------------------------------------------------------------------- redirects


async def test_a_redirect_to_another_host_is_not_followed_and_takes_no_credential(
    server: FaultServer, lb: LedgerBee
) -> None:
    with FaultServer() as elsewhere:
        for status in (301, 302, 303, 307, 308):
            server.default = redirect(f"http://127.0.0.1:{elsewhere.port}/login?next=secret", status)
            with pytest.raises(APIError, match=rf"{status}.*leads to http://127\.0\.0\.1: check base_url") as caught:
                await lb.company.get()
            assert "next=secret" not in str(caught.value)
            assert caught.value.response.next_request is None
            assert caught.value.request is not None
            assert caught.value.request.headers["x-api-key"] == "[secret]"
        assert elsewhere.arrivals == []


async def test_a_redirect_to_the_same_host_is_not_followed_either(server: FaultServer, lb: LedgerBee) -> None:
    server.default = redirect("/api/v1/company/", 307)
    with pytest.raises(APIError, match="leads to the same host"):
        await lb.quotes.send("q1")
    assert len(server.arrivals) == 1


# ---------------------------------------------------------------------- much of it


async def test_a_huge_body_goes_both_ways(server: FaultServer, lb: LedgerBee) -> None:
    text = "ø" * 4_000_000
    server.default = answer(200, json.dumps({"text": text}, ensure_ascii=False))
    response = await lb.request("POST", "/v1/anything", json={"text": text})
    assert response.parsed["text"] == text
    assert len(server.arrivals[0].body) > 8_000_000


@pytest.mark.slow
async def test_hundreds_of_calls_at_once_share_the_connections_of_a_given_transport(
    server: FaultServer,
) -> None:
    server.default = answer(200, [])
    transport = httpx.AsyncHTTPTransport(limits=httpx.Limits(max_connections=10, keepalive_expiry=None))
    async with LedgerBee(KEY, base_url=server.url, retry=None, scope_check="off", transport=transport) as lb:
        tasks = len(asyncio.all_tasks())
        answers = await asyncio.gather(*(lb.accounts.list() for _ in range(200)))  # its time grows with the square
        assert len(asyncio.all_tasks()) == tasks
    assert answers == [[]] * 200
    assert len(server.arrivals) == 200
    assert server.connections == 10
    await anyio.to_thread.run_sync(server.wait_idle)


@pytest.mark.unmeasured
async def test_hundreds_of_calls_to_a_dying_server_all_end(server: FaultServer) -> None:
    server.default = CLOSED_APPLIED
    async with LedgerBee(KEY, base_url=server.url, retry=None, scope_check="off") as lb:
        ends = await asyncio.gather(*(lb.quotes.send("q1") for _ in range(300)), return_exceptions=True)
    assert {type(end) for end in ends} == {OutcomeUnknownError}
    assert server.applied["/v1/quotes/q1/send"] == len(server.arrivals) == 300


# ---------------------------------------------------------------------- what the document doesn't know


async def test_any_path_can_be_called(server: FaultServer, lb: LedgerBee) -> None:
    server.default = answer(200, {"a": 1})
    response = await lb.request(
        "post",
        "/v3/anything?fixed=1",
        params={"q": "a b", "n": 2, "many": ["x", "y"], "none": None},
        json={"k": "v"},
        headers={"X-Extra": "1"},
    )
    assert (response.status_code, response.parsed, response.content) == (200, {"a": 1}, b'{"a": 1}')
    assert response.headers["content-type"] == "application/json"
    (arrival,) = server.arrivals
    assert arrival.method == "POST"
    assert arrival.target == "/api/v3/anything?fixed=1&q=a+b&n=2&many=x&many=y"
    assert arrival.body == b'{"k":"v"}'
    assert arrival.headers["content-type"] == "application/json"
    assert arrival.headers["x-extra"] == "1"


async def test_an_answer_that_is_no_json_is_not_parsed(server: FaultServer, lb: LedgerBee) -> None:
    server.default = answer(200, b"%PDF", content_type="application/pdf")
    response = await lb.request("GET", "/v3/report")
    assert (response.parsed, response.content) == (None, b"%PDF")
    server.default = answer(204)
    assert (await lb.request("DELETE", "/v3/report/7")).parsed is None


@pytest.mark.parametrize(
    ("method", "idempotency", "arrivals"),
    [
        ("GET", None, 2),
        ("PUT", None, 2),
        ("DELETE", None, 2),
        ("POST", None, 1),
        ("PATCH", None, 1),
        ("POST", "safe", 2),
        ("POST", "natural", 2),
        ("GET", "none", 1),
        ("PUT", "none", 1),
    ],
)
async def test_an_unknown_path_is_repeated_by_its_method_or_as_the_caller_says(
    server: FaultServer, lb: LedgerBee, method: str, idempotency: Any, arrivals: int
) -> None:
    server.plan("x", CLOSED_APPLIED)
    call = lb.request(method, "/v3/anything", headers={MARKER: "x"}, idempotency=idempotency)
    if arrivals == 1:
        with pytest.raises(OutcomeUnknownError, match="Find out before sending it again"):
            await call
    else:
        await call
    assert server.count("x") == arrivals


async def test_a_known_path_is_called_under_its_own_policies(server: FaultServer) -> None:
    scopes = ["products-read", *OPERATIONS["projects.upsert"].scopes]
    async with LedgerBee(KEY, base_url=server.url, retry=AT_ONCE, scopes=scopes) as lb:
        with pytest.raises(MissingScopeError, match=r"products\.create"):
            await lb.request("POST", "/v1/products", json={})
        assert server.arrivals == []
        await lb.request("GET", "/v1/products/p1")
        server.plan("upsert", CLOSED_APPLIED)
        await lb.request("PUT", path("projects.upsert"), json={}, headers={MARKER: "upsert"})
        assert server.count("upsert") == 2


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "v1/x"), ("GET", "https://evil.example/"), ("DELETE", "/v1/products/"), ("G T", "/v1")]
)
async def test_what_can_not_be_meant_is_refused_before_anything_is_sent(
    server: FaultServer, lb: LedgerBee, method: str, path: str
) -> None:
    with pytest.raises(ValueError):
        await lb.request(method, path)
    with pytest.raises(ValueError, match=r"^request GET /v3/\{id\}: URL"):
        await lb.request("GET", f"/v3/{'x' * 70_000}")
    assert server.arrivals == []


async def test_an_unknown_path_that_does_not_exist_is_not_found(server: FaultServer, lb: LedgerBee) -> None:
    server.default = answer(404, {"statusCode": 404, "message": "Cannot GET /api/v3/x/1", "error": "Not Found"})
    with pytest.raises(NotFoundError, match=r"^request GET /v3/x/\{id\}: 404: Cannot GET"):
        await lb.request("GET", "/v3/x/0197a943-2325-7829-b835-b6c71a293065")


# ---------------------------------------------------------------------- headers


async def test_a_header_of_a_call_takes_the_place_of_one_of_the_client_whatever_its_case(
    server: FaultServer, lb: LedgerBee
) -> None:
    copy = lb.with_options(headers={"X-Trace": "client", "X-Other": "kept", "x-api-key": "forged"})
    await copy.request("POST", "/v3/x", json={}, headers={"x-trace": "call", "content-type": "application/merge+json"})
    headers = server.arrivals[0].headers
    assert headers["x-trace"] == "call"
    assert headers["x-other"] == "kept"
    assert headers["content-type"] == "application/merge+json"
    assert headers["x-api-key"] == KEY
    assert "forged" not in repr(copy._options)


async def test_a_header_that_http_refuses_is_refused_without_showing_it(server: FaultServer, lb: LedgerBee) -> None:
    copy = lb.with_options(headers={"X-Token": "hidden value "})
    with pytest.raises(
        ConfigurationError, match=r"company\.get: the header 'x-token' can't be sent.* nothing was sent"
    ) as caught:
        await copy.company.get()
    assert "hidden" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert server.arrivals == []


# ---------------------------------------------------------------------- logging


async def test_calls_are_logged_with_what_helps_and_without_what_is_secret(
    server: FaultServer, lb: LedgerBee, caplog: pytest.LogCaptureFixture
) -> None:
    server.plan("a", GATEWAY[503], CLOSED_APPLIED, answer(200, {"answered": "body-of-the-answer"}))
    with caplog.at_level(logging.DEBUG, "ledgerbee_client"):
        await lb.request(
            "PUT",
            "/v1/products/0197a943-2325-7829?token=in-the-query",
            json={"name": "body-of-the-request"},
            headers={MARKER: "a"},
        )
        server.plan("b", CLOSED_APPLIED)
        with pytest.raises(OutcomeUnknownError):
            await lb.request("POST", "/v3/things/0197a943-2325-7829", json={"name": "x"}, headers={MARKER: "b"})
    logged = [record for record in caplog.records if record.name == "ledgerbee_client"]
    texts = [re.sub(r"\d+\.\d ms", "# ms", record.getMessage()) for record in logged]
    path = "/v1/products/{id}"
    assert texts == [
        f"PUT {path} -> 503, attempt 1, # ms",
        f"PUT {path}: attempt 1 sent, and perhaps applied (503); next in 0.00 s",
        f"PUT {path} -> RemoteProtocolError, attempt 2, # ms",
        f"PUT {path}: attempt 2 sent, and perhaps applied (RemoteProtocolError); next in 0.00 s",
        f"PUT {path} -> 200, attempt 3, # ms",
        "POST /v3/things/{id} -> RemoteProtocolError, attempt 1, # ms",
    ]
    for secret in (KEY, "0197a943", "in-the-query", "body-of", "127.0.0.1"):
        assert secret not in "".join(texts)


async def test_a_call_that_is_cancelled_or_refused_is_logged_as_such(
    server: FaultServer, lb: LedgerBee, caplog: pytest.LogCaptureFixture
) -> None:
    server.default = NEVER_ANSWERED
    with caplog.at_level(logging.DEBUG, "ledgerbee_client"):
        task = asyncio.create_task(lb.company.get())
        await asyncio.to_thread(server.wait_for, lambda: len(server.arrivals) == 1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        with pytest.raises(RequestTimeoutError):
            await lb.with_options(retry=RetryPolicy(deadline=0.05)).company.get()
    texts = [record.getMessage() for record in caplog.records if record.name == "ledgerbee_client"]
    assert [text.partition(",")[0] for text in texts] == [
        "GET /v1/company -> CancelledError",
        "GET /v1/company -> TimeoutError",
    ]


async def test_the_log_says_how_many_milliseconds_an_attempt_took(caplog: pytest.LogCaptureFixture) -> None:
    async def answer(_request: httpx.Request) -> httpx.Response:
        await anyio.sleep(0.02)
        return httpx.Response(200, json={})

    async with LedgerBee("k", transport=httpx.MockTransport(answer), scope_check="off") as lb:
        await lb.request("GET", "/v1/things")
    (said,) = (record.getMessage() for record in caplog.records if record.name == "ledgerbee_client")
    took = re.search(r"(\d+\.\d) ms$", said)
    assert took
    assert float(took[1]) >= 19
