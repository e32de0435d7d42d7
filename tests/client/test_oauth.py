"""OAuth client credentials against a real token endpoint and API."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any

import anyio
import httpx
import pytest
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from ledgerbee_client import LedgerBee, MemoryTokenStore, OAuthClientCredentials, RetryEvent, RetryPolicy, Token
from ledgerbee_client.errors import (
    AuthenticationError,
    ConfigurationError,
    ConnectionFailedError,
    LedgerBeeError,
    MissingScopeError,
    OutcomeUnknownError,
    RateLimitError,
    ResponseDecodeError,
    ServerError,
)
from tests.client.oauth_server import OAuthServer
from tests.shared.api import path
from tests.shared.asgi_server import Stage, serving, transport
from tests.shared.secrets_check import CLIENT_ID, CLIENT_SECRET, TOKEN, assert_no_secret, leaks

IMPATIENT = RetryPolicy(initial_delay=0.0, max_delay=0.0, max_attempts=2)


@pytest.fixture
def server(stage: Stage) -> OAuthServer:
    server = OAuthServer()
    server.base_url, stage.app = stage.base_url, server.app
    return server


@pytest.fixture
def sleeps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Nobody waits; how long they would have is noted."""
    noted: list[float] = []
    sleep = anyio.sleep

    async def note(seconds: float) -> None:
        if seconds > 0.05:
            noted.append(seconds)
            seconds = 0.0
        await sleep(seconds)

    monkeypatch.setattr("anyio.sleep", note)
    return noted


def client(server: OAuthServer, **options: Any) -> LedgerBee:
    options = {"retry": IMPATIENT, "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, **options}
    if "auth" in options:
        del options["client_id"], options["client_secret"]
    return LedgerBee(base_url=server.base_url, transport=transport(), **options)


async def post(lb: LedgerBee, number: int = 0) -> None:
    await lb.request("POST", "/v1/things", json={"number": number})


async def gathered(count: int, call: Callable[[int], Any]) -> list[Any]:
    return await asyncio.gather(*(call(number) for number in range(count)), return_exceptions=True)


# ---------------------------------------------------------------------- single flight


@pytest.mark.unmeasured
async def test_200_tasks_starting_at_once_cause_one_token_request(server: OAuthServer) -> None:
    async with client(server) as lb:
        found = await gathered(200, lambda _: lb.company.get())
    assert {company.name for company in found} == {"Acme"}
    assert server.token_requests == 1
    assert all(agent.startswith("ledgerbee-client/") for agent in server.agents)


@pytest.mark.unmeasured
async def test_a_token_revoked_under_load_is_renewed_once_and_every_write_is_applied_once(server: OAuthServer) -> None:
    server.revoke_at = 60
    async with client(server) as lb:
        assert await gathered(200, lambda number: post(lb, number)) == [None] * 200
    assert server.token_requests == 2
    assert sorted(server.applied) == sorted(b'{"number":%d}' % number for number in range(200))
    assert any(not let_in for _, _, let_in in server.calls)


async def test_a_token_that_is_refused_again_is_not_tried_a_third_time(server: OAuthServer) -> None:
    server.answers.extend(JSONResponse({"access_token": f"{TOKEN}unknown{n}"}) for n in range(2))
    async with client(server) as lb:
        with pytest.raises(AuthenticationError, match="invalid_token") as caught:
            await post(lb)
    assert (server.token_requests, len(server.calls), server.applied) == (2, 2, [])
    assert_no_secret(caught.value)


async def test_a_wrong_secret_costs_one_token_request_however_many_wait_for_it(server: OAuthServer) -> None:
    async with client(server, client_secret=f"{CLIENT_SECRET}-but-wrong", scope_check="off") as lb:
        found = await gathered(50, lambda _: lb.company.get())
    assert {type(error) for error in found} == {AuthenticationError}
    assert len({id(error) for error in found}) == 50
    assert server.token_requests == 1
    assert server.calls == []
    for error in found:
        assert (error.operation, error.code) == ("company.get", "invalid_client")
        assert_no_secret(error)


async def test_two_clients_that_share_a_store_share_a_token(server: OAuthServer) -> None:
    store = MemoryTokenStore()
    flows = [OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET, store=store) for _ in range(2)]
    async with client(server, auth=flows[0]) as one, client(server, auth=flows[1]) as two:
        await gathered(40, lambda number: (one, two)[number % 2].company.get())
        assert server.token_requests == 1
        server.revoke()
        await gathered(40, lambda number: (one, two)[number % 2].company.get())
    assert server.token_requests == 2


