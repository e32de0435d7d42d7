"""`make bench`: the bars of the design, measured side by side in one run.

python -m benchmarks [--guard] [--only calls,decoding] [--output build/bench]

`--guard` is for CI: fewer rounds, the bars that take seconds, judged half as strictly again, and three tries, so that
only a real regression fails.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from . import calls, crowds, decoding, growth, importing, limits, once, report, whole
from .measure import Row
from .server import served

PARTS = ("calls", "once", "decoding", "importing", "crowds", "limits", "regeneration", "report", "chaos", "growth")
GUARDED = ("calls", "once", "decoding", "importing", "crowds")
LENIENCY = 1.5
#: Rounds of the guard.
QUICK = 5

console = Console(highlight=False, width=150)


def rows_of(part: str, server: str, stock: Path | None, folder: Path, rounds: int) -> Iterator[Row]:
    if part == "calls":
        yield from asyncio.run(calls.measure(server, stock, rounds))
    elif part == "decoding":
        yield from decoding.measure(rounds)
        yield from decoding.encoding(rounds)
    elif part == "once":
        yield from asyncio.run(once.measure(server, rounds))
    elif part == "importing":
        yield from importing.measure(server, stock, max(3, rounds // 2))
    elif part == "crowds":
        yield from asyncio.run(crowds.gets(server, 3, 1_000 if rounds > QUICK else 300))
        yield from asyncio.run(crowds.prefetching(server, max(1, rounds // 7)))
        if rounds > QUICK:
            yield from asyncio.run(crowds.streaming_memory(server))
    elif part == "limits":
        yield from asyncio.run(limits.measure())
    elif part == "regeneration":
        yield whole.regeneration(folder)
    elif part == "report":
        yield from report.measure(folder, max(3, rounds // 4))
    elif part == "chaos":
        yield asyncio.run(whole.chaos(10_000))


def plots(server: str, folder: Path, output: Path, rounds: int) -> dict[str, dict[str, growth.Curve]]:
    """Makes the plots of growth, and returns what they show."""
    sizes = asyncio.run(growth.page_size(server, rounds))
    seconds, peaks = asyncio.run(growth.collection(server, 1_000_000))
    crowd = asyncio.run(growth.connections(server))
    keys = asyncio.run(once.by_keys(server, 100_000))
    regenerated, imported = growth.schema(folder, (10, 30, 100, 300, 1_000))
    drawn = {
        "page-size": ("One page", "items of the page", "µs", sizes, ""),
        "collection": ("A collection, streamed, 4 pages ahead", "items", "s", seconds, "xy"),
        "memory": ("The same, memory", "items", "MiB", peaks, "x"),
        "connections": ("300 calls at once", "connections", "calls a second", crowd, "x"),
        "keys": ("A call under an idempotency key", "keys in the store", "ms", keys, "x"),
        "regenerate": ("Regeneration", "operations of the document", "s", regenerated, "x"),
        "import": ("Import of the generated package", "operations of the document", "ms", imported, "x"),
    }
    for name, (title, x, y, curves, log) in drawn.items():
        growth.plot(output / f"{name}.png", title, x, y, curves, log=log)
    return {name: curves for name, (_title, _x, _y, curves, _log) in drawn.items()}


def table(rows: list[Row]) -> Table:
    shown = Table(title=f"Python {platform.python_version()}, medians; ratio = median of the rounds' ratios")
    for heading in ("what", "ours", "peer", "theirs", "ratio", "quartiles", "bar", ""):
        shown.add_column(heading, justify="left" if heading in ("what", "peer") else "right")
    for row in rows:
        bar = "" if row.bar is None else f"{'>=' if row.at_least else '<='} {row.bar:g}"
        mark = "" if row.met is None else "[green]met[/]" if row.met else "[red]missed[/]"
        theirs = "" if row.theirs is None else f"{row.theirs:,.4g} {row.unit}"
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        spread = "" if row.spread is None else f"{row.spread[0]:.2f} to {row.spread[1]:.2f}"
        shown.add_row(row.what, f"{row.ours:,.4g} {row.unit}", row.peer, theirs, ratio, spread, bar, mark)
    return shown


def guard(server: str, folder: Path) -> int:
    """The bars, measured quickly and judged leniently; what fails is measured again."""
    failed = list(GUARDED)
    for attempt in range(3):
        rows = {part: list(rows_of(part, server, None, folder, QUICK)) for part in failed}
        console.print(table([row for found in rows.values() for row in found if row.bar is not None]))
        failed = [part for part, found in rows.items() if any(row.within(LENIENCY) is False for row in found)]
        if not failed:
            return 0
        console.print(f"try {attempt + 1}: more than {LENIENCY:g} times off: {', '.join(failed)}")
    return 1


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures the bars of the design.")
    parser.add_argument("--guard", action="store_true", help="quick and lenient, for CI")
    parser.add_argument("--only", default=",".join(PARTS), help=f"some of {', '.join(PARTS)}")
    parser.add_argument("--output", type=Path, default=Path("build/bench"), help="for results.json and the plots")
    parser.add_argument("--rounds", type=int, default=21)
    options = parser.parse_args()
    with served() as server, tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if options.guard:
            return guard(server, folder)
        parts = options.only.split(",")
        options.output.mkdir(parents=True, exist_ok=True)
        stock = whole.stock_package(folder) if {"calls", "importing"} & set(parts) else None
        rows: list[Row] = []
        for part in parts:
            console.print(f"[dim]{part} ...[/]")
            rows += rows_of(part, server, stock, folder, options.rounds)
        curves = plots(server, folder, options.output, options.rounds // 3) if "growth" in parts else {}
    console.print(table(rows))
    results = {
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "rows": [row.as_json() for row in rows],
        "growth": curves,
    }
    (options.output / "results.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    console.print(f"written to {options.output}")
    return 1 if any(row.met is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
