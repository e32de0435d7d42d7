"""Scope checks against the sandbox on a real port: what arrives there is counted."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from typing import Any

import pytest

from ledgerbee_client import LedgerBee
from ledgerbee_client._auth import Grants
from ledgerbee_client.errors import InsufficientScopeError, MissingScopeError
from ledgerbee_client.testing import Sandbox
from tests.shared.asgi_server import serving, transport


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox()


@pytest.fixture
def base_url(sandbox: Sandbox) -> Generator[str]:
    with serving(sandbox.app) as url:
        yield url


def client(base_url: str, key: str, **options: Any) -> LedgerBee:
    return LedgerBee(key, base_url=base_url, transport=transport(), **options)


def arrived(sandbox: Sandbox) -> list[str]:
    return [request.path for request in sandbox.requests]


async def test_a_call_without_its_scope_is_never_sent(sandbox: Sandbox, base_url: str) -> None:
    async with client(base_url, sandbox.create_key(scopes=["products-read"])) as lb:
        await lb.products.list()
        with pytest.raises(MissingScopeError, match="products-write"):
            await lb.products.create(product_number="1", name="x", unit="pcs", product_group_id="1")
    assert arrived(sandbox) == ["/v1/api-key", "/v1/products"]


@pytest.mark.unmeasured
async def test_200_first_calls_at_once_ask_for_the_key_information_once(sandbox: Sandbox, base_url: str) -> None:
    async with client(base_url, sandbox.api_key) as lb:
        await asyncio.gather(*(lb.company.get() for _ in range(200)))
    assert arrived(sandbox).count("/v1/api-key") == 1


async def test_the_server_has_the_last_word_and_what_it_says_is_learned(sandbox: Sandbox, base_url: str) -> None:
    key = sandbox.create_key(scopes=["products-read"])
    async with client(base_url, key, scope_check="off") as lb:
        with pytest.raises(InsufficientScopeError) as caught:
            await lb.products.delete("1")
        assert caught.value.required_scopes == ("products-write",)
    assert arrived(sandbox) == ["/v1/products/1"]
    async with client(base_url, key, scopes=["products-read", "products-write"]) as lb:
        with pytest.raises(InsufficientScopeError):
            await lb.products.delete("1")
    async with client(base_url, key) as lb:
        lb.scopes._grants = Grants(frozenset({"products-read", "products-write"}))
        lb.scopes._fetched_at = lb.scopes._clock()
        with pytest.raises(InsufficientScopeError):
            await lb.products.delete("1")
        with pytest.raises(MissingScopeError):
            await lb.products.delete("1")
        await lb.scopes.require(lb.products.list)
        with pytest.raises(MissingScopeError):
            await lb.scopes.require(lb.products.list, lb.products.create)
        assert await lb.scopes.granted() == {"products-read"}
