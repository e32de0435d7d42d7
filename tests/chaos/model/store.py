"""A store in memory, by the rules of the protocol, on the clock of the loop."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import dataclass

from ledgerbee_client.once import Intent, Record, Result


@dataclass
class _Row:
    intent: Intent
    sent_at: float
    owner: str
    held_until: float
    result: Result | None = None
    finished_at: float = 0.0
    note: str | None = None


class MemoryStore:
    """Keeps what a store keeps, for one event loop."""

    def __init__(self) -> None:
        self._rows: dict[str, _Row] = {}

    async def claim(self, key: str, intent: Intent, owner: str, lease: float, /) -> Record:
        now = _now()
        row = self._rows.get(key)
        if row is None:
            self._rows[key] = _Row(intent, now, owner, now + lease)
            return Record(key, intent, owner)
        left = row.result is None and row.intent.is_same(intent) and row.held_until <= now
        found = self._record(key, row, owner if left else row.owner, left=left)
        if left:
            row.owner, row.held_until = owner, now + lease
        return found

    async def renew(self, key: str, owner: str, lease: float, /) -> bool:
        row = self._held(key, owner)
        if row is not None:
            row.held_until = _now() + lease
        return row is not None

    async def restart(self, key: str, owner: str, lease: float, /) -> bool:
        row = self._held(key, owner)
        if row is not None:
            row.sent_at, row.held_until, row.note = _now(), _now() + lease, None
        return row is not None

    async def finish(self, key: str, owner: str | None, result: Result, /) -> bool:
        row = self._held(key, owner)
        if row is not None:
            row.result, row.finished_at, row.owner, row.note = result, _now(), "", None
        return row is not None

    async def release(self, key: str, owner: str | None, /) -> bool:
        return self._held(key, owner) is not None and self._rows.pop(key, None) is not None

    async def leave(self, key: str, owner: str, note: str | None = None, /) -> None:
        row = self._held(key, owner)
        if row is not None:
            row.owner, row.held_until, row.note = "", min(row.held_until, _now()), note or row.note

    async def find(self, key: str, /) -> Record | None:
        row = self._rows.get(key)
        return None if row is None else self._record(key, row, row.owner)

    async def recent(self, seconds: float, /) -> list[Record]:
        since = _now() - seconds
        rows = self._rows.items()
        return [self._record(key, row, row.owner) for key, row in rows if not row.result or row.finished_at >= since]

    async def pending(self) -> list[Record]:
        rows = [item for item in self._rows.items() if item[1].result is None and item[1].held_until <= _now()]
        return [self._record(key, row, row.owner) for key, row in sorted(rows, key=lambda item: item[1].sent_at)]

    async def purge(self, before: dt.datetime, /) -> int:
        ago = (dt.datetime.now(dt.UTC) - before).total_seconds()
        old = [key for key, row in self._rows.items() if row.result and row.finished_at < _now() - ago]
        for key in old:
            del self._rows[key]
        return len(old)

    async def aclose(self) -> None:
        return None

    def _held(self, key: str, owner: str | None) -> _Row | None:
        row = self._rows.get(key)
        if row is None or row.result is not None:
            return None
        return row if (row.owner == owner if owner is not None else row.held_until <= _now()) else None

    def _record(self, key: str, row: _Row, owner: str, *, left: bool = True) -> Record:
        now = _now()
        return Record(key, row.intent, owner, now - row.sent_at, now - row.held_until, left, row.result, row.note)


def _now() -> float:
    return asyncio.get_running_loop().time()


__all__ = ["MemoryStore"]
