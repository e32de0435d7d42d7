"""Kills a month-end run with SIGKILL, restarts it until it is done, and counts what the sandbox applied.

A run makes journal entries with `once_each` against a served sandbox in which a share of the requests goes wrong: cut
off before or after they were applied, given up by a gateway and applied later. It is killed at random steps of the path
of a write (before and after each call of the store and each request), while others are in flight. In the end each
reference must stand in the sandbox's log exactly once. Without the store the same run shows duplicates, so the harness
can fail.

    python -m tests.chaos.killer --keys 2000 --kills 1000 --seed 1
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import anyio.to_thread
from attrs import evolve

from ledgerbee_client import LedgerBee, RetryPolicy, SQLiteStore
from ledgerbee_client.testing import Cut, Fault, Late, Sandbox, Status, SystemClock
from ledgerbee_client.testing.ids import fixed

ROOT = Path(__file__).parents[2]
#: Keys of one run. A run that is started again looks at each of them.
SLICE = 50
#: Seconds: what the gateway gives up is applied so much later, at most; and after so many it can't be any more.
LATE, SETTLE_AFTER, LEASE = 0.1, 0.4, 0.3
_FAULTS: tuple[Fault, ...] = (Cut("request"), Cut("applied"), Cut("connect"), Late(LATE), Late(LATE, None), Status(504))


# ---------------------------------------------------------------------- the sandbox


async def serve(share: float, seed: int) -> None:
    """Serve a sandbox until the standard input ends; each line asks how often each reference was applied."""
    async with Sandbox(clock=SystemClock(), seed=seed) as sandbox, sandbox.serve() as serving:
        for fault in _FAULTS:
            sandbox.faults.add(fault, "journal_entries.create", probability=share / len(_FAULTS))
        print(json.dumps({"url": serving.base_url, "key": sandbox.api_key}), flush=True)
        while await anyio.to_thread.run_sync(sys.stdin.readline):
            applied = Counter(one.body["reference"] for one in sandbox.writes)
            print(json.dumps(applied), flush=True)


@dataclass
class Server:
    """A sandbox in a process of its own."""

    process: subprocess.Popen[str]
    url: str
    key: str

    @classmethod
    def start(cls, share: float, seed: int) -> Server:
        """Start it, and wait until it takes requests."""
        command = [sys.executable, "-m", "tests.chaos.killer", "--serve", str(share), "--seed", str(seed)]
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        where = json.loads(process.stdout.readline())
        return cls(process, where["url"], where["key"])

    def applied(self) -> Counter[str]:
        """How often each reference was applied."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return Counter(json.loads(self.process.stdout.readline()))

    def stop(self) -> None:
        """Stop it."""
        self.process.kill()
        self.process.communicate()


# ---------------------------------------------------------------------- the run


class Steps:
    """Counts the steps of a run, and kills its process at one of them."""

    def __init__(self, last: int | None) -> None:
        self._left = last

    def step(self) -> None:
        """Come by one."""
        if self._left is None:
            return
        self._left -= 1
        if self._left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, function: Any) -> Any:
        """Step before and after an awaited call."""

        async def stepping(*arguments: Any, **options: Any) -> Any:
            self.step()
            result = await function(*arguments, **options)
            self.step()
            return result

        return stepping


def entry(reference: str) -> dict[str, Any]:
    """A journal entry. Its date spreads the entries, so that the list of one day is short."""
    day = 1 + sum(reference.encode()) % 28
    return {
        "entry_type": "JOURNAL_ENTRY",
        "date": f"2026-01-{day:02d}",
        "original_amount": "100.00",
        "reference": reference,
        "lines": [
            {"accountId": fixed("account/1010"), "additional_properties": {"amount": "-100.00"}},
            {"accountId": fixed("account/5020"), "additional_properties": {"amount": "100.00"}},
        ],
    }


async def run(
    url: str, key: str, store: Path | None, references: list[str], last_step: int | None = None, limit: int = 8
) -> bool:
    """Make an entry for each reference; be killed at a step, if one is given.

    Returns:
        Whether all is done.
    """
    steps = Steps(last_step)
    kept = SQLiteStore(store, synchronous="NORMAL") if store is not None else None
    retry = RetryPolicy(max_attempts=3, initial_delay=0.01)
    async with LedgerBee(
        key, base_url=url, idempotency_store=kept, settle_after=SETTLE_AFTER, retry=retry, scope_check="off"
    ) as lb:
        lb._safeguards = evolve(lb._safeguards, lease=LEASE)
        if last_step is not None:
            for name in ("claim", "restart", "finish", "release", "leave") if kept is not None else ():
                setattr(kept, name, steps.around(getattr(kept, name)))
            lb.execute = steps.around(lb.execute)  # type: ignore[method-assign]

        async def make(reference: str, once: Any) -> object:
            if kept is None:
                return await lb.journal_entries.create(**entry(reference))
            return await once(lb.journal_entries.create, **entry(reference))

        result = await lb.once_each(references, key=str, call=make, limit=limit, stop_at=None)
    if kept is not None:
        await kept.aclose()
    return result.is_complete


