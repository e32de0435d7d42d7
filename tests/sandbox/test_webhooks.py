"""Webhook endpoints and their deliveries: signed for real, retried as documented, on the sandbox's clock."""

from __future__ import annotations

import asyncio
import itertools
import threading
from decimal import Decimal
from typing import Any

import anyio
import httpx
import pytest

from ledgerbee_client.testing import Sandbox
from ledgerbee_client.webhooks import SubscriptionAssigned, UnknownEvent, WebhookVerificationError, WebhookVerifier
from tests.sandbox.support import client_of, constraints_of, created
from tests.shared.company import assignment, build_world

URL = "https://hooks.example.com/ledgerbee"


class Receiver(httpx.AsyncBaseTransport):
    """A receiver that answers with these statuses, the last one for ever; an exception is raised."""

    def __init__(self, *answers: int | Exception) -> None:
        self._answers = itertools.chain(answers or [204], itertools.repeat((answers or [204])[-1]))
        self.requests: list[httpx.Request] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = next(self._answers)
        if isinstance(answer, Exception):
            raise answer
        return httpx.Response(answer)


async def listening(sandbox: Sandbox, **fields: Any) -> dict[str, Any]:
    async with client_of(sandbox) as client:
        return await created(client, "webhook_endpoints.create", {"url": URL, **fields})


def events_of(sandbox: Sandbox, receiver: Receiver, secret: str) -> list[Any]:
    verifier = WebhookVerifier(secret, clock=lambda: sandbox.clock.now())
    return [verifier.verify(request.content, request.headers) for request in receiver.requests]


async def test_a_change_is_delivered_signed_to_those_who_listen() -> None:
    receiver = Receiver()
    sandbox = Sandbox(webhook_transport=receiver)
    async with client_of(sandbox) as client:
        world = await build_world(client)
        endpoint = await listening(sandbox)
        other = await listening(sandbox, enabledEvents=["subscription.churned"])
        await listening(sandbox, enabled=False)
        subscription = await created(client, "subscriptions.assign", assignment(world.customer["id"]))
    assert [one.status for one in sandbox.deliveries] == ["pending", "pending"]
    assert await sandbox.deliver_due() == 2
    assigned, started = events_of(sandbox, receiver, endpoint["secret"])
    assert isinstance(assigned, SubscriptionAssigned)
    assert assigned.subscription_id == started.subscription_id == subscription["id"]
    assert assigned.data["partnerReferenceId"] is None
    assert started.type == "subscription.started"
    with pytest.raises(WebhookVerificationError):
        events_of(sandbox, receiver, other["secret"])
    assert [one.status for one in sandbox.deliveries] == ["delivered", "delivered"]
    assert sandbox.deliveries[0].payload["type"] == "subscription.assigned"
    assert await sandbox.deliver_due() == 0


async def test_a_failed_delivery_is_retried_seven_times_over_a_day_then_given_up() -> None:
    receiver = Receiver(500, httpx.ConnectError("refused"), RuntimeError("bug"), 302, 404)
    sandbox = Sandbox(webhook_transport=receiver)
    endpoint = await listening(sandbox)
    begin = sandbox.clock.now()
    sandbox.emit("subscription.billed", {"amount": "10.00"})
    assert await sandbox.advance(100_000) == 8
    [delivery] = sandbox.deliveries
    waits = [round((one.at - begin).total_seconds()) for one in delivery.attempts]
    assert waits == [0, 30, 150, 630, 2550, 10230, 40950, 76950]
    assert [one.status for one in delivery.attempts] == [500, None, None, 302, 404, 404, 404, 404]
    assert delivery.attempts[1].error == "ConnectError: refused"
    assert (delivery.status, delivery.next_at) == ("failed", None)
    headers = [request.headers for request in receiver.requests]
    assert {one["webhook-id"] for one in headers} == {delivery.id}
    assert len({one["webhook-timestamp"] for one in headers}) == len({one["webhook-signature"] for one in headers}) == 8
    assert {request.content for request in receiver.requests} == {delivery.body}
    sandbox.clock.set(delivery.attempts[-1].at)
    verifier = WebhookVerifier(endpoint["secret"], clock=sandbox.clock.now)
    event = verifier.verify(receiver.requests[-1].content, headers[-1])
    assert (event.id, event.data["amount"], event.timestamp) == (delivery.id, "10.00", begin)


async def test_a_retry_that_succeeds_ends_it() -> None:
    receiver = Receiver(503, 200)
    sandbox = Sandbox(webhook_transport=receiver)
    await listening(sandbox)
    sandbox.emit("subscription.error")
    assert await sandbox.advance(29) == 1
    assert await sandbox.advance(1) == 1
    assert await sandbox.advance(100_000) == 0
    assert [one.status for one in sandbox.deliveries[0].attempts] == [503, 200]


