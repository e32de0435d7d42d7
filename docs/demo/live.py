"""A read-only tour of the real API."""

from __future__ import annotations

import time

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ledgerbee_client import LedgerBee
from ledgerbee_client.errors import LedgerBeeError

from .console import console, result, step


async def tour_of_the_live_api() -> None:
    """Reads only."""
    async with LedgerBee() as lb:
        step("Who am I?")
        company = await lb.company.get()
        result(f"{company.name}, {company.city}")
        granted = await lb.scopes.granted()
        result(f"scopes: {', '.join(sorted(granted)) if granted is not None else 'unknown'}")
        step("First pages")
        for title, listing in (("products", lb.products.list(limit=5)), ("invoices", lb.invoices.list(limit=5))):
            try:
                page = await listing
                result(f"{page.total} {title}")
            except LedgerBeeError as error:
                result(f"[yellow]{type(error).__name__}[/]: {error}")
        step("Page through all products")
        await page_through(lb)


async def page_through(lb: LedgerBee) -> None:
    """Every product, with pages read ahead."""
    columns = (TextColumn("  {task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    started = time.perf_counter()
    count = 0
    with Progress(*columns, console=console) as progress:
        bar = progress.add_task("products", total=None)
        async for page in lb.products.list(limit=100, prefetch=4).pages():
            count += len(page.items)
            progress.update(bar, total=page.total, completed=count)
    result(f"{count} products in {time.perf_counter() - started:.2f} s")
