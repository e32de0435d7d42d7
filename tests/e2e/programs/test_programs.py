"""The programs in `docs/programs`: they satisfy strict type checkers without help, and they work over real sockets."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from ledgerbee_client import models
from ledgerbee_client.testing import Clock, Sandbox
from ledgerbee_client.webhooks import sign
from scripts.rehearsal.skips import OTHER_FIELDS
from tests.sandbox.support import skip_unverified
from tests.shared.api import ROOT, needs
from tests.shared.served import served

FOLDER = ROOT / "docs" / "programs"
PROGRAMS = sorted(path.name for path in FOLDER.glob("*.py"))
SECRET = "whsec_b2xkIHNlY3JldCBvZiB0aGUgdGVzdHM="
#: What the programs read and send. Where the document has other fields, they are not of it.
pytestmark = [
    needs("customers.list", query=["customerNumber"]),
    needs("customers.create", body=["customerNumber", "name", "email", "countryCode"]),
    needs("products.get", response=["productNumber", "prices.isDefault"]),
    needs("invoices.create", body=["customerId", "reference", "lines.priceId", "lines.quantity"]),
    needs("invoices.list", query=["status"], response=["amount", "currency", "reference"]),
    needs("invoices.send", body=["deliveryType"]),
    needs("journal_entries.list", query=["fromDate", "toDate"], response=["date"]),
    needs("subscriptions.get", response=["customerId"]),
]
ORDERS = """\
order,customer_number,customer,email,country,product_number,quantity
2026-1,C-9001,Anna ApS,anna@example.com,DK,{0},3
2026-1,C-9001,Anna ApS,anna@example.com,DK,{1},1
2026-2,C-9002,Bo ApS,bo@example.com,DK,{0},2
2026-3,C-9001,Anna ApS,anna@example.com,DK,{1},5
"""


#: Classes that a program names: where the document calls their schemas otherwise, it is not of it.
NAMED = re.compile(r"^from ledgerbee_client\.models import (.+)$", re.MULTILINE)


def skip_misnamed(name: str) -> None:
    """Skips the test of a program that imports a model which is called otherwise in this document."""
    found = {
        one.strip() for line in NAMED.findall((FOLDER / name).read_text(encoding="utf-8")) for one in line.split(",")
    }
    if missing := sorted(found - {*models.__all__}):
        pytest.skip(f"{OTHER_FIELDS}: {name} needs {', '.join(missing)}, which the document calls otherwise")


@pytest.fixture
def sandbox() -> Sandbox:
    made = Sandbox(clock=Clock(datetime(2026, 2, 3, 12, tzinfo=UTC)))
    made.seed_company()
    used = {"customers", "products", "invoices", "journal_entries", "subscriptions"}
    skip_unverified(*(name for name in made.unverified if name.partition(".")[0] in used))
    return made


def environment(sandbox: Sandbox, base_url: str, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LEDGERBEE_")}
    ours = {"LEDGERBEE_API_KEY": sandbox.api_key, "LEDGERBEE_BASE_URL": base_url, "PYTHONPATH": str(ROOT)}
    return {**kept, **ours, **more}


def run(name: str, *arguments: object, environment: dict[str, str]) -> str:
    skip_misnamed(name)
    command = [sys.executable, "-W", "error", str(FOLDER / name), *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


# ---------------------------------------------------------------------- types


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_program_helps_no_type_checker(name: str) -> None:
    source = (FOLDER / name).read_text(encoding="utf-8")
    assert not re.findall(r"\bassert\b|\bcast\(|type: ignore|pyright:|noqa| is (?:not )?None\b", source)


#: Strictly typed, the programs rely on what the document says is always there.
typed = needs("invoices.list", always=["id", "currency", "amount"])


@pytest.mark.slow
@typed
def test_the_programs_satisfy_mypy_strictly() -> None:
    command = [sys.executable, "-m", "mypy", "--strict", str(FOLDER)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
@typed
def test_the_programs_satisfy_pyright_strictly(tmp_path: Path) -> None:
    config = {"include": [str(FOLDER)], "strict": [str(FOLDER)], "extraPaths": [str(ROOT)]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(config), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "-p", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout


# ---------------------------------------------------------------------- the nightly sync


def sent(sandbox: Sandbox) -> list[str]:
    return [one.operation or "" for one in sandbox.writes]


def test_the_nightly_sync_invoices_each_order_once_however_often_it_is_run(sandbox: Sandbox, tmp_path: Path) -> None:
    products = [one["productNumber"] for one in sandbox.state.products][:2]
    orders, folder = tmp_path / "orders.csv", tmp_path / "invoices"
    orders.write_text(ORDERS.format(*products), encoding="utf-8")
    with served(sandbox) as base_url:
        outside = environment(sandbox, base_url)
        assert run("nightly_sync.py", orders, folder, environment=outside).split() == [
            "2026-1.pdf",
            "2026-2.pdf",
            "2026-3.pdf",
        ]
        written = sent(sandbox)
        (folder / "2026-2.pdf").unlink()  # as if it had been killed before this one was written
        assert run("nightly_sync.py", orders, folder, environment=outside).split() == ["2026-2.pdf"]
    assert sent(sandbox) == written
    assert {name: written.count(name) for name in written} == {
        "customers.create": 2,
        "invoices.create": 3,
        "invoices.send": 3,
    }
    for path in folder.glob("*.pdf"):
        assert path.read_bytes().startswith(b"%PDF")
    (first,) = [one for one in sandbox.state.invoices if one.get("reference") == "2026-1"]
    assert [Decimal(line["quantity"]) for line in first["lines"]] == [3, 1]
    assert first["status"] == "sent"


# ---------------------------------------------------------------------- the web application


@contextmanager
def application(**outside: str) -> Iterator[str]:
    """The FastAPI program under uvicorn, in a process of its own; yields its address."""
    skip_misnamed("web_app.py")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "--app-dir", str(FOLDER), "--port", str(port), "web_app:app"]
    process = subprocess.Popen(command, env=outside, stdout=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                httpx.get(f"{url}/openapi.json", trust_env=False)
            except httpx.TransportError:
                assert process.poll() is None
                time.sleep(0.1)
            else:
                break
        yield url
    finally:
        process.terminate()
        process.wait(60)


def test_the_web_application_shows_invoices_and_keeps_each_event_once(sandbox: Sandbox, tmp_path: Path) -> None:
    more = {"LEDGERBEE_WEBHOOK_SECRETS": SECRET, "INBOX": str(tmp_path / "inbox.sqlite")}
    invoices = {one["id"]: one for one in sandbox.state.invoices}
    subscription = next(iter(sandbox.state.subscriptions))
    with (
        served(sandbox) as base_url,
        application(**environment(sandbox, base_url, **more)) as url,
        httpx.Client(base_url=url, trust_env=False) as http,
    ):
        listed = http.get("/invoices").json()
        assert {one["id"]: one["amount"] for one in listed} == {key: one["amount"] for key, one in invoices.items()}
        found = http.get("/invoices/open").json()
        of_sent = sum(Decimal(one["amount"]) for one in invoices.values() if one["status"] == "sent")
        assert sum(Decimal(one) for one in found.values()) == of_sent
        assert http.get(f"/subscriptions/{subscription['id']}").json()["customerId"] == subscription["customerId"]
        refused = http.get("/subscriptions/0197a943-2325-7829-b835-b6c71a293065")
        assert (refused.status_code, refused.headers["X-Operation"]) == (502, "subscriptions.get")
        for _ in range(2):
            assert deliver(http, SECRET) == 204
        assert deliver(http, "whsec_bmV3IHNlY3JldCBvZiB0aGUgdGVzdHM=") == 400
    assert kept(tmp_path / "inbox.sqlite") == ["event-1"]


def deliver(http: httpx.Client, secret: str) -> int:
    signed = sign({"id": "event-1", "type": "something.new", "data": {"a": 1}}, secret)
    return http.post("/webhooks/ledgerbee", content=signed.body, headers=signed.headers).status_code


def kept(inbox: Path) -> list[Any]:
    import sqlite3

    connection = sqlite3.connect(inbox)
    try:
        return [row[0] for row in connection.execute("SELECT id FROM inbox")]
    finally:
        connection.close()


# ---------------------------------------------------------------------- the report


def test_the_report_adds_up_a_month_by_account(sandbox: Sandbox) -> None:
    entries = list(sandbox.state.journal_entries)
    months = {one["date"][:7] for one in entries}
    with served(sandbox) as base_url:
        outside = environment(sandbox, base_url)
        for month in sorted(months):
            assert report(outside, month) == expected(sandbox, month), month
        assert report(outside) == expected(sandbox, months and last_month())


def last_month() -> str:
    today = datetime.now().astimezone().date()
    year, month = (today.year - 1, 12) if today.month == 1 else (today.year, today.month - 1)
    return date(year, month, 1).isoformat()[:7]


def report(outside: dict[str, str], *month: str) -> dict[str, tuple[Decimal, Decimal]]:
    """Debit and credit by account number, and in all, as printed."""
    head, *lines = run("month_report.py", *month, environment=outside).splitlines()
    found = {}
    for line in lines:
        name, debit, credit = re.fullmatch(r"\s*(\d+|total)\s.*?\s{2,}([\d,.]+)\s+([\d,.]+)", line).groups()  # type: ignore[union-attr]
        found[name] = (Decimal(debit.replace(",", "")), Decimal(credit.replace(",", "")))
    assert head.endswith(" entries")
    assert found["total"][0] == found["total"][1]  # double entry
    return found


def expected(sandbox: Sandbox, month: str) -> dict[str, tuple[Decimal, Decimal]]:
    numbers = {one["id"]: str(one["accountNumber"]) for one in sandbox.state.accounts}
    sums: dict[str, tuple[Decimal, Decimal]] = {}
    for entry in sandbox.state.journal_entries:
        for line in entry["lines"] if entry["date"].startswith(month) else ():
            amount = Decimal(line["amount"])
            for name in (numbers[line["accountId"]], "total"):
                debit, credit = sums.get(name, (Decimal(0), Decimal(0)))
                sums[name] = (debit + max(amount, Decimal(0)), credit + max(-amount, Decimal(0)))
    return {"total": (Decimal(0), Decimal(0)), **sums}
