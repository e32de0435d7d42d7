"""The store for several hosts: two tables in a PostgreSQL database, for idempotency keys and for OAuth tokens.

Leases run by the clock of the database, and every change is one statement or one short transaction, so that hosts with
wrong clocks agree and no lock is held while a request is in flight. A connection that was cut is replaced, and what was
asked is asked again: each statement says who asks, so that asking twice changes nothing.
"""

from __future__ import annotations

import datetime as dt
import os
import threading
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import anyio
import anyio.to_thread
from attrs import evolve

from .._auth.tokens import Token
from ..errors import ConfigurationError, IdempotencyStoreError
from .records import Intent, Record, Result

if TYPE_CHECKING:
    from psycopg import Connection
    from psycopg_pool import ConnectionPool

T = TypeVar("T")

_SCHEMA = """
CREATE TABLE IF NOT EXISTS {prefix}writes (
    key text PRIMARY KEY,
    intent text NOT NULL,
    sent_at timestamptz NOT NULL,
    owner text NOT NULL,
    held_until timestamptz NOT NULL,
    status integer,
    content bytea,
    settled boolean NOT NULL DEFAULT false,
    finished_at timestamptz,
    note text
);
CREATE INDEX IF NOT EXISTS {index}writes_pending ON {prefix}writes (sent_at) WHERE status IS NULL;
CREATE INDEX IF NOT EXISTS {index}writes_finished ON {prefix}writes (finished_at) WHERE status IS NOT NULL;
CREATE TABLE IF NOT EXISTS {prefix}tokens (
    client_id text PRIMARY KEY,
    value text,
    expires_at double precision,
    scopes text,
    locked_by text,
    locked_until timestamptz
);
"""
#: What a record is read from. Ages are told by the database, so that the clocks of the hosts don't matter.
_SELECT = """
SELECT key, intent, owner, extract(epoch FROM clock_timestamp() - sent_at)::float8,
    extract(epoch FROM clock_timestamp() - held_until)::float8, status, content, settled, note
FROM {prefix}writes """
_INSERT = """
INSERT INTO {prefix}writes (key, intent, sent_at, owner, held_until)
VALUES (%s, %s, clock_timestamp(), %s, clock_timestamp() + make_interval(secs => %s))
ON CONFLICT (key) DO NOTHING"""
_TAKE_OVER = """
UPDATE {prefix}writes SET owner = %s, held_until = clock_timestamp() + make_interval(secs => %s)
WHERE key = %s AND status IS NULL AND held_until <= clock_timestamp()"""
_RENEW = """
UPDATE {prefix}writes SET held_until = clock_timestamp() + make_interval(secs => %s)
WHERE key = %s AND owner = %s AND status IS NULL"""
_RESTART = """
UPDATE {prefix}writes SET sent_at = clock_timestamp(), note = NULL,
    held_until = clock_timestamp() + make_interval(secs => %s)
WHERE key = %s AND owner = %s AND status IS NULL"""
#: The owner stays: when the connection breaks after the commit, asking again finds it.
_FINISH = """
UPDATE {prefix}writes SET status = %s, content = %s, settled = %s, note = NULL,
    finished_at = coalesce(finished_at, clock_timestamp())
WHERE key = %s AND (owner = %s OR (%s::text IS NULL AND status IS NULL AND held_until <= clock_timestamp()))"""
_RELEASE = """
DELETE FROM {prefix}writes
WHERE key = %s AND status IS NULL AND (owner = %s OR (%s::text IS NULL AND held_until <= clock_timestamp()))"""
_LEAVE = """
UPDATE {prefix}writes SET held_until = least(held_until, clock_timestamp()), note = coalesce(%s, note), owner = ''
WHERE key = %s AND owner = %s AND status IS NULL"""
_RECENT = "WHERE status IS NULL OR finished_at >= clock_timestamp() - make_interval(secs => %s)"
_PURGE = "DELETE FROM {prefix}writes WHERE status IS NOT NULL AND finished_at < %s"
_SELECT_CREDENTIAL = "SELECT value, expires_at, scopes FROM {prefix}tokens WHERE client_id = %s AND value IS NOT NULL"
_PUT_CREDENTIAL = """
INSERT INTO {prefix}tokens (client_id, value, expires_at, scopes) VALUES (%s, %s, %s, %s)
ON CONFLICT (client_id)
DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at, scopes = excluded.scopes"""
_LOCK_CREDENTIAL = """
INSERT INTO {prefix}tokens AS t (client_id, locked_by, locked_until)
VALUES (%s, %s, clock_timestamp() + make_interval(secs => %s))
ON CONFLICT (client_id) DO UPDATE SET locked_by = excluded.locked_by, locked_until = excluded.locked_until
WHERE t.locked_until IS NULL OR t.locked_until <= clock_timestamp() OR t.locked_by = excluded.locked_by"""
_UNLOCK_CREDENTIAL = (
    "UPDATE {prefix}tokens SET locked_by = NULL, locked_until = NULL WHERE client_id = %s AND locked_by = %s"
)
#: A statement is asked so often when its connection breaks.
_ATTEMPTS = 5
_PAUSE = 0.2
#: Seconds for which one host may be asking for a token.
_TOKEN_LEASE = 60.0
#: Seconds to wait for a connection.
_PATIENCE = 30.0


