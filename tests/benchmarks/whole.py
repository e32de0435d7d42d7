"""Whole programs: regeneration and the chaos run, and what the stock generator makes of our document."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from pathlib import Path

from tests.chaos.killer import torment
from tests.chaos.storm import Plan, storm

from .measure import Row, not_measured, several

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "openapi" / "ledgerbee.json"


def regenerate(folder: Path, schema: Path = SCHEMA) -> float:
    """Seconds for a package in `folder`."""
    command = [
        sys.executable,
        str(ROOT / "scripts" / "regenerate.py"),
        "--schema",
        str(schema),
        "--output",
        str(folder),
    ]
    started = time.perf_counter()
    subprocess.run(command, capture_output=True, text=True, check=True)
    return time.perf_counter() - started


def regeneration(folder: Path, rounds: int) -> Row:
    seconds = [regenerate(folder / "regenerated") for _ in range(rounds)]
    return several("regenerate, whole", seconds, "s", 20.0, clock="wall")


#: Takes minutes, so it is measured when it is asked for, and kept.
SUITES = {
    "make test": (["make", "test"], 300.0),
    "make test-fast": (["make", "test-fast"], 60.0),
}


def suites() -> list[Row]:
    """How long the tests take."""
    rows = []
    for name, (command, bar) in SUITES.items():
        started = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        seconds = time.perf_counter() - started
        if done.returncode:
            rows.append(not_measured(name, f"it failed: {done.stdout.strip().splitlines()[-1][:100]}"))
        else:
            rows.append(Row(name, seconds, "s", bar=bar, clock="wall"))
    return rows


def kills(keys: int = 2_000, number: int = 1_000) -> Row:
    """What was applied twice, lost or judged wrongly by a run that is killed again and again."""
    report = torment(keys, number, seed=1, with_store=True)
    what = f"kill -9, {number:,} restarts over {keys:,} keys: twice, lost or judged wrongly"
    return Row(what, len(report.twice) + len(report.lost) + len(report.wrong), "", bar=0.0)


def stock_package(folder: Path) -> Path | None:
    """The package that openapi-python-client makes of our document by itself; None if it can't."""
    config = folder / "stock.yaml"
    config.write_text("post_hooks: []\n", encoding="utf-8")
    package = folder / "stock_ledgerbee"
    command = [
        *(sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none", "--overwrite"),
        *("--path", str(SCHEMA), "--output-path", str(package), "--config", str(config)),
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    return package if done.returncode == 0 and (package / "api" / "products").is_dir() else None


async def chaos(writes: int) -> Row:
    """Nothing applied twice, nothing lost without an exception, no task or connection left: so many times violated."""
    logging.getLogger("ledgerbee_client").setLevel(logging.ERROR)  # a warning for each call that was given up
    report = await storm(Plan(writes, reads=writes, tasks=200, seed=1))
    return Row(f"chaos, {writes:,} writes, 20 % faults: violations", len(report.violations), "", bar=0.0)