async def test_a_store_of_the_callers_own_needs_no_lock(server: OAuthServer) -> None:
    class Store:
        kept: Token | None = None

        async def get(self, client_id: str) -> Token | None:
            assert client_id == CLIENT_ID
            return self.kept

        async def put(self, client_id: str, token: Token) -> None:
            assert client_id == CLIENT_ID
            self.kept = token

    store = Store()
    flow = OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET, store=store)
    async with client(server, auth=flow) as lb:
        await gathered(40, lambda _: lb.company.get())
    assert store.kept is not None
    assert store.kept.value == f"{TOKEN}1"
    other = OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET, store=store)
    async with client(server, auth=other) as lb:
        await lb.company.get()
    assert server.token_requests == 1


async def test_cancelling_the_task_that_asks_for_the_token_lets_another_ask(server: OAuthServer) -> None:
    async def hang() -> Response:
        await asyncio.sleep(30)
        raise AssertionError

    server.answers.append(hang)
    async with client(server) as lb:
        tasks = [asyncio.create_task(post(lb, number)) for number in range(5)]
        while server.token_requests == 0:  # noqa: ASYNC110  # the server is in another thread
            await asyncio.sleep(0.001)
        tasks[0].cancel()
        found = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(found[0], asyncio.CancelledError)
    assert found[1:] == [None] * 4
    assert server.token_requests == 2
    assert len(server.applied) == 4


# ---------------------------------------------------------------------- renewal


async def test_a_token_is_renewed_shortly_before_its_end(server: OAuthServer) -> None:
    now = 1_000_000.0
    flow = OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET, clock=lambda: now)
    async with client(server, auth=flow) as lb:
        await lb.company.get()
        now += 3600 - 61
        await lb.company.get()
        assert server.token_requests == 1
        now += 2
        await gathered(20, lambda _: lb.company.get())
        assert server.token_requests == 2
    assert all(let_in for _, _, let_in in server.calls)


async def test_short_lived_tokens_are_used_too(server: OAuthServer) -> None:
    now = 1_000_000.0
    server.extra = {"expires_in": 30}
    flow = OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET, clock=lambda: now)
    async with client(server, auth=flow) as lb:
        await lb.company.get()
        now += 26
        await lb.company.get()
        assert server.token_requests == 1
        now += 2
        await lb.company.get()
    assert server.token_requests == 2


@pytest.mark.parametrize("lifetime", [None, "soon", 0, -5, "1e999"])
async def test_a_lifetime_that_is_none_means_an_hour(server: OAuthServer, lifetime: Any) -> None:
    server.extra = {"expires_in": lifetime}
    store = MemoryTokenStore()
    flow = OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET, clock=lambda: 100.0, store=store)
    async with client(server, auth=flow) as lb:
        await lb.company.get()
    token = await store.get(CLIENT_ID)
    assert token is not None
    assert token.expires_at == 3700.0


# ---------------------------------------------------------------------- a token endpoint in trouble


def limited(**headers: str) -> Response:
    body = {"error": "invalid_client", "error_description": "Rate limit exceeded. Try again later."}
    return JSONResponse(body, 429, headers={name.replace("_", "-"): value for name, value in headers.items()})


