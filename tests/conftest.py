"""What all tests share: no credentials from outside, a process that Ctrl-C reaches, and a package that logs all it can.

`secrets_check` (a plugin, see pyproject.toml) reads what it logs.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
from collections import Counter
from collections.abc import Generator

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, is_hypothesis_test, settings

# How fast a machine makes examples is no property of the code. In CI the examples are the same in every run.
settings.register_profile(
    "ledgerbee", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ledgerbee")

# A shell without job control starts what ends with `&` with SIGINT ignored, and so do some CI systems. Children would
# inherit that, and Python installs no handler then: Ctrl-C wouldn't reach the processes that tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

logging.getLogger("ledgerbee_client").setLevel(logging.DEBUG)


#: Where coverage isn't measured: what these tests reach, others reach too, and they go there thousands of times.
_UNMEASURED = (
    *("tests/chaos/", "tests/e2e/programs/", "tests/e2e/example_service/"),
    *(f"tests/e2e/test_{name}.py" for name in ("requests", "responses", "sandbox", "schemathesis", "settling")),
    *("tests/e2e/test_verify.py::test_the_generator_takes", "tests/e2e/test_verify.py::test_an_api_of_a_rehearsed"),
    *("tests/codegen/test_documents.py", "tests/codegen/test_any_names.py", "tests/contracts/test_one_engine.py"),
    *(f"tests/client/test_{name}.py" for name in ("cancellation", "transport_cancellation", "transport_reuse")),
    *(f"tests/client/test_{name}.py" for name in ("pagination_drift", "pagination_resume", "pagination_server")),
    *(f"tests/client/test_{name}.py" for name in ("client_server", "models", "retry_table", "settle_combinations")),
    "tests/client/test_tolerance.py",
)
#: With so many cases of each test, `make test-fast` is content.
_FIRST_CASES = 10


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the further cases of a test, and measure coverage where it tells something.

    Tracing takes twice as long as what is traced. Slow tests, and properties of many examples, prove what they prove
    without. So the figure is a lower bound.
    """
    cases: Counter[str] = Counter()
    for item in items:
        test = item.nodeid.partition("[")[0]
        cases[test] += 1
        if cases[test] > _FIRST_CASES:
            item.add_marker("further")
        is_property = isinstance(item, pytest.Function) and is_hypothesis_test(item.obj)  # it isn't marked yet
        if is_property or item.get_closest_marker("slow") or item.nodeid.startswith(_UNMEASURED):
            item.add_marker("unmeasured")


def pytest_xdist_auto_num_workers() -> int:
    """Twice as many workers as cores: many tests wait, for servers, for child processes, for a deadline."""
    return 2 * (os.cpu_count() or 1)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Trace nothing of a test that isn't measured; pytest-cov's `no_cover` leaves fixtures, and pytest's own work."""
    stopped: list[Coverage] = []
    if item.get_closest_marker("unmeasured"):
        while (running := Coverage.current()) is not None:  # a worker of pytest-xdist has two, one above the other
            running.stop()
            stopped.append(running)
    try:
        return (yield)
    finally:
        for one in reversed(stopped):
            one.start()


def pytest_collection_finish() -> None:
    """Take what was collected out of the garbage collector's sight: it stays, and is slow to walk."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_credentials_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of whoever runs the tests must not decide what they do."""
    for name in list(os.environ):
        if name.startswith("LEDGERBEE_"):
            monkeypatch.delenv(name)
