"""Credentials: what they put into requests, and what they never show."""

from __future__ import annotations

import copy
import pickle
import traceback
from collections.abc import AsyncGenerator
from typing import Any

import anyio
import httpx
import pytest

from ledgerbee_client import ApiKey, LedgerBee, MemoryTokenStore, OAuthClientCredentials, Token
from ledgerbee_client._failed import mask
from ledgerbee_client._locks import LoopLock
from ledgerbee_client.errors import AuthenticationError, ConfigurationError, LedgerBeeError
from tests.shared.in_process import client
from tests.shared.secrets_check import API_KEY, CLIENT_ID, CLIENT_SECRET, TOKEN, assert_no_secret, leaks

CREDENTIALS = [ApiKey(API_KEY), OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET)]


async def conversation(flow: httpx.Auth, request: httpx.Request, *answers: httpx.Response) -> list[httpx.Request]:
    """The requests that a flow sends, given these answers."""
    sent: list[httpx.Request] = []
    talk: AsyncGenerator[httpx.Request, httpx.Response] = flow.async_auth_flow(request)
    sent.append(await anext(talk))
    for answer in answers[:-1]:
        sent.append(await talk.asend(answer))  # noqa: PERF401
    with pytest.raises(StopAsyncIteration):
        await talk.asend(answers[-1])
    return sent


def token_answer(number: int = 1, **fields: Any) -> httpx.Response:
    return httpx.Response(200, json={"access_token": f"{TOKEN}{number}", **fields})


async def test_an_api_key_goes_into_its_header() -> None:
    request = httpx.Request("GET", "https://api.example")
    sent = await conversation(ApiKey(API_KEY), request, httpx.Response(200))
    assert sent == [request]
    assert request.headers["x-api-key"] == API_KEY
    assert "authorization" not in request.headers


async def test_a_token_is_asked_for_as_the_guide_says() -> None:
    request = httpx.Request(
        "GET", "https://api.example", headers={"user-agent": "me"}, extensions={"timeout": {"x": 1}}
    )
    flow = OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET)
    asked, sent = await conversation(flow, request, token_answer(), httpx.Response(200))
    assert (asked.method, str(asked.url)) == ("POST", "https://api.ledgerbee.com/api/v1/auth/token")
    assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
    assert asked.headers["user-agent"] == "me"
    assert asked.content.decode() == (
        f"grant_type=client_credentials&client_id={CLIENT_ID}&client_secret={CLIENT_SECRET}"
    )
    assert asked.extensions == {"timeout": {"x": 1}}
    assert sent.headers["authorization"] == f"Bearer {TOKEN}1"


@pytest.mark.parametrize(
    "refusal",
    [
        httpx.Response(401, json={"error": "invalid_token"}),
        httpx.Response(401, json={"code": "invalid_token", "statusCode": 401}),
        httpx.Response(401, headers={"www-authenticate": 'Bearer error="invalid_token"'}),
    ],
)
async def test_a_refused_token_is_renewed_and_the_request_repeated_once(refusal: httpx.Response) -> None:
    request = httpx.Request("POST", "https://api.example", content=b"body")
    flow = OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET)
    talk = flow.async_auth_flow(request)
    await anext(talk)
    assert await talk.asend(token_answer(1)) is request
    await talk.asend(refusal)
    assert await talk.asend(token_answer(2)) is request
    assert request.headers["authorization"] == f"Bearer {TOKEN}2"
    with pytest.raises(StopAsyncIteration):
        await talk.asend(refusal)


async def test_a_401_about_something_else_goes_to_the_caller() -> None:
    answer = httpx.Response(401, json={"code": "UNAUTHORIZED", "details": {"reason": "ip_whitelist_mismatch"}})
    flow = OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET)
    sent = await conversation(flow, httpx.Request("GET", "https://api.example"), token_answer(), answer)
    assert len(sent) == 2


async def test_a_server_that_gives_the_same_token_again_is_not_asked_for_ever() -> None:
    flow = OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET)
    request = httpx.Request("GET", "https://api.example")
    refusal = httpx.Response(401, json={"error": "invalid_token"})
    sent = await conversation(flow, request, token_answer(1), refusal, token_answer(1), refusal)
    assert len(sent) == 4
    renewed = 0

    async def call(name: str) -> httpx.Response:
        nonlocal renewed
        assert name == "company.get"
        renewed += len(await conversation(flow, request, token_answer(1), httpx.Response(200)))
        return httpx.Response(200)

    await flow.fetch_grants(call)
    assert renewed == 2
    assert await conversation(flow, request, httpx.Response(200)) == [request]


async def test_the_scopes_of_the_answer_are_kept_with_the_token() -> None:
    store = MemoryTokenStore()
    flow = OAuthClientCredentials(CLIENT_ID, CLIENT_SECRET, store=store)
    request = httpx.Request("GET", "https://api.example")
    await conversation(flow, request, token_answer(scope="a b"), httpx.Response(200))
    token = await store.get(CLIENT_ID)
    assert token is not None
    assert token.scopes == ("a", "b")
    assert await store.get("another") is None


@pytest.mark.parametrize("secret", ["", "with space", "line\nbreak", "ümlaut", 5, None])
def test_a_secret_that_cant_stand_in_a_header_is_refused_without_showing_it(secret: Any) -> None:
    for make in (
        lambda: ApiKey(secret),
        lambda: OAuthClientCredentials(secret, "secret"),
        lambda: OAuthClientCredentials("id", secret),
    ):
        with pytest.raises(ConfigurationError) as caught:
            make()
        assert not secret or str(secret) not in str(caught.value)


