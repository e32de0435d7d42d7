"""Lines of billing documents and their totals, one model for all four kinds of document.

A product line has `priceId` and `quantity`; a text or separator line has no amounts. What the server computes
must not be sent.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .. import money
from ..http.errors import Constraints, absent, refused, unknown, validation_failed
from ..ledger.vat import vat_rate
from ..state import without

if TYPE_CHECKING:
    from ..state import Record, State

_TEXT_LINES = ("text", "separator")
_COMPUTED = ("totalPrice", "vatRate", "vatAmount")
_UNUSABLE = ("archived", "disabled")


def draft_lines(state: State, lines: list[Record], *, zone: str, currency: str, path: str = "lines") -> list[Record]:
    """The lines with what the server computes. `path` leads to them in the body.

    Raises:
        ServiceError: 400 for a bad line, for none with a product, or for a price that can't be used.
    """
    found: Constraints = {}
    for index, line in enumerate(lines):
        _check(f"{path}.{index}", line, found)
    if found:
        raise validation_failed(found)
    if all(line.get("lineType") in _TEXT_LINES for line in lines):
        raise refused("At least one product line is required")
    return [_computed(state, f"{path}.{index}", line, zone, currency) for index, line in enumerate(lines)]


def totals(lines: list[Record]) -> Record:
    """`subtotal`, `vat` and `amount` of a document."""
    subtotal = sum((Decimal(line.get("totalPrice", 0)) for line in lines), Decimal())
    vat = sum((Decimal(line.get("vatAmount", 0)) for line in lines), Decimal())
    return {"subtotal": money.wire(subtotal), "vat": money.wire(vat), "amount": money.wire(subtotal + vat)}


def as_sent(lines: list[Record]) -> list[Record]:
    """Computed lines as a body has them: with their prices, without what follows from these."""
    return [without(line, *_COMPUTED) for line in lines]


def credited(lines: list[Record]) -> list[Record]:
    """The lines of a credit note: unit prices stay as they were sent, amounts are negative."""
    return [
        {
            name: money.wire(-Decimal(value)) if name in ("totalPrice", "vatAmount") else value
            for name, value in line.items()
        }
        for line in lines
    ]


def sold(state: State, lines: list[Record]) -> list[tuple[Record, Record]]:
    """The lines with a product, each with its price.

    Raises:
        ServiceError: 400 for a price that was deleted meanwhile.
    """
    places = [(f"lines.{index}.priceId", line) for index, line in enumerate(lines) if "priceId" in line]
    return [(line, state.prices.refer(line["priceId"], place)) for place, line in places]


def lock(state: State, lines: list[Record]) -> None:
    """Marks the prices of a booked document, and their products, as in use."""
    for _line, price in sold(state, lines):
        price["isLocked"] = True
        state.products.get(price["productId"])["isLocked"] = True


def _check(path: str, line: Record, found: Constraints) -> None:
    text = line.get("lineType") in _TEXT_LINES
    forbidden = (*_COMPUTED, "priceId", "quantity", "unitPrice") if text else _COMPUTED
    for name in forbidden:
        if name in line:
            found[f"{path}.{name}"] = unknown(name)
    for name in () if text else ("priceId", "quantity"):
        if name not in line:
            found[f"{path}.{name}"] = absent(name)


def _computed(state: State, path: str, line: Record, zone: str, currency: str) -> Record:
    if line.get("lineType") in _TEXT_LINES:
        return dict(line)
    price = state.prices.refer(line["priceId"], f"{path}.priceId")
    if price["status"] in _UNUSABLE:
        raise refused(f"{path}.priceId: product price is {price['status']}")
    product = state.products.get(price["productId"])
    quantity = money.read(line["quantity"], f"{path}.quantity")
    if "unitPrice" in line:
        unit = money.read(line["unitPrice"], f"{path}.unitPrice")
    elif price["currency"] != currency:
        raise refused(f"{path}.priceId: product price has no amount in {currency}")
    else:
        unit = _unit_amount(price, quantity)
    rate = vat_rate(state, state.product_groups.get(product["productGroupId"]), zone)
    total = money.cents(quantity * unit)
    return {
        **line,
        "description": line.get("description", product["name"]),
        "unitPrice": f"{unit:f}",
        "totalPrice": money.wire(total),
        "vatRate": rate,
        "vatAmount": money.wire(total * rate / 100),
    }


def _unit_amount(price: Record, quantity: Decimal) -> Decimal:
    """The price's own amount; without one, that of the highest tier that the quantity reaches."""
    amount: Any = price.get("unitAmount")
    if amount is None:
        reached = [tier for tier in price["tiers"] if _start(tier) <= quantity]
        amount = max(reached, key=_start).get("unitAmount", "0") if reached else "0"
    return Decimal(amount)


def _start(tier: Record) -> Decimal:
    return Decimal(str(tier.get("fromQuantity", 0)))
