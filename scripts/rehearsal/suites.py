"""The tests of a rehearsal: which are run, and how many of them passed, failed, or were skipped for which reason."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from attrs import frozen

from .scratch import Scratch
from .skips import counted, text_of, unexpected
from .steps import Step


@frozen
class Suite:
    """Tests that are run together.

    Attributes:
        folders: of the tests.
        options: of pytest, beside what is asked of every run.
        full_only: files and patterns of files that only a full rehearsal runs. They hold whatever the document says:
            they read documents of their own, call what the published pages print (products, the company), or ask
            nothing of the document. Or they run what another step runs (the demo), or what CI runs with a tool (Prism).
    """

    folders: Sequence[str]
    options: Sequence[str] = ()
    full_only: Sequence[str] = ()


_CLIENT = (
    "auth body cancellation channel cli_decisions cli_server client client_server codec config construction downloads "
    "errors garbage json limiter loops oauth once_postgres outcome page pagination_* pipeline privacy "
    "private_attributes retry_table stores transport_* trio webhooks"
)
_DOCS = "demo runners"
_CODEGEN = "any_names documents fetch_schema guesses losses regenerate schemas traps unions yaml_text"
_SANDBOX = "faults_server layout"
_E2E = "package prism webhook_receiver"
_CONTRACTS = "announcements content kinds one_engine patterns python_api release schema_report workflow"

_OPTIONS = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder", "-q", "-rfE")
#: Of a test that takes two minutes pytest says where it stands: one that waits for ever is a fault, too.
_STALLED = ("-o", "faulthandler_timeout=120")

#: By the name of the step.
SUITES = {
    "fast tests": Suite(
        ("tests/client", "tests/sandbox", "tests/codegen", "tests/docs"),
        ("-m", "not slow"),
        [f"tests/client/test_{one}.py" for one in _CLIENT.split()]
        + [f"tests/codegen/test_{one}.py" for one in _CODEGEN.split()]
        + [f"tests/sandbox/test_{one}.py" for one in _SANDBOX.split()]
        + [f"tests/docs/test_{one}.py" for one in _DOCS.split()],
    ),
    "contract tests": Suite(
        ("tests/e2e", "tests/contracts"),
        full_only=[f"tests/e2e/test_{one}.py" for one in _E2E.split()]
        + [f"tests/contracts/test_{one}.py" for one in _CONTRACTS.split()],
    ),
}


def left_out(root: Path, suite: Suite) -> list[Path]:
    """Find the files that hold whatever the document says.

    Args:
        root: the checkout.
        suite: whose files.

    Returns:
        The files, relative to the checkout.

    Raises:
        LookupError: there is no such file any more.
    """
    found: list[Path] = []
    for pattern in suite.full_only:
        files = sorted(root.glob(pattern))
        if not files:
            raise LookupError(f"there is no test {pattern}")
        found += [one.relative_to(root) for one in files]
    return found


def run_tests(scratch: Scratch, perturbation: str, name: str, *, full: bool = False) -> Step:
    """Run the tests of a step.

    Args:
        scratch: the copy.
        perturbation: decides what may be skipped.
        name: of the step, a key of SUITES.
        full: those as well that hold whatever the document says.

    Returns:
        The step, with how many tests passed, failed, and were skipped for which kind of reason.
    """
    suite = SUITES[name]
    report = scratch.root.with_name(f"{scratch.root.name}-{name.replace(' ', '-')}.xml")  # no test clears it away
    report.unlink(missing_ok=True)
    ignored = [] if full else [f"--ignore={one}" for one in left_out(scratch.root, suite)]
    options = [*_OPTIONS, *_STALLED, f"--junit-xml={report}", *suite.options, *ignored]
    ran = scratch.python("-m", "pytest", *options, *suite.folders)
    if not report.exists():
        return Step(name, False, "not run", ran.seconds, ran.output)
    tests = ElementTree.parse(report).getroot()  # noqa: S314  (pytest's own report)
    failures = _failures(tests)
    skips = counted(one.get("message", "") for one in tests.iter("skipped"))
    passed = len(list(tests.iter("testcase"))) - len(failures) - skips.total()
    text = f"{passed} passed, {len(failures)} failed, {text_of(skips)}"
    if strange := unexpected(perturbation, skips):
        text += f"; no reason to skip: {', '.join(strange)}"
    return Step(name, ran.is_ok and not strange, text, ran.seconds, ran.output)


def _failures(tests: ElementTree.Element) -> set[str]:
    """The tests that failed; one that fails and can't be taken down either counts once."""
    return {
        f"{test.get('classname')} {test.get('name')}"
        for test in tests.iter("testcase")
        if test.find("failure") is not None or test.find("error") is not None
    }
