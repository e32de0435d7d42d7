"""The client: how it is made, copied and closed, and what it makes of answers. Over answers in process."""

from __future__ import annotations

import asyncio
import contextlib
import copy
import gc
import json
import warnings
from decimal import Decimal
from pathlib import Path
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledgerbee_client import ApiKey, LedgerBee, OAuthClientCredentials, RetryPolicy
from ledgerbee_client._config import DEFAULT_TIMEOUT
from ledgerbee_client.errors import (
    ConfigurationError,
    LedgerBeeError,
    NotFoundError,
    OutcomeUnknownError,
    ResponseDecodeError,
    TransportError,
)
from ledgerbee_client.generated.api.invoices import get_invoice_pdf
from ledgerbee_client.generated.api.products import get_product, list_products
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.generated.types import Request
from scripts.codegen.sending import is_untyped
from scripts.rehearsal.skips import OTHER_FIELDS
from tests.shared.api import operations
from tests.shared.in_process import client, files
from tests.shared.secrets_check import API_KEY, CLIENT_ID, CLIENT_SECRET

PRODUCT = {
    "id": "1",
    "productNumber": "P1",
    "name": "Web Hosting",
    "unit": "pcs",
    "productGroupId": "g",
    "productType": "services",
    "isActive": True,
    "isArchived": False,
    "isLocked": False,
    "createdAt": "2024-01-15T10:30:00Z",
    "updatedAt": "2024-01-15T10:30:00Z",
    "prices": [],
}


class Recorder:
    """Answers everything the same, and keeps the requests."""

    def __init__(self, status: int = 200, **answer: Any) -> None:
        self.status, self.answer = status, answer or {"json": PRODUCT}
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(self.status, **self.answer)

    @property
    def last(self) -> httpx.Request:
        return self.requests[-1]


# ---------------------------------------------------------------------- made


def test_arguments_win_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEDGERBEE_API_KEY", "from-the-environment")
    monkeypatch.setenv("LEDGERBEE_BASE_URL", "https://other.example/api/")
    assert repr(LedgerBee()) == "<LedgerBee https://other.example/api>"
    assert repr(LedgerBee(base_url="http://localhost:1/api")) == "<LedgerBee http://localhost:1/api>"
    LedgerBee(client_id=CLIENT_ID, client_secret=CLIENT_SECRET)
    LedgerBee(auth=httpx.BasicAuth("a", "b"))


