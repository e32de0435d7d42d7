"""The receiver in docs/webhooks.md, taken from the page and run: in process, and over a real server."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import re
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import uvicorn

from ledgerbee_client.webhooks import EVENTS, WebhookEvent, sign

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from types import ModuleType

PAGE = (Path(__file__).parents[2] / "docs" / "webhooks.md").read_text(encoding="utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
OLD = "whsec_b2xkIHNlY3JldCBvZiB0aGUgdGVzdHM="
NEW = "whsec_bmV3IHNlY3JldCBvZiB0aGUgdGVzdHM="
URL = "/webhooks/ledgerbee"


def block(first_words: str) -> str:
    [text] = [text for _, text in BLOCKS if text.startswith(first_words)]
    return text


@pytest.fixture
def receiver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The page's receiver as a module, with two secrets."""
    monkeypatch.setenv("LEDGERBEE_WEBHOOK_SECRETS", f"{OLD} {NEW}")
    path = tmp_path / "receiver.py"
    path.write_text(block("# receiver.py"), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("receiver_of_the_page", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@asynccontextmanager
async def in_process(app: Any) -> AsyncGenerator[httpx.AsyncClient]:
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://receiver.test") as client,
    ):
        yield client


@asynccontextmanager
async def over_loopback(app: Any) -> AsyncGenerator[httpx.AsyncClient]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on", ws="none"))
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started:
            assert not serving.done()
            await asyncio.sleep(0.01)
        try:
            port = listener.getsockname()[1]
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
                yield client
        finally:
            server.should_exit = True
            await serving


Run = Callable[[Any], AbstractAsyncContextManager[httpx.AsyncClient]]


class Service:
    """The receiver with an inbox to look into, and what it handled."""

    def __init__(self, receiver: ModuleType, run: Run) -> None:
        self.inbox = receiver.MemoryInbox()
        self.handled: list[WebhookEvent] = []
        self._app = receiver.create_app(self.inbox, self.handle)
        self._run = run

    async def handle(self, event: WebhookEvent) -> None:
        self.handled.append(event)

    def running(self) -> AbstractAsyncContextManager[httpx.AsyncClient]:
        return self._run(self._app)

    async def settled(self) -> list[WebhookEvent]:
        await asyncio.wait_for(self.inbox.join(), 5)
        return self.handled


@pytest.fixture(params=[in_process, over_loopback])
def service(request: pytest.FixtureRequest, receiver: ModuleType) -> Service:
    return Service(receiver, request.param)


def event(number: int = 1, topic: str = "subscription.started") -> dict[str, Any]:
    return {"id": f"msg_{number}", "type": topic, "data": {"subscriptionId": f"sub-{number} – ø"}}


async def post(client: httpx.AsyncClient, delivery: Any, body: bytes | None = None) -> int:
    content = delivery.body if body is None else body
    return (await client.post(URL, content=content, headers=delivery.headers)).status_code


async def test_every_known_topic_and_an_unknown_one_arrives_as_its_event(service: Service) -> None:
    topics = [*EVENTS, "subscription.merged"]
    async with service.running() as client:
        for number, topic in enumerate(topics):
            assert await post(client, sign(event(number, topic), NEW)) == 204
        handled = await service.settled()
    assert [one.type for one in handled] == topics
    assert [type(one) for one in handled[:-1]] == list(EVENTS.values())
    assert handled[1].data == {"subscriptionId": "sub-1 – ø"}


async def test_what_is_delivered_twice_is_handled_once(service: Service) -> None:
    now = datetime.now(UTC)
    async with service.running() as client:
        first = sign(event(), NEW, timestamp=now - timedelta(seconds=40))
        again = sign(first.body, NEW, timestamp=now)  # as a retry: same id and body, signed anew
        assert first.headers["webhook-id"] == again.headers["webhook-id"]
        assert first.headers["webhook-signature"] != again.headers["webhook-signature"]
        for delivery in (first, first, again):
            assert await post(client, delivery) == 204
        assert await post(client, sign(event(2), NEW)) == 204
        assert [one.id for one in await service.settled()] == ["msg_1", "msg_2"]


@pytest.mark.unmeasured
async def test_many_deliveries_of_one_event_at_once_are_handled_once(service: Service) -> None:
    delivery = sign(event(), NEW)
    async with service.running() as client:
        assert set(await asyncio.gather(*(post(client, delivery) for _ in range(50)))) == {204}
        assert [one.id for one in await service.settled()] == ["msg_1"]


async def test_what_does_not_verify_is_refused_and_not_handled(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    good = sign(event(), NEW)
    now = datetime.now(UTC)
    async with service.running() as client:
        assert await post(client, good, good.body.replace(b"sub-1", b"sub-2")) == 400
        assert await post(client, good, json.dumps(json.loads(good.body), indent=1).encode()) == 400
        assert await post(client, sign(event(), "whsec_b3RoZXI=")) == 400
        assert await post(client, sign(event(), NEW, timestamp=now - timedelta(minutes=6))) == 400
        assert await post(client, sign(event(), NEW, timestamp=now + timedelta(minutes=6))) == 400
        assert await post(client, sign(event(), NEW, message_id="msg_2")) == 400
        assert (await client.post(URL, content=good.body)).status_code == 400
        assert (await client.get(URL)).status_code == 405
        assert await service.settled() == []
        assert await post(client, good) == 204  # what was refused was not taken for a duplicate
        assert len(await service.settled()) == 1
    logged = (record.args for record in caplog.records if record.name == "receiver")
    reasons = [args[0] for args in logged if isinstance(args, tuple) and args]
    assert reasons[:7] == [
        "bad_signature",
        "bad_signature",
        "bad_signature",
        "too_old",
        "too_new",
        "bad_body",
        "missing_header",
    ]
    for secret in (OLD, NEW):
        assert secret.removeprefix("whsec_") not in caplog.text


async def test_a_secret_is_rolled_without_losing_an_event(service: Service) -> None:
    async with service.running() as client:
        for number, secrets in enumerate([(OLD,), (OLD, NEW), (NEW, OLD), (NEW,)]):
            assert await post(client, sign(event(number), *secrets)) == 204
        assert len(await service.settled()) == 4


async def test_after_a_roll_the_old_secret_is_refused(receiver: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEDGERBEE_WEBHOOK_SECRETS", NEW)
    service = Service(receiver, in_process)
    async with service.running() as client:
        assert await post(client, sign(event(), OLD)) == 400
        assert await post(client, sign(event(), NEW)) == 204


async def test_the_answer_does_not_wait_for_the_work(receiver: ModuleType) -> None:
    service, gate = Service(receiver, in_process), asyncio.Event()

    async def slow(one: WebhookEvent) -> None:
        await gate.wait()
        service.handled.append(one)

    app = receiver.create_app(service.inbox, slow)
    async with in_process(app) as client:
        assert await post(client, sign(event(), NEW)) == 204
        assert service.handled == []
        gate.set()
        assert len(await service.settled()) == 1


async def test_an_event_that_fails_does_not_stop_the_next(
    receiver: ModuleType, caplog: pytest.LogCaptureFixture
) -> None:
    handled = asyncio.Event()

    async def handle(one: WebhookEvent) -> None:
        if one.id == "msg_1":
            raise RuntimeError("no database")
        handled.set()

    async with in_process(receiver.create_app(None, handle)) as client:
        for number in (1, 2):
            assert await post(client, sign(event(number), NEW)) == 204
        await asyncio.wait_for(handled.wait(), 5)
    assert "event msg_1 failed" in caplog.text


async def test_the_pages_own_handler_takes_every_topic(receiver: ModuleType, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", logger="receiver")
    inbox = receiver.MemoryInbox()
    async with in_process(receiver.create_app(inbox)) as client:
        for number, topic in enumerate([*EVENTS, "new.topic"]):
            assert await post(client, sign(event(number, topic), NEW)) == 204
        await asyncio.wait_for(inbox.join(), 5)
    for line in ("grant access", "revoke access", "is in trouble", "nothing to do for new.topic"):
        assert line in caplog.text


def test_the_pages_test_passes(tmp_path: Path) -> None:
    for name in ("receiver.py", "test_receiver.py"):
        (tmp_path / name).write_text(block(f"# {name}"), encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nasyncio_mode = auto\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout


def test_the_pages_table_takes_an_event_once() -> None:
    create, insert = (part for part in block("CREATE TABLE").split(";") if part.strip())
    database = sqlite3.connect(":memory:")
    try:
        database.execute(create)
        row = {"id": "msg_1", "envelope": "{}"}
        assert [database.execute(insert, row).rowcount for _ in range(2)] == [1, 0]
    finally:
        database.close()


def test_every_block_of_the_page_is_run_here() -> None:
    assert PAGE.count("```") == 2 * len(BLOCKS)
    firsts = ["# receiver.py", "CREATE TABLE", "# test_receiver.py"]
    assert [text for _, text in BLOCKS] == [block(first) for first in firsts]


def test_the_pages_table_of_topics_is_the_one_of_the_package() -> None:
    rows = re.findall(r"^\| `(\w+\.\w+)` \| `(\w+)` \|", PAGE, flags=re.MULTILINE)
    assert dict(rows) == {topic: kind.__name__ for topic, kind in EVENTS.items()}
