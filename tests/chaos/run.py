"""The chaos run as a command. Exit code 1 when anything was applied twice, lost or left behind.

python tests/chaos/run.py --writes 10000 --reads 10000 --tasks 200 --seed 1
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import time
import warnings

from tests.chaos.storm import Plan, storm


def main(arguments: list[str] | None = None) -> int:
    """Runs it and prints the report."""
    parser = argparse.ArgumentParser(description="Reads and writes against a sandbox with faults.")
    parser.add_argument("--writes", type=int, default=10_000)
    parser.add_argument("--reads", type=int, default=10_000)
    parser.add_argument("--tasks", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--patience", type=float, default=5.0, help="seconds that the client waits for an answer")
    options = parser.parse_args(arguments)
    warnings.simplefilter("error")
    logging.getLogger("ledgerbee_client").setLevel(logging.ERROR)  # a warning for each call that was given up
    began = time.perf_counter()
    report = asyncio.run(storm(Plan(options.writes, options.reads, options.tasks, options.seed, options.patience)))
    print("\n".join(report.lines()))
    print(f"time      {time.perf_counter() - began:.1f} s")
    return 1 if report.violations else 0


if __name__ == "__main__":
    sys.exit(main())