def test_a_secret_never_travels_in_clear() -> None:
    with pytest.raises(ConfigurationError, match="https"):
        OAuthClientCredentials("id", "secret", token_url="http://api.example/token")
    OAuthClientCredentials("id", "secret", token_url="http://localhost:1/token")


@pytest.mark.parametrize("credential", CREDENTIALS)
def test_a_credential_shows_nothing_and_cant_be_pickled_or_copied(credential: httpx.Auth) -> None:
    assert leaks(repr(credential) + str(credential) + f"{credential}") == []
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError, match="can't be pickled"):
            pickle.dumps(credential, protocol)
    with pytest.raises(TypeError, match="can't be pickled"):
        copy.deepcopy(credential)
    with pytest.raises(TypeError, match="can't be pickled"):
        pickle.dumps(LedgerBee(auth=credential))
    assert leaks(repr(LedgerBee(auth=credential))) == []


def test_tokens_show_nothing_and_stores_cant_be_pickled() -> None:
    token = Token(f"{TOKEN}1", 5.0)
    assert leaks(repr(token)) == []
    with pytest.raises(TypeError, match="can't be pickled"):
        pickle.dumps(MemoryTokenStore())


@pytest.mark.parametrize("credential", CREDENTIALS)
def test_credentials_are_for_asynchronous_clients(credential: httpx.Auth) -> None:
    with pytest.raises(RuntimeError, match="AsyncClient"):
        credential.sync_auth_flow(httpx.Request("GET", "https://api.example"))


def test_masking_takes_the_credentials_out() -> None:
    request = httpx.Request(
        "GET", "https://x.example", headers={"X-API-Key": API_KEY, "Authorization": f"Bearer {TOKEN}"}
    )
    assert mask(request) is request
    assert leaks(str(request.headers.multi_items())) == []
    assert mask(httpx.Request("GET", "https://x.example")).headers.get("x-api-key") is None


@pytest.mark.parametrize("status", [302, 400, 401, 403, 404, 429, 500, 503])
@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_no_error_answer_carries_the_key(status: int, method: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["x-api-key"] == API_KEY
        return httpx.Response(status, headers={"location": "/elsewhere"})

    async with client(answer) as lb:
        with pytest.raises(LedgerBeeError) as caught:
            await lb.request(method, "/v1/things")
    assert_no_secret(caught.value)
    assert_no_secret(pickle.loads(pickle.dumps(caught.value)))
    shown = traceback.TracebackException.from_exception(caught.value, capture_locals=True).format()
    ours = [frame for frame in shown if "/ledgerbee_client/" in frame]
    assert leaks("".join(ours)) == []


@pytest.mark.parametrize(
    "error", [httpx.ConnectError, httpx.ReadTimeout, httpx.ReadError, httpx.RemoteProtocolError, httpx.PoolTimeout]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_no_transport_error_carries_the_key(error: type[httpx.RequestError], method: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise error("oops", request=request)

    async with client(answer) as lb:
        with pytest.raises(LedgerBeeError) as caught:
            await lb.request(method, "/v1/things")
    assert_no_secret(caught.value)
    assert caught.value.__cause__ is not None


@pytest.mark.parametrize("error", [httpx.ConnectError, httpx.ReadTimeout])
async def test_no_transport_error_carries_the_client_secret(error: type[httpx.RequestError]) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise error("oops", request=request)

    async with client(answer, client_id=CLIENT_ID, client_secret=CLIENT_SECRET) as lb:
        with pytest.raises(LedgerBeeError, match="nothing was sent") as caught:
            await lb.request("POST", "/v1/things")
    assert_no_secret(caught.value)


def test_a_lock_is_free_in_the_next_event_loop() -> None:
    lock = LoopLock()
    entered: list[str] = []

    async def take_and_never_give_back(backend: str) -> None:
        await lock.__aenter__()
        entered.append(backend)

    async def in_turn() -> None:
        inside = 0

        async def one() -> None:
            nonlocal inside
            async with lock:
                inside += 1
                assert inside == 1
                await anyio.lowlevel.checkpoint()
                inside -= 1

        async with anyio.create_task_group() as group:
            for _ in range(5):
                group.start_soon(one)

    for backend in ("asyncio", "trio", "asyncio"):
        anyio.run(take_and_never_give_back, backend, backend=backend)
        anyio.run(in_turn, backend=backend)
    assert entered == ["asyncio", "trio", "asyncio"]


async def test_calls_that_wait_for_a_refused_token_fail_with_errors_of_their_own() -> None:
    asked = 0

    async def answer(request: httpx.Request) -> httpx.Response:
        nonlocal asked
        asked += 1
        await anyio.lowlevel.checkpoint()
        return httpx.Response(401, json={"error": "invalid_client"})

    errors: list[AuthenticationError] = []
    async with client(answer, client_id=CLIENT_ID, client_secret=CLIENT_SECRET) as lb:

        async def call() -> None:
            with pytest.raises(AuthenticationError) as caught:
                await lb.request("GET", "/v1/things")
            errors.append(caught.value)

        async with anyio.create_task_group() as group:
            for _ in range(10):
                group.start_soon(call)
    assert asked == 1
    assert len({id(error) for error in errors}) == 10