async def test_the_environment_gives_a_key_or_an_oauth_client(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.get("x-api-key") or request.content.decode() or request.headers["authorization"])
        return httpx.Response(200, json={"access_token": "t"})

    monkeypatch.setenv("LEDGERBEE_API_KEY", "k")
    transport = httpx.MockTransport(answer)
    async with LedgerBee(transport=transport) as lb:
        await lb.request("GET", "/v1/x")
    monkeypatch.delenv("LEDGERBEE_API_KEY")
    monkeypatch.setenv("LEDGERBEE_CLIENT_ID", "i")
    monkeypatch.setenv("LEDGERBEE_CLIENT_SECRET", "s")
    async with LedgerBee(transport=transport) as lb:
        await lb.request("GET", "/v1/x")
    assert seen == ["k", "grant_type=client_credentials&client_id=i&client_secret=s", "Bearer t"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "no credential"),
        ({"api_key": "k", "client_id": "i", "client_secret": "s"}, "both"),
        ({"client_id": "i"}, "half"),
        ({"api_key": ""}, "empty"),
        ({"api_key": "k", "auth": ApiKey("k")}, "one of them"),
        ({"auth": "k"}, "httpx.Auth"),
        ({"api_key": "k", "base_url": "http://api.example"}, "https"),
        ({"api_key": "k", "base_url": "api.example"}, "absolute"),
        ({"api_key": "k", "scope_check": "on"}, "'auto' or 'off'"),
        ({"api_key": "k", "http_client": httpx.AsyncClient(), "transport": httpx.MockTransport(print)}, "not both"),
    ],
)
def test_what_cant_work_is_refused_at_once(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        LedgerBee(**arguments)


async def test_a_request_carries_the_key_the_agent_and_the_timeouts() -> None:
    recorder = Recorder()
    async with client(recorder) as lb:
        await lb.products.get("1")
        assert recorder.last.extensions["timeout"] == DEFAULT_TIMEOUT.as_dict()
    request = recorder.last
    assert request.headers["x-api-key"] == API_KEY
    assert request.headers["user-agent"].startswith("ledgerbee-client/")
    assert str(request.url) == "http://localhost/api/v1/products/1"
    async with client(recorder, timeout=7) as lb:
        await lb.products.get("1")
    assert recorder.last.extensions["timeout"] == httpx.Timeout(7).as_dict()
    async with client(recorder, timeout=None, retry=RetryPolicy(deadline=None)) as lb:
        await lb.products.get("1")
    assert recorder.last.extensions["timeout"] == httpx.Timeout(None).as_dict()


# ---------------------------------------------------------------------- copied


async def test_a_copy_has_other_options_over_the_same_connections() -> None:
    recorder = Recorder()
    async with client(recorder) as lb:
        other = lb.with_options(timeout=3, headers={"X-One": "1"}).with_options(headers={"X-Two": "2", "x-one": "3"})
        assert type(other) is LedgerBee
        await other.products.get("1")
        assert recorder.last.headers["x-one"] == "3"
        assert recorder.last.headers["x-two"] == "2"
        assert recorder.last.extensions["timeout"]["read"] == 3
        await lb.products.get("1")
        assert "x-one" not in recorder.last.headers
        assert recorder.last.extensions["timeout"]["read"] == 30
        assert other.scopes is lb.scopes
        await other.aclose()  # closes nothing
        async with lb.with_options() as another:
            await another.products.get("1")
        await lb.products.get("1")
    with pytest.raises(ConfigurationError, match="closed"):
        await other.products.get("1")


async def test_a_copy_may_repeat_less() -> None:
    recorder = Recorder(503)
    async with client(recorder) as lb:
        with pytest.raises(LedgerBeeError):
            await lb.with_options(retry=None).products.get("1")
        assert len(recorder.requests) == 1
        with pytest.raises(LedgerBeeError):
            await lb.products.get("1")
        assert len(recorder.requests) == 5


@pytest.mark.parametrize("value", ["a\nb", object()])
async def test_headers_of_a_copy_are_checked(value: Any) -> None:
    with pytest.raises((ValueError, TypeError), match="X-One"):
        LedgerBee("k").with_options(headers={"X-One": value})


def test_a_client_cant_be_copied_otherwise() -> None:
    with pytest.raises(TypeError, match="can't be pickled"):
        copy.copy(LedgerBee("k"))


# ---------------------------------------------------------------------- closed


async def test_a_closed_client_sends_nothing() -> None:
    recorder = Recorder()
    lb = client(recorder)
    async with lb:
        await lb.products.get("1")
    for _ in range(2):
        await lb.aclose()
        with pytest.raises(ConfigurationError, match=r"products\.get: the client is closed"):
            await lb.products.get("1")
    assert len(recorder.requests) == 1


async def test_closing_ends_the_calls_under_way() -> None:
    started = anyio.Event()

    async def answer(request: httpx.Request) -> httpx.Response:
        started.set()
        await anyio.sleep_forever()
        raise AssertionError

    lb = client(answer)
    errors: list[LedgerBeeError] = []

    async def call(method: str) -> None:
        with pytest.raises(LedgerBeeError) as caught:
            await lb.request(method, "/v1/things")
        errors.append(caught.value)

    async with anyio.create_task_group() as group:
        group.start_soon(call, "GET")
        await started.wait()
        group.start_soon(call, "POST")
        await anyio.wait_all_tasks_blocked()
        await lb.aclose()
    assert {type(error) for error in errors} <= {TransportError, OutcomeUnknownError}
    assert any(isinstance(error, OutcomeUnknownError) for error in errors)


async def drop(lb: LedgerBee, *, used: bool) -> None:
    if used:
        await lb.products.get("1")


@pytest.mark.parametrize("used", [True, False])
async def test_a_client_that_is_dropped_warns_if_it_was_used(used: bool) -> None:
    gc.collect()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        await drop(client(Recorder()), used=used)
        gc.collect()
    assert [(one.category, "never closed" in str(one.message)) for one in caught] == [(ResourceWarning, True)] * used


async def test_a_copy_that_is_dropped_does_not_warn_and_keeps_its_original_alive() -> None:
    recorder = Recorder()
    gc.collect()
    copied = client(recorder).with_options()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        await copied.products.get("1")
        gc.collect()
        assert caught == []
        del copied
        gc.collect()
    assert len(caught) == 1


async def test_an_http_client_of_the_callers_stays_open_and_keeps_its_own_headers() -> None:
    recorder = Recorder()
    http = httpx.AsyncClient(
        transport=httpx.MockTransport(recorder),
        headers={"User-Agent": "mine", "X-Mine": "1"},
        base_url="https://a.example",
    )
    async with http:
        async with LedgerBee(API_KEY, http_client=http, scope_check="off") as lb:
            await lb.products.get("1")
        assert not http.is_closed
        assert (recorder.last.headers["user-agent"], recorder.last.headers["x-mine"]) == ("mine", "1")
        assert recorder.last.url.host == "api.ledgerbee.com"
        await drop(LedgerBee(API_KEY, http_client=http, scope_check="off"), used=True)
        gc.collect()  # no warning: it is not ours


# ---------------------------------------------------------------------- calls


async def test_what_the_document_does_not_know_can_be_sent() -> None:
    recorder = Recorder()
    async with client(recorder) as lb:
        await lb.products.update(
            "1", name="x", extra_query={"dryRun": True, "ids": [1, 2]}, extra_headers={"X-A": "b"}, extra_body={"z": 1}
        )
        assert recorder.last.url.params.multi_items() == [("dryRun", "true"), ("ids", "1"), ("ids", "2")]
        assert recorder.last.headers["x-a"] == "b"
        assert json.loads(recorder.last.content) == {"name": "x", "z": 1}
        await lb.products.get("1", extra_query={"expand": "prices"}, extra_headers={"X-A": "c"})
        assert recorder.last.url.query == b"expand=prices"
        assert recorder.last.headers["x-a"] == "c"


async def test_only_what_is_passed_is_sent_and_none_is_null() -> None:
    recorder = Recorder()
    async with client(recorder) as lb:
        await lb.products.update("1", name="x", description=None)
    assert recorder.last.content == b'{"name":"x","description":null}'


@pytest.mark.parametrize("path", ["", ".", "..", " "])
async def test_a_path_parameter_never_reaches_another_endpoint(path: str) -> None:
    recorder = Recorder()
    async with client(recorder) as lb:
        with pytest.raises(ValueError, match="product_id"):
            await lb.products.delete(path)
    assert recorder.requests == []


async def test_money_is_exact_and_a_float_is_refused_before_anything_is_sent() -> None:
    recorder = Recorder()
    async with client(recorder) as lb:
        amount: Any = 0.1
        with pytest.raises(TypeError, match="float"):
            await lb.product_prices.create(product_id="1", unit_amount=amount)
        assert recorder.requests == []
        await lb.product_prices.create(product_id="1", unit_amount=Decimal("10.00"))
        assert recorder.last.content == b'{"productId":"1","unitAmount":"10.00"}'


async def test_endpoint_modules_work_on_their_own_under_the_same_policies() -> None:
    recorder = Recorder(headers={"X-Request-Id": "7"}, json=PRODUCT)
    async with client(recorder) as lb:
        response = await get_product.asyncio_detailed("1", client=lb)
        assert (response.status_code, response.headers["x-request-id"]) == (200, "7")
        assert json.loads(response.content) == PRODUCT
        assert response.parsed.name == "Web Hosting"
        recorder.answer = {"json": {"data": [PRODUCT], "total": 1, "page": 1, "limit": 25, "totalPages": 1}}
        assert (await list_products.asyncio_detailed(client=lb)).parsed.data[0].id == "1"
        recorder.status = 404
        with pytest.raises(NotFoundError):
            await get_product.asyncio_detailed("1", client=lb)


@pytest.mark.parametrize("status", [200, 201, 202, 203])
async def test_any_success_is_decoded(status: int) -> None:
    async with client(Recorder(status, json=PRODUCT)) as lb:
        assert (await lb.products.get("1")).id == "1"


async def test_single_statuses_may_have_a_decoder_of_their_own() -> None:
    recorder = Recorder(json={"a": 1})
    async with client(recorder) as lb:
        operation = OPERATIONS["products.get"]
        by_status: dict[int, Any] = {202: ("text", str.upper), 204: ("empty", lambda value: value)}

        async def parsed(status: int) -> Any:
            recorder.status = status
            return (await lb.execute(operation, Request("/v1/products/1"), dict, by_status)).parsed

        assert await parsed(200) == {"a": 1}
        assert await parsed(202) == '{"A":1}'
        assert await parsed(204) is None


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"content": b""}, "is empty"),
        (
            {"text": "<html>", "headers": {"content-type": "text/html; charset=utf-8"}},
            r"not valid JSON \(text/html, 6 bytes\)",
        ),
        ({"content": b"{"}, r"not valid JSON \(of unknown type, 1 bytes\)"),
        ({"content": b"[" * 100_000}, "not valid JSON"),
        ({"json": []}, "object"),
    ],
)
async def test_a_success_that_cant_be_decoded_says_so(answer: dict[str, Any], reason: str) -> None:
    async with client(Recorder(**answer)) as lb:
        with pytest.raises(ResponseDecodeError, match=reason) as caught:
            await lb.products.get("1")
        assert caught.value.response is not None
        assert caught.value.operation == "products.get"
        with pytest.raises(ResponseDecodeError, match="don't send it again"):
            await lb.products.update("1", name="x")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*PRODUCT, "data", "total"]), inner),
    max_leaves=12,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(JSON)
