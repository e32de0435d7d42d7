"""Put faults into the package, one at a time, and list those that no test notices."""

from __future__ import annotations

import argparse
import queue
import random
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .faults import Fault, faults_in, sample
from .targets import TARGETS
from .trial import ROOT, Copy, Result


def _harmless() -> set[str]:
    """The names of faults that change nothing; the line below each says why."""
    lines = Path(__file__).with_name("harmless.txt").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith(" ")}


def _faults(names: list[str]) -> dict[str, list[Fault]]:
    found: dict[str, list[Fault]] = {}
    harmless = _harmless()
    for name in names:
        files = [path for one in TARGETS[name].modules for path in sorted((ROOT / "ledgerbee_client").glob(one))]
        found[name] = [
            fault
            for path in files
            for fault in faults_in(path.relative_to(ROOT).as_posix(), path.read_bytes())
            if fault.name not in harmless
        ]
    return found


def _run(chosen: list[tuple[str, Fault]], jobs: int) -> list[Result]:
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder, ThreadPoolExecutor(jobs) as threads:
        copies: queue.SimpleQueue[Copy] = queue.SimpleQueue()
        for number in range(jobs):
            copies.put(Copy.make(Path(folder) / str(number)))

        def attempt(target: str, fault: Fault) -> Result:
            copy = copies.get()
            try:
                result = copy.attempt(fault, TARGETS[target].tests)
            finally:
                copies.put(copy)
            print(f"{'noticed ' if result.noticed else 'SURVIVED'} {target}: {fault}", flush=True)
            if result.noticed:
                print(f"         by {result.noticed}", flush=True)
            return result

        return list(threads.map(lambda one: attempt(*one), chosen))


def main(argv: list[str] | None = None) -> int:
    """Run the command; 1 when fewer than `--least` percent were noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="the same seed chooses the same faults of the same code")
    parser.add_argument("--number", type=int, default=60, help="how many faults")
    parser.add_argument("--skip", type=int, default=0, help="so many of them, which were tried already")
    parser.add_argument("--only", choices=sorted(TARGETS), action="append", help="this part only; may be repeated")
    parser.add_argument("--jobs", type=int, default=2, help="how many at the same time")
    parser.add_argument("--least", type=float, default=95.0, help="percent of the faults that tests have to notice")
    parser.add_argument("--list", action="store_true", help="list the faults, and try none")
    options = parser.parse_args(argv)
    faults = _faults(options.only or sorted(TARGETS))
    chosen = list(sample(faults, options.number, random.Random(options.seed)))[options.skip :]
    if options.list:
        print(*(f"{target}: {fault}" for target, fault in chosen), sep="\n")
        return 0
    results = _run(chosen, options.jobs)
    survived = [one.fault for one in results if not one.noticed]
    share = 100 * (len(results) - len(survived)) / max(1, len(results))
    print(f"{len(results) - len(survived)} of {len(results)} noticed ({share:.1f} %)")
    print(*(f"SURVIVED {one}" for one in survived), sep="\n")
    return int(share < options.least)


if __name__ == "__main__":
    sys.exit(main())
