"""Amounts: exact decimals inside, decimal strings on the wire, two digits where the server computes them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from .._outcome import is_number
from .http.errors import invalid
from .http.schemas import is_decimal

#: The currency of the company.
BASE_CURRENCY = "DKK"
_CENT = Decimal("0.01")
#: Above it, a product of two amounts would no longer be exact.
_LIMIT = Decimal(10) ** 12


def parse(value: Any) -> Decimal | None:
    """The decimal that a value is: a decimal string, or a number where the documents leave the type open."""
    is_amount = is_number(value) or (isinstance(value, str) and is_decimal(value))
    return Decimal(str(value)) if is_amount else None


def read(value: Any, path: str) -> Decimal:
    """The decimal in a body's field.

    Raises:
        ServiceError: 400 naming the field.
    """
    amount = parse(value)
    if amount is None or abs(amount) >= _LIMIT:
        raise invalid(path, "isDecimal", f"{path.rpartition('.')[2]} is not a valid decimal number.")
    return amount


def cents(amount: Decimal) -> Decimal:
    """An amount rounded to two digits, half up."""
    return amount.quantize(_CENT, ROUND_HALF_UP)


def wire(amount: Decimal) -> str:
    """An amount as the API writes it: `"10.00"`, never an exponent, never `"-0.00"`."""
    rounded = cents(amount)
    return f"{rounded or abs(rounded):f}"  # a zero may have a sign
