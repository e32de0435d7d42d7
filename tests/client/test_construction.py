"""What a client is made of: arguments that are refused, and what a caller's own httpx client brings along."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest

from ledgerbee_client import LedgerBee, RetryPolicy
from ledgerbee_client.errors import ConfigurationError, OutcomeUnknownError
from tests.shared.secrets_check import API_KEY


def foreign(name: str) -> Any:
    """An object of a class of that name in a package called httpx2."""
    return type(name, (), {"__module__": "httpx2._client"})()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"retry": 3}, r"retry must be a RetryPolicy.*write RetryPolicy\(max_attempts=3\)"),
        ({"retry": True}, "retry must be a RetryPolicy"),
        ({"timeout": "30"}, "timeout must be seconds .* not '30'"),
        ({"timeout": -1}, "timeout must be seconds"),
        ({"timeout": 0}, "timeout must be seconds"),
        ({"timeout": True}, "timeout must be seconds"),
        ({"timeout": float("nan")}, "timeout must be seconds"),
        ({"timeout": float("inf")}, "None for no limit"),
        ({"timeout": httpx.Timeout(5, read=-1)}, "timeout must be seconds .* not -1"),
        ({"scopes": "products-read"}, "scopes must be a collection"),
        ({"scopes": 5}, "scopes must be a collection"),
        ({"scopes": [5]}, "each a string"),
        ({"base_url": 5}, "base_url must be a string"),
        ({"http_client": httpx.Client()}, "http_client must be an httpx.AsyncClient, not Client: a synchronous one"),
        ({"http_client": foreign("AsyncClient")}, "not AsyncClient of httpx2: this package works with httpx"),
        ({"http_client": object()}, "http_client must be an httpx.AsyncClient, not object"),
        ({"transport": httpx.HTTPTransport()}, "transport must be an httpx.AsyncBaseTransport.*synchronous"),
        ({"transport": foreign("AsyncHTTPTransport")}, "of httpx2"),
        ({"auth": foreign("Auth"), "api_key": None}, "auth must be an httpx.Auth, not Auth of httpx2"),
    ],
)
def test_an_argument_that_cant_work_is_refused_with_a_sentence(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        LedgerBee(**({"api_key": API_KEY} | arguments))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"max_attempts": 0}, "max_attempts must be an integer of at least 1, not 0"),
        ({"max_attempts": "3"}, "max_attempts"),
        ({"max_attempts": 2.0}, "max_attempts"),
        ({"max_attempts": True}, "max_attempts"),
        ({"initial_delay": -1}, "initial_delay must be seconds"),
        ({"initial_delay": "1"}, "initial_delay must be seconds"),
        ({"max_delay": float("nan")}, "max_delay must be seconds"),
        ({"deadline": 0}, "deadline must be seconds, or None"),
        ({"deadline": "1"}, "deadline must be seconds, or None"),
        ({"on_retry": "log"}, "on_retry must be a function"),
    ],
)
def test_a_policy_that_cant_work_is_refused(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        RetryPolicy(**arguments)


def test_options_of_a_copy_are_checked_too() -> None:
    lb = LedgerBee(API_KEY)
    for options, message in (
        ({"retry": 3}, "retry"),
        ({"timeout": "1"}, "timeout"),
        ({"headers": "x"}, "headers must be a mapping"),
        ({"headers": {5: "x"}}, "headers must be a mapping"),
    ):
        with pytest.raises(ConfigurationError, match=message):
            lb.with_options(**options)  # type: ignore[arg-type]


# ---------------------------------------------------------------------- a client of the caller's own


def recording(seen: list[httpx.Request]) -> httpx.MockTransport:
    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"id": "1"}, headers={"set-cookie": f"session={len(seen)}; Path=/"})

    return httpx.MockTransport(answer)


async def test_default_parameters_and_headers_come_along_and_hide_nothing() -> None:
    seen: list[httpx.Request] = []
    defaults: dict[str, Any] = {
        "params": [("api-version", "1"), ("page", "9"), ("tag", "a"), ("tag", "b")],
        "headers": {"X-Gateway": "g", "X-Trace": "default"},
        "cookies": {"mine": "1"},
    }
    async with httpx.AsyncClient(transport=recording(seen), **defaults) as http:
        lb = LedgerBee(API_KEY, http_client=http, scope_check="off")
        await lb.request("GET", "/v1/things", params={"page": 3, "search": "x y"}, headers={"X-Trace": "call"})
        await lb.request("GET", "/v1/things?raw=1")
    assert parse_qsl(seen[0].url.query.decode()) == [
        ("api-version", "1"),
        ("tag", "a"),
        ("tag", "b"),
        ("page", "3"),
        ("search", "x y"),
    ]
    assert parse_qsl(seen[1].url.query.decode())[0] == ("raw", "1")
    assert (seen[0].headers["x-gateway"], seen[0].headers["x-trace"]) == ("g", "call")
    assert seen[0].headers["user-agent"] == httpx.Client().headers["user-agent"]


async def test_no_cookie_is_ever_sent() -> None:
    seen: list[httpx.Request] = []
    async with httpx.AsyncClient(transport=recording(seen), cookies={"mine": "1"}, headers={"Cookie": "x=y"}) as http:
        for key in ("one", "other"):
            await LedgerBee(key, http_client=http, scope_check="off").request("GET", "/v1/things")
    async with LedgerBee("third", transport=recording(seen), scope_check="off") as lb:
        await lb.request("GET", "/v1/things")
        await lb.request("GET", "/v1/things")
    assert len(seen) == 4
    assert not any("cookie" in request.headers for request in seen)


async def test_hooks_of_the_callers_client_are_called_and_what_they_raise_after_a_write_is_uncertain() -> None:
    seen: list[httpx.Request] = []
    responses: list[int] = []

    async def on_response(response: httpx.Response) -> None:
        responses.append(response.status_code)
        if len(responses) == 2:
            raise RuntimeError("the hook is broken")

    async with httpx.AsyncClient(transport=recording(seen), event_hooks={"response": [on_response]}) as http:
        lb = LedgerBee(API_KEY, http_client=http, scope_check="off")
        await lb.quotes.send("q1")
        with pytest.raises(OutcomeUnknownError, match="RuntimeError"):
            await lb.quotes.send("q1")
    assert responses == [200, 200]


async def test_a_hook_that_changes_where_a_request_goes_changes_that_of_no_other() -> None:
    seen: list[httpx.Request] = []

    async def on_request(request: httpx.Request) -> None:
        if not seen:
            request.url = request.url.copy_with(path="/elsewhere", query=b"a=1")

    async with httpx.AsyncClient(transport=recording(seen), event_hooks={"request": [on_request]}) as http:
        lb = LedgerBee(API_KEY, http_client=http, scope_check="off")
        for _ in range(2):
            await lb.request("GET", "/v1/things")
    assert seen[0].url.path == "/elsewhere"
    assert seen[1].url.path.endswith("/v1/things")
    assert seen[1].url.query == b""


async def test_a_client_that_its_owner_has_closed_is_named() -> None:
    seen: list[httpx.Request] = []
    http = httpx.AsyncClient(transport=recording(seen))
    lb = LedgerBee(API_KEY, http_client=http, scope_check="off")
    await http.aclose()
    for call in (lb.company.get(), lb.quotes.send("q1")):
        with pytest.raises(ConfigurationError, match=r"the http_client is closed.*nothing was sent"):
            await call
    with pytest.raises(ConfigurationError, match="the http_client is closed: give one that is open"):
        LedgerBee(API_KEY, http_client=http)
    assert seen == []


# ---------------------------------------------------------------------- copies


async def test_a_copy_keeps_what_a_subclass_has_added_and_makes_its_own_resources() -> None:
    class Tenant(LedgerBee):
        def __init__(self, name: str, **options: Any) -> None:
            super().__init__(API_KEY, **options)
            self.tenant = name

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"trace": request.headers.get("x-trace")})

    async with Tenant("acme", transport=httpx.MockTransport(answer), scope_check="off") as lb:
        assert lb.products is lb.products
        copy = lb.with_options(headers={"X-Trace": "1"})
        assert (type(copy), copy.tenant) == (Tenant, "acme")
        assert copy.products is not lb.products
        assert (await copy.request("GET", "/v1/x")).parsed == {"trace": "1"}
        assert (await lb.request("GET", "/v1/x")).parsed == {"trace": None}
        again = copy.with_options(headers={"x-other": "2"})
        assert (await again.request("GET", "/v1/x")).parsed == {"trace": "1"}


def test_a_client_that_was_refused_is_collected_without_a_word(recwarn: pytest.WarningsRecorder) -> None:
    with pytest.raises(ConfigurationError):
        LedgerBee(API_KEY, scopes=5)  # type: ignore[arg-type]
    assert [str(one.message) for one in recwarn] == []


def test_a_hook_that_cannot_be_awaited_is_refused_when_it_is_given() -> None:
    async def hook(_deviation: object) -> None: ...

    class Hook:
        async def __call__(self, _deviation: object) -> None: ...

    for one in (hook, Hook()):
        with pytest.raises(ConfigurationError, match="on_deviation must be a plain function"):
            LedgerBee("key", on_deviation=one)  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match="on_deviation must be a plain function of one argument: not 3"):
        LedgerBee("key", on_deviation=3)  # type: ignore[arg-type]
