"""Customers and their groups.

Contacts and departments can't be made over the API; a contact comes from sending a quote to a new address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..http.errors import validation_failed
from ..http.registry import Call, Reply, handles
from ..http.validation import check_fields, refuse_fields
from ..ids import fixed
from ..ledger.vat import zone_of
from ..state import without, without_nulls
from . import known

if TYPE_CHECKING:
    from ..http.document import Document
    from ..state import Record, State

_READ_ONLY = ("id", "customerGroupNumber", "customerGroupName")


@handles("customers.list", gives=known.CUSTOMER, query=("metadata",))
def list_customers(call: Call) -> Reply:
    """Every customer, ordered by number; filters match exactly and all of them must."""
    wanted: dict[str, str] = call.query.get("metadata", {})
    equal = without(call.query, "metadata")
    found = [one for one in call.state.customers.where(**equal) if _has(one.get("metadata", {}), wanted)]
    return Reply(sorted(found, key=lambda one: str(one["customerNumber"])))


@handles("customers.create", takes=known.CREATE_CUSTOMER, gives=known.CUSTOMER)
def create_customer(call: Call) -> Reply:
    """A customer. The body is known in part, so what isn't sent gets a plausible value."""
    check_customer(call.document, call.body)
    return Reply(add_customer(call.state, call.body))


@handles("customers.get", gives=known.CUSTOMER)
def get_customer(call: Call) -> Reply:
    """One customer."""
    return Reply(call.state.customers.get(call.id))


@handles("customers.update", gives=known.CUSTOMER)
def update_customer(call: Call) -> Reply:
    """Changes what is sent; a field that is sent as null goes away."""
    customer = call.state.customers.get(call.id)
    check_customer(call.document, call.body)
    _require_valid(call.state, call.body, call.id)
    for name, value in call.body.items():
        if value is None:
            customer.pop(name, None)
        else:
            customer[name] = value
    customer |= _group_fields(call.state, customer["customerGroupId"])
    return Reply(customer)


@handles("customers.list_contacts", gives=known.CUSTOMER_CONTACT)
def list_customer_contacts(call: Call) -> Reply:
    """The contacts of a customer."""
    customer = call.state.customers.get(call.id)
    return Reply(call.state.customer_contacts.where(customerId=customer["id"]))


@handles("customers.list_departments")
def list_customer_departments(call: Call) -> Reply:
    """An empty list for a customer that exists."""
    call.state.customers.get(call.id)
    return Reply([])


@handles("customers.list_groups", gives=known.CUSTOMER_GROUP)
def list_customer_groups(call: Call) -> Reply:
    """The groups that `customerGroupId` refers to."""
    return Reply(list(call.state.customer_groups))


def add_customer(state: State, fields: dict[str, Any]) -> Record:
    """Makes a customer.

    Raises:
        ServiceError: 400 for a number or an external id that is taken, or an unknown group or parent.
    """
    fields = without_nulls(fields)
    _require_valid(state, fields)
    country = fields.get("countryCode", "DK")
    number = fields.get("customerNumber") or _free_number(state)
    customer: Record = {
        "id": state.ids.next(),
        "customerNumber": number,
        "customerType": "company",
        "name": f"Customer {number}",
        "vatZone": zone_of(country),
        "customerGroupId": fixed("customer-group/1"),
        "isActive": True,
        "billingRelationship": "self",
        "includeChildDetailsPdf": False,
        "countryCode": country,
        "metadata": {},
        **fields,
    }
    customer |= _group_fields(state, customer["customerGroupId"])
    return state.customers.add(customer)


def check_customer(document: Document, fields: Record, path: str = "") -> None:
    """Checks what is sent of a customer by what is answered of one. `path` leads to it, and ends in a dot.

    Raises:
        ServiceError: 400 with the failing fields.
    """
    refuse_fields(fields, _READ_ONLY, path)
    schema = document.response_schema("customers.create")
    check_fields(document.schemas, schema, without_nulls(fields), tuple(path.split(".")[:-1]))
    needed = ("customerNumber", "name", "vatZone", "customerGroupId", "isActive")
    empty = [name for name in needed if name in fields and fields[name] in (None, "")]
    if empty:
        raise validation_failed({f"{path}{name}": {"isNotEmpty": f"{name} should not be empty"} for name in empty})


def _require_valid(state: State, fields: dict[str, Any], customer_id: str | None = None) -> None:
    for name in ("customerNumber", "externalSystemId"):
        if fields.get(name) is not None:
            state.customers.require_unique(name, fields[name], other_than=customer_id)
    if "customerGroupId" in fields:
        state.customer_groups.refer(fields["customerGroupId"], "customerGroupId")
    if fields.get("parentCustomerId") is not None:
        state.customers.refer(fields["parentCustomerId"], "parentCustomerId")


def _free_number(state: State) -> str:
    while True:
        number = str(state.next_number("customer", 1001))
        if not state.customers.where(customerNumber=number):
            return number


def _group_fields(state: State, group_id: str) -> Record:
    group = state.customer_groups.get(group_id)
    return {"customerGroupNumber": group["number"], "customerGroupName": group["name"]}


def _has(metadata: dict[str, Any], wanted: dict[str, str]) -> bool:
    return all(key in metadata and _text(metadata[key]) == value for key, value in wanted.items())


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
