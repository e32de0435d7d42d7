"""What journal entries and their drafts must fulfil, and the leg that the server adds in v2.

Bodies are known in part: what has a published name is checked, all else is kept as it was sent. The names of the
amounts on lines aren't published, so nothing checks that an entry balances. The added leg has the sandbox's own field
`amount`, a decimal string, positive = debit.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from ..._outcome import is_number
from .. import money
from ..http.bodies import referred, text_of
from ..http.errors import ServiceError, missing, refused
from ..http.schemas import is_decimal, is_object
from ..http.validation import refuse_fields
from ..money import BASE_CURRENCY
from ..state import without
from .attachments import read_attachments

if TYPE_CHECKING:
    from ..state import Record, State, Table

SERVER_SET = ("id", "createdAt", "updatedAt", "reversesEntryId", "reversedByEntryId")
#: Party and sign of the leg that belongs to a positive `originalAmount`: +1 is a debit.
_LEGS = {
    "CUSTOMER_INVOICE": ("customerId", 1),
    "CUSTOMER_PAYMENT": ("customerId", -1),
    "SUPPLIER_INVOICE": ("vendorId", -1),
    "SUPPLIER_PAYMENT": ("vendorId", 1),
}
_ENTRY_TYPES = {"JOURNAL_ENTRY", *_LEGS}
_POSTABLE = {"BALANCE_SHEET", "PROFIT_AND_LOSS"}
_PARTIES = {"ACCOUNTS_RECEIVABLE": "customerId", "ACCOUNTS_PAYABLE": "vendorId"}
#: What a reversal negates: the published one, and the sandbox's own.
_AMOUNTS = ("originalAmount", "amount")


class Prepared(NamedTuple):
    """An entry or a draft that may be stored."""

    fields: Record
    attachments: list[Record]

    def store(self, state: State, table: Table) -> Record:
        """Keeps it."""
        record = table.add({**state.stamped(), **self.fields})
        state.attachments[record["id"]] = self.attachments
        return record


def prepare_draft(state: State, body: Record, path: str = "", *, counter_side: bool) -> Prepared:
    """A draft. What is sent is checked; what a draft lacks matters when it is booked.

    Args:
        state: the company.
        body: what was sent.
        path: leads to the body.
        counter_side: v2, where an explicit line on the account of the added leg is refused.

    Raises:
        ServiceError: 400.
    """
    refuse_fields(body, SERVER_SET, path)
    category = _category(state, body, path)
    entry_type = text_of(body, "entryType", path)
    if entry_type in _ENTRY_TYPES and entry_type not in category["allowedJournalTypes"]:
        raise refused(f"{path}entryType: {entry_type} is not allowed in journal category {category['name']}")
    for table, name in ((state.customers, "customerId"), (state.vendors, "vendorId")):
        referred(table, body, name, path)
    for index, line in enumerate(lines_of(body)):
        _check_line(state, line, f"{path}lines.{index}.")
    _check_tags(state, body, path)
    if counter_side:
        _check_counter_side(state, body, path)
    attachments = read_attachments(state, body, path)
    fields = without(body, "attachments")
    return Prepared({"currency": BASE_CURRENCY, **fields, "journalCategoryId": category["id"]}, attachments)


def prepare_entry(state: State, body: Record, path: str = "", *, counter_side: bool) -> Prepared:
    """An entry, with the leg that the server adds in v2.

    Raises:
        ServiceError: 400, also when the party or the amount is missing that the entry type or an account asks for.
    """
    fields, attachments = prepare_draft(state, body, path, counter_side=counter_side)
    _check_parties(state, body, path)
    fields = {"date": state.today().isoformat()} | fields
    if counter_side and fields.get("entryType") in _LEGS:
        for name in (_LEGS[fields["entryType"]][0], "originalAmount"):
            if fields.get(name) is None:
                raise missing(name, path)
        fields = with_leg(state, fields)
    return Prepared(fields, attachments)


def with_leg(state: State, fields: Record) -> Record:
    """With the receivable or payable leg, once entry type, party and amount are known."""
    account_id = _leg_account(state, fields)
    if account_id is None or fields.get("originalAmount") is None:
        return fields
    party, sign = _LEGS[fields["entryType"]]
    amount = money.wire(sign * money.read(fields["originalAmount"], "originalAmount"))
    leg = {"accountId": account_id, party: fields[party], "amount": amount}
    return {**fields, "lines": [*fields.get("lines", []), leg]}


def negated(fields: Record) -> Record:
    """The same with opposite amounts, on the lines as well. What isn't known to be an amount stays."""
    result = {name: _negated(value) if name in _AMOUNTS else value for name, value in fields.items()}
    lines = lines_of(fields)
    return result | ({"lines": [negated(line) for line in lines]} if lines else {})


