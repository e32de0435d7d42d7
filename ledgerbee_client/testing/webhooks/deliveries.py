"""Webhook deliveries: events signed and posted to the endpoints, and retried as documented, on the sandbox's clock.

Without a transport of the caller's, deliveries go to this machine only: a test leaves no network traffic behind.
"""

from __future__ import annotations

import ipaddress
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

import anyio
import httpx

from ..._locks import LoopLock
from ...webhooks.signing import sign

if TYPE_CHECKING:
    from ..state import State

#: Seconds before the second, third, ... attempt. The documentation says "about" for those of hours.
RETRY_WAITS = (30, 120, 480, 1920, 7680, 30720, 36000)
#: Real seconds; how long the service waits isn't published.
TIMEOUT = 10.0


@dataclass(frozen=True, slots=True)
class Attempt:
    """One POST to an endpoint."""

    at: datetime
    headers: dict[str, str]
    #: None when there was no answer.
    status: int | None
    error: str | None = None


@dataclass(slots=True)
class Delivery:
    """An event on its way to one endpoint."""

    #: Of the event: the header `webhook-id`, the same in all attempts.
    id: str
    type: str
    endpoint_id: str
    url: str
    body: bytes
    #: When the next attempt is due; None when there is none.
    next_at: datetime | None
    status: Literal["pending", "delivered", "failed"] = "pending"
    attempts: list[Attempt] = field(default_factory=list[Attempt])

    @property
    def payload(self) -> Any:
        """The envelope: `id`, `type`, `timestamp`, `data`."""
        return json.loads(self.body)


class Dispatcher:
    """Takes events out of the state's outbox and delivers them."""

    def __init__(self, state: State, transport: httpx.AsyncBaseTransport | None) -> None:
        self._state = state
        self._transport = transport
        #: Every delivery, in order: the delivery log.
        self.log: list[Delivery] = []
        self._delivering = LoopLock()

    def next_due(self) -> datetime | None:
        """When the next attempt is due."""
        self._collect()
        return min((one.next_at for one in self.log if one.next_at is not None), default=None)

    async def deliver_due(self) -> int:
        """Makes every attempt that is due, in order, and returns how many there were."""
        async with self._delivering:  # whoever moves the clock next waits for those that are on their way
            return await self._deliver_due()

    async def _deliver_due(self) -> int:
        count = 0
        while True:
            self._collect()
            now = self._state.clock.now()
            due = [one for one in self.log if one.next_at is not None and one.next_at <= now]
            if not due:
                return count
            async with httpx.AsyncClient(transport=self._new_transport(), timeout=TIMEOUT) as client:
                for delivery in sorted(due, key=lambda one: one.next_at or now):
                    count += 1
                    await self._attempt(client, delivery)

    def _new_transport(self) -> httpx.AsyncBaseTransport:
        if self._transport is not None:
            return _Kept(self._transport)
        # A receiver on this machine has a certificate that nobody signed.
        return _ThisMachine(verify=False, trust_env=False)

    def _collect(self) -> None:
        events, self._state.outbox = self._state.outbox, []
        for event in events:
            for endpoint_id in event.listeners:
                endpoint = self._state.webhook_endpoints.find(endpoint_id)
                if endpoint is not None:
                    self.log.append(Delivery(event.id, event.type, endpoint_id, endpoint["url"], event.body, event.at))

    async def _attempt(self, client: httpx.AsyncClient, delivery: Delivery) -> None:
        delivery.next_at = None
        endpoint = self._state.webhook_endpoints.find(delivery.endpoint_id)
        if endpoint is None:
            delivery.status = "failed"  # deleted meanwhile
            return
        now = self._state.clock.now()
        secret = self._state.webhook_secrets[delivery.endpoint_id]
        signed = sign(delivery.body, secret, message_id=delivery.id, timestamp=now)
        delivery.url = endpoint["url"]
        status, error = None, None
        try:
            with anyio.fail_after(TIMEOUT):
                response = await client.post(delivery.url, content=signed.body, headers=signed.headers)
            status = response.status_code
        except Exception as caught:  # noqa: BLE001  # whatever a receiver in process raises is its failure
            error = f"{type(caught).__name__}: {caught}"
        except BaseException:
            delivery.next_at = now  # cancelled: still to be made
            raise
        delivery.attempts.append(Attempt(now, signed.headers, status, error))
        made = len(delivery.attempts)
        if status is not None and 200 <= status < 300:
            delivery.status = "delivered"
        elif made <= len(RETRY_WAITS):
            delivery.next_at = now + timedelta(seconds=RETRY_WAITS[made - 1])
        else:
            delivery.status = "failed"


class _Kept(httpx.AsyncBaseTransport):
    """The caller's transport, which is the caller's to close."""

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        self._transport = transport

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await self._transport.handle_async_request(request)


class _ThisMachine(httpx.AsyncHTTPTransport):
    """The network, as far as this machine."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if not is_loopback(request.url.host):
            raise httpx.ConnectError("the sandbox delivers to this machine only; give it a webhook_transport")
        return await super().handle_async_request(request)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