async def test_what_falls_due_on_the_way_happens_at_its_time() -> None:
    receiver = Receiver()
    sandbox = Sandbox(webhook_transport=receiver)
    async with client_of(sandbox) as client:
        world = await build_world(client)
        await listening(
            sandbox, enabledEvents=["subscription.started", "subscription.trial_ended", "subscription.churned"]
        )
        fields = {"startDate": "2026-02-01", "trialDays": 7, "endDate": "2026-03-01"}
        await created(client, "subscriptions.assign", assignment(world.customer["id"], **fields))
    await sandbox.advance(90 * 86400)
    assert [(one.type, one.payload["timestamp"][:10]) for one in sandbox.deliveries] == [
        ("subscription.started", "2026-02-01"),
        ("subscription.trial_ended", "2026-02-08"),
        ("subscription.churned", "2026-03-01"),
    ]


async def test_a_test_event_goes_to_one_endpoint_whatever_it_listens_to() -> None:
    receiver = Receiver()
    sandbox = Sandbox(webhook_transport=receiver)
    endpoint = await listening(sandbox, enabledEvents=["subscription.churned"], enabled=False)
    await listening(sandbox)
    async with client_of(sandbox) as client:
        answer = (await client.call("webhook_endpoints.send_test_event", endpoint["id"])).json()
        await client.call("webhook_endpoints.send_test_event", endpoint["id"], json={"type": "subscription.assigned"})
        assert "type" in constraints_of(
            await client.call("webhook_endpoints.send_test_event", endpoint["id"], json={"type": 5})
        )
    await sandbox.deliver_due()
    plain, assigned = events_of(sandbox, receiver, endpoint["secret"])
    assert isinstance(plain, UnknownEvent)
    assert (plain.id, plain.type) == (answer["id"], "webhook.test")
    assert isinstance(assigned, SubscriptionAssigned)
    assert assigned.subscription_id


async def test_the_secret_is_shown_once_and_a_roll_makes_a_new_one() -> None:
    receiver = Receiver(500, 200)
    sandbox = Sandbox(webhook_transport=receiver)
    endpoint = await listening(sandbox)
    async with client_of(sandbox) as client:
        assert "secret" not in (await client.call("webhook_endpoints.get", endpoint["id"])).json()
        assert "secret" not in (await client.page("webhook_endpoints.list"))["data"][0]
        sandbox.emit("subscription.billed")
        await sandbox.deliver_due()
        rolled = (await client.call("webhook_endpoints.roll_secret", endpoint["id"])).json()
        assert rolled["secret"] != endpoint["secret"]
        await sandbox.advance(30)
        receiver.requests.pop(0)
        assert len(events_of(sandbox, receiver, rolled["secret"])) == 1
        replaced = (
            await client.call(
                "webhook_endpoints.update", endpoint["id"], json={"url": f"{URL}/2", "description": "mine"}
            )
        ).json()
        assert (replaced["url"], replaced["createdAt"]) == (f"{URL}/2", endpoint["createdAt"])
        assert "secret" not in replaced
        sandbox.emit("subscription.billed")
        await sandbox.deliver_due()
        assert str(receiver.requests[-1].url) == f"{URL}/2"


async def test_what_is_under_way_to_a_deleted_endpoint_fails() -> None:
    sandbox = Sandbox(webhook_transport=Receiver(500))
    endpoint = await listening(sandbox)
    sandbox.emit("subscription.billed")
    await sandbox.deliver_due()
    async with client_of(sandbox) as client:
        assert (await client.call("webhook_endpoints.delete", endpoint["id"])).status_code == 204
        assert (await client.call("webhook_endpoints.delete", endpoint["id"])).status_code == 404
    await sandbox.advance(30)
    assert (sandbox.deliveries[0].status, len(sandbox.deliveries[0].attempts)) == ("failed", 1)


@pytest.mark.parametrize(
    "url",
    [
        None,
        5,
        "",
        "nowhere",
        "http://hooks.example.com/",
        "https://localhost/",
        "https://app.localhost/",
        "https://app.localhost./",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://10.0.0.5/",
        "https://192.168.1.1/",
        "https://169.254.169.254/",
        "https://intranet/",
        "https://printer.local/",
        "https://[oops/",
    ],
)
async def test_only_public_https_urls_are_taken(url: Any) -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        answer = await client.call("webhook_endpoints.create", json={} if url is None else {"url": url})
    assert constraints_of(answer).keys() == {"url"}


@pytest.mark.parametrize("url", ["https://203.0.113.9.example.com/x", "https://8.8.8.8/x"])
async def test_public_urls_are_taken(url: str) -> None:
    assert (await listening(Sandbox(), url=url))["url"] == url


async def test_local_urls_are_taken_on_request_but_still_have_to_be_urls() -> None:
    sandbox = Sandbox(allow_local_webhooks=True)
    assert (await listening(sandbox, url="http://127.0.0.1:8000/hooks"))["enabled"] is True
    async with client_of(sandbox) as client:
        assert "url" in constraints_of(await client.call("webhook_endpoints.create", json={"url": "ftp://127.0.0.1/"}))


