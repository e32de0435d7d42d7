"""Reading lists that change meanwhile, as a command. Exit code 1 when a row came twice or was missed in silence.

python -m tests.chaos.reading --runs 10000 --rows 1000000 --seed 1
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import tracemalloc
from collections.abc import Sequence
from typing import Any

import anyio

from tests.chaos.lists import Listed, Tally, Writer, run

#: What is tried, and whether a row that was moved counts as missed, too. It can't be told from an addition when as many
#: rows were added behind the place between the same two requests; so it counts where there is one change at a time.
PLANS: list[tuple[Writer, dict[str, Any], bool]] = [
    ("quiet", {}, True),
    ("add", {"prefetch": 0}, True),
    ("add", {"front": True}, True),
    ("add", {"pages": True}, True),
    ("write", {"prefetch": 0}, True),
    ("write", {}, True),
    ("write", {"total": False}, True),
    ("write", {"pages": True}, True),
    ("one", {"prefetch": 0}, True),
    ("one", {"prefetch": 0, "pages": True}, True),
    ("one", {}, False),
    ("storm", {}, False),
]
#: In so many of the runs that only add rows drift may be reported, at most.
RARELY = 0.1


class Endless(Sequence[str]):
    """Ids of a long list that is nowhere in memory."""

    def __init__(self, rows: int) -> None:
        self._rows = range(rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: Any) -> Any:
        rows = self._rows[index]
        return f"row-{rows}" if isinstance(rows, int) else [f"row-{row}" for row in rows]


async def peaks(rows: int, prefetch: int) -> tuple[int, int]:
    """Memory that reading needs at most: over its first tenth, and over all of it; in bytes."""
    listed = Listed(0, random.Random(1))
    listed.ids = Endless(rows)  # type: ignore[assignment]
    found = early = 0
    tracemalloc.start()
    async for _ in listed.paginator(prefetch=prefetch):
        found += 1
        if found == rows // 10:
            early = tracemalloc.get_traced_memory()[1]
    late = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == rows
    return early, late


async def chaos(runs: int, seed: int) -> list[str]:
    """Read so many lists; return what must not happen."""
    violations: list[str] = []
    for number, (writer, options, exact) in enumerate(PLANS):
        tally = Tally()
        share = runs // len(PLANS) + (number < runs % len(PLANS))
        for one in range(share):
            which = seed * 1_000_000 + one
            tally.judge(writer, which, await run(which, writer, **options), exact=exact)
        told = ", ".join(f"{name} {count}" for name, count in tally.runs.items() if name != "runs" and count)
        print(f"{writer:6} {share:5} readings {options or ''}: {told or 'nothing to tell'}", flush=True)
        violations += tally.violations
        if writer == "add" and tally.runs["reported drift, missed nothing"] > RARELY * share:
            violations.append(f"{writer} {options}: drift reported too often")
    return violations


def main(arguments: list[str] | None = None) -> int:
    """Run it and print the report."""
    parser = argparse.ArgumentParser(description="Reads lists while a writer adds, removes and moves rows.")
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--rows", type=int, default=1_000_000, help="length of the list for the memory test")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    began = time.perf_counter()
    violations = anyio.run(chaos, options.runs, options.seed)
    early, late = anyio.run(peaks, options.rows, 4)
    print(f"memory for {options.rows} rows: {late / 1e6:.1f} MB at most, {early / 1e6:.1f} MB over the first tenth")
    if late > 1.2 * early + 1e6:
        violations.append("memory grew with the list")
    print("\n".join([f"VIOLATED  {len(violations)} times", *violations[:20]]) if violations else "proven")
    print(f"time      {time.perf_counter() - began:.1f} s")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