def _child(arguments: tuple[Any, ...]) -> int:
    """Run in a process of its own, forked: starting an interpreter a thousand times takes half an hour."""
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 2
    try:
        code = 0 if asyncio.run(run(*arguments)) else 1
    finally:
        os._exit(code)


# ---------------------------------------------------------------------- the killing


@dataclass
class Report:
    """What came of it."""

    keys: int
    kills: int = 0
    starts: int = 0
    twice: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The report as text."""
        return [
            f"keys      {self.keys}",
            f"starts    {self.starts}",
            f"kills     {self.kills}",
            f"twice     {len(self.twice)} {self.twice[:5] or ''}",
            f"lost      {len(self.lost)} {self.lost[:5] or ''}",
        ]


def torment(keys: int, kills: int, seed: int, *, share: float = 0.15, with_store: bool = True) -> Report:
    """Run slice after slice, kill each run some times, and then let it end."""
    chance = random.Random(seed)
    report = Report(keys)
    server = Server.start(share, seed)
    try:
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder) / "billing.sqlite" if with_store else None
            references = [f"{seed}/{number:05d}" for number in range(keys)]
            slices = [references[start : start + SLICE] for start in range(0, keys, SLICE)]
            for number, part in enumerate(slices):
                until = kills * (number + 1) // len(slices)
                _torment_slice(report, chance, (server.url, server.key, store, part), until)
        applied = server.applied()
    finally:
        server.stop()
    report.twice = [one for one in references if applied[one] > 1]
    report.lost = [one for one in references if not applied[one]]
    return report


def _torment_slice(report: Report, chance: random.Random, arguments: tuple[Any, ...], kills: int) -> None:
    while report.kills < kills:
        report.starts += 1
        # A key that is done takes two steps, one that isn't takes six and more
        _pid, status = os.waitpid(_child((*arguments, chance.randrange(2 * SLICE + 40))), 0)
        report.kills += os.WIFSIGNALED(status)
    while True:
        report.starts += 1
        _pid, status = os.waitpid(_child(arguments), 0)
        if arguments[2] is None or os.waitstatus_to_exitcode(status) == 0:
            return


def kill_at_every_step(seed: int) -> Report:
    """Kill the run of one write at its first step, then another's at its second, until one is through unkilled."""
    report = Report(0)
    server = Server.start(0.0, seed)
    try:
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder) / "billing.sqlite"
            while True:
                reference = f"step-{report.keys}"
                report.keys += 1
                report.starts += 1
                pid = _child((server.url, server.key, store, [reference], report.keys - 1, 1))
                _pid, status = os.waitpid(pid, 0)
                if not os.WIFSIGNALED(status):
                    break
                report.kills += 1
                report.starts += 1
                _pid, status = os.waitpid(_child((server.url, server.key, store, [reference])), 0)
                assert os.waitstatus_to_exitcode(status) == 0
        applied = server.applied()
    finally:
        server.stop()
    references = [f"step-{number}" for number in range(report.keys)]
    report.twice = [one for one in references if applied[one] > 1]
    report.lost = [one for one in references if not applied[one]]
    return report


def main(arguments: list[str] | None = None) -> int:
    """Run it and print the report."""
    parser = argparse.ArgumentParser(description="Kills a month-end run and restarts it until it is done.")
    parser.add_argument("--keys", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without-store", action="store_true", help="show that the harness can fail")
    parser.add_argument("--serve", type=float, metavar="SHARE", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.serve is not None:
        asyncio.run(serve(options.serve, options.seed))
        return 0
    warnings.simplefilter("error")
    began = time.perf_counter()
    report = torment(options.keys, options.kills, options.seed, with_store=not options.without_store)
    print(*report.lines(), f"time      {time.perf_counter() - began:.1f} s", sep="\n")
    return 1 if report.twice or report.lost else 0


if __name__ == "__main__":
    sys.exit(main())