def test_whatever_json_comes_is_decoded_or_a_decode_error(value: Any) -> None:
    content = json.dumps(value).encode()

    async def read() -> None:
        async with client(Recorder(content=content)) as lb:
            for call in (lb.products.get("1"), lb.products.list(), lb.invoices.list(), lb.invoices.get("1")):
                with contextlib.suppress(ResponseDecodeError):
                    await call

    asyncio.run(read())


async def test_pdfs_are_bytes() -> None:
    async with client(Recorder(content=b"%PDF-1.7 \xff\x00")) as lb:
        assert await lb.invoices.pdf("1") == b"%PDF-1.7 \xff\x00"


async def test_a_call_of_the_callers_own_goes_under_the_same_policies() -> None:
    recorder = Recorder(json={"a": [1]})
    async with client(recorder) as lb:
        params = {"page": 2, "on": True, "ids": ["a", "b"]}
        response = await lb.request("get", "/v1/things?x=1", params=params, headers={"X-A": "b"})
        assert (response.status_code, response.parsed) == (200, {"a": [1]})
        assert recorder.last.url.query == b"x=1&page=2&on=true&ids=a&ids=b"
        assert recorder.last.headers["x-a"] == "b"
        assert recorder.last.content == b""
        await lb.request("POST", "/v1/things", json={"amount": Decimal("1.50"), "none": None})
        assert recorder.last.content == b'{"amount":"1.50","none":null}'
        await lb.request("PUT", "/v1/things", json=None)
        assert recorder.last.content == b"null"
        recorder.answer = {"content": b"%PDF"}
        response = await lb.request("GET", "/v1/things")
        assert (response.parsed, response.content) == (None, b"%PDF")
        recorder.answer = {"content": b"{", "headers": {"content-type": "application/json"}}
        with pytest.raises(ResponseDecodeError, match="request GET /v1/things"):
            await lb.request("GET", "/v1/things")
        for path in ("v1/things", "//evil.example/x", "https://evil.example", "/v1/../x"):
            with pytest.raises(ValueError, match="path"):
                await lb.request("GET", path)


