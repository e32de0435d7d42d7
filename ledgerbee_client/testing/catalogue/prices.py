"""Product prices and their life: draft, active, disabled, archived; one default for each product.

Of the values of `status` only `draft` is published; the others are named after the operations that set them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import money
from ..http.errors import missing, refused
from ..http.registry import Call, Reply, handles
from ..http.validation import check_fields, refuse_fields
from ..ledger.vat import ZONES, vat_rate
from ..money import BASE_CURRENCY
from . import known

if TYPE_CHECKING:
    from ..state import Record, State

_WRITABLE = frozenset(
    {
        "nickname",
        "unitAmount",
        "billingPeriodType",
        "pricingModel",
        "billingInterval",
        "billingIntervalCount",
        "currency",
        "meterId",
        "tiers",
    }
)
_COMPUTED = ("id", "status", "isDefault", "isLocked", "baseCurrency", "availableCurrencies", "vatRatesByZone")


@handles("product_prices.create", takes=known.CREATE_PRODUCT_PRICE, gives=known.PRODUCT_PRICE)
def create_price(call: Call) -> Reply:
    """A draft price of a product."""
    if "productId" not in call.body:
        raise missing("productId")
    refuse_fields(call.body, _COMPUTED)
    product = call.state.products.refer(call.body["productId"], "productId")
    return Reply(shown(call.state, add_price(call.state, product["id"], call.body)))


@handles("product_prices.get", gives=known.PRODUCT_PRICE)
def get_price(call: Call) -> Reply:
    """One price."""
    return Reply(shown(call.state, call.state.prices.get(call.id)))


@handles("product_prices.delete")
def delete_price(call: Call) -> Reply:
    """Deletes a price that isn't in use."""
    if call.state.prices.get(call.id)["isLocked"]:
        raise refused("Product price is locked and cannot be deleted")
    call.state.prices.remove(call.id)
    return Reply()


@handles("product_prices.update", gives=known.PRODUCT_PRICE)
def update_price(call: Call) -> Reply:
    """Changes what is sent. The body isn't published: fields of the create body are taken, others refused."""
    price = call.state.prices.get(call.id)
    refuse_fields(call.body, sorted(call.body.keys() - _WRITABLE))
    check_fields(call.document.schemas, call.route.success().schema, call.body)
    if price["isLocked"] and {"unitAmount", "tiers"} & call.body.keys():
        raise refused("Product price is locked and its amounts cannot be changed")
    price |= call.body | _amounts(call.state, call.body, "")
    price["availableCurrencies"] = _currencies(price["currency"])
    return Reply(shown(call.state, price))


@handles("product_prices.activate", gives=known.PRODUCT_PRICE)
def activate_price(call: Call) -> Reply:
    """Makes a draft or disabled price usable."""
    price = call.state.prices.get(call.id)
    activate(price)
    return Reply(shown(call.state, price))


@handles("product_prices.archive", gives=known.PRODUCT_PRICE)
def archive_price(call: Call) -> Reply:
    """Takes a price out of use for good."""
    return _retire(call, "archived")


@handles("product_prices.disable", gives=known.PRODUCT_PRICE)
def disable_price(call: Call) -> Reply:
    """Takes a price out of use until it is activated again."""
    _refuse_archived(call.state.prices.get(call.id))
    return _retire(call, "disabled")


@handles("product_prices.set_default", gives=known.PRODUCT_PRICE)
def set_default_price(call: Call) -> Reply:
    """Makes an active price the only default of its product."""
    price = call.state.prices.get(call.id)
    if price["status"] != "active":
        raise refused("Only an active product price can be the default")
    for one in prices_of(call.state, price["productId"]):
        one["isDefault"] = one is price
    return Reply(shown(call.state, price))


def add_price(state: State, product_id: str, fields: dict[str, Any], path: str = "") -> Record:
    """Makes a draft price. `path` leads to its fields in the body.

    Raises:
        ServiceError: 400 for an amount that is no decimal number.
    """
    currency = fields.get("currency", BASE_CURRENCY)
    price: Record = {
        "billingPeriodType": "recurring",
        "pricingModel": "flat_rate",
        "billingInterval": "month",
        "billingIntervalCount": 1,
        "tiers": [],
        **fields,
        **_amounts(state, fields, path),
        "id": state.ids.next(),
        "productId": product_id,
        "currency": currency,
        "baseCurrency": BASE_CURRENCY,
        "availableCurrencies": _currencies(currency),
        "status": "draft",
        "isDefault": False,
        "isLocked": False,
    }
    return state.prices.add(price)


def shown(state: State, price: Record) -> Record:
    """A price as the API answers it: with the VAT rates of its product's group, where that is more than an id."""
    product = state.products.get(price["productId"])
    group = state.product_groups.find(product["productGroupId"])
    rates = {zone: str(vat_rate(state, group, zone)) for zone in ZONES} if group else {}
    return {**price, "vatRatesByZone": rates}


def activate(price: Record) -> None:
    """Makes a price usable.

    Raises:
        ServiceError: 400 for an archived price.
    """
    _refuse_archived(price)
    price["status"] = "active"


def prices_of(state: State, product_id: str) -> list[Record]:
    """The prices of a product, oldest first."""
    return state.prices.where(productId=product_id)


def _currencies(currency: str) -> list[str]:
    return sorted({BASE_CURRENCY, currency})


def _refuse_archived(price: Record) -> None:
    if price["status"] == "archived":
        raise refused("Product price is archived")


def _retire(call: Call, status: str) -> Reply:
    price = call.state.prices.get(call.id)
    price |= {"status": status, "isDefault": False}
    return Reply(shown(call.state, price))


def _amounts(state: State, fields: dict[str, Any], path: str) -> Record:
    """Checks the amounts, which stay digit for digit as they were sent, and gives each tier an id."""
    if "unitAmount" in fields:
        money.read(fields["unitAmount"], f"{path}unitAmount")
    if "tiers" not in fields:
        return {}
    for index, tier in enumerate(fields["tiers"]):
        for name in ("unitAmount", "flatFee"):
            if name in tier:
                money.read(tier[name], f"{path}tiers.{index}.{name}")
    return {"tiers": [{"id": state.ids.next(), **tier} for tier in fields["tiers"]]}
