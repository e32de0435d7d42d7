"""One rehearsal: a perturbed document is fetched, the client regenerated, and everything tried that CI tries."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from .parts import operations
from .perturbations import perturbed
from .publisher import published
from .scratch import Scratch
from .steps import Step
from .suites import SUITES, run_tests

_LOCK = Path("openapi") / "names.lock.json"
_SCHEMA = Path("openapi") / "ledgerbee.json"
#: What follows the client: all run even when one fails, so that one rehearsal says everything.
STEPS = ("check", *SUITES, "demo")


def rehearse(
    scratch: Scratch, perturbation: str, seed: int, steps: Collection[str] = STEPS, *, full: bool = False
) -> Iterator[Step]:
    """Go through the day on which the perturbed document is published.

    Args:
        scratch: a copy of the checkout, used up by it.
        perturbation: the name of the perturbation.
        seed: its seed.
        steps: some of STEPS.
        full: with the tests that hold whatever the document says, too.

    Yields:
        Each step when it is done; the client's is the last one when there is no client.
    """
    before = json.loads((scratch.root / _SCHEMA).read_text(encoding="utf-8"))
    names = _names(scratch)
    document = perturbed(before, perturbation, seed)
    client = _client(scratch, document, names)
    yield client
    if not client.is_ok:
        return
    # The package is new: its tests must not find what was compiled of the old one.
    scratch.prove()
    for name in (one for one in STEPS if one in steps):
        if name in SUITES:
            yield run_tests(scratch, perturbation, name, full=full)
        else:
            yield _step(name, scratch, full=full)


def _make(scratch: Scratch, *targets: str) -> list[str]:
    """`make` with the environment of the original, which counts as set up."""
    venv = str((scratch.root / ".venv").resolve())
    return ["make", "--no-print-directory", f"--old-file={venv}/.installed", f"VENV={venv}", *targets]


def _client(scratch: Scratch, document: dict[str, object], names: dict[tuple[str, ...], str]) -> Step:
    with published(document) as url:
        fetched = scratch.run(_make(scratch, "fetch-schema", f"URL={url}"))
    if not fetched.is_ok:
        return Step("client", False, "not fetched", fetched.seconds, fetched.output)
    made = scratch.run(_make(scratch, "regenerate"))
    seconds = fetched.seconds + made.seconds
    counts = re.search(r"^(\d+) of (\d+) operations", made.output, re.MULTILINE)
    if not made.is_ok or counts is None:
        return Step("client", False, "not regenerated", seconds, made.output)
    there = {_certain(method.upper(), one) for _path, method, one in operations(document)}
    after = _names(scratch)
    moved = [name for certain, name in names.items() if certain in there and after.get(certain) != name]
    total = len(list(operations(document)))
    is_ok = not moved and counts[1] == counts[2] == str(total)
    text = f"{counts[1]} of {total}, {len(moved)} names moved"
    return Step("client", is_ok, text, seconds, "" if is_ok else f"moved: {moved}\n{made.output}")


def _certain(method: str, operation: dict[str, object]) -> tuple[str, ...]:
    tags = operation["tags"]
    assert isinstance(tags, list)
    return method, tags[0], str(operation["summary"])


def _names(scratch: Scratch) -> dict[tuple[str, ...], str]:
    """The Python names by what is certain of an operation."""
    locked = json.loads((scratch.root / _LOCK).read_text(encoding="utf-8"))["operations"]
    return {(one["method"], one["tag"], one["summary"]): one["name"] for one in locked}


def _step(target: str, scratch: Scratch, *, full: bool) -> Step:
    """A target of the Makefile. pyright takes half a minute for the whole package, which mypy reads, too."""
    limits = [] if full else ["PYRIGHT=tests/typing"]
    ran = scratch.run(_make(scratch, target, *limits))
    return Step(target, ran.is_ok, "ok" if ran.is_ok else "FAILED", ran.seconds, ran.output)
