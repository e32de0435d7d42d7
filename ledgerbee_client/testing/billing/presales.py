"""Quotes and order confirmations: drafts that are sent, and converted once into what follows. Never booked.

Where the documentation is silent: sending and converting answer with the document that they change or make; a quote
tells what it became in `convertedToInvoiceId` or `convertedToOrderConfirmationId`; an invoice made by conversion is
booked but not delivered ("the booked invoice", say the docs), an order confirmation is a draft. Accepting and rejecting
a quote happens in the app: set `status` in `sandbox.state.quotes`.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..http.errors import ServiceError, missing, refused
from ..http.lists import listed
from ..http.registry import Call, Reply, handles
from ..http.validation import check_fields, refuse_fields
from . import known
from .invoices import add_invoice, book_invoice
from .lines import as_sent, sold, totals
from .sales_documents import SERVER_SET, check_template, content, printed, recipient_of, without_lines

if TYPE_CHECKING:
    from ..state import Record, State, Table

_CONVERTED = {"invoice": "convertedToInvoiceId", "orderConfirmation": "convertedToOrderConfirmationId"}
#: What a draft keeps when the body of an update leaves it out: a document can't be without it.
_KEPT = ("customerId", "date", "currency")
#: Kept by an update, whatever the body says.
_FIXED = ("id", "type", "status", "documentNumber", "createdAt", "convertedToInvoiceId")
#: Copied by a conversion, beside the lines: what every kind of document has.
_CARRIED = (
    "customerId",
    "customerDepartmentId",
    "customerContactId",
    "date",
    "currency",
    "reference",
    "ourReference",
    "notes",
)
#: Changes that make a conversion compute the lines anew.
_DECISIVE = {"customerId", "currency", "lines"}
#: Query parameters of the list by the field that they filter.
_FILTERS = {"displayStatus": "status", "customerId": "customerId"}
_TARGETS = {
    "invoice": "invoices.create",
    "orderConfirmation": "order_confirmations.create",
}


@dataclass(frozen=True, slots=True)
class _Kind:
    """What tells the two apart."""

    type: str
    title: str
    first_number: int
    targets: tuple[str, ...]
    #: Fields that it is documented not to have.
    unknown: tuple[str, ...] = ()

    def table(self, state: State) -> Table:
        return state.quotes if self is _QUOTE else state.order_confirmations


_QUOTE = _Kind("quote", "Quote", 30001, ("orderConfirmation", "invoice"))
_ORDER_CONFIRMATION = _Kind("orderConfirmation", "Order confirmation", 40001, ("invoice",), ("validUntil",))


@handles("quotes.list", gives=known.QUOTE_LIST_ITEM, query=("customerId", "sortBy", "sortOrder", "status"))
@handles(
    "order_confirmations.list",
    gives=known.ORDER_CONFIRMATION_LIST_ITEM,
    query=("customerId", "sortBy", "sortOrder", "status"),
)
def list_documents(call: Call) -> Reply:
    """A page, newest first by default, without the lines. `status` is the display status."""
    wanted = {field: call.query[name] for field, name in _FILTERS.items() if name in call.query}
    rows = [_shown(call.state, one) for one in _kind(call).table(call.state)]
    found = [one for one in rows if wanted.items() <= one.items()]
    return listed(call, without_lines(found, call.query))


@handles("quotes.create", takes=known.CREATE_QUOTE, gives=known.QUOTE)
@handles("order_confirmations.create", takes=known.CREATE_ORDER_CONFIRMATION, gives=known.ORDER_CONFIRMATION)
def create_document(call: Call) -> Reply:
    """A draft without a number."""
    kind = _kind(call)
    refuse_fields(call.body, kind.unknown)
    document = _add(call.state, kind, content(call.state, call.body))
    return Reply(_shown(call.state, document))


@handles("quotes.get", gives=known.QUOTE)
@handles("order_confirmations.get", gives=known.ORDER_CONFIRMATION)
def get_document(call: Call) -> Reply:
    """One document with its lines."""
    return Reply(_shown(call.state, _document(call)))


@handles("quotes.update", takes=known.UPDATE_QUOTE, gives=known.QUOTE)
@handles("order_confirmations.update", takes=known.UPDATE_ORDER_CONFIRMATION, gives=known.ORDER_CONFIRMATION)
def update_document(call: Call) -> Reply:
    """Replaces the editable fields of a draft and its lines wholesale: an optional field left out goes away.

    Customer, date, currency and lines stay when they are left out.
    """
    state, kind, document = call.state, _kind(call), _document(call)
    if document["status"] != "draft":
        raise refused(f"{kind.title} is not a draft")
    refuse_fields(call.body, kind.unknown)
    kept = {name: document[name] for name in _KEPT} | {"lines": as_sent(document["lines"])}
    fields = content(state, kept | call.body)
    fixed = {name: document[name] for name in _FIXED if name in document}
    document.clear()
    document |= fixed | fields | {"updatedAt": state.now()}
    return Reply(_shown(state, document))


@handles("quotes.pdf", query=("draft",))
@handles("order_confirmations.pdf", query=("draft",))
def download_pdf(call: Call) -> Reply:
    """The document on paper."""
    document = _document(call)
    dates = f"Date: {document['date']}"
    if "validUntil" in document:
        dates += f"    Valid until: {document['validUntil']}"
    return printed(call, _kind(call).title, document, document["documentNumber"], dates)


@handles("quotes.send", takes=known.SEND_QUOTE, gives=known.QUOTE)
@handles("order_confirmations.send", takes=known.SEND_ORDER_CONFIRMATION, gives=known.ORDER_CONFIRMATION)
def send_document(call: Call) -> Reply:
    """Gives the number, if there is none yet, and marks a draft as sent. It can be sent again until it is converted.

    By e-mail it goes to `recipientEmail`, which becomes a contact of the customer and of the document if it is none
    yet (documented for quotes, taken to hold for both), else to the document's contact, else to the customer.
    """
    state, body, kind, document = call.state, call.body, _kind(call), _document(call)
    _refuse_converted(kind, document)
    check_template(state, body)
    if body.get("deliveryType") == "Email":
        _address(state, document, body.get("recipientEmail"))
    if document["documentNumber"] is None:
        document["documentNumber"] = state.next_number(kind.type, kind.first_number)
    if document["status"] == "draft":
        document["status"] = "sent"
    document["updatedAt"] = state.now()
    return Reply(_shown(state, document))


@handles("quotes.convert", takes=known.CONVERT_QUOTE, gives=known.INVOICE)
@handles("order_confirmations.convert", takes=known.CONVERT_ORDER_CONFIRMATION, gives=known.INVOICE)
def convert_document(call: Call) -> Reply:
    """Makes the target and answers with it; `document` changes its fields. Afterwards the source is read-only.

    Lines are copied as they are, unless `document` has other lines, another customer or another currency. An expired
    quote can be converted, a rejected one can't.
    """
    state, kind, source = call.state, _kind(call), _document(call)
    if source["status"] == "draft":
        raise ServiceError(
            400, f"{kind.title} must be sent before it is converted", code="SALES_DOCUMENT_CONVERT_REQUIRES_SENT"
        )
    _refuse_converted(kind, source)
    if source["status"] == "rejected":
        raise refused(f"{kind.title} is rejected")
    target = call.body.get("target", kind.targets[0] if len(kind.targets) == 1 else None)
    if target is None:
        raise missing("target")
    fields = _carried(call, source, target)
    if target == "invoice":
        made = add_invoice(state, fields)
        book_invoice(state, made)
        answer = made
    else:
        made = _add(state, _ORDER_CONFIRMATION, fields)
        answer = _shown(state, made)
    source |= {_CONVERTED[target]: made["id"], "updatedAt": state.now()}
    return Reply(answer)


def _kind(call: Call) -> _Kind:
    return _QUOTE if call.operation.name.startswith("quotes.") else _ORDER_CONFIRMATION


def _document(call: Call) -> Record:
    return _kind(call).table(call.state).get(call.id)


def _add(state: State, kind: _Kind, fields: Record) -> Record:
    document: Record = {**state.stamped(), "type": kind.type, "status": "draft", "documentNumber": None, **fields}
    if kind is _ORDER_CONFIRMATION:
        document["convertedToInvoiceId"] = None
    return kind.table(state).add(document)


def _is_converted(document: Record) -> bool:
    return any(document.get(name) is not None for name in _CONVERTED.values())


def _refuse_converted(kind: _Kind, document: Record) -> None:
    if _is_converted(document):
        raise refused(f"{kind.title} is already converted")


def _shown(state: State, document: Record) -> Record:
    """With the display status: the stored one, or the derived `converted`, or `expired` (sent, past `validUntil`)."""
    status = document["status"]
    if _is_converted(document):
        status = "converted"
    elif status == "sent" and document.get("validUntil", "9999") < state.today().isoformat():
        status = "expired"
    return {**document, "displayStatus": status}


def _address(state: State, document: Record, email: str | None) -> None:
    """Finds the recipient; a new address becomes a contact, and that of the document."""
    owner = document["customerId"]
    if email and not state.customer_contacts.where(customerId=owner, email=email):
        contact = {"id": state.ids.next(), "customerId": owner, "name": email, "email": email}
        document["customerContactId"] = state.customer_contacts.add(contact)["id"]
    elif not email and state.customer_contacts.find(document.get("customerContactId")) is None:
        recipient_of(state, document, {"deliveryType": "Email"})


def _carried(call: Call, source: Record, target: str) -> Record:
    """The content of the target."""
    changes: dict[str, Any] = call.body.get("document", {})
    refuse_fields(changes, (*SERVER_SET, "validUntil"), "document.")
    check_fields(call.document.schemas, call.document.body_schema(_TARGETS[target]), changes, ("document",))
    fields = {name: source[name] for name in _CARRIED if name in source}
    if changes.keys() & _DECISIVE:
        return content(call.state, fields | {"lines": as_sent(source["lines"])} | changes, "document.")
    check_template(call.state, changes, "document.")
    sold(call.state, source["lines"])
    lines = copy.deepcopy(source["lines"])
    return fields | totals(lines) | {"lines": lines} | changes
