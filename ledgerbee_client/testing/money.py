"""Amounts: exact decimals inside, decimal strings on the wire, two digits where the server computes them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from .errors import invalid
from .schemas import is_decimal

_CENT = Decimal("0.01")


def read(value: Any, path: str) -> Decimal:
    """The decimal in a body's field: a decimal string, or a number where the documents leave the type open.

    Raises:
        ServiceError: 400 naming the field.
    """
    text = str(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float) or not _plain(value, text):
        raise invalid(path, "isDecimal", f"{path.rpartition('.')[2]} is not a valid decimal number.")
    return Decimal(text)


def _plain(value: str | int | float, text: str) -> bool:
    return not isinstance(value, str) or is_decimal(text)


def cents(amount: Decimal) -> Decimal:
    """An amount rounded to two digits, half up."""
    return amount.quantize(_CENT, ROUND_HALF_UP)


def wire(amount: Decimal) -> str:
    """An amount as the API writes it: `"10.00"`, never an exponent."""
    return f"{cents(amount):f}"