async def test_a_delete_that_was_done_the_first_time_has_no_result() -> None:
    answers = [httpx.Response(503), httpx.Response(404, json={"message": "gone"})]
    async with client(lambda _: answers.pop(0)) as lb:
        assert await lb.products.delete("1") is None
    answers = [httpx.Response(503), httpx.Response(404, json={"message": "gone"})]
    async with client(lambda _: answers.pop(0)) as lb:
        response = await lb.request("DELETE", "/v1/things/1")
    assert response.status_code == 404


async def test_an_operation_whose_body_is_not_known_takes_a_mapping() -> None:
    if not is_untyped(operations()["projects.create_subproject"]):
        pytest.skip(f"{OTHER_FIELDS}: the body of projects.create_subproject has known fields")
    recorder = Recorder(201, json={})
    async with client(recorder) as lb:
        await lb.projects.create_subproject("1", body={"name": "x", "share": Decimal("1.0")})
    assert json.loads(recorder.last.content) == {"name": "x", "share": "1.0"}


# ---------------------------------------------------------------------- downloads


class Pieces(httpx.AsyncByteStream):
    """A body that comes in pieces, and may break off."""

    def __init__(self, *pieces: bytes | Exception) -> None:
        self.pieces = pieces
        self.closed = False

    async def __aiter__(self) -> Any:
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    async def aclose(self) -> None:
        self.closed = True


