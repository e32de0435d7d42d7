"""Product groups and products.

Create in the order group, product, price. The list of products leaves out the prices, a product embeds them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import refused
from ..paging import page_of, prefixed, sorted_by
from ..registry import Call, Reply, handles
from ..state import without
from ..validation import refuse_fields
from ..vat import ZONES
from .prices import activate, add_price, prices_of, shown

if TYPE_CHECKING:
    from ..state import Record, State

# ---------------------------------------------------------------------- groups


@handles("GET", "Product Groups", "List product groups")
def list_product_groups(call: Call) -> Reply:
    """A page of groups."""
    found = prefixed(call.state.product_groups, call.query.get("search"), ("name", "number"))
    return Reply(page_of(sorted_by(found, call.query), call.query))


@handles("POST", "Product Groups", "Create a product group")
def create_product_group(call: Call) -> Reply:
    """A group; its number is unique."""
    return Reply(add_group(call.state, call.body))


@handles("GET", "Product Groups", "Get a product group")
def get_product_group(call: Call) -> Reply:
    """One group."""
    return Reply(call.state.product_groups.get(call.id))


@handles("DELETE", "Product Groups", "Delete a product group")
def delete_product_group(call: Call) -> Reply:
    """Deletes a group without products."""
    state = call.state
    state.product_groups.get(call.id)
    if state.products.where(productGroupId=call.id):
        raise refused("Product group has products and cannot be deleted")
    state.product_groups.remove(call.id)
    return Reply()


@handles("PATCH", "Product Groups", "Update a product group")
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


def _account_fields(state: State, fields: dict[str, Any]) -> Record:
    for name, needs_vat in ZONES.values():
        account = state.accounts.refer(fields[name], name)
        if needs_vat and account["id"] not in state.sales_vat:
            raise refused(f"{name}: account {account['accountNumber']} carries no VAT code valid for sales")
    return {"domesticAccountNumber": state.accounts.get(fields["domesticAccountId"])["accountNumber"]}


# ---------------------------------------------------------------------- products


@handles("GET", "Products", "List products")
def list_products(call: Call) -> Reply:
    """A page of products, without their prices."""
    group_id = call.query.get("productGroupId")
    products = call.state.products.where(**({"productGroupId": group_id} if group_id else {}))
    found = prefixed(products, call.query.get("search"), ("name", "productNumber"))
    return Reply(page_of(sorted_by(found, call.query), call.query))


@handles("POST", "Products", "Create a product")
def create_product(call: Call) -> Reply:
    """A product; an initial price is created, activated and made the default with it."""
    return Reply(_with_prices(call.state, add_product(call.state, call.body)))


@handles("GET", "Products", "Get a product")
def get_product(call: Call) -> Reply:
    """One product with its prices."""
    return Reply(_with_prices(call.state, call.state.products.get(call.id)))


@handles("DELETE", "Products", "Delete a product")
def delete_product(call: Call) -> Reply:
    """Deletes a product and its prices, unless it is in use."""
    state = call.state
    if state.products.get(call.id)["isLocked"]:
        raise refused("Product is locked and cannot be deleted")
    for price in prices_of(state, call.id):
        state.prices.remove(price["id"])
    state.products.remove(call.id)
    return Reply()


@handles("PATCH", "Products", "Update a product")
def update_product(call: Call) -> Reply:
    """Changes what is sent."""
    state = call.state
    product = state.products.get(call.id)
    if "productNumber" in call.body:
        state.products.require_unique("productNumber", call.body["productNumber"], other_than=call.id)
    if "productGroupId" in call.body:
        state.product_groups.refer(call.body["productGroupId"], "productGroupId")
    product |= call.body | {"updatedAt": state.now()}
    return Reply(_with_prices(state, product))


def add_product(state: State, fields: dict[str, Any]) -> Record:
    """Makes a product, and its initial price in the same transaction.

    Raises:
        ServiceError: 400 for a number that is taken, an unknown group, or a bad price; nothing is made.
    """
    state.products.require_unique("productNumber", fields["productNumber"])
    state.product_groups.refer(fields["productGroupId"], "productGroupId")
    product: Record = {
        **state.stamped(),
        "description": None,
        "isActive": True,
        "productType": "services",
        "isArchived": False,
        "isLocked": False,
        **without(fields, "initialPrice"),
    }
    if "initialPrice" in fields:
        price = add_price(state, product["id"], fields["initialPrice"], path="initialPrice.")
        activate(price)
        price["isDefault"] = True
    return state.products.add(product)


def _with_prices(state: State, product: Record) -> Record:
    return {**product, "prices": [shown(state, one) for one in prices_of(state, product["id"])]}
