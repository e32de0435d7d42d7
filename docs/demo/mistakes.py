"""Deliberate mistakes: what errors look like."""

from __future__ import annotations

from ledgerbee_client import LedgerBee
from ledgerbee_client.errors import MissingScopeError, ValidationFailedError

from .console import result, step


async def make_mistakes(lb: LedgerBee, reader: LedgerBee) -> None:
    """Three calls that fail. `reader` may read products, and nothing else."""
    step("Three mistakes: an unknown product type, money as a float, a key that may only read")
    try:
        await lb.products.create(
            product_number="X-1",
            name="Gadget",
            unit="pcs",
            product_group_id="any",
            product_type="gadget",
        )
    except ValidationFailedError as error:
        result(f"[yellow]{type(error).__name__}[/]: {error}")
    try:
        await lb.product_prices.create(unit_amount=99.9, currency="DKK")  # type: ignore[arg-type]
    except TypeError as error:
        result(f"[yellow]TypeError[/]: {error}")
    try:
        await reader.products.delete("any")
    except MissingScopeError as error:
        result(f"[yellow]{type(error).__name__}[/]: {error}")
