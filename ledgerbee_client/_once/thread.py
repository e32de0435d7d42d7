"""A thread that owns a SQLite connection, so that the event loop never waits for the disk.

What several tasks ask for at the same time is done in one transaction: they share the flush of the disk, which is what
a durable step costs.
"""

from __future__ import annotations

import queue
import sqlite3
import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import anyio
import anyio.to_thread
from anyio.lowlevel import checkpoint_if_cancelled, current_token
from attrs import define, field

T = TypeVar("T")

Work = Callable[[sqlite3.Connection], T]
#: Steps in one transaction, at most.
_MOST = 64


@define(eq=False)
class _Job(Generic[T]):
    """A step that a task waits for."""

    work: Work[T]
    wake: Callable[[Callable[[], None]], object]
    done: anyio.Event = field(factory=anyio.Event)
    result: T | None = None
    error: BaseException | None = None

    def deliver(self) -> None:
        try:
            self.wake(self.done.set)
        except RuntimeError:  # its event loop has ended meanwhile
            return


class Worker:
    """Does one step after the other in a thread of its own. It starts with the first step, and ends when it is stopped.

    Args:
        connect: Opens the connection, in the thread.
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._jobs: queue.SimpleQueue[_Job[Any] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=_serve, args=(self._jobs, connect), name="ledgerbee-store", daemon=True)
        self._starting = threading.Lock()

    async def run(self, work: Work[T]) -> T:
        """Do a step in a transaction. Once it was begun it is not broken off by a cancellation."""
        await checkpoint_if_cancelled()
        with self._starting:
            if self._thread.ident is None:
                self._thread.start()
        loop: Any = current_token().native_token
        job = _Job(work, getattr(loop, "call_soon_threadsafe", None) or loop.run_sync_soon)
        self._jobs.put(job)
        with anyio.CancelScope(shield=True):
            await job.done.wait()
        if job.error is not None:
            raise job.error
        return job.result  # type: ignore[return-value]  # it is set when there is no error

    def stop(self) -> None:
        """End the thread once it has done what it was given; its connection is closed then. Doesn't wait."""
        self._jobs.put(None)

    async def stopped(self) -> None:
        """Stop, and wait until the connection is closed."""
        self.stop()
        if self._thread.ident is not None:
            await anyio.to_thread.run_sync(self._thread.join)


def _serve(jobs: queue.SimpleQueue[_Job[Any] | None], connect: Callable[[], sqlite3.Connection]) -> None:
    db: sqlite3.Connection | None = None
    is_going_on = True
    while is_going_on:
        batch, is_going_on = _taken(jobs)
        if not batch:
            break
        try:
            if db is None:
                db = connect()
            _transact(db, batch)
        except BaseException as error:  # noqa: BLE001  # it belongs to the tasks that wait
            for job in batch:
                job.error = error
        for job in batch:
            job.deliver()
    if db is not None:
        db.close()


def _taken(jobs: queue.SimpleQueue[_Job[Any] | None]) -> tuple[list[_Job[Any]], bool]:
    """All steps that wait; and whether more may come."""
    batch: list[_Job[Any]] = []
    job = jobs.get()
    while job is not None:
        batch.append(job)
        if len(batch) == _MOST:
            return batch, True
        try:
            job = jobs.get_nowait()
        except queue.Empty:
            return batch, True
    return batch, False


def _transact(db: sqlite3.Connection, batch: list[_Job[Any]]) -> None:
    """Do steps in one transaction; when it fails, each in one of its own."""
    try:
        _attempt(db, batch)
    except BaseException:
        if len(batch) == 1:
            raise
        for job in batch:
            try:
                _attempt(db, [job])
            except BaseException as own:  # noqa: BLE001  # it belongs to the task that waits
                job.error = own


def _attempt(db: sqlite3.Connection, batch: list[_Job[Any]]) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        for job in batch:
            job.result = job.work(db)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # a full disk ends it by itself
            db.execute("ROLLBACK")
        raise


__all__ = ["Worker"]
