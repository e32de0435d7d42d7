"""Scopes: the table, what is missing, and when the grants are asked for."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest

from ledgerbee_client import LedgerBee, needed_scopes
from ledgerbee_client._auth import Grants, InternalCall
from ledgerbee_client._scopes import GivenGrants, Scopes, missing_scopes, operation_of
from ledgerbee_client._warnings import Warnings
from ledgerbee_client.errors import ApiKeyExpiryWarning, MissingScopeError
from ledgerbee_client.generated.api.products import create_product
from ledgerbee_client.generated.operations import OPERATIONS
from tests.client.support import operation
from tests.shared.in_process import client

PRODUCTS_GET = OPERATIONS["products.get"]
PRODUCTS_DELETE = OPERATIONS["products.delete"]
INFERRED = operation("things.list", "GET", scopes=("things-read",), scopes_inferred=True)


class Source:
    """A credential that counts how often its grants are fetched. `later`: nothing is known before they are."""

    def __init__(self, *grants: Collection[str] | Exception | None, later: bool = False) -> None:
        self.grants = list(grants)
        self.later = later
        self.fetched = 0
        self.now = 1000.0

    async def known_grants(self, call: InternalCall) -> Grants | None:
        return None if self.later else await self.fetch_grants(call)

    async def fetch_grants(self, _call: InternalCall) -> Grants | None:
        self.fetched += 1
        await anyio.lowlevel.checkpoint()
        found = self.grants.pop(0) if len(self.grants) > 1 else self.grants[0]
        if isinstance(found, Exception):
            raise found
        return Grants(None if found is None else frozenset(found))

    def scopes(self, **options: Any) -> Scopes:
        return Scopes(self, no_call, Warnings(), clock=lambda: self.now, **options)


async def no_call(_name: str) -> httpx.Response:
    raise AssertionError("nothing may be sent")


# ---------------------------------------------------------------------- the table


def test_needed_scopes_are_known_without_a_network() -> None:
    lb = LedgerBee("key")
    assert lb.scopes.needed(lb.products.create, lb.invoices.send) == ("products-write", "invoices-write")
    assert needed_scopes("products.list", "products.get", PRODUCTS_DELETE) == ("products-read", "products-write")
    assert needed_scopes(lb.api_key.get) == ()
    assert needed_scopes(lb.invoices.pdf_to_file) == needed_scopes(lb.invoices.pdf)
    assert needed_scopes() == ()


def test_inferred_scopes_are_part_of_what_to_ask_for() -> None:
    assert needed_scopes(INFERRED) == INFERRED.scopes
    assert missing_scopes([INFERRED], ()) == ()


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", [one.name for one in OPERATIONS.values()])
def test_every_method_is_known_by_its_name(name: str) -> None:
    lb = LedgerBee("key")
    resource, _, method = name.partition(".")
    assert operation_of(getattr(getattr(lb, resource), method)) is OPERATIONS[name]
    assert operation_of(name) is OPERATIONS[name]


def test_what_is_no_operation_is_refused() -> None:
    class Product:
        def create(self) -> None: ...

    Product.create.__module__ = "shop.products"  # a user's own module of the same name
    for call in (
        "products.destroy",
        "create",
        Product().create,
        create_product.asyncio_detailed,
        functools.partial(print),
    ):
        with pytest.raises(ValueError, match="unknown operation"):
            operation_of(call)


def test_a_misspelt_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(ValueError, match=r"unknown operation 'product\.create', did you mean 'products\.create'\?"):
        operation_of("product.create")


# ---------------------------------------------------------------------- refusing


async def test_a_missing_scope_is_refused_and_a_granted_one_is_asked_for_once() -> None:
    source = Source(["products-read"])
    scopes = source.scopes()
    for _ in range(3):
        await scopes.ensure(PRODUCTS_GET)
        with pytest.raises(MissingScopeError) as caught:
            await scopes.ensure(PRODUCTS_DELETE)
    assert source.fetched == 1
    assert caught.value.missing == ("products-write",)
    assert caught.value.granted == ("products-read",)
    assert caught.value.operations == ("products.delete",)
    assert caught.value.operation == "products.delete"


async def test_the_whole_list_is_told_at_once() -> None:
    scopes = Source(["products-read", "company-read"]).scopes()
    await scopes.require("products.list", "company.get")
    with pytest.raises(MissingScopeError, match="products-write, invoices-write") as caught:
        await scopes.require("products.list", "products.create", "invoices.send", INFERRED)
    assert caught.value.operations == ("products.create", "invoices.send")
    assert caught.value.operation is None
    with pytest.raises(ValueError, match="unknown operation"):
        await scopes.require("products.list", "products.destroy")


async def test_grants_are_asked_for_once_whatever_the_concurrency() -> None:
    source = Source(["products-read"])
    scopes = source.scopes()
    async with anyio.create_task_group() as group:
        for _ in range(200):
            group.start_soon(scopes.ensure, PRODUCTS_GET)
    assert source.fetched == 1
    assert await scopes.granted() == {"products-read"}
    assert source.fetched == 1


async def test_inferred_scopes_and_calls_without_scopes_ask_for_nothing() -> None:
    source = Source([])
    scopes = source.scopes()
    await scopes.ensure(INFERRED)
    await scopes.ensure(OPERATIONS["api_key.get"])
    assert source.fetched == 0


@pytest.mark.parametrize("answer", [None, ValueError("oops"), OSError(), TimeoutError()])
async def test_failing_to_learn_blocks_nothing_and_is_not_repeated_for_a_while(answer: Exception | None) -> None:
    source = Source(answer, ["products-read"])
    scopes = source.scopes()
    for _ in range(5):
        await scopes.ensure(PRODUCTS_DELETE)
        await scopes.require(PRODUCTS_DELETE)
        assert await scopes.granted() is None
    assert source.fetched == 1
    source.now += 301
    with pytest.raises(MissingScopeError):
        await scopes.ensure(PRODUCTS_DELETE)


async def test_old_grants_are_looked_up_again_before_a_call_is_refused() -> None:
    source = Source(["products-read"], ["products-read", "products-write"])
    scopes = source.scopes()
    await scopes.ensure(PRODUCTS_GET)
    source.now += 61
    await scopes.ensure(PRODUCTS_DELETE)
    assert source.fetched == 2


async def test_when_looking_again_fails_the_call_is_not_refused() -> None:
    source = Source(["products-read"], OSError("down"))
    scopes = source.scopes()
    await scopes.ensure(PRODUCTS_GET)
    source.now += 61
    await scopes.ensure(PRODUCTS_DELETE)
    assert source.fetched == 2


async def test_after_a_403_the_grants_are_asked_for_anew() -> None:
    source = Source(["products-read", "products-write"], ["products-read"])
    scopes = source.scopes()
    await scopes.ensure(PRODUCTS_DELETE)
    scopes.forget()
    with pytest.raises(MissingScopeError):
        await scopes.ensure(PRODUCTS_DELETE)
    assert source.fetched == 2


async def test_grants_that_the_caller_gives_are_never_fetched() -> None:
    now = 1000.0
    scopes = Scopes(GivenGrants(frozenset(["products-read"])), no_call, Warnings(), clock=lambda: now)
    await scopes.ensure(PRODUCTS_GET)
    scopes.forget()
    now += 10_000
    with pytest.raises(MissingScopeError):
        await scopes.ensure(PRODUCTS_DELETE)
    assert await scopes.granted() == {"products-read"}


async def test_switched_off_only_require_checks() -> None:
    source = Source([])
    scopes = source.scopes(check=False)
    await scopes.ensure(PRODUCTS_DELETE)
    assert source.fetched == 0
    with pytest.raises(MissingScopeError):
        await scopes.require(PRODUCTS_DELETE)


async def test_what_is_not_known_yet_is_fetched_only_when_that_is_wanted() -> None:
    source = Source(["products-read"], later=True)
    scopes = source.scopes()
    await scopes.ensure(PRODUCTS_DELETE)
    assert source.fetched == 0
    assert await scopes.granted() == {"products-read"}
    assert source.fetched == 1
    with pytest.raises(MissingScopeError):
        await scopes.ensure(PRODUCTS_DELETE)
    assert source.fetched == 1


async def test_grants_of_a_token_are_good_enough_to_allow_a_call_and_not_to_refuse_it() -> None:
    class TokenSource(Source):
        async def known_grants(self, _call: InternalCall) -> Grants:
            return Grants(frozenset(["products-read"]), is_fresh=False)

    source = TokenSource(["products-read", "products-write"])
    scopes = source.scopes()
    await scopes.ensure(PRODUCTS_GET)
    assert source.fetched == 0
    await scopes.ensure(PRODUCTS_DELETE)
    assert source.fetched == 1
    await scopes.ensure(PRODUCTS_DELETE)
    assert source.fetched == 1


async def test_warnings_that_are_errors_come_through() -> None:
    scopes = Source(ApiKeyExpiryWarning("soon"), []).scopes()
    with pytest.raises(ApiKeyExpiryWarning):
        await scopes.ensure(PRODUCTS_DELETE)


async def test_cancelling_the_one_who_asks_lets_another_ask() -> None:
    source = Source(["products-read"])
    scopes = source.scopes()
    with anyio.CancelScope() as scope:
        scope.cancel()
        await scopes.ensure(PRODUCTS_GET)
    assert scope.cancelled_caught
    with pytest.raises(MissingScopeError):
        await scopes.ensure(PRODUCTS_DELETE)


# ---------------------------------------------------------------------- in a client


def answering(info: httpx.Response | Callable[[], Any]) -> tuple[list[str], Callable[[httpx.Request], Any]]:
    seen: list[str] = []

    def answer(request: httpx.Request) -> Any:
        seen.append(request.url.path)
        if request.url.path.endswith("/v1/api-key"):
            return info if isinstance(info, httpx.Response) else info()
        return httpx.Response(204)

    return seen, answer


@pytest.mark.parametrize(
    "info",
    [
        {"scopes": ["products-read"]},
        {"scopes": ["products-read"], "expiresAt": 5, "rateLimits": "?", "id": None},
        {"scopes": ["products-read"], "expiresAt": None, "surprise": {}},
        {"scopes": ["products-read"], "expiresAt": "whenever"},
    ],
)
async def test_of_the_key_information_only_the_scopes_matter(info: Any) -> None:
    seen, answer = answering(httpx.Response(200, json=info))
    async with client(answer, scope_check="auto") as lb:
        with pytest.raises(MissingScopeError):
            await lb.products.delete("1")
    assert seen == ["/api/v1/api-key"]


@pytest.mark.parametrize(
    "info",
    [
        httpx.Response(200, json={"scopes": None}),
        httpx.Response(200, json={"scopes": [{"name": "products-read"}]}),
        httpx.Response(200, json={"scopes": "products-read"}),
        httpx.Response(200, json={}),
        httpx.Response(200, json=[1]),
        httpx.Response(200, text="<html>"),
        httpx.Response(200),
        httpx.Response(500),
        httpx.Response(401),
    ],
)
async def test_key_information_that_says_nothing_blocks_nothing(info: httpx.Response) -> None:
    seen, answer = answering(info)
    async with client(answer, scope_check="auto") as lb:
        await lb.products.delete("1")
        await lb.products.delete("2")
    assert seen == ["/api/v1/api-key", "/api/v1/products/1", "/api/v1/products/2"]


async def test_key_information_that_never_comes_holds_a_call_up_for_a_moment_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ledgerbee_client._client._INTERNAL_DEADLINE", 0.05)
    seen, answer = answering(anyio.sleep_forever)
    async with client(answer, scope_check="auto") as lb:
        with anyio.fail_after(10):
            await lb.products.delete("1")
    assert seen == ["/api/v1/api-key", "/api/v1/products/1"]


async def test_a_credential_of_the_callers_own_is_not_judged() -> None:
    seen, answer = answering(httpx.Response(500))
    async with client(answer, scope_check="auto", auth=httpx.BasicAuth("me", "x")) as lb:
        await lb.products.delete("1")
        assert await lb.scopes.granted() is None
    assert seen == ["/api/v1/products/1"]


async def test_the_end_of_the_key_is_told_too() -> None:
    info = httpx.Response(200, json={"scopes": ["products-write"], "expiresAt": "2020-01-01T00:00:00Z"})
    _, answer = answering(info)
    async with client(answer, scope_check="auto") as lb:
        with pytest.warns(ApiKeyExpiryWarning, match="has expired"):
            await lb.products.delete("1")


@pytest.mark.parametrize("scopes", ["products-read", b"x"])
def test_one_string_is_no_collection_of_scopes(scopes: Any) -> None:
    with pytest.raises(ValueError, match="collection of names"):
        LedgerBee("key", scopes=scopes)
