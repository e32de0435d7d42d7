"""Invoices: a draft with computed totals, booked and numbered when it is sent, a PDF at any time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from .. import pdf
from ..document_lines import draft_lines, lock, totals
from ..errors import invalid, refused
from ..paging import page_of, sorted_by
from ..registry import Call, Reply, handles

if TYPE_CHECKING:
    from ..state import Record, State
from .prices import BASE_CURRENCY

FIRST_NUMBER = 10001
_DAYS = 30


@handles("GET", "Invoices", "List invoices")
def list_invoices(call: Call) -> Reply:
    """A page of invoices, newest first, without their lines."""
    equal = {name: call.query[name] for name in ("status", "customerId") if name in call.query}
    search = str(call.query.get("search", "")).casefold()
    found = [one for one in call.state.invoices.where(**equal) if _matches(one, search)]
    rows = [{name: value for name, value in one.items() if name != "lines"} for one in sorted_by(found, {})]
    return Reply(page_of(rows, call.query))


@handles("POST", "Invoices", "Create a draft invoice")
def create_invoice(call: Call) -> Reply:
    """A draft without a number."""
    state, body = call.state, call.body
    customer = state.customers.refer(body["customerId"], "customerId")
    currency = body.get("currency", BASE_CURRENCY)
    lines = draft_lines(state, body["lines"], zone=customer["vatZone"], currency=currency)
    if body.get("documentTemplateId") is not None:
        state.document_templates.refer(body["documentTemplateId"], "documentTemplateId")
    day = body.get("date") or state.clock.now().date().isoformat()
    invoice: Record = {
        **state.stamped(),
        "status": "draft",
        "number": None,
        **{name: value for name, value in body.items() if name not in ("lines", "paymentTerms")},
        "date": day,
        "dueDate": body.get("dueDate") or _due(day, body.get("paymentTerms", _DAYS)),
        "currency": currency,
        **totals(lines),
        "lines": lines,
    }
    state.invoices.add(invoice)
    return Reply(invoice, resource_id=invoice["id"])


@handles("GET", "Invoices", "Get an invoice by ID")
def get_invoice(call: Call) -> Reply:
    """One invoice with its lines."""
    return Reply(call.state.invoices.get(call.id))


@handles("GET", "Invoices", "Get the delivery status of an invoice")
def get_delivery_status(call: Call) -> Reply:
    """A summary and a log of the sendings. The field names aren't published; these are the sandbox's own."""
    call.state.invoices.get(call.id)
    attempts = call.state.deliveries.get(call.id, [])
    return Reply({"status": attempts[-1]["status"] if attempts else "not_sent", "attempts": attempts})


@handles("GET", "Invoices", "Download the invoice PDF")
def download_pdf(call: Call) -> Reply:
    """The invoice on paper; `draft=true` puts a watermark across it."""
    invoice = call.state.invoices.get(call.id)
    return Reply(
        pdf.render(_page(call.state, invoice), watermark="DRAFT" if call.query.get("draft") else None)
    )


@handles("POST", "Invoices", "Send an invoice to the customer")
def send_invoice(call: Call) -> Reply:
    """Books the invoice: number, status, and locked prices."""
    state, body = call.state, call.body
    invoice = state.invoices.get(call.id)
    if invoice["status"] != "draft":
        raise refused("Invoice is already sent")
    customer = state.customers.get(invoice["customerId"])
    kind = body.get("deliveryType", "Manual")
    recipient = _recipient(customer, kind, body)
    if body.get("updateCustomerRecord"):
        for name, field in (("overrideEmail", "email"), ("overrideEanNumber", "eanNumber")):
            if name in body:
                customer[field] = body[name]
    now = state.now()
    invoice |= {"number": state.next_number("invoice", FIRST_NUMBER), "status": "sent", "updatedAt": now}
    lock(state, invoice["lines"])
    state.deliveries[call.id] = [
        {"deliveryType": kind, "status": "delivered", "recipient": recipient, "at": now}
    ]
    answer: Record = {"success": True, "deliveryType": kind}
    if kind == "Sproom":
        answer["sproomDocumentId"] = state.ids.next()
    return Reply(answer, resource_id=call.id)


def _recipient(customer: Record, kind: str, body: dict[str, Any]) -> str | None:
    if kind == "Manual":
        return None
    name, field = ("overrideEanNumber", "eanNumber") if kind == "Sproom" else ("overrideEmail", "email")
    recipient = body.get(name) or customer.get(field)
    if recipient is None:
        raise refused(f"Customer has no {field} to send to")
    return str(recipient)


def _matches(invoice: Record, search: str) -> bool:
    return not search or any(
        search in str(invoice.get(name) or "").casefold() for name in ("number", "description")
    )


def _due(day: str, days: Any) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=int(days))).isoformat()
    except OverflowError:
        raise invalid("paymentTerms", "max", "paymentTerms must not lead out of the calendar") from None


def _page(state: State, invoice: Record) -> list[str]:
    customer = state.customers.get(invoice["customerId"])
    title = "Invoice (draft)" if invoice["number"] is None else f"Invoice {invoice['number']}"
    currency = invoice["currency"]
    return [
        state.company["name"],
        "",
        title,
        f"To: {customer['name']} ({customer['customerNumber']})",
        f"Date: {invoice['date']}    Due: {invoice['dueDate']}",
        "",
        *(_line(one) for one in invoice["lines"]),
        "",
        f"Subtotal: {invoice['subtotal']} {currency}",
        f"VAT: {invoice['vat']} {currency}",
        f"Total: {invoice['amount']} {currency}",
    ]


def _line(line: Record) -> str:
    if "totalPrice" not in line:
        return str(line.get("description", ""))
    return f"{line['quantity']} x {line['description']} at {line['unitPrice']} = {line['totalPrice']}"
