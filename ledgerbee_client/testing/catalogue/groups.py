"""Product groups: an account for each VAT zone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..http.errors import refused
from ..http.lists import listed, prefixed, sorted_by
from ..http.registry import Call, Reply, handles
from ..http.validation import refuse_fields
from ..ledger.vat import ZONES
from . import known

if TYPE_CHECKING:
    from ..state import Record, State


@handles("product_groups.list", gives=known.PRODUCT_GROUP_LIST_ITEM, query=("search", "sortBy", "sortOrder"))
def list_product_groups(call: Call) -> Reply:
    """A page of groups."""
    found = prefixed(call.state.product_groups, call.query.get("search"), ("name", "number"))
    return listed(call, sorted_by(found, call.query))


@handles("product_groups.create", takes=known.CREATE_PRODUCT_GROUP, gives=known.PRODUCT_GROUP)
def create_product_group(call: Call) -> Reply:
    """A group; its number is unique."""
    return Reply(add_group(call.state, call.body))


@handles("product_groups.get", gives=known.PRODUCT_GROUP)
def get_product_group(call: Call) -> Reply:
    """One group."""
    return Reply(call.state.product_groups.get(call.id))


@handles("product_groups.delete")
def delete_product_group(call: Call) -> Reply:
    """Deletes a group without products."""
    state = call.state
    state.product_groups.get(call.id)
    if state.products.where(productGroupId=call.id):
        raise refused("Product group has products and cannot be deleted")
    state.product_groups.remove(call.id)
    return Reply()


@handles("product_groups.update", takes=known.UPDATE_PRODUCT_GROUP, gives=known.PRODUCT_GROUP)
def update_product_group(call: Call) -> Reply:
    """Changes what is sent."""
    state = call.state
    group = state.product_groups.get(call.id)
    refuse_fields(call.body, ("id", "createdAt", "updatedAt", "domesticAccountNumber"))
    if "number" in call.body:
        state.product_groups.require_unique("number", call.body["number"], other_than=call.id)
    changed = {**group, **call.body}
    group |= call.body | _account_fields(state, changed) | {"updatedAt": state.now()}
    return Reply(group)


def add_group(state: State, fields: dict[str, Any]) -> Record:
    """Makes a group.

    Raises:
        ServiceError: 400 for a number that is taken, or an account that can't be used.
    """
    if "number" in fields:
        state.product_groups.require_unique("number", fields["number"])
    number = fields.get("number") or f"PG{state.next_number('product-group', 1):03d}"
    accounts = _account_fields(state, fields)
    stamped = state.stamped()
    return state.product_groups.add({**stamped, "number": number, "name": number, **fields, **accounts})


def refer_to_group(state: State, group_id: Any) -> None:
    """Makes sure that there is a group. One that is only stored, as its handlers have stepped back, will do.

    Raises:
        ServiceError: 400.
    """
    if group_id not in state.unverified.get("product_groups", ()):
        state.product_groups.refer(group_id, "productGroupId")


def _account_fields(state: State, fields: dict[str, Any]) -> Record:
    for name, needs_vat in ZONES.values():
        account = state.accounts.refer(fields[name], name)
        if needs_vat and account["id"] not in state.sales_vat:
            raise refused(f"{name}: account {account['accountNumber']} carries no VAT code valid for sales")
    return {"domesticAccountNumber": state.accounts.get(fields["domesticAccountId"])["accountNumber"]}
