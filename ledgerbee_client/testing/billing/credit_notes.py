"""Credit notes: negative totals, a number from the start, booked when sent.

That a credit note stays a draft until it is sent is suggested by its status values only. The invoice that it names is
marked as credited when the credit note is sent: the documentation doesn't say when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..http.errors import refused
from ..http.lists import listed
from ..http.registry import Call, Reply, handles
from ..state import without
from . import known
from .booking import post
from .lines import credited, totals
from .sales_documents import content, deliver, delivery_status, find_booked, printed

if TYPE_CHECKING:
    from ..state import Record, State

FIRST_NUMBER = 20001
#: Taken on creation, but not among the documented fields of the answer, which are complete.
_NOT_SHOWN = ("description", "customerDepartmentId", "customerContactId")


@handles("credit_notes.list", gives=known.CREDIT_NOTE_LIST_ITEM, query=("customerId", "search", "status"))
def list_credit_notes(call: Call) -> Reply:
    """A page of credit notes, newest first, without their lines."""
    return listed(call, [_shown(one) for one in find_booked(call.state.credit_notes, call.query)])


@handles("credit_notes.create", takes=known.CREATE_CREDIT_NOTE, gives=known.CREDIT_NOTE)
def create_credit_note(call: Call) -> Reply:
    """A draft that has its number already."""
    state, body = call.state, call.body
    fields = content(state, body)
    if "invoiceNumber" in body and _invoice(state, body["invoiceNumber"]) is None:
        raise refused("invoiceNumber: Invoice not found")
    return Reply(_shown(add_credit_note(state, fields)))


@handles("credit_notes.get", gives=known.CREDIT_NOTE)
def get_credit_note(call: Call) -> Reply:
    """One credit note with its lines."""
    return Reply(_shown(call.state.credit_notes.get(call.id)))


@handles("credit_notes.delivery_status")
def get_delivery_status(call: Call) -> Reply:
    """Whether and how it was sent."""
    return delivery_status(call, call.state.credit_notes.get(call.id))


@handles("credit_notes.pdf", query=("draft",))
def download_pdf(call: Call) -> Reply:
    """The credit note on paper."""
    credit_note = call.state.credit_notes.get(call.id)
    return printed(call, "Credit note", credit_note, credit_note["number"], f"Date: {credit_note['date']}")


@handles("credit_notes.send", takes=known.SEND_CREDIT_NOTE, gives=known.SEND_DOCUMENT)
def send_credit_note(call: Call) -> Reply:
    """Books the credit note, and marks the invoice that it names as credited."""
    credit_note = call.state.credit_notes.get(call.id)
    if credit_note["status"] != "draft":
        raise refused("Credit note is already sent")
    answer = deliver(call.state, credit_note, call.body)
    settle(call.state, credit_note)
    return Reply(answer)


def add_credit_note(state: State, fields: Record) -> Record:
    """Make a draft of a sales document's content: with negative amounts, and a number already."""
    lines = credited(fields["lines"])
    return state.credit_notes.add(
        {
            **state.stamped(),
            "number": state.next_number("credit-note", FIRST_NUMBER),
            "status": "draft",
            **fields,
            **totals(lines),
            "lines": lines,
        }
    )


def settle(state: State, credit_note: Record) -> None:
    """Post a credit note that was sent, and mark the invoice that it names as credited."""
    post(state, "Credit note", credit_note)
    invoice = _invoice(state, credit_note.get("invoiceNumber"))
    if invoice is not None:
        invoice |= {"status": "credited", "updatedAt": state.now()}


def _invoice(state: State, number: Any) -> Record | None:
    """The invoice with a number, which may come as a number or as text: its type isn't published."""
    booked = (one for one in state.invoices if one["number"] is not None)
    return next((one for one in booked if str(one["number"]) == str(number)), None)


def _shown(credit_note: Record) -> Record:
    return without(credit_note, *_NOT_SHOWN)
