"""A FastAPI service with one client, a list of invoices, and a receiver of webhooks: `fastapi run web_app.py`.

It needs LEDGERBEE_API_KEY, and LEDGERBEE_WEBHOOK_SECRETS: the secret of the webhook endpoint; both while it is rolled.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from decimal import Decimal
from typing import Annotated, TypedDict

from fastapi import Depends, FastAPI, HTTPException, Request, Response

from ledgerbee_client import LedgerBee
from ledgerbee_client.errors import LedgerBeeError
from ledgerbee_client.models import CustomerSubscriptionResponse, InvoiceListItem
from ledgerbee_client.webhooks import WebhookVerificationError, WebhookVerifier


class State(TypedDict):
    """What lives as long as the service."""

    lb: LedgerBee
    verifier: WebhookVerifier
    inbox: sqlite3.Connection


@asynccontextmanager
async def lifespan(_app: FastAPI) -> AsyncGenerator[State]:
    """Open one client for all requests, and an inbox that survives a restart."""
    verifier = WebhookVerifier(*os.environ["LEDGERBEE_WEBHOOK_SECRETS"].split())
    inbox = sqlite3.connect(os.environ.get("INBOX", "inbox.sqlite"))
    inbox.execute("CREATE TABLE IF NOT EXISTS inbox (id TEXT PRIMARY KEY, envelope TEXT NOT NULL)")
    async with LedgerBee() as lb:
        yield {"lb": lb, "verifier": verifier, "inbox": inbox}
    inbox.close()


def client(request: Request) -> LedgerBee:
    """The client; tests put another one in its place (`app.dependency_overrides`)."""
    lb: LedgerBee = request.state.lb
    return lb


Client = Annotated[LedgerBee, Depends(client)]
app = FastAPI(lifespan=lifespan)


@app.exception_handler(LedgerBeeError)
async def unavailable(_request: Request, error: LedgerBeeError) -> Response:
    """Say that it was LedgerBee, and keep the details in the log."""
    return Response(
        "LedgerBee did not do it", status_code=502, headers={"X-Operation": error.operation or ""}
    )


@app.get("/invoices")
async def invoices(lb: Client, page: int = 1) -> list[InvoiceListItem]:
    """A page of invoices, newest first, as LedgerBee gives them."""
    return (await lb.invoices.list(page=page, limit=20)).items


@app.get("/invoices/open")
async def open_amount(lb: Client) -> dict[str, Decimal]:
    """What was sent, by currency."""
    sums: dict[str, Decimal] = {}
    async for invoice in lb.invoices.list(status="sent"):
        sums[invoice.currency] = sums.get(invoice.currency, Decimal(0)) + invoice.amount
    return sums


@app.get("/subscriptions/{subscription_id}")
async def subscription(lb: Client, subscription_id: str) -> CustomerSubscriptionResponse:
    """How a subscription is now; webhooks only say that something happened."""
    return await lb.subscriptions.get(subscription_id)


@app.post("/webhooks/ledgerbee", status_code=204)
async def receive(request: Request) -> None:
    """Verify an event over the raw body, and keep it once; the work is done from the table."""
    try:
        event = request.state.verifier.verify(await request.body(), request.headers)
    except WebhookVerificationError as error:
        raise HTTPException(400, error.reason) from None
    with request.state.inbox as inbox:
        inbox.execute(
            "INSERT INTO inbox VALUES (?, ?) ON CONFLICT DO NOTHING",
            (event.id, event.to_json()),
        )
