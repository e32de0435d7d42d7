"""`make demo`: a month in the life of a small company, over real HTTP, in less than a minute.

Against the sandbox on a loopback port. (`ledgerbee verify` is for the real API.)
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from ledgerbee_client import LedgerBee
from ledgerbee_client.testing import Clock, Sandbox

from .audit import compare
from .console import console, result, step
from .mistakes import make_mistakes
from .month import START, Run, live_through
from .needs import what_is_missing
from .onboarding import SETTLE_AFTER
from .receiver import receiving
from .service import Service
from .sums import all_agree, table_of

ROOT = Path(__file__).resolve().parents[2]
SEED = 2026


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


async def month_in_the_sandbox() -> bool:
    """Returns whether the sums agree; there are none where the document has other fields than the month needs."""
    random.seed(SEED)  # the waits between retries are drawn
    sandbox = Sandbox(clock=Clock(START), allow_local_webhooks=True, seed=SEED)
    missing = what_is_missing(sandbox)
    if missing:
        step("The month is left out: the sandbox doesn't imitate what the document says of")
        for name, reason in missing.items():
            result(f"{name}: {reason}")
        return True
    async with sandbox.serve() as server, receiving() as receiver:
        step(f"A sandbox listens at {server.base_url}")
        reader_key = sandbox.create_key(scopes=["products-read"])
        with tempfile.TemporaryDirectory() as folder:
            run = Run(server.base_url, sandbox.api_key, Path(folder))
            async with LedgerBee(
                run.api_key,
                base_url=run.base_url,
                idempotency_store=run.store,
                settle_after=SETTLE_AFTER,
            ) as lb:
                service = Service(lb)
                await live_through(sandbox, service, receiver, run)
                rows = await compare(sandbox, service, receiver)
                console.print(table_of(rows))
                async with LedgerBee(reader_key, base_url=server.base_url) as reader:
                    await make_mistakes(lb, reader)
    return all_agree(rows)


def main() -> None:
    """Exits with 1 when a sum doesn't agree."""
    show_no_drift()
    if not asyncio.run(month_in_the_sandbox()):
        raise SystemExit("the sums don't agree")
    console.print("[bold green]done[/]")


if __name__ == "__main__":
    main()
