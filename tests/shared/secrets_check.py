"""Looks for credentials in everything that a run of the tests prints, logs, warns and raises.

A pytest plugin, loaded by `-p tests.shared.secrets_check`. It changes no log level. Under pytest-xdist each worker
hands what it found to the process that reports.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator, Mapping
from typing import Any

import httpx
import pytest

#: The credentials that the tests of the facade use. Nobody may read them anywhere.
API_KEY = "lb_key_5ecretVa1ue0123456789"
CLIENT_ID = "client-id-of-the-tests"
CLIENT_SECRET = "lb_client_5ecretVa1ue9876543210"
#: What access tokens begin with.
TOKEN = "access_t0ken_5ecret_"
SECRETS = (API_KEY, CLIENT_SECRET, TOKEN, "sk-this-must-never-show")


def leaks(text: str) -> list[str]:
    """The secrets in a text, each with what stands around it."""
    return [text[max(0, text.find(one) - 60) :][:100] for one in SECRETS if one in text]


def walk(thing: object, path: str = "error", seen: set[int] | None = None) -> Iterator[tuple[str, str]]:
    """Every text that can be reached from an exception: attributes, causes, requests, answers, bodies."""
    seen = set() if seen is None else seen
    if id(thing) in seen or thing is None or isinstance(thing, type | bool | int | float):
        return
    seen.add(id(thing))
    if isinstance(thing, str | bytes):
        yield path, thing if isinstance(thing, str) else thing.decode("latin-1")
        return
    yield f"repr({path})", repr(thing)
    if isinstance(thing, BaseException):
        yield f"str({path})", str(thing)
        for name in ("args", "__cause__", "__context__", "__notes__", "exceptions"):
            yield from walk(getattr(thing, name, None), f"{path}.{name}", seen)
    if isinstance(thing, httpx.Request):
        yield from walk(thing.headers.multi_items(), f"{path}.headers", seen)
        yield from walk(str(thing.url), f"{path}.url", seen)
        yield from walk(getattr(thing, "_content", None), f"{path}.content", seen)
        yield from walk(getattr(thing.stream, "__dict__", None), f"{path}.stream", seen)
        yield from walk(thing.extensions, f"{path}.extensions", seen)
    elif isinstance(thing, httpx.Response):
        yield from walk(thing.headers.multi_items(), f"{path}.headers", seen)
        yield from walk(getattr(thing, "_content", None), f"{path}.content", seen)
        for name in ("_request", "history", "next_request"):
            yield from walk(getattr(thing, name, None), f"{path}.{name}", seen)
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield from walk(key, f"{path}.keys()", seen)
            yield from walk(value, f"{path}[{key!r}]", seen)
    elif isinstance(thing, list | tuple | set | frozenset):
        for index, value in enumerate(thing):
            yield from walk(value, f"{path}[{index}]", seen)
    elif type(thing).__module__.startswith(("ledgerbee_client", "httpx", "httpcore", "h11", "builtins")):
        yield from walk(getattr(thing, "__dict__", None), f"vars({path})", seen)


def assert_no_secret(error: BaseException) -> None:
    """Nothing that can be reached from an exception, and nothing that a traceback shows of it, holds a credential."""
    for place, text in walk(error):
        assert not leaks(text), f"{place} shows a credential"
    shown = "".join(traceback.format_exception(error))
    assert not leaks(shown), "the traceback shows a credential"
    assert not leaks("".join(own_frames(error))), "a frame of this package shows a credential"


def own_frames(error: BaseException) -> Iterator[str]:
    """The frames of this package below an exception and its causes, with what their variables hold."""
    link: BaseException | None = error
    while link is not None:
        if link.__traceback__ is not None:
            for frame, line in traceback.walk_tb(link.__traceback__):
                module = frame.f_globals.get("__name__", "")
                if module.startswith("ledgerbee_client") and ".testing" not in module:
                    shown: dict[str, Any] = {}
                    for name, value in frame.f_locals.items():
                        shown[name] = repr(value)
                    yield f"{module}:{line} {shown}\n"
        link = link.__cause__ or link.__context__


class Everything(logging.Handler):
    """Collects the secrets found in a run, and where."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.found: list[str] = []

    def look(self, where: str, text: str) -> None:
        for leak in leaks(text):
            self.found.append(f"{where}: {leak}")

    def emit(self, record: logging.LogRecord) -> None:
        self.look(f"log of {record.name}", self.format(record))

    def raised(self, error: BaseException) -> None:
        for place, text in walk(error):
            self.look(place, text)


everything = Everything()
#: Errors of the tests themselves, which quote what they compare.
_OURS = (AssertionError, pytest.fail.Exception, pytest.skip.Exception)


def pytest_configure() -> None:
    logging.getLogger().addHandler(everything)


def pytest_unconfigure() -> None:
    logging.getLogger().removeHandler(everything)


def pytest_warning_recorded(warning_message: Any, nodeid: str) -> None:
    everything.look(f"warning in {nodeid}", str(warning_message.message))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    for name, content in report.sections:
        everything.look(f"{name} of {report.nodeid}", content)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    if call.excinfo is not None and not isinstance(call.excinfo.value, _OURS):
        everything.raised(call.excinfo.value)
    return (yield)


@pytest.fixture(autouse=True)
def _look_at_what_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks into every exception that a test expects."""
    kind = type(pytest.raises(Exception))
    leave = kind.__exit__

    def look(self: Any, exc_type: Any, error: BaseException | None, trace: Any) -> bool:
        if error is not None and not isinstance(error, _OURS):
            everything.raised(error)
        return leave(self, exc_type, error, trace)

    monkeypatch.setattr(kind, "__exit__", look)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["secrets"] = everything.found
    elif everything.found:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """A worker has ended. One that crashed has no output."""
    everything.found += getattr(node, "workeroutput", {}).get("secrets", [])


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if everything.found:
        terminalreporter.section("credentials were shown")
        for one in dict.fromkeys(everything.found):
            terminalreporter.write_line(one)
