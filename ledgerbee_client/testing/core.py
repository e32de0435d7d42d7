"""The sandbox as users hold it: an application, its keys, its clock, its faults, and the record of what was done."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any, ParamSpec, Self

import httpx
from starlette.middleware import Middleware
from starlette.types import ASGIApp

from .._client import LedgerBee
from . import checks, handlers
from .access.credentials import TOKEN_LIFETIME, Keyring
from .clock import Clock
from .company.fixtures import add_meter, add_plan, furnish
from .company.seeds import SMALL_COMPANY, Amounts
from .company.seeds import seed as sow
from .faults.injector import FaultLayer, Faults
from .http.app import build_app
from .http.binding import bind
from .http.document import MOUNT, Document, packaged
from .http.registry import Registry
from .http.request_log import SeenRequest, Write
from .http.server import Serving
from .http.transport import SandboxTransport
from .ids import Ids
from .service import Service
from .state import State
from .subscriptions import lifecycle
from .subscriptions.payment_methods import save_card
from .webhooks.deliveries import Delivery, Dispatcher

P = ParamSpec("P")

#: Where the sandbox seems to be, in process. Nothing is ever sent there.
HOST = "https://sandbox.ledgerbee.test"


class Sandbox:
    """A LedgerBee company of your own, in memory. Closing it closes the clients that it made.

    Args:
        clock: the time; by default it stands still until it is moved.
        licenses: the licenses of the company, by default all that the API names. See `Document.licenses`.
        enforce_inferred_scopes: also refuse calls that lack a scope which the documentation doesn't print.
        allow_local_webhooks: take webhook endpoints on this machine and over plain http, which the service refuses.
        webhook_transport: how webhooks are delivered; by default over the network, to this machine only.
        middleware: ASGI middleware around the application, outermost first.
        seed: decides what is drawn for faults with a probability.
        document: the API to serve; by default the one that this package was generated for. Another one comes with the
            `OPERATIONS` of the package that was generated from it.
        registry: the handlers to use; by default those of this package.

    Raises:
        TypeError: the licenses are one text.
        ValueError: the API names no such license.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        licenses: Iterable[str] | None = None,
        enforce_inferred_scopes: bool = False,
        allow_local_webhooks: bool = False,
        webhook_transport: httpx.AsyncBaseTransport | None = None,
        middleware: Sequence[Middleware] = (),
        seed: int = 0,
        document: Document | None = None,
        registry: Registry | None = None,
    ) -> None:
        self.document = document or packaged()
        self.clock = clock or Clock()
        self.state = State(self.clock, Ids(self.clock), allow_local_webhooks=allow_local_webhooks)
        furnish(self.state)
        self.keys = Keyring(self.clock)
        #: A key with every scope that the API names.
        self.api_key = self.create_key()
        self._service = Service(
            document=self.document,
            clock=self.clock,
            state=self.state,
            keys=self.keys,
            binding=bind(self.document, registry or handlers.registry),
            licenses=self.document.licenses
            if licenses is None
            else frozenset(checks.names("licenses", licenses, self.document.licenses)),
            enforce_inferred_scopes=enforce_inferred_scopes,
        )
        #: What goes wrong on demand.
        self.faults = Faults(self.document, self.clock, self._service.writes, seed)
        self._dispatcher = Dispatcher(self.state, webhook_transport)
        self._clients: list[LedgerBee] = []
        #: The whole, as an ASGI application.
        self.app: ASGIApp = FaultLayer(build_app(self._service, middleware), self.faults)

    # ------------------------------------------------------------------ what was done

    @property
    def writes(self) -> list[Write]:
        """Every write that was applied, in order."""
        return self._service.writes

    @property
    def requests(self) -> deque[SeenRequest]:
        """The request log: the latest requests, oldest first, without their credentials."""
        return self._service.requests

    @property
    def unverified(self) -> Mapping[str, str]:
        """Operations of which the sandbox imitates nothing, by Python name, each with the reason.

        The document has other fields than the sandbox knows, or it knows nothing of the operation. What is sent is
        stored and given back, filled up with examples.
        """
        return self._service.binding.unverified

    @property
    def licenses(self) -> frozenset[str]:
        """The licenses of the company."""
        return self._service.licenses

    # ------------------------------------------------------------------ life

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the clients that `client()` made. What the sandbox holds stays readable."""
        while self._clients:
            await self._clients.pop().aclose()

    # ------------------------------------------------------------------ ways in

    def client(self, *, scopes: Iterable[str] | None = None, oauth: bool = False, **options: Any) -> LedgerBee:
        """A client of this sandbox, in process, with a credential of its own.

        Args:
            scopes: of the credential; by default all it can have.
            oauth: use an OAuth client, not an API key.
            options: further arguments of `LedgerBee`, such as `retry`.
        """
        arguments: dict[str, Any]
        if oauth:
            client_id, client_secret = self.create_client(scopes)
            arguments = {"client_id": client_id, "client_secret": client_secret}
        else:
            arguments = {"api_key": self.create_key(scopes)}
        arguments |= {"base_url": f"{HOST}{MOUNT}", "transport": self.transport(), **options}
        client = LedgerBee(**arguments)
        self._clients.append(client)
        return client

    def transport(self, address: str = "127.0.0.1") -> SandboxTransport:
        """A transport for httpx, in process; any host will do, the path begins with `/api`.

        Args:
            address: the address that the caller seems to have.
        """
        return SandboxTransport(self.app, address)

    def serve(self, port: int = 0) -> AbstractAsyncContextManager[Serving]:
        """Serve on 127.0.0.1, in the background of the running event loop (asyncio), while the block runs.

        With a page for the browser at `/`. Webhooks are delivered as they fall due.

        Args:
            port: 0 takes a free one.

        Raises:
            OSError: the port is taken.
            RuntimeError: it isn't asyncio that runs; `served()` works then, too.
            ValueError: there is no such port.
        """
        from .browser.overview import Overview
        from .http.server import serving

        return serving(
            Overview(self._service, self.app, self._dispatcher, self.faults, self.advance), self.deliver_due, port
        )

    def served(self, port: int = 0) -> AbstractContextManager[Serving]:
        """Serve on 127.0.0.1 from a thread while the block runs: for what isn't asynchronous, or runs on trio.

            def test_my_program(ledgerbee_sandbox, monkeypatch):
                with ledgerbee_sandbox.served() as server:
                    monkeypatch.setenv("LEDGERBEE_BASE_URL", server.base_url)

        Look at what was done (`writes`, `requests`) when no request is in flight.

        Args:
            port: Where; 0 takes a free one.

        Raises:
            OSError: The port is taken.
            ValueError: There is no such port.
        """
        from .http.threads import served

        return served(lambda: self.serve(port))

    # ------------------------------------------------------------------ credentials

    def create_key(
        self,
        scopes: Iterable[str] | None = None,
        *,
        expires_at: datetime | None = None,
        ip_allowlist: Iterable[str] = (),
    ) -> str:
        """Make an API key.

        Args:
            scopes: what it may do; by default everything, the scopes of a Partner SSO key included.
            expires_at: when it ends, with a time zone; by default never.
            ip_allowlist: addresses and networks that may use it; by default all.

        Raises:
            TypeError: the scopes are one text.
            ValueError: there is no such scope, an entry of the allowlist is no address or network, or `expires_at` has
                no time zone.
        """
        return self.keys.create("api_key", self._granted(scopes), expires_at, ip_allowlist)

    def create_client(
        self, scopes: Iterable[str] | None = None, *, ip_allowlist: Iterable[str] = ()
    ) -> tuple[str, str]:
        """Make an OAuth client.

        Args:
            scopes: what it may do; by default every scope that an OAuth client can have.
            ip_allowlist: addresses and networks that may use it; by default all.

        Returns:
            Its id and its secret.

        Raises:
            TypeError: the scopes are one text.
            ValueError: there is no such scope, it is for API keys only, or an entry of the allowlist is no address or
                network.
        """
        possible = self.document.oauth_scopes
        granted = possible if scopes is None else self._granted(scopes)
        refused = sorted({*granted} - {*possible})
        if refused:
            raise ValueError(f"API_KEY_SCOPE_NOT_ASSIGNABLE: no OAuth client can have {', '.join(refused)}")
        client = self.keys.create_client(granted, ip_allowlist)
        return client.client_id, client.secret

    def create_token(self, scopes: Iterable[str] | None = None) -> str:
        """Make an OAuth access token that lives 3600 seconds.

        Args:
            scopes: what it may do; by default everything.

        Raises:
            TypeError: the scopes are one text.
            ValueError: there is no such scope.
        """
        return self.keys.create("oauth2", self._granted(scopes), self.clock.now() + TOKEN_LIFETIME)

    def revoke(self, secret: str) -> None:
        """Revoke a key or a token.

        Args:
            secret: the key or the token.

        Raises:
            KeyError: there is no such credential.
        """
        self.keys.revoke(secret)

    def revoke_client(self, client_id: str) -> None:
        """Revoke an OAuth client and the tokens issued to it.

        Args:
            client_id: its id.

        Raises:
            KeyError: there is no such client.
        """
        self.keys.revoke_client(client_id)

    # ------------------------------------------------------------------ what is done in the app, not over the API

    def add_meter(self, name: str) -> str:
        """Make an active meter and return its id; one called `api-calls` is there from the start.

        Args:
            name: what usage is reported under.
        """
        return str(add_meter(self.state, name)["id"])

    def add_plan(
        self,
        name: str,
        *,
        price_ids: Iterable[str] = (),
        interval: str = "month",
        interval_count: int = 1,
        vanity: str | None = None,
    ) -> str:
        """Make a subscription plan, active and published, and return its id; one called `Basic` is there.

        Args:
            name: shown to customers.
            price_ids: its products, as prices; one of each.
            interval: `day`, `week`, `month` or `year`.
            interval_count: so many intervals make a cycle.
            vanity: its name in links of the portal.

        Raises:
            ValueError: there is no such interval, or the count isn't positive.
        """
        if interval not in lifecycle.INTERVALS or interval_count < 1:
            raise ValueError(f"a cycle is so many times {', '.join(lifecycle.INTERVALS)}")
        return str(add_plan(self.state, name, tuple(price_ids), interval, interval_count, vanity)["id"])

    def add_payment_method(self, customer_id: str, *, provider: str = "sandbox", card_type: str = "visa") -> str:
        """Save a card for a customer, as the customer does in the payment window, and return its id.

        Args:
            customer_id: whose card.
            provider: of payments.
            card_type: what the card says.

        Raises:
            ServiceError: there is no such customer.
        """
        return str(save_card(self.state, customer_id, provider, card_type)["id"])

    def pause_subscription(self, subscription_id: str) -> None:
        """Pause a subscription, and tell the webhook endpoints.

        Args:
            subscription_id: which.

        Raises:
            ValueError: it isn't active.
            ServiceError: there is no such subscription.
        """
        lifecycle.pause(self.state, subscription_id)

    def resume_subscription(self, subscription_id: str) -> None:
        """End a pause, and tell the webhook endpoints.

        Args:
            subscription_id: which.

        Raises:
            ValueError: it isn't paused.
            ServiceError: there is no such subscription.
        """
        lifecycle.resume(self.state, subscription_id)

    def emit(self, topic: str, data: Mapping[str, Any] | None = None, *, subscription_id: str | None = None) -> str:
        """Tell the webhook endpoints of anything else, such as `subscription.billed`, and return the event's id.

        Args:
            topic: the type of the event.
            data: its payload.
            subscription_id: adds what every event of a subscription has.

        Raises:
            TypeError, ValueError: the payload can't be written as JSON.
            ServiceError: there is no such subscription.
        """
        about = {}
        if subscription_id is not None:
            about = lifecycle.event_data(self.state.subscriptions.get(subscription_id))
        return self.state.emit(topic, {**about, **(data or {})}).id

    def seed(
        self,
        *,
        products: int = 0,
        customers: int = 0,
        invoices: int = 0,
        subscriptions: int = 0,
        journal_entries: int = 0,
    ) -> None:
        """Add data in bulk, the same in every run; it counts as no writes.

        Args:
            products: with a price each, in one group.
            customers: with a number and an e-mail address.
            invoices: draft, sent and credited in turn, the latter with their credit notes.
            subscriptions: to the plan `Basic`: active, on trial and scheduled in turn.
            journal_entries: expenses that are paid from the bank.

        Raises:
            TypeError: an amount is no number.
            ValueError: it is negative.
        """
        sow(self.state, Amounts(products, customers, invoices, subscriptions, journal_entries))

    def seed_company(self) -> None:
        """Add a small company: what the command starts with."""
        sow(self.state, SMALL_COMPANY)

    # ------------------------------------------------------------------ time

    @property
    def deliveries(self) -> list[Delivery]:
        """The log of webhook deliveries, oldest first, each with its attempts."""
        self._dispatcher.next_due()
        return self._dispatcher.log

    async def deliver_due(self) -> int:
        """Deliver the webhooks that are due, retries included, and return how many attempts were made.

        What a fault has postponed until now (`Late`) is done first.
        """
        await self.faults.schedule.run_due()
        lifecycle.progress(self.state)
        return await self._dispatcher.deliver_due()

    async def advance(self, seconds: float) -> int:
        """Move the clock on, and do what falls due on the way at its time.

        That is: late writes, subscriptions that start or end, webhooks and their retries.

        Args:
            seconds: for how long.

        Returns:
            How many deliveries were attempted.

        Raises:
            TypeError: it is no number.
            ValueError: it is negative: the clock moves on.
        """
        checks.number(seconds=seconds)
        end = self.clock.now() + timedelta(seconds=seconds)
        count = await self.deliver_due()
        while True:
            moments = (
                self.faults.schedule.next_due(),
                self._dispatcher.next_due(),
                lifecycle.next_moment(self.state),
            )
            due = min((one for one in moments if one is not None), default=end)
            if due >= end:
                break
            self.clock.set(max(due, self.clock.now()))
            count += await self.deliver_due()
        self.clock.set(max(end, self.clock.now()))
        return count + await self.deliver_due()

    def _granted(self, scopes: Iterable[str] | None) -> tuple[str, ...]:
        known = self.document.scopes
        return known if scopes is None else checks.names("scopes", scopes, known)


def _opened(make: Callable[P, Sandbox]) -> Callable[P, AbstractAsyncContextManager[Sandbox]]:
    @asynccontextmanager
    async def opened(*args: P.args, **kwargs: P.kwargs) -> AsyncGenerator[Sandbox]:
        async with make(*args, **kwargs) as made:
            yield made

    return opened


#: `async with sandbox() as sb`: takes what `Sandbox` takes.
sandbox = _opened(Sandbox)