async def test_the_rate_limit_is_waited_out_by_all_together(server: OAuthServer, sleeps: list[float]) -> None:
    server.answers.append(limited(x_rate_limit_remaining="0", x_rate_limit_reset=str(int(time.time()) + 40)))
    async with client(server) as lb:
        assert len([one for one in await gathered(50, lambda _: lb.company.get()) if one.name == "Acme"]) == 50
    assert server.token_requests == 2
    assert len(sleeps) == 50
    assert all(37 <= seconds <= 42 for seconds in sleeps)


async def test_a_reset_that_did_not_help_is_followed_by_backing_off(server: OAuthServer, sleeps: list[float]) -> None:
    past = str(int(time.time()) - 5)  # the bucket of the address is free, that of the client is not
    server.answers.extend(limited(x_rate_limit_reset=past) for _ in range(3))
    async with client(server, retry=RetryPolicy()) as lb:
        await lb.company.get()
    assert server.token_requests == 4
    assert sum(sleeps) > 4 + 8 + 16


async def test_without_headers_the_endpoint_is_left_alone_for_longer_and_longer(
    server: OAuthServer, sleeps: list[float]
) -> None:
    server.answers.extend(limited() for _ in range(3))
    async with client(server, retry=RetryPolicy()) as lb:
        await lb.company.get()
    assert len(sleeps) == 3
    for times, seconds in enumerate(sleeps, 1):
        assert 2.0 ** (times + 1) * 0.9 <= seconds <= 2.0 ** (times + 2)


@pytest.mark.parametrize("attempts", [1, 3])
async def test_tokens_are_requested_as_often_as_the_retry_policy_says(
    server: OAuthServer, sleeps: list[float], attempts: int
) -> None:
    events: list[RetryEvent] = []
    server.answers.extend(limited() for _ in range(attempts))
    policy = RetryPolicy(max_attempts=attempts, deadline=None, on_retry=events.append)
    async with client(server, retry=policy) as lb:
        with pytest.raises(RateLimitError, match=r"auth\.token") as caught:
            await post(lb)
    assert server.token_requests == attempts
    assert len(sleeps) == len(events) == attempts - 1
    assert {event.status_code for event in events} <= {429}
    assert caught.value.applied is False
    assert caught.value.__cause__ is None
    assert_no_secret(caught.value)


async def test_waiting_for_the_pause_of_another_call_costs_no_attempt(server: OAuthServer, sleeps: list[float]) -> None:
    server.answers.append(limited(retry_after="20"))
    async with client(server, retry=RetryPolicy(max_attempts=1)) as lb:
        with pytest.raises(RateLimitError):
            await lb.company.get()
        assert (await lb.company.get()).name == "Acme"
    assert len(sleeps) == 1
    assert 19 <= sleeps[0] <= 21


async def test_copies_of_a_client_share_the_pause_of_the_token_endpoint(
    server: OAuthServer, sleeps: list[float]
) -> None:
    server.answers.append(limited(retry_after="20"))
    async with client(server, retry=RetryPolicy(max_attempts=1)) as lb:
        with pytest.raises(RateLimitError):
            await lb.company.get()
        hasty = lb.with_options(retry=RetryPolicy(deadline=5))
        with pytest.raises(RateLimitError, match=r"auth\.token") as caught:
            await post(hasty)
        assert caught.value.retry_at is not None
        assert caught.value.applied is False
    assert (server.token_requests, server.calls, sleeps) == (1, [], [])


async def test_a_refused_token_does_not_hide_that_an_earlier_attempt_may_have_been_applied(
    server: OAuthServer, sleeps: list[float]
) -> None:
    async with client(server, retry=RetryPolicy(initial_delay=0.0)) as lb:
        await lb.company.get()
        server.fails.append(503)
        server.revoke_at = len(server.calls) + 1
        server.answers.append(JSONResponse({"error": "invalid_client"}, 401))
        with pytest.raises(OutcomeUnknownError, match="not sent again") as caught:
            await lb.request("PUT", "/v1/things/1", json={})
    assert isinstance(caught.value.__cause__, AuthenticationError)


