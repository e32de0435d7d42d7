"""The chaos run: many tasks read and write through one client, a fifth of the requests goes wrong, and afterwards the
sandbox's list of applied writes says whether the client told the truth.

Every write carries a tag of its own, so each applied write is traced to the call that made it. What is proven: no write
that isn't idempotent was applied twice; nothing that was acknowledged is missing; nothing that is said to have failed
was applied; a repeated idempotent write had its effect once; no task and no connection is left behind.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from ledgerbee_client import LedgerBee, RetryPolicy
from ledgerbee_client.errors import (
    APIError,
    ConnectionFailedError,
    LedgerBeeError,
    OutcomeUnknownError,
    ResponseDecodeError,
    ServerError,
)
from ledgerbee_client.errors import TransportError as TransportError
from ledgerbee_client.testing import (
    ClockSkew,
    ContentType,
    Cut,
    Fault,
    Garbage,
    Latency,
    Sandbox,
    SlowBody,
    Status,
)
from tests.shared.entries import entry

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from ledgerbee_client.testing import Write

#: What became of a call, as the caller sees it.
Outcome = Literal["acknowledged", "unknown", "failed"]

_TAG = re.compile(r"w-\d{6}")
#: One call in so many is given up by its caller.
_GIVEN_UP = 50
#: After a 429 all calls are slow for seconds, as they should be. Were it as frequent as the other faults, little else
#: would happen.
_RARE = 0.05


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done.

    Args:
        patience: seconds that the client waits for an answer; some answers take longer.
        faults: the share of requests that goes wrong.
    """

    writes: int
    reads: int
    tasks: int
    seed: int
    patience: float = 5.0
    faults: float = 0.2

    def kinds(self) -> list[Fault]:
        """One fault of every kind."""
        return [
            Latency(0.0, jitter=self.patience / 10),
            Latency(self.patience * 1.2),
            Latency(self.patience * 1.2, applied=True),
            ClockSkew(3600.0),
            Status(429, retry_after=0.1),
            Status(429, rate_limit_reset=0.1),
            Status(500),
            Status(502, applied=True, body="<html>Bad gateway</html>"),
            Status(503, retry_after=0.1),
            Status(504, applied=True),
            Cut("connect"),
            Cut("request"),
            Cut("applied"),
            Cut("body"),
            SlowBody(self.patience / 10),
            Garbage(),
            ContentType(),
        ]


