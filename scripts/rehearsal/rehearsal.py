"""One rehearsal: a perturbed document is fetched, the client regenerated, and everything tried that CI tries."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from xml.etree import ElementTree

from attrs import define, field

from .parts import operations
from .perturbations import perturbed
from .publisher import published
from .scratch import Scratch
from .skips import counted, text_of, unexpected

_LOCK = Path("openapi") / "names.lock.json"
_SCHEMA = Path("openapi") / "ledgerbee.json"
#: What follows the client, as targets of make: all run even when one fails, so that one rehearsal says everything.
STEPS = {"check": "check", "fast tests": "test-fast", "contract tests": "contract", "demo": "demo"}
#: Those that run pytest.
_TESTS = ("fast tests", "contract tests")


@define
class Step:
    """What became of a step."""

    name: str
    is_ok: bool
    text: str
    seconds: float
    output: str = ""


@define
class Rehearsal:
    """The rehearsal of one perturbation."""

    perturbation: str
    seed: int
    steps: list[Step] = field(factory=list)

    @property
    def is_ok(self) -> bool:
        """Tell whether every step succeeded."""
        return all(one.is_ok for one in self.steps)

    @property
    def seconds(self) -> float:
        """Add up how long it took."""
        return sum(one.seconds for one in self.steps)


def rehearse(scratch: Scratch, perturbation: str, seed: int, steps: Collection[str] = tuple(STEPS)) -> Iterator[Step]:
    """Go through the day on which the perturbed document is published.

    Args:
        scratch: a copy of the checkout, used up by it.
        perturbation: the name of the perturbation.
        seed: its seed.
        steps: keys of STEPS.

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
    for name, target in STEPS.items():
        if name in steps:
            yield run_tests(scratch, perturbation, name) if name in _TESTS else _step(name, scratch, target)


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


def _step(name: str, scratch: Scratch, target: str) -> Step:
    ran = scratch.run(_make(scratch, target))
    return Step(name, ran.is_ok, "ok" if ran.is_ok else "FAILED", ran.seconds, ran.output)


def run_tests(scratch: Scratch, perturbation: str, name: str) -> Step:
    """Run the tests of a step.

    Args:
        scratch: the copy.
        perturbation: decides what may be skipped.
        name: of the step.

    Returns:
        The step, with how many tests passed, failed, and were skipped for which kind of reason.
    """
    report = scratch.root.with_name(f"{scratch.root.name}-{name.replace(' ', '-')}.xml")  # no test clears it away
    ran = scratch.run([*_make(scratch, STEPS[name]), f"PYTEST_ARGS=--junit-xml={report}"])
    if not report.exists():
        return Step(name, False, "not run", ran.seconds, ran.output)
    tests = ElementTree.parse(report).getroot()  # noqa: S314  (pytest's own report)
    failed = len({one.get("classname", "") + one.get("name", "") for one in tests.iter("testcase") if _is_failed(one)})
    skips = counted(one.get("message", "") for one in tests.iter("skipped"))
    strange = unexpected(perturbation, skips)
    text = f"{len(list(tests.iter('testcase'))) - failed - skips.total()} passed, {failed} failed, {text_of(skips)}"
    if strange:
        text += f"; no reason to skip: {', '.join(strange)}"
    return Step(name, ran.is_ok and not strange, text, ran.seconds, ran.output)


def _is_failed(test: ElementTree.Element) -> bool:
    return test.find("failure") is not None or test.find("error") is not None
