"""Faults that leave a caller in doubt: late writes, stale reads, rows that look alike, loose searches, clock skew."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from ledgerbee_client.errors import APIError, OutcomeUnknownError
from ledgerbee_client.testing import ClockSkew, Late, LooseSearch, Sandbox, Stale, SystemClock, Twin, sandbox
from tests.sandbox.support import works

if TYPE_CHECKING:
    from ledgerbee_client import LedgerBee

pytestmark = works("customers.create", "customers.list", "company.get", "products.list", "dimensions.create")


async def customer(lb: LedgerBee, name: str = "Anna", **fields: Any) -> str:
    return (await lb.customers.create(extra_body={"name": name, **fields})).id


async def names(lb: LedgerBee) -> list[str]:
    return [one.name for one in await lb.customers.list()]


async def test_a_late_write_is_answered_by_a_gateway_and_applied_afterwards() -> None:
    async with sandbox() as sb:
        lb = sb.client()
        sb.faults.add(Late(30), "customers.create", times=1)
        with pytest.raises(OutcomeUnknownError):
            await customer(lb)
        sent_at = sb.clock.now()
        assert await names(lb) == []
        await sb.advance(29)
        assert await names(lb) == []
        await sb.advance(60)
        assert await names(lb) == ["Anna"]
    (write,) = sb.writes
    assert write.at == sent_at + timedelta(seconds=30)
    assert write.body == {"name": "Anna"}


async def test_a_late_write_may_be_cut_off_instead_of_answered() -> None:
    async with sandbox() as sb:
        lb = sb.client(retry=None)
        sb.faults.add(Late(1, status=None), "customers.create")
        with pytest.raises(OutcomeUnknownError) as caught:
            await customer(lb)
        assert isinstance(caught.value.__cause__, httpx.RemoteProtocolError)
        await sb.advance(1)
        assert len(sb.writes) == 1


async def test_a_late_write_is_applied_by_the_next_request_once_its_time_has_come() -> None:
    async with sandbox(clock=SystemClock()) as sb:
        lb = sb.client()
        sb.faults.add(Late(3600), "customers.create", times=2)
        for name in ("Anna", "Bo"):
            with pytest.raises(OutcomeUnknownError):
                await customer(lb, name)
        sb.clock.advance(timedelta(hours=1))
        assert sb.writes == []
        assert await names(lb) == ["Anna", "Bo"]


async def test_a_late_write_can_be_refused_then() -> None:
    async with sandbox() as sb:
        lb = sb.client()
        sb.faults.add(Late(5), "customers.create", times=1)
        with pytest.raises(OutcomeUnknownError):
            await customer(lb, customerNumber="C-1")
        await customer(lb, customerNumber="C-1")
        await sb.advance(5)
        assert len(sb.writes) == 1


async def test_what_the_service_caches_comes_again_for_five_seconds() -> None:
    async with sandbox() as sb:
        lb = sb.client()
        sb.faults.add(Stale())
        assert await names(lb) == []
        await customer(lb, customerNumber="C-1")
        assert await names(lb) == []
        assert [one.name for one in await lb.customers.list(customer_number="C-1")] == ["Anna"], "filtered: fresh"
        sb.clock.advance(timedelta(seconds=4.9))
        assert await names(lb) == []
        sb.clock.advance(timedelta(seconds=0.1))
        assert await names(lb) == ["Anna"]


async def test_writes_drop_the_cache_of_dimensions_and_vendors() -> None:
    async with sandbox() as sb:
        lb = sb.client()
        sb.faults.add(Stale())
        assert await lb.dimensions.list() == []
        await lb.dimensions.create(name="Region", is_unique=False)
        assert [one.name for one in await lb.dimensions.list()] == ["Region"]


async def test_a_change_elsewhere_isnt_seen_while_the_company_is_cached() -> None:
    async with sandbox() as sb:
        lb, other = sb.client(), sb.client(scopes=[], scope_check="off")
        sb.faults.add(Stale())
        assert (await lb.company.get()).name == "Acme Corporation"
        sb.state.company["name"] = "Acme"
        assert (await lb.company.get()).name == "Acme Corporation"
        with pytest.raises(APIError):
            await other.company.get()  # what one may read isn't shown to others
        with pytest.raises(APIError):
            await other.company.get()  # nor is a refusal kept
        sb.clock.advance(timedelta(seconds=5))
        assert (await lb.company.get()).name == "Acme"


async def test_a_twin_looks_alike_but_for_its_id() -> None:
    async with sandbox() as sb:
        lb = sb.client()
        sb.faults.add(Twin(), "customers.create", times=1)
        made = await customer(lb)
        rows = await lb.customers.list()
        assert [one.name for one in rows] == ["Anna", "Anna"]
        assert len({one.id for one in rows}) == 2
        assert made in {one.id for one in rows}
    assert [one.author for one in sb.writes] == ["client", "someone else"]


async def test_a_twin_comes_later_when_it_is_told_to_and_not_where_numbers_are_unique() -> None:
    async with sandbox() as sb:
        lb = sb.client()
        with sb.faults.add(Twin(10), "customers.create"):
            await customer(lb)
            await customer(lb, "Bo", customerNumber="C-2")
        assert await names(lb) == ["Anna", "Bo"]
        await sb.advance(10)
        assert sorted(await names(lb)) == ["Anna", "Anna", "Bo"]


async def test_reads_have_no_twins() -> None:
    async with sandbox() as sb:
        sb.faults.add(Twin())
        await sb.client(scope_check="off").company.get()
        assert len(sb.requests) == 1


async def test_a_loose_search_finds_more_than_was_asked_for() -> None:
    async with sandbox() as sb:
        sb.seed(products=20)
        lb = sb.client()
        exact = await lb.products.list(search="SP00012").collect()
        sb.faults.add(LooseSearch(3))
        loose = await lb.products.list(search="SP00012").collect()
        assert [one.product_number for one in exact] == ["SP00012"]
        assert len(loose) == 20
        assert len(await lb.products.list(sort_by="name").collect()) == 20, "without a search nothing changes"


async def test_a_skewed_clock_shows_in_the_date_but_not_in_what_is_stored() -> None:
    async with sandbox() as sb:
        sb.faults.add(ClockSkew(-60))
        async with httpx.AsyncClient(transport=sb.transport(), headers={"x-api-key": sb.api_key}) as client:
            operation = sb.document.operations["product_groups.list"]
            response = await client.get(f"https://sandbox.test/api{operation.path}")
    assert response.headers["date"] == "Thu, 15 Jan 2026 08:59:00 GMT"


async def test_a_caller_that_is_gone_before_its_request_was_read_has_sent_nothing() -> None:
    sb = Sandbox()
    sb.faults.add(Late(1), "customers.create")
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    path = "/api" + sb.document.operations["customers.create"].path
    scope = {"type": "http", "method": "POST", "path": path, "headers": [], "query_string": b""}
    with pytest.raises(Exception, match="request"):
        await sb.app(scope, receive, send)
    await sb.advance(1)
    assert sent == []
    assert sb.writes == []
