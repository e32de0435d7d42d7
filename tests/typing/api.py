"""Never run: mypy and pyright read it, and so the public types have a test.

Lines that must be refused carry an ignore; an ignore that is not needed is an error in itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager
from decimal import Decimal
from pathlib import Path
from typing import Any, assert_type

import httpx

from ledgerbee_client import (
    UNSET,
    ApiKey,
    LedgerBee,
    LockingTokenStore,
    MemoryTokenStore,
    OAuthClientCredentials,
    Operation,
    Page,
    Response,
    RetryEvent,
    RetryPolicy,
    Token,
    TokenStore,
    needed_scopes,
)
from ledgerbee_client.errors import (
    APIError,
    AuthenticationError,
    InsufficientScopeError,
    LedgerBeeError,
    LicenseRequiredError,
    MissingScopeError,
    OutcomeUnknownError,
    RateLimitError,
    ResponseDecodeError,
    TransportError,
    ValidationFailedError,
)
from ledgerbee_client.events import CallEvent, Event
from ledgerbee_client.generated.api.invoices import get_invoice_pdf
from ledgerbee_client.generated.api.products import get_product
from ledgerbee_client.models import (
    AccountResponse,
    CompanyResponse,
    ProductListItem,
    ProductResponse,
    ProductType,
    PublicInvoice,
)


async def lists(lb: LedgerBee) -> None:
    assert_type(await lb.products.list(), Page[ProductListItem])
    page = await lb.products.list(search="x", page=2, limit=10, prefetch=3, on_drift="raise")
    assert_type(page.items, list[ProductListItem])
    assert_type(page.total, int | None)
    assert_type(page.has_next, bool)
    async for item in lb.products.list():
        assert_type(item, ProductListItem)
    async for one in lb.products.list().pages():
        assert_type(one, Page[ProductListItem])
    assert_type(lb.products.list().pages(), AsyncIterator[Page[ProductListItem]])
    assert_type(await lb.products.list().collect(limit=5), list[ProductListItem])
    assert_type(await lb.accounts.list(), list[AccountResponse])

    lb.products.list(on_drift="panic")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    lb.products.list(serach="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    for _ in lb.products.list():  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues, reportUnknownVariableType, reportAttributeAccessIssue]
        pass


async def calls(lb: LedgerBee) -> None:
    assert_type(await lb.company.get(), CompanyResponse)
    product = await lb.products.get("1")
    assert_type(product, ProductResponse)
    created = await lb.products.create(
        product_number="P1", name="Hosting", unit="pcs", product_group_id="g", product_type="services", description=None
    )
    assert_type(created, ProductResponse)
    assert_type(await lb.products.update(created.id, product_type=ProductType.GOODS), ProductResponse)
    assert_type(await lb.invoices.pdf("1", draft=True), bytes)
    invoice = await lb.invoices.create(
        customer_id="1",
        lines=[{"price_id": "p", "quantity": 2}, {"line_type": "text", "description": "x"}],
        date=dt.date(2026, 1, 15),
        due_date="2026-02-15",
        extra_body={"anything": 1},
    )
    assert_type(invoice, PublicInvoice)
    assert_type((await lb.product_prices.get("1")).unit_amount, Decimal | None)
    await lb.product_prices.create(product_id="1", unit_amount="10.00", extra_body={"tiers": [{"fromQuantity": 2}]})
    assert_type(await lb.request("GET", "/v1/new", params={"a": [1]}), Response[Any])
    detailed = await get_product.asyncio_detailed("1", client=lb)
    assert_type(detailed, Response[ProductResponse])
    assert_type(detailed.headers, httpx.Headers)
    assert_type(await lb.download(get_invoice_pdf.OPERATION, get_invoice_pdf.build_request("1"), Path("x.pdf")), Path)

    await lb.product_prices.create(unit_amount=10.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await lb.products.create(name="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await lb.products.get(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await lb.products.update("1", nmae="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


async def bodies(lb: LedgerBee, reference: str | None) -> None:
    await lb.invoices.create(
        customer_id="1",
        lines=[
            {"price_id": "p", "quantity": 2, "unit_price": Decimal(1)},
            {"additional_properties": {"discount": "5.00"}},
        ],
    )
    await lb.products.create(
        product_number="P1",
        name="Hosting",
        unit="pcs",
        product_group_id="g",
        initial_price={"unit_amount": "1.00", "tiers": [{"from_quantity": 1, "unit_amount": Decimal(1)}]},
    )
    await lb.invoices.create(customer_id="1", lines=[], reference=UNSET if reference is None else reference)

    await lb.products.create(
        product_number="P1",
        name="Hosting",
        unit="pcs",
        product_group_id="g",
        initial_price={"unit_ammount": "1.00"},  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    )
    await lb.products.create(
        product_number="P1",
        name="Hosting",
        unit="pcs",
        product_group_id="g",
        initial_price={"unit_amount": 9.5},  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    )
    await lb.products.create(
        product_number="P1",
        name="Hosting",
        unit="pcs",
        product_group_id="g",
        initial_price={"tiers": [{"from_quantitty": 1}]},  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    )
    await lb.products.update(
        "1",
        unit=None,  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    )
    await lb.invoices.create(
        customer_id="1",
        lines=[],
        reference=reference,  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    )


async def options() -> None:
    def told(event: RetryEvent) -> None:
        assert_type(event.wait, float)
        assert_type(event.status_code, int | None)

    policy = RetryPolicy(max_attempts=2, deadline=None, on_retry=told)
    async with LedgerBee(timeout=5, retry=policy, scopes=["products-read"], scope_check="off") as lb:
        assert_type(lb, LedgerBee)
        other = lb.with_options(timeout=httpx.Timeout(3), retry=None, headers={"X-A": "b"})
        assert_type(other, LedgerBee)
        await lb.aclose()
    LedgerBee("key", transport=httpx.MockTransport(lambda request: httpx.Response(200)))
    LedgerBee(auth=ApiKey("key"), http_client=httpx.AsyncClient())

    def seen(event: Event) -> None:
        assert_type(event.operation, str)
        if isinstance(event, CallEvent):
            assert_type([one.status_code for one in event.attempts], list[int | None])

    LedgerBee("key", on_event=seen)
    LedgerBee("key", time_out=3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    other.with_options(retries=3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    _ = other.product  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    _ = other.products.fetch  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    _ = ProductType.SERVICE  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    LedgerBee("key", scope_check="on")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    LedgerBee("key", "another")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    RetryPolicy(3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


async def scopes(lb: LedgerBee, operation: Operation) -> None:
    assert_type(lb.scopes.needed(lb.products.create, "invoices.send", operation), tuple[str, ...])
    assert_type(needed_scopes("products.list"), tuple[str, ...])
    assert_type(await lb.scopes.granted(), frozenset[str] | None)
    await lb.scopes.require(lb.products.create, lb.products.list)


class Stored:
    """A token store of a user's."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    async def get(self, client_id: str) -> Token | None:
        value = self._kept.get(client_id)
        return Token(value, expires_at=0.0, scopes=None) if value is not None else None

    async def put(self, client_id: str, token: Token) -> None:
        self._kept[client_id] = token.value