async def test_a_wait_beyond_the_deadline_is_an_error_at_once_for_all(server: OAuthServer, sleeps: list[float]) -> None:
    reset = int(time.time()) + 50
    server.answers.append(limited(x_rate_limit_reset=str(reset)))
    async with client(server, retry=RetryPolicy(deadline=10.0, max_attempts=1)) as lb:
        found = await gathered(20, lambda number: post(lb, number))
    assert {type(error) for error in found} == {RateLimitError}
    assert found[0].retry_at.timestamp() == pytest.approx(reset, abs=3)
    assert server.token_requests == 1
    assert sleeps == []


async def test_a_gateway_error_of_the_token_endpoint_is_repeated(server: OAuthServer, sleeps: list[float]) -> None:
    server.answers.extend(PlainTextResponse("oops", 503) for _ in range(2))
    async with client(server, retry=RetryPolicy()) as lb:
        await post(lb)
    assert server.token_requests == 3
    assert len(sleeps) == 2
    assert len(server.applied) == 1
    server.answers.extend(PlainTextResponse("oops", 503) for _ in range(4))
    async with client(server, retry=RetryPolicy()) as lb:
        with pytest.raises(ServerError, match=r"auth\.token: 503") as caught:
            await post(lb)
    assert len(server.applied) == 1
    assert_no_secret(caught.value)


@pytest.mark.parametrize(
    ("answer", "kind", "text"),
    [
        (lambda: PlainTextResponse("<html>", 200), ResponseDecodeError, "no usable access_token"),
        (lambda: JSONResponse([]), ResponseDecodeError, "no usable access_token"),
        (lambda: JSONResponse({}), ResponseDecodeError, "no usable access_token"),
        (lambda: JSONResponse({"access_token": 5}), ResponseDecodeError, "no usable access_token"),
        (lambda: JSONResponse({"access_token": f"{TOKEN} \n"}), ResponseDecodeError, "no usable access_token"),
        (lambda: PlainTextResponse("oops", 500), ServerError, "500"),
        (lambda: JSONResponse({"error": "invalid_client"}, 400), AuthenticationError, "invalid_client"),
        (lambda: JSONResponse({"error": "invalid_client"}, 401), AuthenticationError, "invalid_client"),
        (lambda: PlainTextResponse("no", 403), AuthenticationError, "403"),
        (lambda: RedirectResponse("https://example.com/elsewhere"), LedgerBeeError, "307"),
    ],
)
async def test_what_is_no_token_is_the_right_error_and_a_write_was_not_sent(
    server: OAuthServer, answer: Callable[[], Response], kind: type[LedgerBeeError], text: str
) -> None:
    server.answers.append(answer())
    async with client(server) as lb:
        with pytest.raises(kind, match=text) as caught:
            await post(lb)
        assert not isinstance(caught.value, OutcomeUnknownError)
        assert (server.token_requests, server.calls) == (1, [])
        assert_no_secret(caught.value)
        await post(lb)  # the next one asks again
    assert len(server.applied) == 1


async def test_a_token_endpoint_that_hangs_is_no_uncertain_write(server: OAuthServer) -> None:
    async def hang() -> Response:
        await asyncio.sleep(30)
        raise AssertionError

    server.answers.extend([hang, hang])
    async with client(server, timeout=httpx.Timeout(30, read=0.1)) as lb:
        with pytest.raises(ConnectionFailedError, match="nothing was sent") as caught:
            await post(lb)
        assert_no_secret(caught.value)
        assert (server.token_requests, server.calls) == (2, [])


