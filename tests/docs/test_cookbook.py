"""Every recipe of the cookbook does what it says, against a sandbox on a port."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import sys
from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest

from ledgerbee_client import LedgerBee
from ledgerbee_client.testing import Sandbox
from ledgerbee_client.webhooks import parse_event
from tests.sandbox.support import skip_stale, skip_unverified

COOKBOOK = Path(__file__).parents[2] / "docs" / "cookbook.md"
BLOCKS = re.findall(r"^```python\n(.*?)^```$", COOKBOOK.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def recipe(name: str) -> Any:
    """What a block defines under this name. The module is registered, so that annotations can be resolved."""
    code = next(one for one in BLOCKS if re.search(rf"^(async def|def|class) {name}\b|^{name} = ", one, re.MULTILINE))
    skip_stale(code)
    module = sys.modules[f"cookbook_{name}"] = ModuleType(f"cookbook_{name}")
    exec(compile(code, str(COOKBOOK), "exec"), vars(module))  # our own page
    return getattr(module, name)


@pytest.fixture
async def sb(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox()
    sandbox.seed(products=3, customers=2)
    async with sandbox.serve() as server:
        monkeypatch.setenv("LEDGERBEE_API_KEY", sandbox.api_key)
        monkeypatch.setenv("LEDGERBEE_BASE_URL", server.base_url)
        monkeypatch.chdir(tmp_path)
        yield sandbox


@pytest.fixture
async def lb(sb: Sandbox) -> AsyncIterator[LedgerBee]:
    async with LedgerBee() as client:
        yield client


async def customer_of(lb: LedgerBee) -> str:
    skip_unverified("customers.list")
    return (await lb.customers.list())[0].id


async def price_of(lb: LedgerBee) -> str:
    listed = (await lb.products.list(limit=1))[0]
    return (await lb.products.get(listed.id)).prices[0].id


async def test_a_product_is_created_once_and_updated_then(lb: LedgerBee) -> None:
    put = recipe("put_product")
    group = (await lb.products.list(limit=1))[0].product_group_id
    first = await put(lb, "P-77", "Hosting", group)
    second = await put(lb, "P-77", "Web hosting", group)
    assert (second.id, second.name) == (first.id, "Web hosting")


async def test_an_invoice_has_the_amount_of_its_price_and_is_sent(lb: LedgerBee) -> None:
    customer = await customer_of(lb)
    amount = await recipe("invoice_hosting")(lb, customer, await price_of(lb))
    [invoice] = await lb.invoices.list().collect()
    assert (invoice.status, invoice.amount) == ("sent", amount)
    assert amount > 0


async def test_one_line_is_credited(lb: LedgerBee) -> None:
    customer = await customer_of(lb)
    credit_first_line = recipe("credit_first_line")
    lines = [{"price_id": await price_of(lb), "quantity": quantity} for quantity in (2, 5)]
    invoice = await lb.invoices.create(customer_id=customer, lines=lines)
    credit = await credit_first_line(lb, invoice.id)
    assert abs(credit.subtotal) * 7 == invoice.subtotal * 2


async def test_customers_are_imported_once_and_refused_rows_are_named(
    sb: Sandbox, lb: LedgerBee, tmp_path: Path
) -> None:
    path = tmp_path / "customers.csv"
    path.write_text(
        "number,name,email\nC-1,Nordlys ApS,a@example.com\nC-2,,b@example.com\nC-3,Bølge A/S,c@example.com\n"
    )
    load = recipe("import_customers")
    skip_unverified("customers.list_groups")
    group = (await lb.customers.list_groups())[0].id
    assert [line.split(":")[0] for line in await load(path, group)] == ["C-2"]
    path.write_text(path.read_text().replace("C-2,,", "C-2,Fjord IVS,"))
    assert await load(path, group) == []
    assert [write.body["customerNumber"] for write in sb.writes] == ["C-1", "C-3", "C-2"]


async def test_what_was_invoiced_is_added_up_as_decimals(sb: Sandbox, lb: LedgerBee) -> None:
    sb.seed(invoices=6)
    found = await recipe("invoiced")(lb, dt.date(2025, 1, 1), dt.date(2026, 12, 31))
    listed = [one for one in await lb.invoices.list().collect() if one.status != "draft"]
    assert listed
    assert found == {"DKK": sum((one.subtotal for one in listed), Decimal(0))}


async def test_usage_that_is_reported_twice_counts_once(sb: Sandbox, lb: LedgerBee) -> None:
    run = recipe("subscribe_and_report")
    customer = await customer_of(lb)
    await run(lb, customer, "api-calls")
    await run(lb, customer, "api-calls")
    assert [write.operation for write in sb.writes].count("meters.report") == 1


async def test_an_event_is_kept_until_it_is_done_also_across_a_restart(tmp_path: Path) -> None:
    envelope = {"id": "e-1", "type": "subscription.paused", "timestamp": "2026-01-15T09:00:00Z", "data": {"id": "s-1"}}
    event = parse_event(envelope)
    inbox = recipe("SQLiteInbox")
    before = inbox(tmp_path / "inbox.sqlite")
    assert await before.add(event)
    assert not await before.add(event)
    assert (await before.next()).id == "e-1"
    after = inbox(tmp_path / "inbox.sqlite")  # the process was killed before it was done
    assert await after.next() == event
    await after.done(event)
    last = inbox(tmp_path / "inbox.sqlite")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(last.next(), 0.01)
    for one in (before, after, last):
        one.close()


async def test_gaps_are_filled_by_reading_back(sb: Sandbox, lb: LedgerBee) -> None:
    sb.seed(subscriptions=2)
    fill = recipe("fill_gaps")
    changed = await fill(lb, {})
    assert len(changed) == 2
    assert await fill(lb, changed) == {}


async def test_several_companies_are_read_by_one_process(sb: Sandbox) -> None:
    keys = {"one": sb.api_key, "two": sb.api_key}
    assert await recipe("names")(keys) == {"one": "Acme Corporation", "two": "Acme Corporation"}


async def test_a_fastapi_application_gives_products_and_shares_the_client(sb: Sandbox) -> None:
    app = recipe("app")
    async with (
        app.router.lifespan_context(app) as state,
        httpx.AsyncClient(transport=Stateful(app, state), base_url="http://test") as browser,
    ):
        response = await browser.get("/products")
    assert [set(one) >= {"id", "productNumber"} for one in response.json()] == [True, True, True]


class Stateful(httpx.ASGITransport):
    """Hands the state of a lifespan to each request, as a server does."""

    def __init__(self, app: Any, state: dict[str, Any]) -> None:
        async def with_state(scope: Any, receive: Any, send: Any) -> None:
            await app(scope | {"state": dict(state)}, receive, send)

        super().__init__(with_state)


async def test_the_test_of_the_fastapi_application_passes() -> None:
    await recipe("test_the_company_is_shown")()


async def test_a_task_that_runs_twice_bills_once(sb: Sandbox, lb: LedgerBee) -> None:
    customer, price = await customer_of(lb), await price_of(lb)
    bill = recipe("bill")
    first = await asyncio.to_thread(bill, "O-1", customer, price)
    assert await asyncio.to_thread(bill, "O-1", customer, price) == first
    assert len(sb.writes) == 1


async def test_what_was_not_given_is_not_sent(sb: Sandbox, lb: LedgerBee) -> None:
    product = (await lb.products.list())[0]
    await recipe("rename")(lb, product.id, unit="hours")
    assert sb.writes[-1].body == {"unit": "hours"}


@pytest.mark.unmeasured
async def test_products_make_a_frame(lb: LedgerBee) -> None:
    frame = await recipe("frame")(lb)
    assert len(frame) == 3
    assert "productNumber" in frame
