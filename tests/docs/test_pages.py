"""Every code block in README and docs runs, against a sandbox on a real port.

A block is executed in a namespace of its own. The coroutine functions that it defines are then called with what their
parameters ask for by name (`lb`, `product_id`, ...). The make targets that a page names are checked to exist.
"""

from __future__ import annotations

import asyncio
import inspect
import pkgutil
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import frozen

import ledgerbee_client
from ledgerbee_client import LedgerBee
from ledgerbee_client.errors import ValidationFailedError
from ledgerbee_client.testing import Sandbox
from scripts.rehearsal.skips import OTHER_FIELDS
from tests.sandbox.support import skip_stale, skip_unverified
from tests.shared.api import is_reconstruction

ROOT = Path(__file__).parents[2]
PAGES = ["README.md", "CONTRIBUTING.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))]
#: Of the first the blocks are a program of several files; `test_webhook_receiver.py` runs them, `test_cookbook.py` the
#: recipes.
RUN_ELSEWHERE = {"docs/webhooks.md", "docs/cookbook.md"}

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: str, language: str) -> list[str]:
    return [code for kind, code in _BLOCK.findall((ROOT / page).read_text(encoding="utf-8")) if kind == language]


@frozen
class Service:
    """A sandbox on a port, in a thread of its own, so that blocks can run an event loop of theirs."""

    sandbox: Sandbox
    base_url: str


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    sandbox = Sandbox()
    sandbox.seed(products=120, customers=3)
    ready, stop = threading.Event(), threading.Event()
    urls: list[str] = []

    async def run() -> None:
        async with sandbox.serve() as server:
            urls.append(server.base_url)
            ready.set()
            await asyncio.to_thread(stop.wait)

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    assert ready.wait(30)
    yield Service(sandbox, urls[0])
    stop.set()
    thread.join()


BLOCKS = [(page, code) for page in PAGES if page not in RUN_ELSEWHERE for code in blocks(page, "python")]


@pytest.mark.parametrize(("page", "code"), BLOCKS, ids=[page for page, _code in BLOCKS])
def test_every_python_block_runs(
    page: str, code: str, service: Service, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    skip_stale(code)
    monkeypatch.setenv("LEDGERBEE_API_KEY", service.sandbox.api_key)
    monkeypatch.setenv("LEDGERBEE_BASE_URL", service.base_url)
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, Any] = {"__name__": "documentation"}
    exec(compile(code, page, "exec"), namespace)  # our own pages
    called = re.findall(r"asyncio\.run\((\w+)", code)
    for name, function in namespace.items():
        if inspect.iscoroutinefunction(function) and name not in called and function.__module__ == "documentation":
            try:
                asyncio.run(call(function, tmp_path))
            except ValidationFailedError as error:
                skip_undocumented(page, error)
                raise


def skip_undocumented(page: str, error: ValidationFailedError) -> None:
    """Skips the test of a block that sends a field which the published document doesn't have: the page is stale."""
    unknown = [name for name, rules in error.errors.items() if [*rules] == ["whitelistValidation"]]
    if unknown and len(unknown) == len(error.errors) and not is_reconstruction():
        pytest.skip(f"{OTHER_FIELDS}: the body of a block of {page} has no field {', '.join(unknown)}")


async def call(function: Any, folder: Path) -> None:
    """Calls a function of a page with the values that its parameters are named after."""
    async with LedgerBee(idempotency_store=folder / "documentation.sqlite") as lb:
        parameters = inspect.signature(function).parameters.values()
        wanted = [one.name for one in parameters if one.default is inspect.Parameter.empty]
        await function(**{name: await value_of(name, lb, folder) for name in wanted})


async def value_of(name: str, lb: LedgerBee, folder: Path) -> Any:
    plain = {"lb": lb, "folder": folder, "name": "Another name", "reference": "ref-1", "meter_name": "api-calls"}
    if name in plain:
        return plain[name]
    product = await lb.products.get((await lb.products.list(limit=1)).items[0].id or "")
    price_id = (product.prices or [])[0].id
    of_product = {"product_id": product.id, "group_id": product.product_group_id, "price_id": price_id}
    if name in of_product:
        return of_product[name]
    skip_unverified("customers.list")
    customer_id = (await lb.customers.list())[0].id
    if name == "customer_id":
        return customer_id
    if name == "rows":
        return [SimpleNamespace(reference="R-1", customer_id=customer_id, price_id=price_id, quantity=1)]
    assert name == "invoice_id"
    skip_unverified("invoices.create")
    lines = [{"price_id": price_id, "quantity": 1}]
    return (await lb.invoices.create(customer_id=customer_id or "", lines=lines)).id


@pytest.mark.parametrize("page", PAGES)
def test_every_block_has_a_language_that_is_checked(page: str) -> None:
    kinds = {kind for kind, _code in _BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))}
    assert kinds <= {"python", "sh", "sql", "text"}


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("docs/")])
def test_no_line_of_a_block_has_to_be_scrolled(page: str) -> None:
    code = [
        line for _kind, code in _BLOCK.findall((ROOT / page).read_text(encoding="utf-8")) for line in code.split("\n")
    ]
    assert [line for line in code if len(line) > 103] == []  # what the column of the pages holds


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_that_the_page_names_exists(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([a-z-]+)", (ROOT / page).read_text(encoding="utf-8")):
        if target == "and":
            continue
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("page", PAGES)
def test_every_link_between_pages_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert ((ROOT / page).parent / target).exists(), target


def test_the_index_of_decisions_has_all_of_them_and_every_link_leads_somewhere() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#]+)\)", index)
    assert {one.name for one in folder.glob("[0-9]*.md")} <= {*targets}
    for target in targets:
        assert (folder / target).exists(), target


def test_the_promise_of_compatibility_names_every_public_module() -> None:
    promised = (ROOT / "docs" / "compatibility.md").read_text(encoding="utf-8").partition("What it doesn't")[0]
    public = {one.name for one in pkgutil.iter_modules(ledgerbee_client.__path__) if not one.name.startswith("_")}
    assert [name for name in sorted(public - {"generated"}) if f".{name}`" not in promised] == []