async def test_a_token_endpoint_that_is_down_is_no_uncertain_write(free_port_url: str) -> None:
    lb = LedgerBee(base_url=free_port_url, client_id=CLIENT_ID, client_secret=CLIENT_SECRET, retry=IMPATIENT)
    async with lb:
        with pytest.raises(ConnectionFailedError) as caught:
            await post(lb)
    assert_no_secret(caught.value)


@pytest.fixture
def free_port_url() -> str:
    """Nobody listens there."""
    with serving(Stage()) as gone:
        return gone


# ---------------------------------------------------------------------- what OAuth may do


async def test_operations_for_api_keys_only_are_refused_before_anything_is_sent(server: OAuthServer) -> None:
    async with client(server) as lb:
        with pytest.raises(ConfigurationError, match="API key only"):
            await lb.api_key.get()
        with pytest.raises(ConfigurationError, match="API key only"):
            await lb.request("POST", path("portal_sso.revoke_sessions"), json={})
        with pytest.raises(ConfigurationError, match="sign-in in the browser"):
            await lb.request("POST", path("mcp.post"), json={})
    assert (server.token_requests, server.calls) == (0, [])


async def test_an_operation_without_authentication_gets_no_credential(server: OAuthServer) -> None:
    async with client(server) as lb:
        await lb.portal_sso.jwks("acme")
    assert server.token_requests == 0
    assert server.calls == [("GET", ".well-known/portal-sso/acme/jwks.json", True)]


async def test_scopes_come_from_the_token_answer(server: OAuthServer) -> None:
    server.extra = {"scope": "company-read products-read"}
    async with client(server) as lb:
        assert await lb.scopes.granted() == {"company-read", "products-read"}
        assert server.token_requests == 1
        await lb.company.get()
        calls = len(server.calls)
        with pytest.raises(MissingScopeError) as caught:
            await lb.products.delete("1")
        assert caught.value.missing == ("products-write",)
        assert len(server.calls) == calls


async def test_the_first_call_learns_its_scopes_by_the_way(server: OAuthServer) -> None:
    server.extra = {"scope": "company-read"}
    async with client(server) as lb:
        await lb.company.get()
        for _ in range(3):
            with pytest.raises(MissingScopeError):
                await lb.products.delete("1")
    assert server.token_requests == 2  # the token may have been an old one: before a refusal, another is asked for
    assert {path for _, path, _ in server.calls} == {"v1/company"}


async def test_require_at_the_start_of_a_service_knows_the_scopes(server: OAuthServer) -> None:
    server.extra = {"scope": "company-read"}
    async with client(server) as lb:
        with pytest.raises(MissingScopeError, match="products-read, invoices-write"):
            await lb.scopes.require(lb.company.get, lb.products.get, "invoices.create")


async def test_grants_that_were_extended_are_found_with_a_new_token(server: OAuthServer) -> None:
    server.extra = {"scope": "company-read"}
    async with client(server) as lb:
        await lb.company.get()
        server.extra = {"scope": "company-read products-read"}
        await lb.request("GET", "/v1/products/1")
    assert server.token_requests == 2


async def test_a_token_answer_without_scopes_blocks_nothing(server: OAuthServer) -> None:
    async with client(server) as lb:
        assert await lb.scopes.granted() is None
        await lb.scopes.require(lb.products.delete)
        await lb.products.delete("1")
    assert server.token_requests == 1


async def test_failing_to_get_a_token_for_the_scopes_blocks_nothing(server: OAuthServer) -> None:
    server.answers.append(PlainTextResponse("oops", 500))
    async with client(server) as lb:
        assert await lb.scopes.granted() is None
        await lb.company.get()


# ---------------------------------------------------------------------- where secrets go


async def test_tokens_are_asked_for_where_the_client_calls(server: OAuthServer) -> None:
    flow = OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET)
    async with client(server, auth=flow) as lb:
        await lb.company.get()
    assert server.token_requests == 1
    with pytest.raises(ConfigurationError, match="another base_url"):
        LedgerBee(auth=flow)
    elsewhere = OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET, token_url=f"{server.base_url}/v1/auth/token")
    LedgerBee(auth=elsewhere, base_url="http://localhost:1")
    LedgerBee(auth=elsewhere, base_url="http://localhost:2")


