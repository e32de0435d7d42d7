"""Invoices: a draft with computed totals, booked and numbered when it is sent, a PDF at any time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from ..http.errors import invalid, refused
from ..http.lists import listed
from ..http.registry import Call, Reply, handles
from ..state import without
from . import known
from .booking import post
from .sales_documents import book, content, deliver, delivery_status, find_booked, printed

if TYPE_CHECKING:
    from ..state import Record, State

FIRST_NUMBER = 10001
_DAYS = 30


@handles("invoices.list", gives=known.INVOICE_LIST_ITEM, query=("customerId", "search", "status"))
def list_invoices(call: Call) -> Reply:
    """A page of invoices, newest first, without their lines."""
    return listed(call, find_booked(call.state.invoices, call.query))


@handles("invoices.create", takes=known.CREATE_INVOICE, gives=known.INVOICE)
def create_invoice(call: Call) -> Reply:
    """A draft without a number."""
    return Reply(add_invoice(call.state, content(call.state, call.body)))


@handles("invoices.get", gives=known.INVOICE)
def get_invoice(call: Call) -> Reply:
    """One invoice with its lines."""
    return Reply(call.state.invoices.get(call.id))


@handles("invoices.delivery_status")
def get_delivery_status(call: Call) -> Reply:
    """Whether and how it was sent."""
    return delivery_status(call, call.state.invoices.get(call.id))


@handles("invoices.pdf", query=("draft",))
def download_pdf(call: Call) -> Reply:
    """The invoice on paper."""
    invoice = call.state.invoices.get(call.id)
    dates = f"Date: {invoice['date']}    Due: {invoice['dueDate']}"
    return printed(call, "Invoice", invoice, invoice["number"], dates)


@handles("invoices.send", takes=known.SEND_INVOICE, gives=known.SEND_DOCUMENT)
def send_invoice(call: Call) -> Reply:
    """Books the invoice: number, status, locked prices, and an entry in the journal."""
    invoice = call.state.invoices.get(call.id)
    if invoice["status"] != "draft":
        raise refused("Invoice is already sent")
    answer = deliver(call.state, invoice, call.body)
    _number(call.state, invoice)
    post(call.state, "Invoice", invoice)
    return Reply(answer)


def add_invoice(state: State, fields: Record) -> Record:
    """Makes a draft of a document's content. `paymentTerms` becomes the due date, unless that is given.

    Raises:
        ServiceError: 400 for terms that lead out of the calendar.
    """
    due = fields.get("dueDate") or _due(fields["date"], fields.get("paymentTerms", _DAYS))
    return state.invoices.add(
        {
            **state.stamped(),
            "status": "draft",
            "number": None,
            **without(fields, "paymentTerms"),
            "dueDate": due,
        }
    )


def book_invoice(state: State, invoice: Record) -> None:
    """Books a draft without delivering it."""
    book(state, invoice)
    _number(state, invoice)
    post(state, "Invoice", invoice)


def _number(state: State, invoice: Record) -> None:
    invoice["number"] = state.next_number("invoice", FIRST_NUMBER)


def _due(day: str, days: Any) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=int(days))).isoformat()
    except OverflowError:
        raise invalid("paymentTerms", "max", "paymentTerms must not lead out of the calendar") from None
