"""Kills a month-end run with SIGKILL, restarts it until it is done, and counts what the sandbox applied.

A run makes journal entries with `once_each` against a served sandbox in which a share of the requests goes wrong: cut
off before or after they were applied, given up by a gateway and applied later. It is killed while others are in flight:
by itself, at a random await of the path of a write (the store's and the call's), and from outside, at any moment. In
the end each reference must stand in the sandbox's log exactly once, and be the result that its key has. Without the
store the same run shows duplicates, so the harness can fail.

    python -m tests.chaos.killer --keys 2000 --kills 1000 --seed 1
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Awaitable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import anyio.to_thread

from ledgerbee_client import LedgerBee, RetryPolicy, SQLiteStore
from ledgerbee_client.testing import Cut, Fault, Late, Sandbox, Status, SystemClock
from tests.shared.entries import entry

ROOT = Path(__file__).parents[2]
#: Keys of one run. A run that is started again looks at each of them.
SLICE = 50
#: Seconds: what the gateway gives up is applied so much later, at most; and after so many it can't be any more.
LATE, SETTLE_AFTER, LEASE = 0.1, 0.5, 0.8
_FAULTS: tuple[Fault, ...] = (Cut("request"), Cut("applied"), Cut("connect"), Late(LATE), Late(LATE, None), Status(504))


# ---------------------------------------------------------------------- the sandbox


async def serve(share: float, seed: int) -> None:
    """Serve a sandbox until the standard input ends; each line asks what was applied under each reference."""
    async with Sandbox(clock=SystemClock(), seed=seed) as sandbox, sandbox.serve() as serving:
        for fault in _FAULTS:
            sandbox.faults.add(fault, "journal_entries.create", probability=share / len(_FAULTS))
        print(json.dumps({"url": serving.base_url, "key": sandbox.api_key}), flush=True)
        while await anyio.to_thread.run_sync(sys.stdin.readline):
            applied: dict[str, list[str | None]] = {}
            for one in sandbox.writes:
                applied.setdefault(one.body["reference"], []).append(one.resource_id)
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

    def applied(self) -> dict[str, list[str]]:
        """The ids of what was made under each reference."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        found: dict[str, list[str]] = json.loads(self.process.stdout.readline())
        return found

    def stop(self) -> None:
        """Stop it."""
        self.process.kill()
        self.process.communicate()


# ---------------------------------------------------------------------- the run


class Steps:
    """Counts the awaits of a run, and kills its process at one of them."""

    def __init__(self, last: int | None) -> None:
        self._left = last

    def step(self) -> None:
        """Come by one."""
        if self._left is None:
            return
        self._left -= 1
        if self._left < 0:
            os.kill(os.getpid(), signal.SIGKILL)


class Stepping:
    """Awaits, and steps whenever that is suspended or goes on."""

    def __init__(self, steps: Steps, inner: Awaitable[Any]) -> None:
        self._steps = steps
        self._inner = inner

    def __await__(self) -> Generator[Any, Any, Any]:
        suspended = self._inner.__await__()
        value: Any = None
        error: BaseException | None = None
        while True:
            self._steps.step()
            try:
                waits_for = suspended.send(value) if error is None else suspended.throw(error)
            except StopIteration as stop:
                return stop.value
            self._steps.step()
            value, error = None, None
            try:
                value = yield waits_for
            except BaseException as thrown:  # noqa: BLE001  # a cancellation, which goes on to the inner one
                error = thrown


def spread(reference: str) -> dict[str, Any]:
    """A journal entry, whose date spreads the entries, so that the list of one day is short."""
    return entry(reference, f"2026-01-{1 + sum(reference.encode()) % 28:02d}")


