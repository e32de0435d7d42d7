"""The embedded store: one SQLite file, for all tasks and processes of one machine."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import time
import weakref
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, TypeVar

from ..errors import ConfigurationError, IdempotencyStoreError
from .records import Intent, Record, Result
from .thread import Worker

T = TypeVar("T")

_SCHEMA = """
CREATE TABLE IF NOT EXISTS writes (
    key TEXT PRIMARY KEY,
    intent TEXT NOT NULL,
    sent_at REAL NOT NULL,
    owner TEXT NOT NULL,
    held_until REAL NOT NULL,
    status INTEGER,
    content BLOB,
    settled INTEGER NOT NULL DEFAULT 0,
    finished_at REAL,
    note TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS writes_pending ON writes (sent_at) WHERE status IS NULL;
CREATE INDEX IF NOT EXISTS writes_finished ON writes (finished_at) WHERE status IS NOT NULL;
"""
_VERSION = 1
#: Seconds to wait for another process that is writing.
_BUSY = 30.0
_COLUMNS = "key, intent, sent_at, owner, held_until, status, content, settled, note"
_SELECT = f"SELECT {_COLUMNS} FROM writes WHERE "  # noqa: S608  # our own names
_RECENT = f"{_SELECT} status IS NULL UNION ALL {_SELECT} status IS NOT NULL AND finished_at >= ?"


class SQLiteStore:
    """Keeps idempotency keys in a SQLite file, in WAL mode.

    Any number of tasks and processes of one machine can share the file; it must not be on a network file system. No
    lock is held while a request is in flight. The file is readable by its owner only, and holds what was sent and what
    came back, but no credential. Close it with `aclose()`; used again, it opens again.

    Args:
        path: The file; it is made when it isn't there.
        synchronous: What a commit survives. `FULL`: a loss of power, at the price of one flush of the disk for each
            intent and each result. `NORMAL`: a crash or kill of the process, but a loss of power may take the latest
            commits with it, so that a write may be sent twice after one.

    Raises:
        ConfigurationError: The path can't be used.
    """

    def __init__(self, path: str | os.PathLike[str], *, synchronous: Literal["FULL", "NORMAL"] = "FULL") -> None:
        if synchronous not in ("FULL", "NORMAL"):
            raise ConfigurationError(f"synchronous must be 'FULL' or 'NORMAL', not {synchronous!r}")
        self._path = Path(path)
        if not self._path.parent.is_dir():
            raise ConfigurationError(f"idempotency store: the folder {self._path.parent} doesn't exist: make it first")
        if self._path.is_dir():
            raise ConfigurationError(f"idempotency store: {self._path} is a directory: give the name of a file")
        self._synchronous = synchronous
        #: By process: neither a thread nor a connection can be carried over a fork.
        self._workers: dict[int, Worker] = {}

    def __repr__(self) -> str:
        return f"SQLiteStore({str(self._path)!r}, synchronous={self._synchronous!r})"

    # ------------------------------------------------------------------ the protocol

    async def claim(self, key: str, intent: Intent, owner: str, lease: float, /) -> Record:
        text = intent.dump()

        def work(db: sqlite3.Connection) -> Record:
            now = time.time()
            new = db.execute(
                "INSERT INTO writes (key, intent, sent_at, owner, held_until) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (key) DO NOTHING",
                (key, text, now, owner, now + lease),
            ).rowcount
            if new:
                return Record(key, intent, owner)
            row = _row(db, key)
            assert row is not None
            found = _record(row, now, left=False)
            if found.result or not found.intent.is_same(intent) or found.free_ago < 0:
                return found
            db.execute("UPDATE writes SET owner = ?, held_until = ? WHERE key = ?", (owner, now + lease, key))
            return Record(key, found.intent, owner, found.sent_ago, found.free_ago, True, None, found.note)

        return await self._run(work)

    async def renew(self, key: str, owner: str, lease: float, /) -> bool:
        return await self._change(
            "UPDATE writes SET held_until = ? WHERE key = ? AND owner = ? AND status IS NULL",
            lambda now: (now + lease, key, owner),
        )

    async def restart(self, key: str, owner: str, lease: float, /) -> bool:
        return await self._change(
            "UPDATE writes SET sent_at = ?, held_until = ?, note = NULL WHERE key = ? AND owner = ? AND status IS NULL",
            lambda now: (now, now + lease, key, owner),
        )

    async def finish(self, key: str, owner: str | None, result: Result, /) -> bool:
        return await self._change(
            "UPDATE writes SET status = ?, content = ?, settled = ?, finished_at = ?, owner = '', note = NULL "
            "WHERE key = ? AND status IS NULL AND (owner = ? OR (? IS NULL AND held_until <= ?))",
            lambda now: (result.status_code, result.content, result.settled, now, key, owner, owner, now),
        )

    async def release(self, key: str, owner: str | None, /) -> bool:
        return await self._change(
            "DELETE FROM writes WHERE key = ? AND status IS NULL AND (owner = ? OR (? IS NULL AND held_until <= ?))",
            lambda now: (key, owner, owner, now),
        )

    async def leave(self, key: str, owner: str, note: str | None = None, /) -> None:
        await self._change(
            "UPDATE writes SET held_until = MIN(held_until, ?), owner = '', note = COALESCE(?, note) "
            "WHERE key = ? AND owner = ? AND status IS NULL",
            lambda now: (now, note, key, owner),
        )

    async def find(self, key: str, /) -> Record | None:
        def work(db: sqlite3.Connection) -> Record | None:
            row = _row(db, key)
            return None if row is None else _record(row, time.time(), left=True)

        return await self._run(work)

    async def recent(self, seconds: float, /) -> list[Record]:
        def work(db: sqlite3.Connection) -> list[Record]:
            now = time.time()
            return [_record(row, now, left=True) for row in db.execute(_RECENT, (now - seconds,))]

        return await self._run(work)

    async def pending(self) -> list[Record]:
        def work(db: sqlite3.Connection) -> list[Record]:
            now = time.time()
            query = f"{_SELECT} status IS NULL AND held_until <= ? ORDER BY sent_at"
            return [_record(row, now, left=True) for row in db.execute(query, (now,))]

        return await self._run(work)

    async def purge(self, before: dt.datetime, /) -> int:
        def work(db: sqlite3.Connection) -> int:
            query = "DELETE FROM writes WHERE status IS NOT NULL AND finished_at < ?"
            return db.execute(query, (before.timestamp(),)).rowcount

        return await self._run(work)

    async def aclose(self) -> None:
        worker = self._workers.pop(os.getpid(), None)
        if worker is not None:
            await worker.stopped()

    # ------------------------------------------------------------------ the file

    async def _change(self, query: str, arguments: Callable[[float], tuple[Any, ...]]) -> bool:
        return await self._run(lambda db: db.execute(query, arguments(time.time())).rowcount == 1)

    async def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do something in a transaction."""
        try:
            return await self._worker().run(work)
        except sqlite3.Error as error:
            raise IdempotencyStoreError(
                f"the idempotency store {self._path} failed: {error}; {_advice(error)}"
            ) from error
        except PermissionError as error:  # of the file itself
            text = f"the idempotency store {self._path} can't be made: {error.strerror}; {_advice(error)}"
            raise IdempotencyStoreError(text) from error

    def _worker(self) -> Worker:
        worker = self._workers.get(os.getpid())
        if worker is None:
            path, synchronous = self._path, self._synchronous
            worker = self._workers.setdefault(os.getpid(), Worker(lambda: _connected(path, synchronous)))
            weakref.finalize(self, worker.stop)  # whoever forgets to close it leaves no thread behind
        return worker


def _advice(error: Exception) -> str:
    """What to do."""
    text = str(error)
    if "locked" in text:
        return "another process writes to it for too long: look which one"
    if "not a database" in text or "malformed" in text:
        return "it is another kind of file, or damaged: give another one, or bring back a copy"
    if "full" in text:
        return "make room on its disk"
    return "this process must be able to write to the file and its folder: check their permissions"


def _connected(path: Path, synchronous: str) -> sqlite3.Connection:
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    db = sqlite3.connect(path, timeout=_BUSY, isolation_level=None)
    try:
        _prepare(db, path, synchronous)
    except BaseException:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection, path: Path, synchronous: str) -> None:
    mode = _in_wal_mode(db)
    if mode != "wal":
        raise ConfigurationError(
            f"idempotency store {path}: SQLite can't keep a write-ahead log there (journal mode {mode!r}): is it on a "
            "network file system? Use a local disk, or PostgresStore"
        )
    db.execute(f"PRAGMA synchronous = {synchronous}")
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > _VERSION:
        raise ConfigurationError(f"idempotency store {path} was made by a newer version of this package")
    if version < _VERSION:
        db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")


def _in_wal_mode(db: sqlite3.Connection) -> str:
    """Switch to the write-ahead log; SQLite doesn't wait for others who do so at the same moment."""
    end = time.monotonic() + _BUSY
    while True:
        try:
            return str(db.execute("PRAGMA journal_mode = WAL").fetchone()[0])
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(0.02)


def _row(db: sqlite3.Connection, key: str) -> tuple[Any, ...] | None:
    row: tuple[Any, ...] | None = db.execute(f"{_SELECT} key = ?", (key,)).fetchone()
    return row


def _record(row: tuple[Any, ...], now: float, *, left: bool) -> Record:
    key, intent, sent_at, owner, held_until, status, content, settled, note = row
    result = None if status is None else Result(status, bytes(content), bool(settled))
    return Record(key, Intent.load(intent), owner, now - sent_at, now - held_until, left, result, note)


__all__ = ["SQLiteStore"]