class Slow(httpx.AsyncByteStream):
    """A body that leaves others the time to cancel."""

    async def __aiter__(self) -> Any:
        for _ in range(3):
            await anyio.lowlevel.checkpoint()
            yield b"%PDF" * 100


async def download(lb: LedgerBee, path: Path) -> Path:
    return await lb.download(get_invoice_pdf.OPERATION, get_invoice_pdf.build_request("1"), path)


async def test_a_download_replaces_a_file_as_a_whole(tmp_path: Path) -> None:
    target = tmp_path / "invoice.pdf"
    target.write_bytes(b"old and longer")
    async with client(lambda _: httpx.Response(200, stream=Pieces(b"%PDF", b" new"))) as lb:
        assert await download(lb, target) == target
        assert target.read_bytes() == b"%PDF new"
        assert await lb.download(get_invoice_pdf.OPERATION, get_invoice_pdf.build_request("1"), str(target)) == target
    assert files(tmp_path) == ["invoice.pdf"]
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    assert target.stat().st_mode == ordinary.stat().st_mode


async def test_a_repeated_download_starts_again(tmp_path: Path) -> None:
    bodies = [Pieces(b"much longer than", httpx.ReadError("cut")), Pieces(b"%PDF")]
    sent = list(bodies)
    async with client(lambda _: httpx.Response(200, stream=sent.pop(0))) as lb:
        await download(lb, tmp_path / "x.pdf")
    assert (tmp_path / "x.pdf").read_bytes() == b"%PDF"
    assert all(body.closed for body in bodies)


@pytest.mark.parametrize("before", [None, b"old"])
@pytest.mark.parametrize(
    "answer",
    [
        lambda: httpx.Response(200, stream=Pieces(b"%PDF", httpx.RemoteProtocolError("cut"))),
        lambda: httpx.Response(200, stream=Pieces(b"%PDF", LookupError("oops"))),
        lambda: httpx.Response(404, json={}),
    ],
)
async def test_a_download_that_fails_leaves_what_was_there(tmp_path: Path, before: bytes | None, answer: Any) -> None:
    target = tmp_path / "x.pdf"
    if before is not None:
        target.write_bytes(before)
    async with client(lambda _: answer()) as lb:
        with pytest.raises((LedgerBeeError, LookupError)):
            await download(lb, target)
    assert files(tmp_path) == ["x.pdf"] * (before is not None)
    assert before is None or target.read_bytes() == before


@pytest.mark.unmeasured
@pytest.mark.parametrize("native", [True, False])
async def test_a_cancelled_download_leaves_nothing(tmp_path: Path, native: bool) -> None:
    """Cancelled at every moment that there is, by asyncio's own means and by anyio's."""
    done = 0
    for steps in range(60):
        async with client(lambda _: httpx.Response(200, stream=Slow())) as lb:
            target = tmp_path / "x.pdf"
            scope = anyio.CancelScope()

            async def run(lb: LedgerBee = lb, scope: anyio.CancelScope = scope, target: Path = target) -> None:
                with scope:
                    await download(lb, target)

            task = asyncio.create_task(run())
            for _ in range(steps):
                await asyncio.sleep(0)
            task.cancel() if native else scope.cancel()
            await asyncio.gather(task, return_exceptions=True)
            if target.exists():
                done += 1
                assert target.read_bytes() == b"%PDF" * 300
                target.unlink()
            assert files(tmp_path) == []
    gc.collect()
    assert done < 60


async def test_a_file_that_cant_be_made_is_told_before_anything_is_sent(tmp_path: Path) -> None:
    recorder = Recorder(content=b"%PDF")
    async with client(recorder) as lb:
        with pytest.raises(FileNotFoundError):
            await download(lb, tmp_path / "nowhere" / "x.pdf")
        assert recorder.requests == []
        with pytest.raises(OSError, match="directory"):
            await download(lb, tmp_path)
    assert files(tmp_path) == []


def test_credentials_may_be_handed_in_as_auth_flows() -> None:
    LedgerBee(auth=ApiKey(API_KEY))
    LedgerBee(auth=OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET))
