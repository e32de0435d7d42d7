"""One wrong field takes down neither a call nor a page: every field of every response, removed and of another kind."""

from __future__ import annotations

import asyncio
import copy
import json
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import httpx
import pytest

from ledgerbee_client import LedgerBee, Page
from ledgerbee_client.errors import FieldError
from ledgerbee_client.generated.base import Model
from ledgerbee_client.generated.operations import OPERATIONS
from scripts.codegen.ir import Operation
from tests.e2e.bounds import for_each
from tests.e2e.calls import response_values
from tests.e2e.known_bugs import every_operation
from tests.e2e.test_responses import Anything, encoded, endpoint_arguments, successes
from tests.shared.api import operations

pytestmark = pytest.mark.filterwarnings("ignore:.*sunset:DeprecationWarning")  # v1 is read, too

Path = tuple[str | int, ...]
REMOVED = object()


def paths(value: Any, at: Path = ()) -> Iterator[Path]:
    """Every property and list item in a JSON value; of lists the first two items."""
    inside: Any = value.items() if isinstance(value, dict) else enumerate(value[:2]) if isinstance(value, list) else ()
    for key, one in inside:
        yield (*at, key)
        yield from paths(one, (*at, key))


def get(value: Any, path: Path) -> Any:
    for key in path:
        value = value[key]
    return value


def changed(value: Any, path: Path, new: Any) -> Any:
    twin = copy.deepcopy(value)
    parent = get(twin, path[:-1])
    if new is REMOVED:
        del parent[path[-1]]
    else:
        parent[path[-1]] = new
    return twin


def other_kinds(value: Any) -> list[Any]:
    return [one for one in ("odd", 7, True, None, ["odd"], {"odd": 7}) if type(one) is not type(value)]


def unreadable(value: Any, at: Path = ()) -> Iterator[Path]:
    """The places of the fields that can't be read."""
    if isinstance(value, Model):
        for one in value._FIELDS.properties:
            try:
                inner = getattr(value, one.name)
            except FieldError:
                yield (*at, one.wire)
            else:
                yield from unreadable(inner, (*at, one.wire))
    elif isinstance(value, list | dict):
        for key, inner in enumerate(value) if isinstance(value, list) else value.items():
            yield from unreadable(inner, (*at, key))


class Answers(httpx.AsyncBaseTransport):
    def __init__(self) -> None:
        self.body: Any = None
        self.status = 200

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return httpx.Response(self.status, json=self.body, request=request)


async def try_all(operation: Operation, status: int, body: Any) -> None:
    answers = Answers()
    answers.status = status
    module = import_module(f"ledgerbee_client.generated.api.{operation.resource}.{operation.module}")
    positional, keywords = endpoint_arguments(operation)
    async with LedgerBee(auth=Anything(), transport=answers, retry=None) as client:
        usual = set(unreadable(await _called(client, answers, body, module, positional, keywords)))
        for path in paths(body):
            removed = [REMOVED] if isinstance(path[-1], str) else []
            for new in (*removed, *other_kinds(get(body, path))):
                raw = changed(body, path, new)
                parsed = await _called(client, answers, raw, module, positional, keywords)
                assert json.loads(json.dumps(encoded(parsed))) == raw
                for place in set(unreadable(parsed)) - usual:
                    assert place[: len(path)] == path or path[: len(place)] == place, f"{path} -> {new!r}: {place}"


async def _called(client: LedgerBee, answers: Answers, body: Any, module: Any, positional: Any, keywords: Any) -> Any:
    answers.body = body
    return (await module.asyncio_detailed(*positional, client=client, **keywords)).parsed


@every_operation()
def test_no_field_takes_down_a_call_or_another_field(name: str) -> None:
    operation = operations()[name]
    for status in successes(operation):
        for_each(
            response_values(operation, status, "full"),
            1,
            lambda body, status=status: asyncio.run(try_all(operation, int(status), body)),
        )


@pytest.mark.parametrize("name", [one.name for one in OPERATIONS.values() if one.pagination])
def test_no_item_takes_down_a_page(name: str) -> None:
    operation = operations()[name]
    assert operation.pagination is not None
    items = operation.pagination.items

    async def run(body: Any) -> None:
        answers = Answers()
        async with LedgerBee(auth=Anything(), transport=answers, retry=None) as client:
            method = getattr(getattr(client, operation.resource), operation.name)
            rows = [*body[items], "odd", None, {}]
            answers.body = {**body, items: rows}
            page = await method()
            assert isinstance(page, Page)
            assert encoded(page.items) == rows
            assert {one.place for one in client.deviations} >= {f"{items}[]"}

    status = successes(operation)[0]
    for_each(response_values(operation, status, "full"), 1, lambda body: asyncio.run(run(body)))