class Verdicts(logging.Handler):
    """Writes down what settling said, in a file that outlives the process."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.INFO)
        self._file = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY)

    def emit(self, record: logging.LogRecord) -> None:
        """Write one down."""
        if "was settled" in record.msg and isinstance(record.args, tuple):
            os.write(self._file, f"{record.args[1]}\n".encode())


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
        lb._safeguards = lb._safeguards._replace(lease=LEASE)

        async def make(reference: str, once: Any) -> str:
            if kept is None:
                made = await Stepping(steps, lb.journal_entries.create(**spread(reference)))
            else:
                made = await Stepping(steps, once(lb.journal_entries.create, **spread(reference)))
            return str(made.id)

        result = await lb.once_each(references, key=str, call=make, limit=limit, stop_at=None)
    if kept is not None and store is not None:
        await kept.aclose()
        if result.is_complete:
            with store.with_suffix(".results").open("a") as file:
                file.writelines(json.dumps([one.key, one.result]) + "\n" for one in result)
    return result.is_complete


#: The exit code of a run that raised.
_RAISED = 2


def _child(arguments: tuple[Any, ...]) -> int:
    """Run in a process of its own, forked: starting an interpreter a thousand times takes half an hour."""
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    code = _RAISED
    try:
        if arguments[2] is not None:
            logger = logging.getLogger("ledgerbee_client")
            logger.setLevel(logging.INFO)
            logger.addHandler(Verdicts(arguments[2].with_suffix(".verdicts")))
        code = 0 if asyncio.run(run(*arguments)) else 1
    except BaseException:  # noqa: BLE001  # what the parent says of it is that it is printed here
        traceback.print_exc()
    finally:
        os._exit(code)


def _ended(pid: int) -> int:
    """How a child ended: 0 = all done, 1 = something is left, negative = killed.

    Raises:
        RuntimeError: It raised, and would again.
    """
    _pid, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code == _RAISED:
        raise RuntimeError("a run raised what is printed above")
    return code


# ---------------------------------------------------------------------- the killing


@dataclass
class Report:
    """What came of it."""

    keys: int
    kills: int = 0
    starts: int = 0
    twice: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    #: Keys whose result is another object than the one that was made under their reference.
    wrong: list[str] = field(default_factory=list)
    verdicts: Counter[str] = field(default_factory=Counter)

    def lines(self) -> list[str]:
        """The report as text."""
        return [
            f"keys      {self.keys}",
            f"starts    {self.starts}",
            f"kills     {self.kills}",
            f"verdicts  {dict(self.verdicts)}",
            f"twice     {len(self.twice)} {self.twice[:5] or ''}",
            f"lost      {len(self.lost)} {self.lost[:5] or ''}",
            f"wrong     {len(self.wrong)} {self.wrong[:5] or ''}",
        ]

    def compare(self, references: list[str], applied: dict[str, list[str]], store: Path | None) -> None:
        """Compare what was applied with what there was to do, and with the results."""
        self.twice = [one for one in references if len(applied.get(one, ())) > 1]
        self.lost = [one for one in references if not applied.get(one)]
        if store is None:
            return
        lines = store.with_suffix(".results").read_text().splitlines()
        results = dict(json.loads(line) for line in lines)
        self.wrong = [one for one in references if [results.get(one)] != applied.get(one)]
        verdicts = store.with_suffix(".verdicts")
        self.verdicts = Counter(verdicts.read_text().split() if verdicts.exists() else ())


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
            report.compare(references, server.applied(), store)
    finally:
        server.stop()
    return report


def _torment_slice(report: Report, chance: random.Random, arguments: tuple[Any, ...], kills: int) -> None:
    while report.kills < kills:
        report.starts += 1
        if chance.random() < 0.5:  # by itself; a key that is done takes a few awaits, one that isn't takes dozens
            pid = _child((*arguments, chance.randrange(6 * SLICE)))
        else:  # from outside
            pid = _child(arguments)
            time.sleep(chance.random())
            os.kill(pid, signal.SIGKILL)  # it is our child and not yet waited for: the id is still its own
        report.kills += _ended(pid) < 0
    while True:
        report.starts += 1
        code = _ended(_child(arguments))
        if arguments[2] is None or code == 0:
            return


def kill_at_every_step(seed: int) -> Report:
    """Kill the run of one write at its first await, then another's at its second, until one is through unkilled."""
    report = Report(0)
    server = Server.start(0.0, seed)
    try:
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder) / "billing.sqlite"
            references: list[str] = []
            is_killed = True
            while is_killed:
                references.append(f"step-{len(references)}")
                is_killed = _kill_at(report, (server.url, server.key, store, references[-1:]), len(references) - 1)
            report.keys = len(references)
            report.compare(references, server.applied(), store)
    finally:
        server.stop()
    return report


def _kill_at(report: Report, arguments: tuple[Any, ...], step: int) -> bool:
    """Whether a run could be killed at a step; it is run again to its end."""
    report.starts += 1
    if _ended(_child((*arguments, step, 1))) >= 0:
        return False
    report.kills += 1
    report.starts += 1
    assert _ended(_child(arguments)) == 0
    return True


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
    return 1 if report.twice or report.lost or report.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
