"""What the billing documents share: the content that a body makes, the list, delivery, and the printed page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import pdf
from ..http.errors import refused
from ..http.lists import sorted_by
from ..http.registry import Reply
from ..http.validation import refuse_fields
from ..money import BASE_CURRENCY
from ..state import without
from .lines import draft_lines, lock, sold, totals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..http.registry import Call
    from ..state import Record, State, Table

#: What a body may not set, even where its schema is open.
SERVER_SET = (
    "id",
    "type",
    "status",
    "displayStatus",
    "number",
    "documentNumber",
    "subtotal",
    "vat",
    "amount",
    "createdAt",
    "updatedAt",
    "convertedToInvoiceId",
    "convertedToOrderConfirmationId",
)


def content(state: State, body: Record, path: str = "") -> Record:
    """The fields of a document that follow from a body: those sent, computed lines, totals. `path` leads to the body.

    Raises:
        ServiceError: 400 for a bad line, a field that the server sets, or something referred to that isn't there.
    """
    refuse_fields(body, SERVER_SET, path)
    customer = state.customers.refer(body["customerId"], f"{path}customerId")
    currency = body.get("currency", BASE_CURRENCY)
    lines = draft_lines(state, body["lines"], zone=customer["vatZone"], currency=currency, path=f"{path}lines")
    check_template(state, body, path)
    return {
        **body,
        "date": body.get("date") or state.today().isoformat(),
        "currency": currency,
        **totals(lines),
        "lines": lines,
    }


def check_template(state: State, body: Record, path: str = "") -> None:
    """Checks the design that a body names.

    Raises:
        ServiceError: 400 for one that isn't there.
    """
    if body.get("documentTemplateId") is not None:
        state.document_templates.refer(body["documentTemplateId"], f"{path}documentTemplateId")


def without_lines(documents: Iterable[Record], query: dict[str, Any]) -> list[Record]:
    """The rows of a list: newest first unless the query says otherwise, without their lines."""
    rows = [without(one, "lines") for one in documents]
    # Amounts are decimal strings, which sort as text; the list shows them as they were.
    by_number = [{**row, "amount": float(row["amount"]), "row": row} for row in rows]
    return [one["row"] for one in sorted_by(by_number, query)]


def find_booked(documents: Table, query: dict[str, Any]) -> list[Record]:
    """The rows of a list of invoices or credit notes; `search` looks into number and description."""
    equal = {name: query[name] for name in ("status", "customerId") if name in query}
    search = str(query.get("search", "")).casefold()
    return without_lines(
        (one for one in documents.where(**equal) if contains(one, ("number", "description"), search)), {}
    )


def contains(record: Record, names: Iterable[str], text: str) -> bool:
    """Whether one of these fields contains a casefolded text."""
    return not text or any(text in str(record.get(name) or "").casefold() for name in names)


def delivery_status(call: Call, document: Record) -> Reply:
    """A summary and a log of the sendings. The field names aren't published; these are the sandbox's own."""
    attempts = call.state.deliveries.get(document["id"], [])
    return Reply({"status": attempts[-1]["status"] if attempts else "not_sent", "attempts": attempts})


def recipient_of(state: State, document: Record, body: Record) -> str | None:
    """Where a sending by e-mail or e-invoice goes; None when it is handed over by hand.

    Raises:
        ServiceError: 400 when there is no such address.
    """
    kind = body.get("deliveryType", "Manual")
    if kind == "Manual":
        return None
    customer = state.customers.get(document["customerId"])
    name, field = ("overrideEanNumber", "eanNumber") if kind == "Sproom" else ("overrideEmail", "email")
    recipient = body.get(name) or customer.get(field)
    if recipient is None:
        raise refused(f"Customer has no {field} to send to")
    return str(recipient)


def deliver(state: State, document: Record, body: Record) -> Record:
    """Books and delivers a draft invoice or credit note, and returns the answer. The number is the caller's matter.

    Raises:
        ServiceError: 400 when there is no address to send to, no such template, or a price that was deleted meanwhile;
            nothing is done.
    """
    recipient = recipient_of(state, document, body)
    check_template(state, body)
    sold(state, document["lines"])
    if body.get("updateCustomerRecord"):
        customer = state.customers.get(document["customerId"])
        for name, field in (("overrideEmail", "email"), ("overrideEanNumber", "eanNumber")):
            if name in body:
                customer[field] = body[name]
    book(state, document)
    kind = body.get("deliveryType", "Manual")
    attempt = {"deliveryType": kind, "status": "delivered", "recipient": recipient, "at": state.now()}
    state.deliveries[document["id"]] = [attempt]
    answer: Record = {"success": True, "deliveryType": kind}
    if kind == "Sproom":
        answer["sproomDocumentId"] = state.ids.next()
    return answer


def book(state: State, document: Record) -> None:
    """Marks a document as sent, and its prices as in use."""
    document |= {"status": "sent", "updatedAt": state.now()}
    lock(state, document["lines"])


def printed(call: Call, title: str, document: Record, number: Any, dates: str) -> Reply:
    """The document on paper; `draft=true` puts a watermark across it."""
    customer = call.state.customers.get(document["customerId"])
    currency = document["currency"]
    lines = [
        call.state.company["name"],
        "",
        f"{title} (draft)" if document["status"] == "draft" else f"{title} {number}",
        f"To: {customer['name']} ({customer['customerNumber']})",
        dates,
        "",
        *(_line(one) for one in document["lines"]),
        "",
        f"Subtotal: {document['subtotal']} {currency}",
        f"VAT: {document['vat']} {currency}",
        f"Total: {document['amount']} {currency}",
    ]
    return Reply(pdf.render(lines, watermark="DRAFT" if call.query.get("draft") else None))


def _line(line: Record) -> str:
    if "totalPrice" not in line:
        return str(line.get("description", ""))
    return f"{line['quantity']} x {line['description']} at {line['unitPrice']} = {line['totalPrice']}"
