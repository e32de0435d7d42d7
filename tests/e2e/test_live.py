"""The real API, read only, on demand: LEDGERBEE_LIVE=1 LEDGERBEE_API_KEY=... pytest tests/contract/test_live.py

Calls every GET without a required parameter that the key has the scopes for, and checks the answer against the
document as published.
"""

from __future__ import annotations

import os

import httpx
import pytest

from ledgerbee_client import LedgerBee
from ledgerbee_client._config import base_url
from ledgerbee_client.generated.operations import OPERATIONS
from tests.e2e.calls import Wire, call
from tests.e2e.known_bugs import every_operation
from tests.e2e.published import check_answer
from tests.shared.api import operations

# Read before the tests lose their environment.
_KEY = os.environ.get("LEDGERBEE_API_KEY") if os.environ.get("LEDGERBEE_LIVE") == "1" else None
_URL = base_url(None)

pytestmark = pytest.mark.skipif(_KEY is None, reason="opt-in: set LEDGERBEE_LIVE=1 and LEDGERBEE_API_KEY")


class Kept(httpx.AsyncHTTPTransport):
    """Keeps the answers."""

    def __init__(self) -> None:
        super().__init__()
        self.responses: list[httpx.Response] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await super().handle_async_request(request)
        self.responses.append(response)
        return response


def parameterless(name: str) -> bool:
    """Whether an operation reads, and can be called without knowing anything."""
    operation = operations()[name]
    return operation.http_method == "GET" and not any(one.required for one in operation.parameters)


@every_operation(only=parameterless)
async def test_the_api_answers_as_documented(name: str) -> None:
    operation = operations()[name]
    kept = Kept()
    async with LedgerBee(_KEY, base_url=_URL, transport=kept) as client:
        granted = await client.scopes.granted()
        missing = set(operation.scopes) - set(granted or operation.scopes)
        if missing:
            pytest.skip(f"the key lacks {', '.join(sorted(missing))}")
        kept.responses.clear()
        await call(client, operation, Wire())
    for response in kept.responses:
        check_answer(response, operation.http_method, operation.path)
    assert kept.responses, f"{OPERATIONS[name].method} {OPERATIONS[name].path} was not called"
