"""What booking a sales document means for the books: a journal entry, with revenue, VAT and the receivable.

That sending posts an entry is documented; which fields its lines have isn't, so they have the sandbox's own `amount`, a
decimal string, positive = debit, as the legs that the server adds to entries.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..ids import fixed
from ..ledger.vat import ZONES
from ..money import wire
from .lines import sold

if TYPE_CHECKING:
    from ..state import Record, State

_VAT_ON_SALES = "account/6030"


def post(state: State, title: str, document: Record) -> Record:
    """Post the entry of an invoice or, with its negative amounts, of a credit note."""
    customer = state.customers.get(document["customerId"])
    group = state.customer_groups.get(customer["customerGroupId"])
    account_field, _ = ZONES[customer["vatZone"]]
    lines: list[Record] = []
    for line, price in sold(state, document["lines"]):
        product = state.products.get(price["productId"])
        account_id = state.product_groups.get(product["productGroupId"])[account_field]
        lines.append({"accountId": account_id, "amount": wire(-Decimal(line["totalPrice"]))})
    if Decimal(document["vat"]):
        lines.append({"accountId": fixed(_VAT_ON_SALES), "amount": wire(-Decimal(document["vat"]))})
    lines.append({"accountId": group["accountId"], "customerId": customer["id"], "amount": document["amount"]})
    return state.journal_entries.add(
        {
            **state.stamped(),
            "entryType": "CUSTOMER_INVOICE",
            "date": document["date"],
            "currency": document["currency"],
            "customerId": customer["id"],
            "originalAmount": document["amount"],
            "description": f"{title} {document['number']}",
            "reference": str(document["number"]),
            "journalCategoryId": state.journal_categories.where(isDefault=True)[0]["id"],
            "lines": lines,
        }
    )