async def test_the_other_fields_are_checked() -> None:
    bad = {"url": URL, "enabledEvents": ["subscription.merged"], "enabled": "yes"}
    async with client_of(Sandbox()) as client:
        assert constraints_of(await client.call("webhook_endpoints.create", json=bad)).keys() == {
            "enabledEvents",
            "enabled",
        }
        for topics in ("all", [1], []):
            answer = await client.call("webhook_endpoints.create", json={"url": URL, "enabledEvents": topics})
            assert {name.partition(".")[0] for name in constraints_of(answer)} == {"enabledEvents"}
        answer = await client.call("webhook_endpoints.create", json={"url": URL, "secret": "mine"})
        assert constraints_of(answer).keys() == {"secret"}


async def test_without_a_transport_nothing_leaves_the_machine() -> None:
    sandbox = Sandbox()
    await listening(sandbox)
    sandbox.emit("subscription.billed")
    await sandbox.deliver_due()
    assert "this machine only" in (sandbox.deliveries[0].attempts[0].error or "")


async def test_a_served_sandbox_delivers_by_itself_over_the_network() -> None:
    got: asyncio.Queue[dict[str, bytes]] = asyncio.Queue()

    async def receive(scope: Any, receive: Any, send: Any) -> None:
        await got.put(dict(scope["headers"]))
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})

    receiver, sandbox = Sandbox(), Sandbox(allow_local_webhooks=True)
    receiver.app = receive
    async with receiver.serve() as target, sandbox.serve():
        await listening(sandbox, url=f"http://{target.host}:{target.port}/hooks")
        event = sandbox.emit("subscription.billed")
        headers = await asyncio.wait_for(got.get(), 5)
        assert headers[b"webhook-id"].decode() == event
        await asyncio.sleep(0.05)
        assert sandbox.deliveries[0].status == "delivered"


def test_a_sandbox_that_was_made_on_trio_delivers_from_the_thread_that_serves_it() -> None:
    arrived = threading.Event()

    class Telling(Receiver):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            arrived.set()
            return await super().handle_async_request(request)

    async def run() -> None:
        sandbox = Sandbox(webhook_transport=Telling())
        await listening(sandbox)
        with sandbox.served():
            sandbox.emit("subscription.billed")
            assert await anyio.to_thread.run_sync(arrived.wait, 5)

    anyio.run(run, backend="trio")


async def test_a_cancelled_delivery_is_still_to_be_made() -> None:
    class Hanging(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await asyncio.sleep(30)
            raise AssertionError

    sandbox = Sandbox(webhook_transport=Hanging())
    await listening(sandbox)
    sandbox.emit("subscription.billed")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(sandbox.deliver_due(), 0.05)
    [delivery] = sandbox.deliveries
    assert (delivery.status, delivery.next_at, delivery.attempts) == ("pending", sandbox.clock.now(), [])


async def test_two_at_once_deliver_each_event_once() -> None:
    receiver = Receiver()
    sandbox = Sandbox(webhook_transport=receiver)
    await listening(sandbox)
    for _ in range(10):
        sandbox.emit("subscription.billed")
    counts = await asyncio.gather(*(sandbox.deliver_due() for _ in range(5)))
    assert sum(counts) == len(receiver.requests) == 10


async def test_an_endpoint_is_told_what_happens_while_it_is_there() -> None:
    receiver = Receiver()
    sandbox = Sandbox(webhook_transport=receiver)
    sandbox.emit("subscription.billed")
    endpoint = await listening(sandbox)
    event = sandbox.emit("subscription.billed")
    other = await listening(sandbox)
    sandbox.emit("subscription.churned")
    async with client_of(sandbox) as client:
        await client.call("webhook_endpoints.delete", other["id"])
    assert await sandbox.deliver_due() == 2
    assert [one.endpoint_id for one in sandbox.deliveries] == [endpoint["id"]] * 2
    assert sandbox.deliveries[0].id == event


async def test_an_event_that_can_not_be_written_fails_where_it_is_emitted_and_takes_no_other_along() -> None:
    sandbox = Sandbox(webhook_transport=Receiver())
    await listening(sandbox)
    data: dict[str, Any] = {"amount": Decimal("10.00")}
    event = sandbox.emit("subscription.billed", data)
    data.clear()
    with pytest.raises(TypeError, match="can't be sent as JSON"):
        sandbox.emit("subscription.billed", {"who": object()})
    assert await sandbox.deliver_due() == 1
    [delivery] = sandbox.deliveries
    assert (delivery.id, delivery.payload["data"]) == (event, {"amount": "10.00"})


async def test_an_event_of_a_subscription_says_which() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        subscription = await created(client, "subscriptions.assign", assignment(world.customer["id"]))
    await listening(sandbox)
    sandbox.emit("subscription.error", {"errorType": "charge_failed"}, subscription_id=subscription["id"])
    data = sandbox.deliveries[-1].payload["data"]
    assert (data["subscriptionId"], data["errorType"]) == (subscription["id"], "charge_failed")
