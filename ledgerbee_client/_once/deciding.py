"""What a person decides: the writes of which nobody could tell whether they were applied."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from ..errors import LedgerBeeError
from .records import IdempotencyStore, Record, Result


def store_at(place: str) -> IdempotencyStore:
    """Open the store at a path, or at a PostgreSQL URL.

    Args:
        place: A path of a SQLite file, or `postgresql://...`.

    Raises:
        ConfigurationError: It can't be used.
    """
    if place.startswith(("postgresql://", "postgres://")):
        from .postgres import PostgresStore

        return PostgresStore(place)
    from .sqlite import SQLiteStore

    return SQLiteStore(place)


def described(record: Record) -> dict[str, Any]:
    """Return what a person needs to know to decide: what was sent, when, and what was found.

    Args:
        record: A record without a result.
    """
    note: dict[str, Any] = json.loads(record.note) if record.note else {}
    return {
        "key": record.key,
        "operation": record.intent.operation,
        "sent_at": (dt.datetime.now(dt.UTC) - dt.timedelta(seconds=record.sent_ago)).isoformat(timespec="seconds"),
        "path": list(record.intent.path),
        "query": dict(record.intent.query),
        "body": record.intent.body,
        "reason": note.get("reason") or "the process ended before its outcome was known; call once again to settle it",
        "candidates": note.get("candidates", []),
    }


async def resolve(store: IdempotencyStore, key: str, applied: str | None) -> None:
    """Take a person's decision on a key.

    Args:
        store: The store that holds it.
        key: The idempotency key.
        applied: The id of the object that was made; None when nothing was.

    Raises:
        LedgerBeeError: There is nothing to decide about the key.
    """
    record = await store.find(key)
    if record is None:
        raise LedgerBeeError(f"the store has no key {key!r}")
    if record.result is not None:
        raise LedgerBeeError(f"the key {key!r} has its result already: there is nothing to decide")
    if applied is None:
        done = await store.release(key, None)
    else:
        done = await store.finish(key, None, Result(200, json.dumps({"id": applied}).encode(), settled=True))
    if not done:
        raise LedgerBeeError(f"the key {key!r} is held by a process that is at it: wait until it is done")


__all__ = ["described", "resolve", "store_at"]
