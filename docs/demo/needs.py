"""What the month relies on: operations that the sandbox imitates. Where the document has others, it is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.testing import Sandbox

NEEDED = (
    "accounts.list",
    "credit_notes.create",
    "credit_notes.get",
    "credit_notes.list",
    "credit_notes.send",
    "customers.create",
    "customers.list",
    "invoices.create",
    "invoices.get",
    "invoices.list",
    "invoices.pdf",
    "invoices.send",
    "meters.list_subscriptions_by_name",
    "meters.report",
    "product_groups.create",
    "products.create",
    "quotes.convert",
    "quotes.create",
    "quotes.get",
    "quotes.list",
    "quotes.send",
    "subscriptions.assign",
    "subscriptions.cancel",
    "subscriptions.get",
    "subscriptions.list",
    "webhook_endpoints.create",
)


#: What the payments of the month need; without it they alone are left out.
PAYMENTS = ("journal_entries.create_batch", "journal_entries.list")


def what_is_missing(sandbox: Sandbox, needed: Iterable[str] = NEEDED) -> Mapping[str, str]:
    """Say which operations of the month aren't imitated, each with the reason.

    Args:
        sandbox: any sandbox; what it imitates follows from the document.
        needed: Python names of operations.

    Returns:
        Reasons by the Python name of the operation; empty with a document that has what the month needs.
    """
    missing = {name: sandbox.unverified[name] for name in needed if name in sandbox.unverified}
    missing |= dict.fromkeys(
        (name for name in needed if name not in OPERATIONS), "the document doesn't have it"
    )
    return missing