class Locking(Stored):
    def lock(self, name: str) -> AbstractAsyncContextManager[None]:
        raise NotImplementedError


class NoStore:
    async def get(self, client_id: str) -> str | None:
        return None


plain: TokenStore = Stored()
locking: LockingTokenStore = Locking()
in_memory: LockingTokenStore = MemoryTokenStore()
credentials = OAuthClientCredentials("id", "secret", store=Stored())
OAuthClientCredentials("id", "secret", store=NoStore())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def errors(lb: LedgerBee) -> None:
    try:
        await lb.company.get()
    except ValidationFailedError as error:
        assert_type(error.errors, dict[str, dict[str, str]])
    except InsufficientScopeError as error:
        assert_type(error.required_scopes, tuple[str, ...])
    except LicenseRequiredError as error:
        assert_type(error.license_key, str | None)
    except RateLimitError as error:
        assert_type(error.retry_at, dt.datetime | None)
    except AuthenticationError as error:
        assert_type(error.reason, str | None)
    except APIError as error:
        assert_type(error.status_code, int)
        assert_type(error.code, str | None)
        assert_type(error.message, str)
        assert_type(error.details, Mapping[str, Any])
        assert_type(error.path, str | None)
        assert_type(error.timestamp, dt.datetime | None)
        assert_type(error.request, httpx.Request | None)
        assert_type(error.response, httpx.Response)
    except OutcomeUnknownError as error:
        assert_type(error.read_back, str | None)
        assert_type(error.request, httpx.Request | None)
        assert_type(error.response, httpx.Response | None)
    except TransportError as error:
        assert_type(error.attempts, int)
        assert_type(error.request, httpx.Request | None)
    except ResponseDecodeError as error:
        assert_type(error.place, str)
        assert_type(error.reason, str)
        assert_type(error.response, httpx.Response | None)
    except MissingScopeError as error:
        assert_type(error.missing, tuple[str, ...])
        assert_type(error.granted, tuple[str, ...])
        assert_type(error.operations, tuple[str, ...])
    except LedgerBeeError as error:
        assert_type(error.operation, str | None)
        assert_type(error.idempotency_key, str | None)


class Billing:
    """A service of a user's."""

    def __init__(self, lb: LedgerBee) -> None:
        self._lb = lb

    async def open_amount(self, customer_id: str) -> Decimal:
        total = Decimal(0)
        async for invoice in self._lb.invoices.list(customer_id=customer_id):
            total += Decimal(invoice.to_dict()["amount"])
        return total

    async def rename(self, products: Mapping[str, str]) -> list[ProductResponse]:
        return [await self._lb.products.update(key, name=name) for key, name in products.items()]
