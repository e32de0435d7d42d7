"""Whole programs: regeneration and the chaos run, and what the stock generator makes of our document."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from pathlib import Path

from tests.chaos.storm import Plan, storm

from .measure import Row

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


def regeneration(folder: Path) -> Row:
    return Row("regenerate, whole", regenerate(folder / "regenerated"), "s", bar=20.0)


def stock_package(folder: Path) -> Path:
    """The package that openapi-python-client makes of our document by itself."""
    config = folder / "stock.yaml"
    config.write_text("post_hooks: []\n", encoding="utf-8")
    package = folder / "stock_ledgerbee"
    command = [
        *(sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none", "--overwrite"),
        *("--path", str(SCHEMA), "--output-path", str(package), "--config", str(config)),
    ]
    subprocess.run(command, capture_output=True, text=True, check=True)
    return package


async def chaos(writes: int) -> Row:
    """Nothing applied twice, nothing lost without an exception, no task or connection left: so many times violated."""
    logging.getLogger("ledgerbee_client").setLevel(logging.ERROR)  # a warning for each call that was given up
    report = await storm(Plan(writes, reads=writes, tasks=200, seed=1))
    return Row(f"chaos, {writes:,} writes, 20 % faults: violations", len(report.violations), "", bar=0.0)
