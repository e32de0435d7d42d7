"""The first hour and the first month of a new user: what goes wrong, and what the message of it says.

Each message says what happened, where (the operation or the argument; the host, where a network is concerned), and what
to do, in this order.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import errno
import json
import os
import re
import socket
import ssl
import subprocess
import sys
from collections.abc import Awaitable, Callable
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

import httpx
import pytest
import trustme
from attrs import frozen

from ledgerbee_client import LedgerBee, RetryPolicy, needed_scopes
from ledgerbee_client._advice import after_no_connection
from ledgerbee_client._extras import without_extra
from ledgerbee_client.errors import ConnectionFailedError, OutcomeUnknownError, RateLimitError
from ledgerbee_client.generated.operations import SERVER
from ledgerbee_client.models import ProductResponse, ProductType
from ledgerbee_client.testing import Sandbox
from ledgerbee_client.webhooks import WebhookVerifier, sign
from tests.client.fault_server import HANG, FaultServer, Step
from tests.client.transport_support import TlsServer
from tests.shared.api import ROOT, lacks, path
from tests.shared.in_process import client, files
from tests.shared.secrets_check import API_KEY

pytest_plugins = ["pytester"]

Mistake = Callable[[], Any]

#: How instructions begin. What must be some way says what to do, too.
INSTRUCTION = re.compile(
    r"\b(add|allow|ask|begins with|call|check|choose|correct|did you mean|find out|give|have|install|leave|look|make|"
    r"must|name|pass|read|repeated|send|set|strip|take|use|write)\b",
    re.IGNORECASE,
)


@frozen
class Message:
    """What a message must hold.

    Attributes:
        kind: The name of the class of the exception.
        what: What happened.
        where: The operation, the argument or the host.
        do: What to do.
    """

    kind: str
    what: str
    where: str
    do: str


def check(error: BaseException, expected: Message) -> None:
    """Grade a message: all parts are there, and it ends with an instruction."""
    text = str(error)
    assert type(error).__name__ == expected.kind, text
    for part in (expected.what, expected.where, expected.do):
        assert part in text
    last = re.split(r"; |: | \(|\. ", text[text.rindex(expected.do) :])
    assert INSTRUCTION.search(expected.do), f"not an instruction: {expected.do}"
    assert len(last) <= 3, f"too much follows the instruction: {text}"
    assert API_KEY not in text


def raised_by(mistake: Mistake) -> BaseException:
    """What a mistake raises, at once or when it is awaited."""

    async def run() -> None:
        made = mistake()
        if isinstance(made, Awaitable):
            await made

    with pytest.raises(Exception) as caught:  # which one is the question
        asyncio.run(run())
    return caught.value


def made(**options: Any) -> Mistake:
    """The construction of a client."""
    return lambda: LedgerBee(**{"api_key": API_KEY, **options})


def called(use: Callable[[LedgerBee], Any], response: httpx.Response | None = None, **options: Any) -> Mistake:
    """A call of a client whose every request is answered the same."""

    async def run() -> None:
        async with client(
            lambda _request: response or httpx.Response(200, json={}), **{"retry": None, **options}
        ) as lb:
            made = use(lb)
            if isinstance(made, Awaitable):
                await made

    return run


PRODUCT: dict[str, Any] = {"product_number": "P", "name": "n", "unit": "pcs", "product_group_id": "g"}
INVOICE: dict[str, Any] = {"customer_id": "c", "date": "2026-02-01", "lines": []}
PRICE = {"unit_amount": Decimal(1), "currency": "DKK"}


# ---------------------------------------------------------------------- making a client

CONSTRUCTION: dict[str, tuple[Mistake, Message]] = {
    "no credential": (
        LedgerBee,
        Message("ConfigurationError", "no credential", "LEDGERBEE_API_KEY", "pass api_key=..."),
    ),
    "a key and a client": (
        made(client_id="i", client_secret="s"),
        Message("ConfigurationError", "both an API key and an OAuth client", "the arguments", "give one of them"),
    ),
    "half of a client": (
        lambda: LedgerBee(client_id="i"),
        Message(
            "ConfigurationError", "only half of an OAuth client", "the arguments", "give client_id and client_secret"
        ),
    ),
    "a key with a line break": (
        made(api_key=f"{API_KEY}\n"),
        Message("ConfigurationError", "line breaks", "the API key", "at its beginning or end: strip() it"),
    ),
    "a key with words around it": (
        made(api_key=f"Bearer {API_KEY}"),
        Message("ConfigurationError", "has spaces", "the API key", "must hold nothing but the secret itself"),
    ),
    "a key with its quotation marks": (
        made(api_key=f'"{API_KEY}"'),
        Message("ConfigurationError", "quotation marks around it", "the API key", "leave them out"),
    ),
    "an empty key": (
        made(api_key=""),
        Message("ConfigurationError", "is empty", "the API key", "check where it comes from"),
    ),
    "a key as bytes": (
        made(api_key=b"key"),
        Message("ConfigurationError", "not bytes", "the API key", "must be a string"),
    ),
    "a base URL without a path": (
        made(base_url=SERVER.rpartition("/")[0]),
        Message("ConfigurationError", "has no path", "base_url", f"write {SERVER}"),
    ),
    "a base URL with the version": (
        made(base_url=f"{SERVER}/v1"),
        Message("ConfigurationError", "a path too many", "base_url", f"write {SERVER}"),
    ),
    "a base URL without a scheme": (
        made(base_url="api.example.com/api"),
        Message("ConfigurationError", "https URL", "base_url", "must be an absolute https URL, as in"),
    ),
    "a base URL in clear": (
        made(base_url="http://api.example.com/api"),
        Message("ConfigurationError", "plain http to api.example.com", "base_url", "use https"),
    ),
    "a base URL that is a number": (
        made(base_url=8080),
        Message("ConfigurationError", "not int", "base_url", "must be a string"),
    ),
    "retry as a number": (
        made(retry=3),
        Message("ConfigurationError", "not 3", "retry", "write RetryPolicy(max_attempts=3)"),
    ),
    "no attempts": (
        lambda: RetryPolicy(max_attempts=0),
        Message("ConfigurationError", "not 0", "max_attempts", "must be an integer of at least 1"),
    ),
    "a timeout as text": (
        made(timeout="30"),
        Message("ConfigurationError", "not '30'", "timeout", "must be seconds (more than 0)"),
    ),
    "a negative timeout": (
        made(timeout=-1),
        Message("ConfigurationError", "not -1", "timeout", "must be seconds (more than 0)"),
    ),
    "a deadline that is over": (
        lambda: RetryPolicy(deadline=0),
        Message("ConfigurationError", "not 0", "deadline", "must be seconds, or None for no limit"),
    ),
    "scopes in one string": (
        made(scopes="products-read"),
        Message("ConfigurationError", "not 'products-read'", "scopes", "must be a collection of names"),
    ),
    "a flag as text": (
        made(settle_by_hand="no"),
        Message("ConfigurationError", "not 'no'", "settle_by_hand", "must be True or False"),
    ),
    "a synchronous httpx client": (
        made(http_client=httpx.Client()),
        Message(
            "ConfigurationError", "a synchronous one can't be awaited", "http_client", "must be an httpx.AsyncClient"
        ),
    ),
    "a misspelled argument": (
        made(time_out=3),
        Message("TypeError", "no argument 'time_out'", "LedgerBee", "did you mean 'timeout'?"),
    ),
    "an argument of another SDK": (
        made(max_retries=3),
        Message("TypeError", "no argument 'max_retries'", "LedgerBee", "write retry=RetryPolicy(max_attempts=...)"),
    ),
    "limits of httpx": (
        made(limits=httpx.Limits(max_connections=-1)),
        Message("TypeError", "no argument 'limits'", "LedgerBee", "pass http_client=httpx.AsyncClient(limits=...)"),
    ),
    "an option that a copy doesn't have": (
        lambda: LedgerBee(API_KEY).with_options(headrs={}),
        Message("TypeError", "no argument 'headrs'", "with_options", "did you mean 'headers'?"),
    ),
    "a plain with": (
        lambda: LedgerBee(API_KEY).__enter__(),
        Message("TypeError", "is asynchronous", "LedgerBee", "write 'async with LedgerBee() as lb'"),
    ),
    "a callback that nobody awaits": (
        made(on_event=asyncio.sleep),
        Message("ConfigurationError", "a coroutine function", "on_event", "must be a plain function"),
    ),
    "a client that is pickled": (
        lambda: json.dumps(__import__("pickle").dumps(LedgerBee(API_KEY))),
        Message("TypeError", "can't be pickled", "a LedgerBee client", "make one in each process"),
    ),
}


# ---------------------------------------------------------------------- calling it

CALLS: dict[str, tuple[Mistake, Message]] = {
    "a resource in the singular": (
        called(lambda lb: lb.product),
        Message("AttributeError", "no attribute 'product'", "'LedgerBee'", "did you mean lb.products?"),
    ),
    "a method of another SDK": (
        called(lambda lb: lb.products.retrieve),
        Message("AttributeError", "no attribute 'retrieve'", "'ProductsResource'", "did you mean lb.products.get?"),
    ),
    "a misspelled method": (
        called(lambda lb: lb.products.creat),
        Message("AttributeError", "no attribute 'creat'", "'ProductsResource'", "did you mean lb.products.create?"),
    ),
    "a plain for over a list": (
        called(lambda lb: list(lb.products.list())),
        Message(
            "TypeError", "can't be read by a plain for", "products.list", "write `page = await lb.products.list(...)`"
        ),
    ),
    "a forgotten await before a page": (
        called(lambda lb: lb.products.list()[0]),
        Message("TypeError", "can't be indexed before it is read", "products.list", "write `page = await"),
    ),
    "a field of the page before it is read": (
        called(lambda lb: lb.products.list().total),
        Message("AttributeError", "no attribute 'total'", "lb.products.list(...)", "write `page = await lb"),
    ),
    "a keyword in the API's spelling": (
        called(lambda lb: lb.products.create(productNumber="P")),
        Message("TypeError", "unknown argument 'productNumber'", "products.create", "did you mean 'product_number'?"),
    ),
    "a misspelled filter": (
        called(lambda lb: lb.products.list(serch="x")),
        Message("TypeError", "unknown argument 'serch'", "products.list", "did you mean 'search'?"),
    ),
    "positional arguments": (
        called(lambda lb: lb.products.create("P", "n")),
        Message("TypeError", "too many positional arguments", "products.create", "write keywords"),
    ),
    "a missing argument": (
        called(lambda lb: lb.products.create(name="n")),
        Message("TypeError", "'product_number'", "products.create", "pass what the operation requires"),
    ),
    "None as an id": (
        called(lambda lb: lb.products.get(None)),
        Message("TypeError", "not None; nothing was sent", "products.get: product_id", "pass the id"),
    ),
    "an empty id": (
        called(lambda lb: lb.products.get("")),
        Message(
            "ValueError", "would reach another endpoint", "products.get: product_id", "look where the id comes from"
        ),
    ),
    "a path as an id": (
        called(lambda lb: lb.products.get("..")),
        Message(
            "ValueError", "would reach another endpoint", "products.get: product_id", "look where the id comes from"
        ),
    ),
    "an object in the place of its id": (
        called(lambda lb: lb.products.get(ProductResponse.from_dict({"id": "1"}))),
        Message("TypeError", "must be a string, not ProductResponse", "products.get: product_id", "pass its id"),
    ),
    "a date in the Danish form": (
        called(lambda lb: lb.invoices.create(**{**INVOICE, "date": "01-02-2026"})),
        Message("ValueError", "'01-02-2026' is not a date", ".date", "pass a date as in '2026-01-31'"),
    ),
    "a datetime as a date": (
        called(lambda lb: lb.invoices.create(**{**INVOICE, "date": dt.datetime(2026, 2, 1, tzinfo=dt.UTC)})),
        Message("TypeError", "depends on the time zone", ".date", "pass a date"),
    ),
    "a float as money": (
        called(lambda lb: lb.products.create(**PRODUCT, initial_price={**PRICE, "unit_amount": 9.9})),
        Message("TypeError", "floats are not exact", ".unit_amount", "pass Decimal('9.9')"),
    ),
    "None for what can't be null": (
        called(lambda lb: lb.products.update("1", name=None)),
        Message("TypeError", "None is sent as null", ".name", "Leave name out"),
    ),
    "a misspelled key in a mapping": (
        called(lambda lb: lb.products.create(**PRODUCT, initial_price={**PRICE, "curency": "DKK"})),
        Message("TypeError", "'curency'", "initial_price", "did you mean 'currency'?"),
    ),
    "a number where text belongs": (
        called(lambda lb: lb.products.create(**{**PRODUCT, "product_number": 5})),
        Message("TypeError", "not 5", ".product_number", "must be a string"),
    ),
    "a value that an enum doesn't have": (
        called(lambda lb: ProductType.SERVICE),
        Message("AttributeError", "no member 'SERVICE'", "ProductType", "did you mean 'SERVICES'?"),
    ),
    "no rows a page": (
        called(lambda lb: lb.products.list(limit=0)),
        Message("ValueError", "not 0", "products.list: limit", "leave it out for `async for`"),
    ),
    "the page before the first": (
        called(lambda lb: lb.products.list(page=0)),
        Message("ValueError", "numbered from 1, not 0", "products.list: page", "leave it out for the first"),
    ),
    "reading ahead by text": (
        called(lambda lb: lb.products.list(prefetch="2")),
        Message("ValueError", "not '2'", "products.list: prefetch", "must be a number of pages"),
    ),
    "a drift policy that doesn't exist": (
        called(lambda lb: lb.products.list(on_drift="fail")),
        Message("ValueError", "not 'fail'", "products.list: on_drift", "must be 'warn', 'raise' or 'ignore'"),
    ),
    "a URL in the place of a path": (
        called(lambda lb: lb.request("GET", "https://api.example.com/v1/company")),
        Message("ValueError", "a URL can't be sent", "base URL", "begins with one '/'"),
    ),
    "scopes of an operation that doesn't exist": (
        called(lambda lb: needed_scopes("product.create")),
        Message("ValueError", "unknown operation", "'product.create'", "did you mean 'products.create'?"),
    ),
    "a header with a line break": (
        called(lambda lb: lb.products.get("1", extra_headers={"x-trace": "a\nb"})),
        Message("ConfigurationError", "the header 'x-trace' can't be sent", "products.get", "take that out"),
    ),
}


# ---------------------------------------------------------------------- what the API says no to


def refused(status: int, body: Any = None, **headers: str) -> httpx.Response:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    if isinstance(body, str):
        return httpx.Response(status, text=body, headers={"content-type": "text/html", **names})
    return httpx.Response(status, json=body, headers=names)


def coded(status: int, message: str, code: str | None = None, **details: Any) -> httpx.Response:
    return refused(status, {"statusCode": status, "message": message, "code": code, "details": details})


def get(lb: LedgerBee) -> Any:
    return lb.products.get("1")


def create(lb: LedgerBee) -> Any:
    return lb.products.create(**PRODUCT)


WRONG_FIELD = {"property": "lines.0.quantity", "constraints": {"min": "quantity must be positive"}}

REFUSALS: dict[str, tuple[Mistake, Message]] = {
    "a wrong key": (
        called(get, coded(401, "Invalid API key", "UNAUTHORIZED")),
        Message(
            "AuthenticationError",
            "401 UNAUTHORIZED: Invalid API key",
            "products.get",
            "check the credential, and that it is one of localhost",
        ),
    ),
    "a key from another address": (
        called(get, coded(401, "Unauthorized", "UNAUTHORIZED", reason="ip_whitelist_mismatch")),
        Message("AuthenticationError", "ip_whitelist_mismatch", "products.get", "add the address in the LedgerBee app"),
    ),
    "a scope that is missing, found before sending": (
        called(create, scope_check="auto", scopes=["products-read"]),
        Message("MissingScopeError", "products-write", "products.create needs", "use another credential"),
    ),
    "a scope that is missing, found by the API": (
        called(create, coded(403, "Forbidden", "INSUFFICIENT_PERMISSIONS", requiredScopes=["products-write"])),
        Message("InsufficientScopeError", "needs products-write", "products.create", "give the credential this scope"),
    ),
    "a license that is missing": (
        called(create, coded(403, "License required", "LICENSE.REQUIRED", licenseKey="Subscription")),
        Message("LicenseRequiredError", "the license Subscription", "products.create", "have the license added"),
    ),
    "an id that isn't there": (
        called(get, coded(404, "Product not found")),
        Message("NotFoundError", "404: Product not found", "products.get", "look up the id"),
    ),
    "a body that is refused": (
        called(create, coded(400, "Validation failed", "SHARED_VALIDATION_FAILED", validationErrors=[WRONG_FIELD])),
        Message(
            "ValidationFailedError",
            "(lines.0.quantity: quantity must be positive)",
            "products.create",
            "correct it, and send it again",
        ),
    ),
    "the same by another status": (
        called(create, coded(422, "Validation failed", "SHARED_VALIDATION_FAILED", validationErrors=[WRONG_FIELD])),
        Message("ValidationFailedError", "422", "products.create", "correct it, and send it again"),
    ),
    "a rule that is broken": (
        called(create, coded(400, "Journal category not found", "JOURNAL_CATEGORY_NOT_FOUND")),
        Message("BadRequestError", "JOURNAL_CATEGORY_NOT_FOUND", "products.create", "correct it, and send it again"),
    ),
    "a number that is taken": (
        called(create, coded(409, "Product number is taken")),
        Message("ConflictError", "409: Product number is taken", "products.create", "read it again"),
    ),
    "a read that the API failed at": (
        called(get, coded(500, "Internal server error")),
        Message("ServerError", "500: Internal server error", "localhost failed", "call again later"),
    ),
    "a write that the API failed at": (
        called(create, coded(500, "Internal server error")),
        Message(
            "ServerError", "it isn't known whether it was applied", "products.create", "read back with products.list"
        ),
    ),
    "a read that a gateway gave up": (
        called(get, refused(502, "<html>Bad Gateway</html>")),
        Message("ServerError", "the body is text/html, not JSON", "localhost failed", "call again later"),
    ),
    "a write that a gateway gave up": (
        called(create, refused(504, "<html>Gateway Timeout</html>")),
        Message(
            "OutcomeUnknownError",
            "localhost responded 504",
            "products.create was sent",
            "Read back with products.list before sending it again",
        ),
    ),
    "a firewall": (
        called(get, refused(403, "<html>Forbidden</html>")),
        Message(
            "PermissionDeniedError", "text/html", "products.get", "check base_url, and what stands before localhost"
        ),
    ),
    "a login page with status 200": (
        called(get, refused(200, "<html>Sign in</html>")),
        Message("ResponseDecodeError", "is not valid JSON (text/html", "products.get", "check base_url (localhost)"),
    ),
    "a redirect": (
        called(get, refused(302, None, location="https://login.example.com/x?token=1")),
        Message("APIError", "redirects are not followed", "https://login.example.com", "check base_url"),
    ),
    "a limit that the API doesn't take": (
        called(
            lambda lb: lb.products.list(limit=1000),
            coded(
                400,
                "Validation failed",
                "SHARED_VALIDATION_FAILED",
                validationErrors=[{"property": "limit", "constraints": {"max": "limit must not be greater than 100"}}],
            ),
        ),
        Message(
            "ValidationFailedError",
            "limit must not be greater than 100",
            "products.list",
            "correct it, and send it again",
        ),
    ),
    "a file that is a page": (
        called(lambda lb: lb.invoices.pdf("1"), refused(200, "<html>Sign in</html>")),
        Message("ResponseDecodeError", "is text/html, not a file", "invoices.pdf", "check base_url (localhost)"),
    ),
}


@pytest.mark.parametrize("name", [*CONSTRUCTION, *CALLS, *REFUSALS])
def test_a_message_says_what_happened_where_and_what_to_do(name: str) -> None:
    if "date" in name:
        skip_without("invoices.create", body=["date", "customerId", "lines"])
    mistake, expected = {**CONSTRUCTION, **CALLS, **REFUSALS}[name]
    check(raised_by(mistake), expected)


def skip_without(operation: str, **fields: list[str]) -> None:
    """Skip where the document lacks the fields of a mistake."""
    if reason := lacks(operation, **fields):
        pytest.skip(reason)


def test_there_are_as_many_mistakes_as_people_make() -> None:
    assert len(CONSTRUCTION) + len(CALLS) + len(REFUSALS) >= 57


# ---------------------------------------------------------------------- routes, and limits over time


async def test_a_base_url_without_its_path_is_found_by_the_first_response() -> None:
    sandbox = Sandbox()
    async with sandbox.serve() as server:
        root = server.base_url.removesuffix("/api")
        host = root.removeprefix("http://")
        async with LedgerBee(sandbox.api_key, base_url=root, scope_check="off") as lb:
            error = await caught(lb.company.get())
        check(
            error, Message("NotFoundError", "Cannot GET", f"{host} has no such route", f"check base_url: it is {root}")
        )
        async with LedgerBee(sandbox.api_key, base_url=f"{server.base_url}/v1", scope_check="off") as lb:
            error = await caught(lb.company.get())
        check(
            error, Message("NotFoundError", "Cannot GET", "company.get", f"check base_url: it is {server.base_url}/v1")
        )


def test_a_program_that_ends_for_want_of_a_credential_says_nothing_else() -> None:
    """The traceback keeps the client that was refused until the interpreter shuts down."""
    program = "from ledgerbee_client import LedgerBee\ndef main():\n    LedgerBee()\nmain()\n"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LEDGERBEE_")}
    ended = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert ended.returncode == 1
    assert "no credential: pass api_key=" in ended.stderr.splitlines()[-1]
    assert "ignored" not in ended.stderr


async def test_a_path_that_repeats_the_end_of_the_base_url_is_told_to_leave_it_out() -> None:
    prefix = httpx.URL(SERVER).path
    async with Sandbox().client() as lb:
        error = await caught(lb.request("GET", f"{prefix}{path('company.get')}"))
    check(error, Message("NotFoundError", "Cannot GET", "no such route", f"leave {prefix} out of the path"))


async def test_a_path_that_the_api_does_not_have_is_blamed_for_a_404_and_no_id() -> None:
    sandbox = Sandbox()
    async with sandbox.client() as lb:
        error = await caught(lb.request("GET", "/v1/nothing"))
    check(
        error,
        Message("NotFoundError", "Cannot GET", "request GET /v1/nothing", "look the path up in the API reference"),
    )


async def test_a_wrong_id_is_blamed_for_a_404_and_no_path() -> None:
    sandbox = Sandbox()
    async with sandbox.client() as lb:
        for resource in ("invoices", "customers", "products", "subscriptions"):
            if f"{resource}.get" in sandbox.unverified and resource != "products":
                continue  # gives back whatever is asked for
            error = await caught(getattr(lb, resource).get("0198c0de-0000-7000-8000-000000000000"))
            assert "inferred" not in str(error)
            assert str(error).endswith("look up the id, or the name: it may be gone, or belong to another company")


async def test_a_429_says_until_when() -> None:
    limited = refused(429, {"statusCode": 429, "message": "Too many requests"}, retry_after="40")
    async with client(lambda _request: limited, retry=RetryPolicy(deadline=5)) as lb:
        first, second = await caught(lb.products.get("1")), await caught(lb.products.get("1"))
    for error in (first, second):
        assert isinstance(error, RateLimitError)
        assert error.retry_at is not None
        at = error.retry_at.strftime("%Y-%m-%d %H:%M:%S")
        check(error, Message("RateLimitError", f"at {at} UTC (in ", "products.get: 429", "call again then"))


async def test_a_429_without_a_moment_says_what_to_do_all_the_same() -> None:
    async with client(lambda _request: refused(429, {"message": "Too many"}), retry=None) as lb:
        error = await caught(lb.products.get("1"))
    check(
        error,
        Message("RateLimitError", "429: Too many", "products.get", "call again later, and make fewer calls at once"),
    )


async def caught(made: Awaitable[Any]) -> Exception:
    with pytest.raises(Exception) as found:  # which one is the question
        await made
    return found.value


# ---------------------------------------------------------------------- the network


async def read(url: str, **options: Any) -> Exception:
    """What a read of a server raises."""
    options = {"retry": None, "scope_check": "off", **options}
    async with LedgerBee(API_KEY, base_url=url, **options) as lb:
        return await caught(lb.products.get("1"))


async def test_a_host_that_does_not_exist() -> None:
    error = await read("https://api.ledgerbee.invalid/api")
    where = "products.get: no connection to api.ledgerbee.invalid; nothing was sent"
    check(error, Message("ConnectionFailedError", "can't be resolved", where, "check base_url and the network"))


async def test_a_server_that_does_not_run() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{unused.getsockname()[1]}"
    error = await read(f"http://{host}/api")
    where = f"products.get: no connection to {host}; nothing was sent"
    check(
        error,
        Message("ConnectionFailedError", "nothing listens there", where, "check base_url, and whether the server runs"),
    )


async def test_a_certificate_that_nobody_here_trusts() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with TlsServer(context) as server:
        error = await read(server.url)
    check(
        error,
        Message(
            "ConnectionFailedError",
            "CERTIFICATE_VERIFY_FAILED",
            "no connection to 127.0.0.1:",
            "name its file in SSL_CERT_FILE",
        ),
    )


@pytest.mark.slow
async def test_a_server_that_speaks_no_tls(plain_server: FaultServer) -> None:
    plain_server.default = Step((b"HTTP/1.1 400 Bad Request\r\n\r\n",), close=True)
    error = await read(plain_server.url.replace("http://", "https://"), timeout=3)
    check(error, Message("ConnectionFailedError", "no connection to 127.0.0.1:", "products.get", "check"))
    assert "certificate" not in str(error)


async def test_a_server_that_does_not_answer(plain_server: FaultServer) -> None:
    plain_server.default = Step((HANG,))
    error = await read(plain_server.url, timeout=0.2)
    where = "products.get: timed out waiting for a response from 127.0.0.1:"
    check(error, Message("RequestTimeoutError", "it was a read", where, "allow more time by timeout=..."))


async def test_a_server_that_hangs_up(plain_server: FaultServer) -> None:
    plain_server.default = Step(close=True)
    error = await read(plain_server.url)
    check(error, Message("TransportError", "it was a read", "products.get: the connection to 127.0.0.1:", "call again"))


@pytest.mark.unmeasured
async def test_no_connection_in_time(plain_server: FaultServer) -> None:
    plain_server.default = Step((HANG,))
    timeout = httpx.Timeout(1.0, pool=0.05)
    async with (
        httpx.AsyncClient(limits=httpx.Limits(max_connections=1)) as http,
        LedgerBee(
            API_KEY, base_url=plain_server.url, http_client=http, retry=None, scope_check="off", timeout=timeout
        ) as lb,
    ):
        first = asyncio.create_task(caught(lb.products.get("1")))
        await asyncio.sleep(0.1)
        error = await caught(lb.products.get("2"))
        await first
    check(
        error,
        Message("ConnectionFailedError", "no connection was free in time", "products.get", "make fewer calls at once"),
    )


async def test_a_proxy_that_does_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{unused.getsockname()[1]}")
    error = await read("https://api.example.com/api")
    where = "products.get: no connection to api.example.com; nothing was sent"
    check(
        error, Message("ConnectionFailedError", "the proxy that HTTPS_PROXY names", where, "check that, and NO_PROXY")
    )


async def test_a_proxy_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "nonsense")
    error = await read("https://api.example.com/api", timeout=1)
    assert "HTTPS_PROXY" in str(error)


async def test_a_client_that_is_closed() -> None:
    async with client(lambda _request: httpx.Response(200, json={})) as lb:
        pass
    error = await caught(lb.products.get("1"))
    check(
        error,
        Message(
            "ConfigurationError",
            "the client is closed",
            "products.get",
            "make another one, or call inside of its 'async with'",
        ),
    )


def test_a_second_event_loop_just_works(plain_server: FaultServer) -> None:
    lb = LedgerBee(API_KEY, base_url=plain_server.url, scope_check="off")

    async def run(*, last: bool = False) -> None:
        await lb.request("GET", "/v1/company")
        if last:
            await lb.aclose()

    asyncio.run(run())
    asyncio.run(run(last=True))


# ---------------------------------------------------------------------- files


PDF = httpx.Response(200, content=b"%PDF-1.4 whole", headers={"content-type": "application/pdf"})


async def saved(path: Path, **options: Any) -> Exception:
    async with client(lambda _request: PDF, **options) as lb:
        return await caught(lb.invoices.pdf_to_file("1", path))


async def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "invoice.pdf"
    error = await saved(path)
    assert isinstance(error, FileNotFoundError)
    assert error.filename == str(path)
    check(error, Message("FileNotFoundError", "nothing was sent", f"'{path}'", "make it first"))
    assert "invoices.pdf" in str(error)
    assert ".part" not in str(error)


async def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    error = await saved(tmp_path)
    check(error, Message("IsADirectoryError", "it is a directory", f"'{tmp_path}'", "give the name of a file"))


async def test_a_disk_that_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open
    monkeypatch.setattr(Path, "open", lambda self, mode: Full(real(self, mode)))
    path = tmp_path / "invoice.pdf"
    error = await saved(path)
    assert isinstance(error, OSError)
    assert error.errno == errno.ENOSPC
    assert error.filename == str(path)
    assert "invoices.pdf: No space left on device; nothing was left behind" in str(error)
    assert files(tmp_path) == []


class Full:
    """A file on a disk that is full."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def write(self, _chunk: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def __enter__(self) -> Full:
        return self

    def __exit__(self, *_details: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


# ---------------------------------------------------------------------- extras, ports


def without(*modules: str) -> str:
    """The beginning of a program in which modules can't be imported."""
    return f"import sys\nfor name in {modules!r}: sys.modules[name] = None\n"


def last_line(program: str, *arguments: str) -> str:
    """What a program of its own process ends with."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode != 0
    return done.stderr.strip().splitlines()[-1]


def test_only_a_module_of_the_extra_means_that_the_extra_is_missing() -> None:
    missing = ModuleNotFoundError("No module named 'starlette.routing'", name="starlette.routing")
    assert "needs the extra testing" in str(without_extra(missing, "testing", "it"))
    other = ModuleNotFoundError("No module named 'mine'", name="mine")
    assert without_extra(other, "testing", "it") is other


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (httpx.ProxyError("403 Forbidden"), "the proxy refused it: check the proxy of your http_client"),
        (httpx.ConnectTimeout(""), "it took too long: check base_url and the network"),
        (httpx.ConnectError("?"), "check base_url and the network"),
        (ExceptionGroup("all", [ssl.SSLError("wrong version number")]), "check scheme and port of base_url"),
        (ExceptionGroup("all", [ConnectionRefusedError()]), "nothing listens there"),
    ],
)
def test_each_cause_of_no_connection_has_its_advice(error: Exception, advice: str) -> None:
    assert advice in after_no_connection(error, httpx.URL("http://localhost/api"))


@pytest.mark.parametrize("module", ["starlette", "jsonschema"])
def test_the_extra_testing_is_not_installed(module: str) -> None:
    line = last_line(without(module) + "from ledgerbee_client.testing import Sandbox")
    assert line.startswith("ModuleNotFoundError: ledgerbee_client.testing needs the extra testing")
    assert line.endswith("pip install 'ledgerbee-client[testing]'")


@pytest.mark.slow
def test_the_extra_is_missing_under_the_fixture(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("import sys\nsys.modules['starlette'] = None\n")
    pytester.makepyfile("def test_it(ledgerbee): ...")
    result = pytester.runpytest_subprocess()
    result.stdout.fnmatch_lines(["*needs the extra testing*pip install 'ledgerbee-client[[]testing[]]'*"])


def test_the_extra_postgres_is_not_installed() -> None:
    line = last_line(without("psycopg_pool") + "from ledgerbee_client import PostgresStore\nPostgresStore('x')")
    assert "PostgresStore needs psycopg: pip install 'ledgerbee-client[postgres]'" in line


async def test_a_port_that_is_taken() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match="Address already in use") as found:
            async with Sandbox().serve(port):
                pass
    check(
        found.value,
        Message("OSError", "can't be used", f"port {port} of 127.0.0.1", "choose another, or 0 for a free one"),
    )


# ---------------------------------------------------------------------- webhooks


WHSEC = "whsec_c2VjcmV0LXRoYXQtaXMtbG9uZy1lbm91Z2g="
OTHER = "whsec_YW5vdGhlci1zZWNyZXQtdGhhdC1pcy1sb25n"

DELIVERY = sign({"type": "subscription.created", "data": {}}, WHSEC)
OLD = sign({"type": "x", "data": {}}, WHSEC, timestamp=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))

WEBHOOKS: dict[str, tuple[Mistake, Message]] = {
    "no secret": (
        WebhookVerifier,
        Message("ConfigurationError", "no webhook secret", "whsec_", "pass the endpoint's signing secret"),
    ),
    "a secret that is none": (
        lambda: WebhookVerifier("secret"),
        Message(
            "ConfigurationError", "`whsec_` and base64", "a webhook secret", "pass that of the endpoint, or roll it"
        ),
    ),
    "the secret of another endpoint": (
        lambda: WebhookVerifier(OTHER).verify(DELIVERY.body, DELIVERY.headers),
        Message(
            "WebhookVerificationError",
            "no signature matches",
            "another secret",
            "check that the secret is this endpoint's",
        ),
    ),
    "a body that a framework has parsed": (
        lambda: WebhookVerifier(WHSEC).verify(json.loads(DELIVERY.body), DELIVERY.headers),
        Message("TypeError", "not dict", "verify()", "read them before a framework parses them"),
    ),
    "headers of something else": (
        lambda: WebhookVerifier(WHSEC).verify(DELIVERY.body, {"content-type": "application/json"}),
        Message("WebhookVerificationError", "no header", "webhook-id", "pass the headers of the delivery"),
    ),
    "a delivery of long ago": (
        lambda: WebhookVerifier(WHSEC).verify(OLD.body, OLD.headers),
        Message(
            "WebhookVerificationError",
            "s ago, the limit is 300 s",
            "a replay, or a wrong clock",
            "check this machine's clock",
        ),
    ),
}


@pytest.mark.parametrize("name", WEBHOOKS)
def test_a_webhook_that_is_refused_says_why(name: str) -> None:
    mistake, expected = WEBHOOKS[name]
    check(raised_by(mistake), expected)


# ---------------------------------------------------------------------- once and settle


def once(use: Callable[[LedgerBee], Any], store: Path | None) -> Mistake:
    return called(use, idempotency_store=store)


def test_once_without_a_store() -> None:
    error = raised_by(once(lambda lb: lb.once("k", lb.products.create, **PRODUCT), None))
    check(
        error,
        Message(
            "ConfigurationError",
            "a store that remembers",
            "once",
            "make the client by LedgerBee(idempotency_store='billing.sqlite')",
        ),
    )


def test_once_with_a_method_that_is_called_already(tmp_path: Path) -> None:
    error = raised_by(once(lambda lb: lb.once("k", lb.products.create(**PRODUCT)), tmp_path / "s"))
    check(error, Message("TypeError", "calls the method itself", "once", "pass it and its arguments apart"))


def test_once_with_other_arguments(tmp_path: Path) -> None:
    async def twice(lb: LedgerBee) -> None:
        await lb.once("k", lb.products.create, **PRODUCT)
        await lb.once("k", lb.products.create, **{**PRODUCT, "name": "other"})

    error = raised_by(once(twice, tmp_path / "s"))
    check(
        error,
        Message(
            "IdempotencyKeyReuseError",
            "the key 'k' was used with other arguments",
            "products.create",
            "Another write needs another key",
        ),
    )


def test_once_for_a_read(tmp_path: Path) -> None:
    error = raised_by(once(lambda lb: lb.once("k", lb.products.get, "1"), tmp_path / "s"))
    check(error, Message("TypeError", "once is for writes", "products.get", "call it as it is"))


def test_a_misspelled_argument_of_once(tmp_path: Path) -> None:
    error = raised_by(once(lambda lb: lb.once("k", lb.products.create, nme="n"), tmp_path / "s"))
    check(error, Message("TypeError", "unknown argument 'nme'", "products.create", "did you mean 'name'?"))


def test_the_folder_of_the_store_is_not_there(tmp_path: Path) -> None:
    error = raised_by(made(idempotency_store=tmp_path / "missing" / "s"))
    check(error, Message("ConfigurationError", "doesn't exist", str(tmp_path / "missing"), "make it first"))


def test_a_folder_in_the_place_of_the_store(tmp_path: Path) -> None:
    error = raised_by(made(idempotency_store=tmp_path))
    check(error, Message("ConfigurationError", "is a directory", str(tmp_path), "give the name of a file"))


def test_another_file_in_the_place_of_the_store(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database " * 100, encoding="utf-8")
    error = raised_by(once(lambda lb: lb.once("k", lb.products.create, **PRODUCT), path))
    check(error, Message("IdempotencyStoreError", "file is not a database", str(path), "give another one"))


def test_a_store_that_can_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    path = tmp_path / "s"
    monkeypatch.setattr(
        "ledgerbee_client._once.sqlite.os.open", refuse
    )  # tests may run as root, who may write anywhere
    error = raised_by(once(lambda lb: lb.once("k", lb.products.create, **PRODUCT), path))
    check(error, Message("IdempotencyStoreError", "Permission denied", str(path), "check their permissions"))


def test_settling_what_was_not_sent() -> None:
    error = raised_by(called(lambda lb: lb.settle(ConnectionFailedError("no connection"))))
    other = raised_by(called(lambda lb: lb.settle(ValueError())))
    assert "call it again" not in str(other)
    check(
        error,
        Message("TypeError", "not ConnectionFailedError", "settle takes the OutcomeUnknownError", "so call it again"),
    )


def test_settling_an_error_that_says_nothing() -> None:
    error = raised_by(called(lambda lb: lb.settle(OutcomeUnknownError("?"))))
    check(error, Message("ValueError", "can be settled", "OutcomeUnknownError", "pass the one that you caught"))