async def test_a_credential_never_follows_a_redirect() -> None:
    seen: list[str] = []

    async def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.host)
        if request.url.path.endswith("/token"):
            return httpx.Response(200, json={"access_token": f"{TOKEN}1"})
        return httpx.Response(302, headers={"location": "https://evil.example/x"})

    http = httpx.AsyncClient(transport=httpx.MockTransport(answer), follow_redirects=True)
    async with http:
        for lb in (
            LedgerBee(client_id=CLIENT_ID, client_secret=CLIENT_SECRET, http_client=http, scope_check="off"),
            LedgerBee("some-key", http_client=http, scope_check="off"),
        ):
            with pytest.raises(LedgerBeeError, match="302") as caught:
                await lb.company.get()
            assert_no_secret(caught.value)
    assert set(seen) == {"api.ledgerbee.com"}


async def test_nothing_secret_is_logged(server: OAuthServer, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        async with client(server) as lb:
            await post(lb)
            server.revoke()
            await post(lb)
    assert any(record.name == "ledgerbee_client" for record in caplog.records)
    assert any(record.name.startswith("httpcore") for record in caplog.records)
    assert leaks(caplog.text) == []


async def test_an_error_after_a_renewal_does_not_carry_the_token(server: OAuthServer) -> None:
    """httpx keeps in an answer the answers that led to it, and the first of them brought the token."""
    async with client(server, scope_check="off") as lb:
        await lb.company.get()
        server.revoke()
        server.answers.append(JSONResponse({"access_token": f"{TOKEN}unknown"}))
        with pytest.raises(AuthenticationError) as caught:
            await lb.company.get()
    assert caught.value.response.history == []
    assert_no_secret(caught.value)


async def test_a_refused_answer_that_breaks_off_is_no_uncertain_write() -> None:
    """A 401 says that nothing was applied, even if its body never arrives."""

    class Broken(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncGenerator[bytes]:
            yield b'{"error":'
            raise httpx.ReadError("cut")

    answers = [httpx.Response(401, stream=Broken()), httpx.Response(201, json={"id": "1"})]

    async def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/token"):
            return httpx.Response(200, json={"access_token": f"{TOKEN}1"})
        return answers.pop(0)

    lb = LedgerBee(
        client_id=CLIENT_ID, client_secret=CLIENT_SECRET, transport=httpx.MockTransport(answer), retry=IMPATIENT
    )
    async with lb:
        await post(lb)
    assert answers == []


# ---------------------------------------------------------------------- event loops


def test_one_credential_serves_one_event_loop_after_another() -> None:
    """A service that calls `asyncio.run` more than once, and trio after it, with one credential for all."""
    flow = OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET)
    asked = 0

    async def answer(request: httpx.Request) -> httpx.Response:
        nonlocal asked
        if not request.url.path.endswith("/token"):
            return httpx.Response(401 if asked < 2 else 200, json={"error": "invalid_token"})
        asked += 1
        return httpx.Response(200, json={"access_token": f"{TOKEN}{asked}"})

    async def run() -> None:
        async with (
            LedgerBee(auth=flow, transport=httpx.MockTransport(answer), scope_check="off") as lb,
            anyio.create_task_group() as group,
        ):
            for _ in range(10):
                group.start_soon(lb.request, "GET", "/v1/things")

    async def leave_the_lock_taken() -> None:
        flow_of_one = flow.async_auth_flow(httpx.Request("GET", "https://api.example"))
        async with aclosing(flow_of_one):
            await anext(flow_of_one)

    for backend in ("asyncio", "trio", "asyncio"):
        anyio.run(run, backend=backend)
        anyio.run(leave_the_lock_taken, backend=backend)
    assert asked == 2
