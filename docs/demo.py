"""`make demo`: what the SDK does, over real HTTP, in one minute.

Against the sandbox on a loopback port; with LIVE=1 and LEDGERBEE_API_KEY set, a read-only tour of the real API instead.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ledgerbee_client import LedgerBee
from ledgerbee_client.errors import LedgerBeeError, MissingScopeError, ValidationFailedError
from ledgerbee_client.models import LedgerType, VatZone
from ledgerbee_client.testing import Sandbox

ROOT = Path(__file__).resolve().parent.parent
PRODUCTS = 1_000

console = Console(highlight=False, soft_wrap=True)


def step(text: str) -> None:
    console.print(f"[bold cyan]>[/] {text}")


def result(text: str) -> None:
    console.print(f"  {text}")


def show_no_drift() -> None:
    """Regenerates the package into a scratch folder and compares it with the checked-in one."""
    step("Regenerate the client from openapi/ledgerbee.json into a scratch folder, and compare")
    command = [sys.executable, str(ROOT / "scripts" / "regenerate.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own script
    if done.returncode != 0:
        console.print(done.stdout + done.stderr)
        raise SystemExit("the checked-in package is out of step with the schema")
    *_, summary, drift = done.stdout.strip().splitlines()
    result(f"[green]{summary.partition(',')[0]}, {drift}[/]")


# ---------------------------------------------------------------------- a small service, as a user would write it


async def sell_hosting(lb: LedgerBee, folder: Path) -> None:
    """Catalogue, customer, invoice: a first sale."""
    step("Who am I?")
    company = await lb.company.get()
    granted = await lb.scopes.granted()
    result(f"{company.name}, {company.city}; the key has {len(granted or ())} scopes")

    step("Create a product group on the first revenue account that can be posted to")
    accounts = await lb.accounts.list()
    revenue = next(
        account
        for account in accounts
        if account.ledger_type == LedgerType.PROFIT_AND_LOSS and account.account_classification == "REVENUE"
    )
    group = await lb.product_groups.create(
        number="PG900",
        name="Hosting",
        domestic_account_id=revenue.id,
        eu_account_id=revenue.id,
        abroad_account_id=revenue.id,
        domestic_without_vat_account_id=revenue.id,
    )
    result(f"{group.number} {group.name}, on account {revenue.account_number} {revenue.name}")

    step("Create a product with its first price")
    product = await lb.products.create(
        product_number="WEB-1",
        name="Web Hosting",
        unit="pcs",
        product_group_id=group.id or "",
        initial_price={"nickname": "Monthly", "unit_amount": Decimal("99.90"), "currency": "DKK"},
    )
    price = (product.prices or [])[0]
    result(f"{product.product_number} {product.name} at {price.unit_amount} {price.currency}")

    step("Create a customer")
    groups = await lb.customers.list_groups()
    customer = await lb.customers.create(
        customer_number="C-900",
        customer_type="company",
        name="Nordlys ApS",
        country_code="DK",
        vat_zone=VatZone.DOMESTIC,
        customer_group_id=groups[0].id or "",
        email="billing@nordlys.example",
    )
    result(f"{customer.customer_number} {customer.name}")

    step("Draft an invoice for twelve months, send it, save its PDF")
    draft = await lb.invoices.create(
        customer_id=customer.id or "",
        lines=[{"price_id": price.id, "quantity": 12, "description": "Web hosting, 12 months"}],
    )
    result(f"draft: {draft.subtotal} + {draft.vat} VAT = {draft.amount} {draft.currency}")
    await lb.invoices.send(draft.id or "", delivery_type="Manual")
    sent = await lb.invoices.get(draft.id or "")
    pdf = await lb.invoices.pdf_to_file(draft.id or "", folder / "invoice.pdf")
    result(f"invoice {sent.number} is {sent.status}; {pdf.name} has {pdf.stat().st_size} bytes")


async def page_through(lb: LedgerBee, search: str | None = None) -> None:
    """Every product, with pages read ahead."""
    products = lb.products.list(search=search, limit=100, prefetch=4)
    columns = (TextColumn("  {task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    started = time.perf_counter()
    count = 0
    with Progress(*columns, console=console) as progress:
        bar = progress.add_task("products", total=None)
        async for page in products.pages():
            count += len(page.items)
            progress.update(bar, total=page.total, completed=count)
    result(f"{count} products in {time.perf_counter() - started:.2f} s")


async def make_mistakes(lb: LedgerBee) -> None:
    """Deliberate mistakes: what errors look like."""
    step("One deliberate mistake: a product type that doesn't exist")
    try:
        await lb.products.create(
            product_number="X-1", name="Gadget", unit="pcs", product_group_id="any", product_type="gadget"
        )
    except ValidationFailedError as error:
        result(f"[yellow]{type(error).__name__}[/]: {error}")
    step("Another: money as a float, which is refused before anything is sent")
    try:
        await lb.product_prices.create(unit_amount=99.9, currency="DKK")  # type: ignore[arg-type]
    except TypeError as error:
        result(f"[yellow]TypeError[/]: {error}")


async def tour_of_the_sandbox() -> None:
    sandbox = Sandbox()
    sandbox.seed(products=PRODUCTS)
    reader = sandbox.create_key(scopes=["company-read", "products-read"])
    async with sandbox.serve() as server:
        step(f"A sandbox listens at {server.base_url}")
        async with LedgerBee(sandbox.api_key, base_url=server.base_url) as lb:
            with tempfile.TemporaryDirectory() as folder:
                await sell_hosting(lb, Path(folder))
            step(f"Page through all products ({PRODUCTS} were there before)")
            await page_through(lb)
            await make_mistakes(lb)
        step("And a key that may only read, asked to write")
        async with LedgerBee(reader, base_url=server.base_url) as lb:
            try:
                await lb.products.delete("any")
            except MissingScopeError as error:
                result(f"[yellow]{type(error).__name__}[/]: {error}")
    step(f"What the sandbox applied: {len(sandbox.writes)} writes, each once")
    for write in sandbox.writes:
        result(f"{write.method} {write.path}")


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


def main() -> None:
    live = os.environ.get("LIVE") == "1"
    if live and not os.environ.get("LEDGERBEE_API_KEY"):
        raise SystemExit("LIVE=1 needs LEDGERBEE_API_KEY")
    if live:
        asyncio.run(tour_of_the_live_api())
    else:
        show_no_drift()
        asyncio.run(tour_of_the_sandbox())
    console.print("[bold green]done[/]")


if __name__ == "__main__":
    main()
