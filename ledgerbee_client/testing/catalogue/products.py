"""Products. Create in the order group, product, price. The list leaves out the prices, a product embeds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..http.errors import refused
from ..http.lists import listed, prefixed, sorted_by
from ..http.registry import Call, Reply, handles
from ..state import without
from . import known
from .groups import refer_to_group
from .prices import activate, add_price, prices_of, shown

if TYPE_CHECKING:
    from ..state import Record, State


@handles("products.list", gives=known.PRODUCT_LIST_ITEM, query=("productGroupId", "search", "sortBy", "sortOrder"))
def list_products(call: Call) -> Reply:
    """A page of products, without their prices."""
    group_id = call.query.get("productGroupId")
    products = call.state.products.where(**({"productGroupId": group_id} if group_id else {}))
    found = prefixed(products, call.query.get("search"), ("name", "productNumber"))
    return listed(call, sorted_by(found, call.query))


@handles("products.create", takes=known.CREATE_PRODUCT, gives=known.PRODUCT)
def create_product(call: Call) -> Reply:
    """A product; an initial price is created, activated and made the default with it."""
    return Reply(_with_prices(call.state, add_product(call.state, call.body)))


@handles("products.get", gives=known.PRODUCT)
def get_product(call: Call) -> Reply:
    """One product with its prices."""
    return Reply(_with_prices(call.state, call.state.products.get(call.id)))


@handles("products.delete")
def delete_product(call: Call) -> Reply:
    """Deletes a product and its prices, unless it is in use."""
    state = call.state
    if state.products.get(call.id)["isLocked"]:
        raise refused("Product is locked and cannot be deleted")
    for price in prices_of(state, call.id):
        state.prices.remove(price["id"])
    state.products.remove(call.id)
    return Reply()


@handles("products.update", takes=known.UPDATE_PRODUCT, gives=known.PRODUCT)
def update_product(call: Call) -> Reply:
    """Changes what is sent."""
    state = call.state
    product = state.products.get(call.id)
    if "productNumber" in call.body:
        state.products.require_unique("productNumber", call.body["productNumber"], other_than=call.id)
    if "productGroupId" in call.body:
        refer_to_group(state, call.body["productGroupId"])
    product |= call.body | {"updatedAt": state.now()}
    return Reply(_with_prices(state, product))


def add_product(state: State, fields: dict[str, Any]) -> Record:
    """Makes a product, and its initial price in the same transaction.

    Raises:
        ServiceError: 400 for a number that is taken, an unknown group, or a bad price; nothing is made.
    """
    state.products.require_unique("productNumber", fields["productNumber"])
    refer_to_group(state, fields["productGroupId"])
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
