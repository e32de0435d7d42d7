"""`ledgerbee pending` and `ledgerbee resolve`: writes of unknown outcome, and a person's decision on them."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from .._once.deciding import described, store_at
from .._once.deciding import resolve as decide
from .._once.records import IdempotencyStore
from ..errors import ConfigurationError
from .output import print_json, print_table

T = TypeVar("T")


def pending(place: str, *, as_json: bool) -> None:
    """Print the writes of which nobody could tell whether they were applied.

    Args:
        place: The store: a path, or a PostgreSQL URL.
        as_json: Print JSON.

    Raises:
        LedgerBeeError: The store can't be read.
    """
    rows = [described(one) for one in _with_store(place, lambda store: store.pending())]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        sent = json.dumps(row["body"], ensure_ascii=False)
        print_table(
            [
                ("key", row["key"]),
                ("operation", " ".join([row["operation"], *row["path"]])),
                ("sent-at", row["sent_at"]),
                ("sent", sent),
                ("reason", row["reason"]),
                *(("candidate", one) for one in row["candidates"] or ("none",)),
            ]
        )
        print()
    print(f"{len(rows)} to decide" if rows else "nothing to decide")


def resolve(place: str, key: str, *, applied: str | None, as_json: bool) -> None:
    """Take a person's decision on a write.

    Args:
        place: The store: a path, or a PostgreSQL URL.
        key: The idempotency key.
        applied: The id of the object that was made; None when nothing was.
        as_json: Print JSON.

    Raises:
        LedgerBeeError: There is nothing to decide about the key, or the store can't be used.
    """
    _with_store(place, lambda store: decide(store, key, applied))
    if as_json:
        print_json({"key": key, "applied": applied is not None, "id": applied})
        return
    outcome = f"applied, as {applied}" if applied is not None else "not applied: the next call sends it again"
    print(f"{key}: {outcome}")


def _with_store(place: str, work: Callable[[IdempotencyStore], Awaitable[T]]) -> T:
    import asyncio

    if "://" not in place and not Path(place).is_file():
        raise ConfigurationError(f"there is no idempotency store at {place}")

    async def whole() -> T:
        store = store_at(place)
        try:
            return await work(store)
        finally:
            await store.aclose()

    return asyncio.run(whole())


__all__ = ["pending", "resolve"]
