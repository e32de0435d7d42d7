"""Rehearses the day on which the published document arrives, with documents in which what is inferred is otherwise.

In a scratch copy of the checkout, for each perturbation: the perturbed document is published on loopback, fetched, the
client regenerated, and `make check`, the fast tests, the contract tests and the demo are run. The checkout stays as it
is. Exits 1 when anything failed.

    python -m scripts.rehearse [--perturbation NAME | --all | --of-commit] [--seed N] [--full] [--only STEP ...]
                               [--keep DIR]
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

if __package__ in (None, ""):  # run by file name, not as a module
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.rehearsal.perturbations import PERTURBATIONS
from scripts.rehearsal.rehearsal import STEPS, rehearse
from scripts.rehearsal.scratch import Scratch, ScratchError, head
from scripts.rehearsal.steps import Rehearsal

_COLUMNS = ("client", *STEPS)
_TAIL = 60


def table(rehearsals: list[Rehearsal]) -> str:
    """Draw the result of every rehearsal.

    Args:
        rehearsals: in the order of the rows.

    Returns:
        A Markdown table.
    """
    rows: list[tuple[str, ...]] = [("perturbation", *_COLUMNS, "time")]
    for one in rehearsals:
        by_name = {step.name: step.text for step in one.steps}
        rows.append((one.perturbation, *(by_name.get(name, "-") for name in _COLUMNS), f"{one.seconds:.0f} s"))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["| " + " | ".join(map(str.ljust, row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


@contextlib.contextmanager
def _folder(keep: Path | None, perturbation: str) -> Iterator[Path]:
    if keep is not None:
        yield keep.resolve() / perturbation
        return
    # Outside of the checkout: nothing of it may be found from there.
    with tempfile.TemporaryDirectory(prefix=f"rehearsal-{perturbation}-", ignore_cleanup_errors=True) as name:
        yield Path(name).resolve() / "checkout"


def _chosen(options: argparse.Namespace) -> list[str]:
    names = list(PERTURBATIONS)
    if options.of_commit:
        return [names[int(head(), 16) % len(names)]]
    return names if options.all else [options.perturbation or "everything"]


def _run(perturbation: str, options: argparse.Namespace) -> Rehearsal:
    result = Rehearsal(perturbation, options.seed)
    with _folder(options.keep, perturbation) as folder:
        print(f"{perturbation} (seed {options.seed}) in {folder}", flush=True)
        steps = options.only or STEPS
        for step in rehearse(Scratch.copied(folder), perturbation, options.seed, steps, full=options.full):
            result.steps.append(step)
            print(f"  {step.name}: {step.text} ({step.seconds:.0f} s)", flush=True)
            if not step.is_ok:
                print("\n".join(f"    {line}" for line in step.output.splitlines()[-_TAIL:]), flush=True)
    return result


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Rehearse the day on which the published document arrives.")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--perturbation", choices=PERTURBATIONS, help="only this one (default: everything)")
    which.add_argument("--all", action="store_true", help="all of them, one after another")
    which.add_argument("--of-commit", action="store_true", help="the one that the commit's name chooses: for CI")
    parser.add_argument("--seed", type=int, default=0, help="another seed makes other documents of the same kind")
    parser.add_argument("--full", action="store_true", help="with the tests that hold whatever the document says, too")
    parser.add_argument(
        "--only", action="append", choices=STEPS, help="of what follows the client only this (may be repeated)"
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the scratch copies there")
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: its arguments; those of the process when None.

    Returns:
        Its exit code.
    """
    options = _parser().parse_args(argv)
    try:
        rehearsals = [_run(name, options) for name in _chosen(options)]
    except ScratchError as error:
        print(f"rehearse: {error}", file=sys.stderr)
        return 1
    print(f"\n{table(rehearsals)}")
    return 0 if all(one.is_ok for one in rehearsals) else 1


if __name__ == "__main__":
    sys.exit(main())
