"""January 2026 in the life of a small hosting company."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import AsyncGenerator, Coroutine, Generator, Iterable
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from ledgerbee_client.errors import BadRequestError
from ledgerbee_client.testing import Cut, Fault, Latency, Sandbox, Status
from ledgerbee_client.webhooks import WebhookVerifier

from .books import Customer, Item
from .console import result, step
from .needs import PAYMENTS, what_is_missing
from .onboarding import CUSTOMERS, Shop, win_all
from .receiver import Receiver
from .service import METER, Service, known

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[2]
START = datetime(2026, 1, 1, 8, tzinfo=UTC)
RUNNING = ("active", "pending_cancellation")


@dataclass(frozen=True)
class Run:
    """What the killed process and this one share."""

    base_url: str
    api_key: str
    folder: Path

    @property
    def store(self) -> Path:
        """Where both remember what they have written."""
        return self.folder / "writes.sqlite"


#: Each hits this share of the requests.
_SHARE = 0.04
_FAULTS: tuple[Fault, ...] = (
    Status(429, retry_after=0),
    Status(503),
    Status(502, applied=True, body="<html>Bad gateway</html>"),
    Cut("request"),
    Cut("applied"),
)


async def live_through(sandbox: Sandbox, service: Service, receiver: Receiver, run: Run) -> None:
    """The whole month; the receiver gets the events."""
    step("1 January: a catalogue with a metered product, a plan, a webhook endpoint")
    shop = await open_shop(sandbox, service)
    await listen(sandbox, service, receiver)

    await until(sandbox, day=5)
    async with bad_network(sandbox, service):
        step(
            f"5 January: a run over {len(CUSTOMERS)} new customers, each with a subscription and a first invoice"
        )
        await be_killed(sandbox, shop, run)
        won = await win_all(service, shop)
        customers, subscriptions = [one for one, _ in won], [one for _, one in won]
        service.books.customers += customers
        service.books.subscriptions += subscriptions

        await until(sandbox, day=15)
        await report_usage(service, customers, range(1, 16))

        await until(sandbox, day=20)
        step(
            "20 January: a quote becomes an invoice, two hours are credited, two subscriptions end"
        )
        invoice = await service.sell_by_quote(
            customers[0], "Q-1", date(2026, 1, 20), [(shop.hour, 12)]
        )
        await service.credit(customers[0], invoice, "C-1", [(shop.hour, 2)])
        await service.cancel(subscriptions[1])
        await service.cancel(subscriptions[2], date(2026, 1, 25))
        pdf = await service.lb.invoices.pdf_to_file(known(invoice.id), run.folder / "invoice.pdf")
        result(
            f"{invoice.number}: {invoice.subtotal} + {invoice.vat} VAT; its PDF has {pdf.stat().st_size} bytes"
        )

        await until(sandbox, day=28)
        await collect_payments(sandbox, service, shop, customers)

    await until(sandbox, day=31)
    await report_usage(service, customers, range(16, 32))
    step("31 January: LedgerBee bills the subscriptions")
    async for one in service.lb.subscriptions.list(statuses=RUNNING):
        sandbox.emit("subscription.billed", subscription_id=one.id)
    await until(sandbox, day=31, hour=20)


async def open_shop(sandbox: Sandbox, service: Service) -> Shop:
    """Four products, on accounts of the sandbox's chart of accounts; the plan is made in the app."""
    lb = service.lb
    accounts = {account.account_number: known(account.id) for account in await lb.accounts.list()}
    group = await lb.product_groups.create(
        number="PG900",
        name="Hosting",
        domestic_account_id=accounts[1010],
        eu_account_id=accounts[1020],
        abroad_account_id=accounts[1030],
        domestic_without_vat_account_id=accounts[1040],
    )
    meter = await lb.meters.list_subscriptions_by_name(extra_query={"meterName": METER})

    async def item(number: str, name: str, amount: str, **price: str | None) -> Item:
        initial_price: Any = {"unit_amount": Decimal(amount), "currency": "DKK", **price}
        product = await lb.products.create(
            product_number=number,
            name=name,
            unit="pcs",
            product_group_id=known(group.id),
            initial_price=initial_price,
        )
        return Item(known((product.prices or [])[0].id), Decimal(amount))

    hosting = await item("WEB", "Web hosting", "149.00")
    calls = await item("API", "API calls", "0.015", meter_id=str(meter.to_dict()["meterId"]))
    setup = await item("SETUP", "Setup", "1249.95")
    hour = await item("HOUR", "Consulting, per hour", "895.25")
    plan_id = sandbox.add_plan("Hosting", price_ids=[hosting.price_id, calls.price_id])
    return Shop(setup, hour, plan_id, accounts[5020])


