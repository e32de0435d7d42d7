"""Several hosts post the same run over one PostgreSQL, whose connections are cut and which is restarted meanwhile."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from ledgerbee_client import LedgerBee, OAuthClientCredentials, PostgresStore, RetryPolicy
from ledgerbee_client.testing import Cut, Late, Sandbox, Status
from tests.client import postgres
from tests.sandbox.support import works
from tests.shared.entries import entry

KEYS = 60
CUT = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
)


@pytest.fixture(scope="module")
def database() -> Iterator[postgres.Server]:
    with postgres.required() as running:
        yield running


async def host(sandbox: Sandbox, url: str, name: str, *, seed: int) -> Any:
    """One host that makes the whole run, in an order of its own."""
    references = [f"{name}/{number:03d}" for number in range(KEYS)]
    random.Random(seed).shuffle(references)
    store = PostgresStore(url, prefix="hosts_")
    retry = RetryPolicy(max_attempts=2, initial_delay=0.01)
    try:
        async with sandbox.client(retry=retry, settle_after=1.0, idempotency_store=store, scope_check="off") as lb:

            async def make(reference: str, once: Any) -> str:
                made = await once(lb.journal_entries.create, **entry(reference, _day(reference)))
                return str(made.id)

            return await lb.once_each(references, key=str, call=make, limit=4, stop_at=None)
    finally:
        await store.aclose()


def _day(reference: str) -> str:
    return f"2026-01-{1 + sum(reference.encode()) % 28:02d}"


async def disturb(database: postgres.Server, until: asyncio.Event) -> None:
    """Cut connections, and restart the server once."""
    store = PostgresStore(database.url, prefix="hosts_")
    for number in range(3):
        await asyncio.sleep(0.3)
        if number == 1:
            await asyncio.to_thread(database.stop)
            await asyncio.sleep(0.3)
            await asyncio.to_thread(database.start)
        else:
            await store._run(lambda db: db.execute(CUT).fetchone())
    await store.aclose()
    until.set()


@pytest.mark.slow
@works("journal_entries.create", "journal_entries.list")
async def test_several_hosts_make_each_write_of_a_run_once_whatever_becomes_of_the_database(
    database: postgres.Server, sandbox: Sandbox
) -> None:
    for fault in (Late(0.1), Cut("applied"), Cut("request"), Status(504)):
        sandbox.faults.add(fault, "journal_entries.create", probability=0.05)
    is_over = asyncio.Event()
    disturbing = asyncio.create_task(disturb(database, is_over))
    runs = await asyncio.gather(*(host(sandbox, database.url, "run", seed=seed) for seed in range(3)))
    await disturbing
    while not all(one.is_complete for one in runs):  # what failed with the database is run again
        assert not any(one.refused or one.failed for one in runs)
        runs = await asyncio.gather(*(host(sandbox, database.url, "run", seed=seed) for seed in range(3)))
    applied = Counter(one.body["reference"] for one in sandbox.writes)
    assert applied == Counter({f"run/{number:03d}": 1 for number in range(KEYS)})
    results = [{one.key: one.result for one in run} for run in runs]
    assert results[0] == results[1] == results[2]
    assert {*results[0].values()} == {one.resource_id for one in sandbox.writes}


@pytest.mark.unmeasured
async def test_hosts_share_one_token(database: postgres.Server, sandbox: Sandbox) -> None:
    client_id, client_secret = sandbox.create_client()

    async def ask() -> None:
        store = PostgresStore(database.url, prefix="tokens_")
        auth = OAuthClientCredentials(client_id, client_secret, store=store)
        transport = sandbox.transport()
        async with LedgerBee(auth=auth, base_url="https://sandbox.ledgerbee.test/api", transport=transport) as lb:
            await lb.product_groups.list()
        await store.aclose()

    await asyncio.gather(*(ask() for _ in range(5)))
    assert sum(one.path.endswith("/token") for one in sandbox.requests) == 1