def lines_of(fields: Record) -> list[Record]:
    """The lines, as far as they are what v2 has: an array of objects. In v1 the form of lines isn't published."""
    lines: Any = fields.get("lines")
    return [one for one in lines if is_object(one)] if isinstance(lines, list) else []


def tags_of(fields: Record) -> list[str]:
    """The tags of a whole entry, as far as they are what v2 has: an array of strings."""
    tags: Any = fields.get("tagIds")
    return [one for one in tags if isinstance(one, str)] if isinstance(tags, list) else []


def _negated(value: Any) -> Any:
    if is_number(value):
        return 0 - value
    if isinstance(value, str) and is_decimal(value) and Decimal(value):
        return f"{Decimal(value).copy_negate():f}"
    return value


def _category(state: State, body: Record, path: str) -> Record:
    category_id = text_of(body, "journalCategoryId", path)
    if category_id is None:
        return state.journal_categories.where(isDefault=True)[0]
    category = state.journal_categories.find(category_id)
    if category is None:
        raise ServiceError(400, "Journal category not found", code="JOURNAL_CATEGORY_NOT_FOUND")
    return category


def _check_line(state: State, line: Record, path: str) -> None:
    account = referred(state.accounts, line, "accountId", path)
    if account is not None and account["ledgerType"] not in _POSTABLE:
        raise refused(f"{path}accountId: Account {account['accountNumber']} cannot be used in journal entries")
    referred(state.vat_codes, line, "vatCodeId", path)


def _check_tags(state: State, body: Record, path: str) -> None:
    """At most one value of a dimension that is marked as unique. Tags that are no dimension values are let through."""
    tags = tags_of(body)
    seen: set[str] = set()
    for value in state.dimension_values if tags else ():
        dimension = state.dimensions.get(value["dimensionId"])
        if value["id"] in tags and dimension["isUnique"]:
            if dimension["id"] in seen:
                raise refused(f"{path}tagIds: only one value of dimension {dimension['name']} is allowed")
            seen.add(dimension["id"])


def _check_counter_side(state: State, body: Record, path: str) -> None:
    if body.get("originalAmount") is not None:
        money.read(body["originalAmount"], f"{path}originalAmount")
    account_id = _leg_account(state, body)
    for index, line in enumerate(lines_of(body)):
        if account_id is not None and line.get("accountId") == account_id:
            raise refused(f"{path}lines.{index}.accountId: the server adds the line on this account")


def _check_parties(state: State, body: Record, path: str) -> None:
    """A line on a control account needs the customer or the vendor, on the entry or on the line."""
    for line in lines_of(body):
        account = state.accounts.find(line.get("accountId"))
        name = None if account is None else _PARTIES.get(account["controlAccountType"])
        if name is not None and body.get(name) is None and line.get(name) is None:
            raise missing(name, path)


def _leg_account(state: State, fields: Record) -> str | None:
    """The account of the party's group, for the entry types that have a leg."""
    party, _ = _LEGS.get(fields.get("entryType", ""), (None, 0))
    if party is None or fields.get(party) is None:
        return None
    if party == "customerId":
        group = state.customer_groups.get(state.customers.get(fields[party])["customerGroupId"])
    else:
        group = state.vendor_groups.get(state.vendors.get(fields[party])["vendorGroupId"])
    return str(group["accountId"])