async def be_killed(sandbox: Sandbox, shop: Shop, run: Run) -> None:
    """The run in a process of its own, which doesn't live to see its end."""
    before = len(sandbox.writes)
    command = [
        sys.executable,
        "-m",
        "docs.demo.onboarding",
        run.base_url,
        run.api_key,
        str(run.store),
        shop.dump(),
    ]
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT)
    code = await process.wait()
    if code != -signal.SIGKILL:
        raise SystemExit(f"the run should have been killed, and ended with {code}")
    result(f"it was killed after {len(sandbox.writes) - before} writes; started again, it goes on")


async def listen(sandbox: Sandbox, service: Service, receiver: Receiver) -> None:
    """Registers the receiver. The signing secret is shown this once."""
    endpoint = await service.lb.webhook_endpoints.create(extra_body={"url": receiver.url})
    receiver.verifier = WebhookVerifier(endpoint.to_dict()["secret"], clock=sandbox.clock.now)


async def report_usage(service: Service, customers: list[Customer], days: range) -> None:
    """Reports come out of a queue that hands out some of them twice."""
    reports = [
        (customer, date(2026, 1, day), (37 * index + 13 * day) % 500)
        for day in days
        for index, customer in enumerate(customers)
    ]
    twice = reports[::4]
    step(
        f"{days[-1]} January: {len(reports)} reports of API usage at once, {len(twice)} of them twice"
    )
    await all_of(service.report_calls(*report) for report in reports + twice)


async def collect_payments(
    sandbox: Sandbox, service: Service, shop: Shop, customers: list[Customer]
) -> None:
    """What the bank received, all or nothing. One customer hasn't paid yet."""
    if missing := what_is_missing(sandbox, PAYMENTS):
        step(
            f"28 January: no payments, as the document says something else of {', '.join(missing)}"
        )
        return
    step("28 January: the payments that the bank received, in one batch")
    invoices = service.books.invoices
    payments = [
        (one, f"I-{one.number}", invoices[f"I-{one.number}"].gross) for one in customers[:-1]
    ]
    stranger = (replace(customers[0], id="nobody"), "?", Decimal("1.00"))
    try:
        await service.post_payments([*payments, stranger], shop.bank_id)
    except BadRequestError as error:
        posted = len(
            await service.lb.journal_entries.list(journal_type="CUSTOMER_PAYMENT").collect()
        )
        result(
            f"with a customer that LedgerBee doesn't know: {error.status_code}, {posted} entries posted"
        )
    await service.post_payments(payments, shop.bank_id)
    result(f"without: {len(payments)} entries posted")


@asynccontextmanager
async def bad_network(sandbox: Sandbox, service: Service) -> AsyncGenerator[None]:
    """Every request is slow, and a fifth of them goes wrong."""
    step(
        f"The network gets bad: {_SHARE * len(_FAULTS):.0%} of the requests get a 429, 502, 503 or a cut connection"
    )
    with ExitStack() as stack:
        slow = stack.enter_context(sandbox.faults.add(Latency(0.0, jitter=0.02)))
        rules = [
            stack.enter_context(sandbox.faults.add(fault, probability=_SHARE)) for fault in _FAULTS
        ]
        settlements = stack.enter_context(settlements_of())
        yield
    settled = settlements.verdicts
    applied = settled.count("Applied")
    step(
        f"The network is well again: {slow.hits} requests, {sum(rule.hits for rule in rules)} of them went wrong"
    )
    result(f"{sum(service.retries.values())} were repeated by the client")
    result(f"{len(settled)} were writes with an unknown outcome, which the client settled:")
    result(f"{applied} had been applied, {len(settled) - applied} were sent again")


class Settlements(logging.Handler):
    """Keeps what the client logs of the writes that it settles."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.verdicts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Called for each line of the log."""
        _operation, _, verdict = record.getMessage().partition(" was settled: ")
        if verdict:
            self.verdicts.append(verdict.partition(",")[0])


@contextmanager
def settlements_of() -> Generator[Settlements]:
    """Listens to the client's log."""
    logger, handler = logging.getLogger("ledgerbee_client"), Settlements()
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    yield handler
    logger.removeHandler(handler)
    logger.setLevel(logging.NOTSET)
    logger.propagate = True


async def until(sandbox: Sandbox, day: int, hour: int = 8) -> None:
    """Lets time pass: subscriptions begin and end, webhooks are delivered."""
    await sandbox.advance((START.replace(day=day, hour=hour) - sandbox.clock.now()).total_seconds())


async def all_of(jobs: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """Does everything at once."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job) for job in jobs]
    return [task.result() for task in tasks]
