"""Schema and sandbox: schemathesis, which reads the published document in its own way, finds nothing wrong with the
sandbox on a real port, neither with valid data nor with invalid data.
"""

from __future__ import annotations

import asyncio
import functools
import threading
from typing import TYPE_CHECKING, Any

import pytest
import requests
import schemathesis
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from ledgerbee_client.generated.operations import OPERATIONS as CLIENT_OPERATIONS
from ledgerbee_client.testing import Sandbox
from tests.e2e import known_bugs
from tests.e2e.bounds import for_each
from tests.e2e.published import DOCUMENT, node_of
from tests.shared.api import documented

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from schemathesis import APIOperation, Case


@functools.cache
def operations() -> dict[str, APIOperation[Any, Any, Any, Any]]:
    """By label, `METHOD path`. What schemathesis can't read would be missing, and noticed below."""
    found = schemathesis.openapi.from_dict(DOCUMENT).get_all_operations()
    return {one.ok().label: one.ok() for one in found if isinstance(one, Ok)}


# Checks of schemathesis that are left out, and why:
#   positive_data_acceptance  business rules refuse what schemas allow: an id of nothing, a number that is taken
#   unsupported_method        where a path lacks a method the service answers 404, as published, and not 405
#   ignored_auth              tests/unit/test_sandbox_access.py says more
#   use_after_free and others of stateful runs: the tests of the sandbox's resources say more
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


class Served:
    """A sandbox on a port, in a thread of its own."""

    def __init__(self) -> None:
        self.sandbox = Sandbox()
        self.sandbox.seed(products=3, customers=3)
        self.base_url = ""
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._serve(),))

    async def _serve(self) -> None:
        async with self.sandbox.serve() as serving:
            self.base_url = serving.base_url
            self._ready.set()
            await self._stop.wait()

    def __enter__(self) -> Served:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_error: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        self._loop.close()


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with Served() as server:
        yield server


@pytest.fixture(scope="module")
def session() -> Iterator[requests.Session]:
    with requests.Session() as one:
        yield one


def credential(served: Served, operation: APIOperation[Any, Any, Any, Any]) -> dict[str, str]:
    for_users = any("oauth2-authorization-code" in one for one in operation.definition.raw.get("security", []))
    if for_users:
        return {"Authorization": f"Bearer {served.sandbox.create_token()}"}
    return {"x-api-key": served.sandbox.api_key}


def can_be_invalid(node: Mapping[str, Any]) -> bool:
    """Whether there is anything to get wrong: every text is a valid path parameter."""
    return "requestBody" in node or any(one["in"] != "path" for one in node.get("parameters", ()))


def cases(bugs: Mapping[str, str], only: Callable[[Any], bool] = lambda _node: True) -> list[Any]:
    """The labels of the operations, `METHOD path`, without schemathesis; `bugs` goes by the names of the client."""
    found = []
    for name, one in CLIENT_OPERATIONS.items():
        bug = bugs.get(name)
        if only(node_of(one.method, one.path)):
            marks = [] if bug is None else [pytest.mark.xfail(reason=bug, strict=True)]
            found.append(pytest.param(f"{one.method} {one.path}", marks=marks))
    return found


@pytest.mark.parametrize("label", cases(known_bugs.SANDBOX))
def test_valid_requests_are_answered_as_documented(label: str, served: Served, session: requests.Session) -> None:
    operation = operations()[label]
    headers = credential(served, operation)

    def check(case: Case[Any]) -> None:
        case.call_and_validate(served.base_url, session, headers, checks=CHECKS)

    for_each(operation.as_strategy(GenerationMode.POSITIVE), 5, check)


@pytest.mark.parametrize("label", cases(known_bugs.SANDBOX_INVALID, can_be_invalid))
def test_invalid_requests_are_refused_as_documented(label: str, served: Served, session: requests.Session) -> None:
    operation = operations()[label]
    headers = credential(served, operation)

    def check(case: Case[Any]) -> None:
        case.call_and_validate(served.base_url, session, headers, checks=[*CHECKS, negative_data_rejection])

    for_each(operation.as_strategy(GenerationMode.NEGATIVE), 5, check)


def test_all_operations_are_tested() -> None:
    assert len(operations()) == len(documented())
    assert sum(can_be_invalid(one.definition.raw) for one in operations().values()) >= 80
