"""Vendors, their contacts and groups. Groups and departments can't be made over the API: a vendor has no departments.

A vendor is active and pays in 30 days, as far as the sandbox is concerned; neither is published.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..http.errors import ServiceError, invalid, not_found
from ..http.registry import Call, Reply, handles
from ..http.validation import check_fields, refuse_fields
from ..ids import fixed
from ..money import BASE_CURRENCY
from ..state import without
from . import known

if TYPE_CHECKING:
    from ..state import Record, State

_READ_ONLY = ("id", "status", "vendorGroupName")
#: Kept, but not among the documented fields of a vendor, which are complete.
_NOT_SHOWN = ("defaultAccountId",)


@handles("vendors.list", gives=known.VENDOR)
def list_vendors(call: Call) -> Reply:
    """Every vendor, ordered by number, without contacts."""
    vendors = sorted(call.state.vendors, key=lambda one: str(one["vendorNumber"]))
    return Reply([without(one, *_NOT_SHOWN) for one in vendors])


@handles("vendors.create", takes=known.CREATE_VENDOR_BODY, gives=known.CREATE_VENDOR)
def create_vendor(call: Call) -> Reply:
    """A vendor with its contacts; only its id and number come back.

    Which fields must be sent isn't printed, so a missing one gets a plausible value.
    """
    refuse_fields(call.body, _READ_ONLY)
    listed = call.document.response_schema("vendors.list") or {}
    check_fields(call.document.schemas, listed.get("items"), call.body)
    vendor = add_vendor(call.state, call.body)
    return Reply({"id": vendor["id"], "vendorNumber": vendor["vendorNumber"]})


@handles("vendors.list_contacts", gives=known.VENDOR_CONTACT)
def list_vendor_contacts(call: Call) -> Reply:
    """The contacts of a vendor."""
    vendor = call.state.vendors.get(call.id)
    return Reply(call.state.vendor_contacts.where(vendorId=vendor["id"]))


@handles("vendors.list_departments")
def list_vendor_departments(call: Call) -> Reply:
    """An empty list for a vendor that exists."""
    call.state.vendors.get(call.id)
    return Reply([])


@handles("vendors.list_groups", gives=known.VENDOR_GROUP)
def list_vendor_groups(call: Call) -> Reply:
    """The groups that `vendorGroupId` refers to."""
    return Reply(list(call.state.vendor_groups))


def add_vendor(state: State, fields: Record) -> Record:
    """Makes a vendor and its contacts.

    Raises:
        ServiceError: the documented errors for a number that is taken, wrong defaults among the contacts, an unknown
            group and an unknown account; nothing is made.
    """
    number = str(fields.get("vendorNumber", _free_number(state))).strip()
    if not number:
        raise invalid("vendorNumber", "isNotEmpty", "vendorNumber should not be empty")
    if state.vendors.where(vendorNumber=number):
        raise ServiceError(400, "Vendor number already exists", code="VENDOR_NUMBER_ALREADY_EXISTS")
    contacts = _contacts(fields.get("contacts", []))
    group = state.vendor_groups.find(fields.get("vendorGroupId", fixed("vendor-group/1")))
    if group is None:
        raise not_found("Vendor group", code="VENDOR_GROUP_NOT_FOUND")
    if "defaultAccountId" in fields and state.accounts.find(fields["defaultAccountId"]) is None:
        raise not_found("Ledger", code="LEDGER_NOT_FOUND")
    vendor: Record = {
        "id": state.ids.next(),
        "name": f"Vendor {number}",
        "currency": BASE_CURRENCY,
        "countryCode": "DK",
        "paymentTerms": 30,
        "openingBalance": "0.00",
        **without(fields, "contacts"),
        "vendorNumber": number,
        "vendorGroupId": group["id"],
        "vendorGroupName": group["name"],
        "status": "active",
    }
    for contact in contacts:
        state.vendor_contacts.add({**contact, "id": state.ids.next(), "vendorId": vendor["id"]})
    return state.vendors.add(vendor)


def _contacts(sent: list[Record]) -> list[Record]:
    """Exactly one contact is the default; a single one becomes it by itself."""
    if len(sent) == 1:
        return [{**sent[0], "isDefault": True}]
    defaults = sum(bool(one.get("isDefault")) for one in sent)
    if sent and not defaults:
        raise ServiceError(400, "One contact must be the default", code="CONTACT_DEFAULT_REQUIRED")
    if defaults > 1:
        raise ServiceError(400, "Only one contact can be the default", code="CONTACT_MULTIPLE_DEFAULTS")
    return [{**one, "isDefault": bool(one.get("isDefault"))} for one in sent]


def _free_number(state: State) -> str:
    taken = {one["vendorNumber"] for one in state.vendors}
    number = 1
    while str(number) in taken:
        number += 1
    return str(number)
