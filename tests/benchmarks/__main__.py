"""`make bench`: the performance budget, measured side by side in one run.

python -m tests.benchmarks [--guard] [--only calls,decoding] [--output build/bench]

Each part replaces what it measured before in `results.json`, and keeps the rest, so that what takes long (`suites` and
`kills`, which run when they are named) is measured seldom. `--guard` is for CI: fewer rounds, the bars that take
seconds, judged half as strictly, and three tries, so that only a real regression fails.
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
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from attrs import frozen
from rich.console import Console
from rich.table import Table

from . import calls, crowds, decoding, growth, importing, limits, once, peers, report, whole
from .measure import Curve, Row
from .page import FIGURES
from .server import served

LENIENCY = 2.0
#: Rounds of the guard.
QUICK = 5

console = Console(highlight=False, width=150)


@frozen
class Setting:
    """What the parts are measured with."""

    server: str
    folder: Path
    stock: Path | None
    missing: dict[str, str]
    rounds: int

    @property
    def is_quick(self) -> bool:
        return self.rounds <= QUICK


def _crowds(setting: Setting) -> list[Row]:
    few, many = 3, 5
    rounds, crowd = (few, 300) if setting.is_quick else (many, 1_000)
    rows = asyncio.run(crowds.gets(setting.server, rounds, crowd, setting.missing))
    rows += asyncio.run(crowds.reading(setting.server, 1 if setting.is_quick else 3))
    if not setting.is_quick:
        rows += asyncio.run(crowds.by_new_clients(setting.server))
        rows += asyncio.run(crowds.streaming_memory(setting.server))
    return rows


#: What there is to measure: a name, and what makes the rows.
PARTS: dict[str, Callable[[Setting], Iterable[Row]]] = {
    "calls": lambda one: asyncio.run(calls.measure(one.server, one.rounds)),
    "others": lambda one: asyncio.run(calls.others(one.server, one.stock, one.missing, one.rounds)),
    "decoding": lambda one: [*decoding.measure(one.rounds), *decoding.encoding(one.rounds)],
    "importing": lambda one: importing.measure(one.server, one.stock, one.missing, max(3, one.rounds // 2)),
    "crowds": _crowds,
    "limits": lambda one: asyncio.run(limits.measure(3)),
    "once": lambda one: asyncio.run(once.measure(one.server, one.rounds)),
    "regeneration": lambda one: [whole.regeneration(one.folder, 3)],
    "report": lambda one: report.measure(one.folder, 5),
    "chaos": lambda _one: [asyncio.run(whole.chaos(10_000))],
    "suites": lambda _one: whole.suites(),
    "kills": lambda _one: [whole.kills()],
}
#: Minutes each: only when they are named.
SELDOM = ("suites", "kills")
GUARDED = ("calls", "once", "decoding", "importing", "crowds")


def curves(setting: Setting) -> dict[str, dict[str, Curve]]:
    """How costs grow with size."""
    server, rounds = setting.server, max(3, setting.rounds // 3)
    seconds, peaks = asyncio.run(growth.collection(server, 1_000_000))
    regenerated, imported = growth.schema(setting.folder, (10, 30, 100, 300, 600))
    return {
        "page-size": asyncio.run(growth.page_size(server, rounds)),
        "collection": seconds,
        "memory": peaks,
        "crowd": asyncio.run(growth.crowd(server)),
        "connections": asyncio.run(growth.connections(server)),
        "keys": asyncio.run(once.by_keys(server, 100_000)),
        "regenerate": regenerated,
        "import": imported,
    }


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
        ours = row.missing or f"{row.ours:,.4g} {row.unit}"
        shown.add_row(row.what, ours, row.peer, theirs, ratio, spread, bar, mark)
    return shown


def guard(setting: Setting) -> int:
    """The bars, measured quickly and judged leniently; what fails is measured again."""
    failed = list(GUARDED)
    for attempt in range(3):
        rows = {part: list(PARTS[part](setting)) for part in failed}
        console.print(table([row for found in rows.values() for row in found if row.bar is not None]))
        failed = [part for part, found in rows.items() if any(row.within(LENIENCY) is False for row in found)]
        if not failed:
            return 0
        console.print(f"try {attempt + 1}: more than {LENIENCY:g} times off: {', '.join(failed)}")
    return 1


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures the performance budget.")
    parser.add_argument("--guard", action="store_true", help="quick and lenient, for CI")
    everyday = [*(part for part in PARTS if part not in SELDOM), "growth"]
    parser.add_argument("--only", default=",".join(everyday), help=f"some of {', '.join([*PARTS, 'growth'])}")
    parser.add_argument("--output", type=Path, default=Path("build/bench"), help="for results.json")
    parser.add_argument("--rounds", type=int, default=21)
    options = parser.parse_args()
    parts = options.only.split(",")
    unknown = sorted({*parts} - {*PARTS, "growth"})
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}")
    with served() as server, tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if options.guard:
            missing = dict.fromkeys(("modern-treasury", "openai", "aiohttp"), "not measured by the guard")
            return guard(Setting(server, folder, None, missing, QUICK))
        has_peers = bool({"others", "importing", "crowds"} & {*parts})
        missing = peers.ensure_installed() if has_peers else {}
        stock = whole.stock_package(folder) if has_peers else None
        return measure(Setting(server, folder, stock, missing, options.rounds), parts, options.output)


def measure(setting: Setting, parts: list[str], output: Path) -> int:
    """Measure some parts, and write `results.json` after each."""
    output.mkdir(parents=True, exist_ok=True)
    path = output / "results.json"
    before = path if path.exists() else FIGURES
    results: dict[str, Any] = json.loads(before.read_text(encoding="utf-8")) if before.exists() else {}
    results.setdefault("parts", {})
    missed = False
    for part in parts:
        console.print(f"[dim]{part} ...[/]")
        load, began = os.getloadavg()[0], time.perf_counter()
        if part == "growth":
            found: dict[str, Any] = {"curves": curves(setting)}
        else:
            rows = list(PARTS[part](setting))
            console.print(table(rows))
            missed = missed or any(row.met is False for row in rows)
            found = {"rows": [row.as_json() for row in rows]}
        results["parts"][part] = {
            "date": dt.datetime.now(dt.UTC).date().isoformat(),
            "python": platform.python_version(),
            "cores": os.cpu_count(),
            "load": round(load, 1),
            "seconds": round(time.perf_counter() - began),
            **found,
        }
        path.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    console.print(f"written to {path}; make bench-page makes a page of it")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