@dataclass(slots=True)
class Report:
    """What came of it."""

    writes: Counter[Outcome] = field(default_factory=Counter)
    reads: Counter[Outcome] = field(default_factory=Counter)
    applied: int = 0
    #: Unknown to the caller, and applied.
    unknown_applied: int = 0
    injected: Counter[str] = field(default_factory=Counter)
    requests: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The report as people read it."""
        writes, reads = self.writes, self.reads
        faults = sum(self.injected.values())
        yield f"requests  {self.requests}, faults injected {faults} ({faults / max(1, self.requests):.0%})"
        unknown = f"unknown {writes['unknown']} (of which applied {self.unknown_applied})"
        known = f"applied {self.applied}, acknowledged {writes['acknowledged']}, {unknown}, failed {writes['failed']}"
        yield f"writes    {writes.total()}: {known}"
        yield f"reads     {reads.total()}: answered {reads['acknowledged']}, failed {reads['failed']}"
        yield "raised    " + (", ".join(f"{name} {count}" for name, count in sorted(self.errors.items())) or "nothing")
        yield "faults    " + ", ".join(f"{name} {count}" for name, count in sorted(self.injected.items()))
        if self.violations:
            yield f"VIOLATED  {len(self.violations)} times"
        else:
            yield "proven    nothing applied twice, nothing acknowledged missing, nothing left behind"
        yield from (f"  {one}" for one in self.violations[:20])


@dataclass(slots=True)
class Storm:
    """One run."""

    plan: Plan
    sandbox: Sandbox
    report: Report = field(default_factory=Report)
    #: By tag of the write.
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    #: Tags by id of the product that the write deletes.
    deleted: dict[str, str] = field(default_factory=dict)
    products: list[str] = field(default_factory=list)
    customer: str = ""
    price: str = ""

    # ------------------------------------------------------------------ the calls

    def write(self, client: LedgerBee, tag: str, kind: int) -> Awaitable[object]:
        """A write of one of the kinds that the client treats differently: by idempotency, and by method."""
        metered: dict[str, Any] = {"customer_id": self.customer, "meter_name": "api-calls", "metadata": {"tag": tag}}
        line = {"priceId": self.price, "quantity": 1}
        kinds: list[Callable[[], Awaitable[object]]] = [
            lambda: client.journal_entries.create(**entry(tag)),
            lambda: client.invoices.create(customer_id=self.customer, date="2026-01-15", reference=tag, lines=[line]),
            lambda: client.customers.create(customer_number=tag, name=tag, country_code="DK"),
            lambda: client.customers.update(self.customer, name=tag),
            lambda: client.projects.upsert(external_reference=tag, extra_body={"name": tag}),
            lambda: client.meters.report(value=1, **metered),
            lambda: client.products.delete(self._doomed(tag)),
        ]
        return kinds[kind % len(kinds)]()

    def _doomed(self, tag: str) -> str:
        product = self.products.pop()
        self.deleted[product] = tag
        return product

    async def read(self, client: LedgerBee, kind: int) -> None:
        """A read whose answer is known."""
        if kind % 3 == 0:
            customer = await client.customers.get(self.customer)
            self.expect(customer.id == self.customer, "a read answered with another customer")
        elif kind % 3 == 1:
            accounts = await client.accounts.list()
            self.expect(len(accounts) == len(self.sandbox.state.accounts), "a read lost accounts")
        else:
            page = await client.products.list(search="SP00001", limit=5)
            self.expect([item.product_number for item in page.items] == ["SP00001"], "a read lost a product")

    def expect(self, truth: bool, otherwise: str) -> None:
        if not truth:
            self.report.violations.append(otherwise)

    async def attempt(self, call: Awaitable[object], given_up_after: float | None) -> Outcome:
        """What a caller learns of a call."""
        try:
            async with asyncio.timeout(given_up_after):
                await call
        except TimeoutError:
            self.report.errors["(given up by the caller)"] += 1
            return "unknown"
        except LedgerBeeError as error:
            self.report.errors[type(error).__name__] += 1
            return outcome_of(error)
        return "acknowledged"

    # ------------------------------------------------------------------ the run

    async def run(self) -> None:
        """All calls, by all tasks."""
        plan = self.plan
        source = random.Random(plan.seed)
        jobs = [("write", number) for number in range(plan.writes)] + [("read", number) for number in range(plan.reads)]
        source.shuffle(jobs)
        patience = {job: source.uniform(0.0, 0.05) for job in jobs if source.randrange(_GIVEN_UP) == 0}
        queue = iter(jobs)
        policy = RetryPolicy(max_attempts=6, initial_delay=0.02, max_delay=0.2, deadline=plan.patience * 20)
        before = (asyncio.all_tasks(), descriptors())
        async with (
            self.sandbox.serve() as server,
            LedgerBee(
                self.sandbox.create_key(), base_url=server.base_url, timeout=plan.patience, retry=policy
            ) as client,
        ):
            await self.prepare(client)
            kinds = plan.kinds()
            for fault in kinds:  # drawn one after the other; together they hit the share that is planned
                probability = 1 - (1 - plan.faults) ** (1 / len(kinds))
                if isinstance(fault, Status) and fault.status == 429:
                    probability *= _RARE
                self.sandbox.faults.add(fault, probability=probability)
            faults_from = len(self.sandbox.faults.injected)

            async def work() -> None:
                for kind, number in queue:
                    await self.job(client, kind, number, patience.get((kind, number)))

            async with asyncio.TaskGroup() as group:
                for _ in range(plan.tasks):
                    group.create_task(work())
            injected = self.sandbox.faults.injected[faults_from:]
            self.report.injected.update(label(one.fault) for one in injected)
            self.sandbox.faults.clear()
        await asyncio.sleep(0)
        left = asyncio.all_tasks() - before[0]
        self.expect(not left, f"{len(left)} tasks are left")
        self.expect(descriptors() <= before[1], f"{descriptors() - before[1]} connections or files are left")

    async def prepare(self, client: LedgerBee) -> None:
        """What the calls need, before anything goes wrong."""
        self.sandbox.seed(products=self.plan.writes // 7 + 2)
        self.products = [one["id"] for one in self.sandbox.state.products][1:]
        self.price = next(iter(self.sandbox.state.prices))["id"]
        customer = await client.customers.create(customer_number="C1", name="Anna", country_code="DK")
        self.customer = str(customer.id)
        await client.scopes.require(client.products.list)

    async def job(self, client: LedgerBee, kind: str, number: int, given_up_after: float | None) -> None:
        if kind == "read":
            outcome = await self.attempt(self.read(client, number), given_up_after)
            self.report.reads["acknowledged" if outcome == "acknowledged" else "failed"] += 1
            return
        tag = f"w-{number:06d}"
        outcome = await self.attempt(self.write(client, tag, number), given_up_after)
        self.outcomes[tag] = outcome
        self.report.writes[outcome] += 1

    # ------------------------------------------------------------------ the proof

    def prove(self) -> None:
        """Compares what the callers were told with what was applied."""
        applied: Counter[str] = Counter()
        repeatable: set[str] = set()
        for write in self.sandbox.writes:
            written = self.tag_of(write)
            if written is None:
                continue
            applied[written] += 1
            if write.method in ("PUT", "DELETE"):
                repeatable.add(written)
        self.report.applied = len(applied)
        self.report.unknown_applied = sum(self.outcomes[tag] == "unknown" for tag in applied)
        for tag, outcome in sorted(self.outcomes.items()):
            count = applied[tag]
            self.expect(count <= 1 or tag in repeatable, f"{tag} was applied {count} times; the caller: {outcome}")
            self.expect(count > 0 or outcome != "acknowledged", f"{tag} was acknowledged and is missing")
            self.expect(count == 0 or outcome != "failed", f"{tag} is said to have failed and was applied")
        self.expect(len(self.outcomes) == self.plan.writes, "a write has no outcome")
        projects = Counter(one.get("externalReference") for one in self.sandbox.state.projects)
        self.expect(max(projects.values(), default=1) == 1, "an upsert made two projects")
        used = Counter(one["metadata"]["tag"] for one in self.sandbox.state.usage)
        self.expect(max(used.values(), default=1) == 1, "usage was counted twice")

    def tag_of(self, write: Write) -> str | None:
        """The tag of an applied write; None for those of the preparation."""
        if write.method == "DELETE":
            return self.deleted[write.path.rpartition("/")[2]]
        found = _TAG.search(json.dumps(write.body))
        return found[0] if found else None


def outcome_of(error: LedgerBeeError) -> Outcome:
    """What an error promises. "failed" promises that nothing was applied."""
    if any("may have been applied" in note for note in getattr(error, "__notes__", ())):
        return "unknown"
    if isinstance(error, OutcomeUnknownError | ServerError):
        return "unknown"
    if isinstance(error, ResponseDecodeError):
        return "acknowledged"  # an answer of success, in a form that can't be read
    if isinstance(error, ConnectionFailedError | APIError):
        return "failed"
    return "unknown" if isinstance(error, TransportError) else "failed"


def label(fault: Fault) -> str:
    """A fault as the report names it."""
    if isinstance(fault, Status):
        return f"{fault.status}{' applied' if fault.applied else ''}"
    if isinstance(fault, Cut):
        return f"cut {fault.at}"
    if isinstance(fault, Latency):
        return f"{'too ' if not fault.jitter else ''}late{' applied' if fault.applied else ''}"
    return type(fault).__name__


def descriptors() -> int:
    """How many files and sockets this process holds; 0 where the system doesn't say."""
    try:
        return len(os.listdir("/dev/fd"))  # noqa: PTH208  # a Path would open one more
    except OSError:
        return 0


async def storm(plan: Plan) -> Report:
    """Runs the plan against a sandbox of its own, and proves what came of it."""
    async with Sandbox(seed=plan.seed) as sandbox:
        run = Storm(plan, sandbox)
        seen: Counter[str] = Counter()
        sandbox.faults.add(ClockSkew(0.0), lambda _target: bool(seen.update(["requests"])))
        await run.run()
        run.report.requests = seen["requests"]
        run.prove()
        return run.report