class PostgresStore:
    """Keeps idempotency keys, and OAuth tokens, in a PostgreSQL database that several hosts share.

    Needs the extra `postgres`. The tables are made when they aren't there. Use it as `idempotency_store`, and as
    `store` of `OAuthClientCredentials`.

    Args:
        conninfo: How to connect: a URL or keywords, as libpq takes them.
        prefix: What the names of the tables begin with, as in `billing.ledgerbee_`.
        connections: Connections at most.

    Raises:
        ConfigurationError: The extra isn't installed, or `prefix` isn't a name.
    """

    def __init__(self, conninfo: str, *, prefix: str = "ledgerbee_", connections: int = 4) -> None:
        if not prefix.replace(".", "_", 1).isidentifier():
            raise ConfigurationError(f"prefix must be the beginning of a table's name, not {prefix!r}")
        try:
            import psycopg_pool
        except ImportError:
            message = "PostgresStore needs psycopg: pip install 'ledgerbee-client[postgres]'"
            raise ConfigurationError(message) from None
        self._pools = psycopg_pool
        self._conninfo = conninfo
        self._prefix = prefix
        self._connections = connections
        self._lock = threading.Lock()
        self._pool: ConnectionPool[Any] | None = None
        self._process = 0
        self._has_tables = False

    def __repr__(self) -> str:
        return f"PostgresStore(..., prefix={self._prefix!r})"  # the conninfo may hold a password

    # ------------------------------------------------------------------ idempotency keys

    async def claim(self, key: str, intent: Intent, owner: str, lease: float, /) -> Record:
        text = intent.dump()
        insert, take_over = self._sql(_INSERT), self._sql(_TAKE_OVER)
        read = self._sql(_SELECT + "WHERE key = %s FOR UPDATE")

        def work(db: Connection[Any]) -> Record | None:
            new = db.execute(insert, (key, text, owner, lease)).rowcount == 1
            row = db.execute(read, (key,)).fetchone()
            if row is None:  # released between the two statements
                return None
            found = _record(row, left=not new)
            if new or found.owner == owner or not found.intent.is_same(intent):
                return found
            if db.execute(take_over, (owner, lease, key)).rowcount != 1:
                return found
            return evolve(found, owner=owner, left=True)

        while True:
            record = await self._run(work)
            if record is not None:
                return record

    async def renew(self, key: str, owner: str, lease: float, /) -> bool:
        return await self._change(_RENEW, (lease, key, owner))

    async def restart(self, key: str, owner: str, lease: float, /) -> bool:
        return await self._change(_RESTART, (lease, key, owner))

    async def finish(self, key: str, owner: str | None, result: Result, /) -> bool:
        return await self._change(_FINISH, (result.status_code, result.content, result.settled, key, owner, owner))

    async def release(self, key: str, owner: str | None, /) -> bool:
        return await self._change(_RELEASE, (key, owner, owner))

    async def leave(self, key: str, owner: str, note: str | None = None, /) -> None:
        await self._change(_LEAVE, (note, key, owner))

    async def find(self, key: str, /) -> Record | None:
        found = await self._records("WHERE key = %s", (key,))
        return found[0] if found else None

    async def recent(self, seconds: float, /) -> list[Record]:
        return await self._records(_RECENT, (seconds,))

    async def pending(self) -> list[Record]:
        return await self._records("WHERE status IS NULL AND held_until <= clock_timestamp() ORDER BY sent_at", ())

    async def purge(self, before: dt.datetime, /) -> int:
        query = self._sql(_PURGE)
        return await self._run(lambda db: db.execute(query, (before,)).rowcount)

    # ------------------------------------------------------------------ OAuth tokens

    async def get(self, client_id: str, /) -> Token | None:
        query = self._sql(_SELECT_CREDENTIAL)

        def work(db: Connection[Any]) -> Token | None:
            row = db.execute(query, (client_id,)).fetchone()
            return None if row is None else Token(row[0], row[1], None if row[2] is None else tuple(row[2].split()))

        return await self._run(work)

    async def put(self, client_id: str, token: Token, /) -> None:
        scopes = None if token.scopes is None else " ".join(token.scopes)
        await self._change(_PUT_CREDENTIAL, (client_id, token.value, token.expires_at, scopes))

    @asynccontextmanager
    async def lock(self, client_id: str, /) -> AsyncIterator[None]:
        """Hold the right to ask for a token, among all hosts; it ends by itself when its holder dies."""
        owner = uuid.uuid4().hex
        while not await self._change(_LOCK_CREDENTIAL, (client_id, owner, _TOKEN_LEASE)):  # noqa: ASYNC110  # other hosts
            await anyio.sleep(_PAUSE)
        try:
            yield
        finally:
            with anyio.CancelScope(shield=True):
                await self._change(_UNLOCK_CREDENTIAL, (client_id, owner))

    async def aclose(self) -> None:
        """Close the connections."""

        def work() -> None:
            with self._lock:
                if self._pool is not None and self._process == os.getpid():
                    self._pool.close()
                self._pool = None

        await anyio.to_thread.run_sync(work)

    # ------------------------------------------------------------------ the database

    def _sql(self, query: str) -> Any:
        """Put the names of the tables in. psycopg wants literals; the prefix was checked to be a name."""
        return query.format(prefix=self._prefix)

    async def _records(self, condition: str, arguments: tuple[Any, ...]) -> list[Record]:
        query = self._sql(_SELECT + condition)
        return await self._run(lambda db: [_record(row, left=True) for row in db.execute(query, arguments).fetchall()])

    async def _change(self, query: str, arguments: tuple[Any, ...]) -> bool:
        return await self._run(lambda db: db.execute(self._sql(query), arguments).rowcount == 1)

    async def _run(self, work: Callable[[Connection[Any]], T]) -> T:
        """Do something in one transaction, in a worker thread; again, when the connection breaks."""
        import psycopg

        def whole() -> T:
            with self._opened().connection(timeout=_PATIENCE) as db:
                return work(db)

        for attempt in range(1, _ATTEMPTS + 1):
            try:
                return await anyio.to_thread.run_sync(whole)
            except (psycopg.OperationalError, self._pools.PoolTimeout) as error:
                if attempt == _ATTEMPTS:
                    raise IdempotencyStoreError(f"the idempotency store failed: {type(error).__name__}") from None
                await anyio.sleep(_PAUSE * 2**attempt)
            except psycopg.Error as error:
                raise IdempotencyStoreError(f"the idempotency store failed: {error}") from None
        raise AssertionError

    def _tables(self) -> list[Any]:
        whole = _SCHEMA.format(prefix=self._prefix, index=self._prefix.rpartition(".")[2])
        return [one for one in whole.split(";") if one.strip()]

    def _opened(self) -> ConnectionPool[Any]:
        """The connections of this process: they must not be carried over a fork."""
        with self._lock:
            if self._pool is None or self._process != os.getpid():
                self._process = os.getpid()
                self._pool = self._pools.ConnectionPool(
                    self._conninfo,
                    min_size=0,
                    max_size=self._connections,
                    open=True,
                    check=self._pools.ConnectionPool.check_connection,
                )
            if not self._has_tables:
                with self._pool.connection(timeout=_PATIENCE) as db:
                    db.execute("SELECT pg_advisory_xact_lock(5317, 1)")  # two that make the tables at once
                    for statement in self._tables():
                        db.execute(statement)
                self._has_tables = True
            return self._pool


def _record(row: Any, *, left: bool) -> Record:
    key, intent, owner, sent_ago, free_ago, status, content, settled, note = row
    result = None if status is None else Result(status, bytes(content), settled)
    return Record(key, Intent.load(intent), owner, sent_ago, free_ago, left, result, note)


__all__ = ["PostgresStore"]
