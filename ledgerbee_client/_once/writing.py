"""One write under an idempotency key: intent, attempt, result; and what is left behind when one of them is missing.

claim -> (settle what was left behind) -> send -> keep the result
  |                                        |
  +- waits while another holds the key     +- unknown: settle -> send again only if it was not applied
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import uuid
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

import anyio
from attrs import define, field

from .. import _json
from .._settle.clock import SYSTEM, Clock
from .._settle.others import Others, Unresolved
from .._settle.reading import Settler
from .._settle.sent import Sent, path_values
from .._verdicts import Applied, NotApplied, Unsettled
from ..errors import (
    APIError,
    ConfigurationError,
    IdempotencyKeyReuseError,
    IdempotencyStoreError,
    LedgerBeeError,
    NotFoundError,
    OutcomeUnknownError,
    ResponseDecodeError,
    ServerError,
    UnsettledError,
)
from ..generated.operations import OPERATIONS
from ..generated.types import UNSET, Operation, Request, Response
from .lease import Lease, LeaseExpiredError
from .records import IdempotencyStore, Intent, Record, Result
from .results import ByStatus, found, ids_in, kept, replayed
from .safeguards import LEASE

if TYPE_CHECKING:
    from ..generated.client import AsyncClient

_log = logging.getLogger("ledgerbee_client")

T = TypeVar("T")

#: Seconds between two looks at a key that another holds.
_FIRST_LOOK, _LONGEST_LOOK = 0.02, 1.0
#: How often a write that was provably not applied is sent again.
_ROUNDS = 3
#: Makes idempotency keys of the API from keys of the caller.
_NAMESPACE = uuid.UUID("6f1d9a3e-0a4c-5c1e-9d5b-9f3b8f3c2a71")
#: Results that are so much older than an attempt, in seconds, are of objects that can't be what it has made.
_LONG_AGO = 600.0


@define
class Guarded:
    """Stands in the place of the client for one call of a resource's method, and lets its write through once.

    Args:
        client: sends.
        store: keeps intents and results.
        key: the idempotency key.
        settle_after: see `Settler`.
        by_hand: writes that can't be settled are let through too: a person decides when their outcome is unknown.
        lease: seconds for which the key is held without a sign of life.
        service: the base URL of the API; a key belongs to one.
        clock: of this machine.
    """

    client: AsyncClient
    store: IdempotencyStore
    key: str
    settle_after: float
    by_hand: bool = False
    lease: float = LEASE
    service: str = ""
    clock: Clock = SYSTEM
    operations: Mapping[str, Operation] = field(factory=lambda: OPERATIONS)
    has_begun: bool = field(default=False, init=False)

    async def execute(
        self,
        operation: Operation,
        request: Request,
        decode: Callable[[Any], T],
        by_status: ByStatus[T] | None = None,
    ) -> Response[T]:
        """Send a write unless it was made before; see `LedgerBee.once`."""
        self.has_begun = True
        self._ensure_write(operation)
        if operation.idempotency == "key" and operation.idempotency_header:
            request.headers.setdefault(operation.idempotency_header, str(uuid.uuid5(_NAMESPACE, self.key)))
        return await _Write(self, operation, request, decode, by_status).run()

    def paginate(self, operation: Operation, *_arguments: object, **_options: object) -> NoReturn:
        """Refuse: a list is read."""
        self._refuse_read(operation)

    async def download(self, operation: Operation, *_arguments: object, **_options: object) -> NoReturn:
        """Refuse: a file is read."""
        self._refuse_read(operation)

    def _refuse_read(self, operation: Operation) -> NoReturn:
        raise TypeError(f"once is for writes; {operation.name} reads: call it as it is")

    def _ensure_write(self, operation: Operation) -> None:
        if operation.idempotency == "safe":
            self._refuse_read(operation)
        if operation.idempotency != "none" or self.by_hand:
            return
        rule = operation.settlement
        if rule is None or rule.kind == "none":
            why = rule.reason if rule else "it is not known how"
            raise ConfigurationError(
                f"{operation.name}: if the response were lost, its outcome could not be settled: {why}. Nothing was "
                "sent. To let a person decide in such a case, pass settle_by_hand=True to LedgerBee or with_options"
            )


@define
class _Write(Generic[T]):
    """The course of one call."""

    guard: Guarded
    operation: Operation
    request: Request
    decode: Callable[[Any], T]
    by_status: ByStatus[T] | None
    lease: Lease = field(init=False)
    is_held: bool = field(default=False, init=False)
    may_have_been_sent: bool = field(default=False, init=False)

    def __attrs_post_init__(self) -> None:
        guard = self.guard
        self.lease = Lease(guard.store, guard.key, uuid.uuid4().hex, guard.lease, guard.clock)

    async def run(self) -> Response[T]:
        try:
            record = await self._claim()
        except anyio.get_cancelled_exc_class():
            await self._leave()  # it may have been taken when the cancellation came
            raise
        if record.result is not None:
            return self._replayed(record.result)
        self.is_held = True
        try:
            return await self._while_held(record)
        finally:
            if self.is_held:
                await self._leave()

    async def _leave(self, note: str | None = None) -> None:
        """Let go of the key. Where the store fails the lease runs out by itself."""
        self.is_held = False
        with anyio.CancelScope(shield=True):
            try:
                await self.guard.store.leave(self.guard.key, self.lease.owner, note)
            except IdempotencyStoreError as error:
                _log.warning("%s: its key could not be let go of: %s", self.operation.name, error)

    # ------------------------------------------------------------------ the key

    async def _claim(self) -> Record:
        """Take the key, or wait until whoever holds it is done."""
        intent = self._intent()
        pause = _FIRST_LOOK
        while True:
            record = await self.lease.claim(intent)
            if record.intent is not intent and not record.intent.is_same(intent):
                raise self._reused(record)
            if record.result is not None or record.owner == self.lease.owner:
                return record
            await anyio.sleep(pause)
            pause = min(pause * 2, _LONGEST_LOOK)

    def _intent(self) -> Intent:
        body = None if self.request.json is UNSET else _json.loads(_json.dumps(self.request.json))
        values = tuple(path_values(self.operation.path, self.request.path).values())
        route = f"{self.operation.method} {self.operation.path}"
        return Intent(self.operation.name, values, tuple(self.request.query), body, route, self.guard.service)

    def _reused(self, record: Record) -> IdempotencyKeyReuseError:
        same = record.intent.operation == self.operation.name
        what = "with other arguments" if same else f"by {record.intent.operation}"
        if record.intent.service and self.guard.service and record.intent.service != self.guard.service:
            what = f"for the API at {record.intent.service}, and this client calls {self.guard.service}"
        error = IdempotencyKeyReuseError(
            f"{self.operation.name}: the key {self.guard.key!r} was used {what}; nothing was sent. "
            "Another write needs another key"
        )
        error.key, error.began, error.operation = self.guard.key, record.intent.operation, self.operation.name
        return error

    async def _while_held(self, record: Record) -> Response[T]:
        """Do the work while the lease is renewed."""
        response: Response[T] | None = None
        error: Exception | None = None
        async with anyio.create_task_group() as group:
            group.start_soon(self.lease.keep)
            try:
                response = await self._work(record)
            except Exception as caught:  # noqa: BLE001  # raised below, outside of the group, as it is
                error = caught
            group.cancel_scope.cancel()
        if error is not None:
            raise error
        assert response is not None
        return response

    # ------------------------------------------------------------------ attempts

    async def _work(self, record: Record) -> Response[T]:
        if record.left:
            self.may_have_been_sent = True
            settled = await self._settled_later(record)
            if settled is not None:
                return settled
            await self._restart()
        for _round in range(_ROUNDS):
            answered = await self._send()
            if answered is not None:
                return answered
            await self._restart()
        raise self._unsettled(Unsettled(f"it was not applied {_ROUNDS} times in a row"))

    async def _settled_later(self, record: Record) -> Response[T] | None:
        """What became of an attempt that was left behind."""
        lease = self.lease
        # Whoever held the key may have sent until its lease ran out; and the store may have answered late
        longer = max(record.sent_ago - record.free_ago, 0.0) + lease.granted - lease.asked
        return await self._settled(self._sent(lease.asked - record.sent_ago), self.guard.settle_after + longer)

    async def _restart(self) -> None:
        if self.lease.is_lost or not await self.lease.restart():
            raise self._lost()

    def _lost(self) -> UnsettledError:
        return self._unsettled(Unsettled("the lease on the key was lost: another process goes on with it"))

    async def _send(self) -> Response[T] | None:
        """One attempt. None: it was provably not applied, and may be made again."""
        began = self.guard.clock.passed()
        try:
            response = await self._execute()
        except ResponseDecodeError as error:
            if error.response is not None:
                await self._keep(kept(error.response.status_code, error.response.content))
            raise
        except UnsettledError:  # the lease was lost before anything was sent
            raise
        except LedgerBeeError as error:
            if isinstance(error, NotFoundError) and self.operation.method == "DELETE" and self.may_have_been_sent:
                return await self._concluded(Result(404, b""))  # an earlier attempt has done its work
            if is_refusal(error):
                await self.guard.store.release(self.guard.key, self.lease.owner)
                self.is_held = False
                raise
            if self.operation.idempotency != "none" or not _is_unknown(error):
                raise  # the key keeps its intent: the next call sends it again
            waited = self.guard.clock.passed() - began
            return await self._settled(self._sent(began), self.guard.settle_after + waited, error)
        await self._keep(kept(response.status_code, response.content))
        return response

    async def _execute(self) -> Response[T]:
        """Send, unless the key may be another's by now, because this process or its machine stood still."""
        while True:
            try:
                with self.lease.guarding():
                    return await self.guard.client.execute(self.operation, self.request, self.decode, self.by_status)
            except LeaseExpiredError:
                if not await self.lease.renew():
                    raise self._lost() from None

    async def _settled(
        self, sent: Sent, settle_after: float, error: LedgerBeeError | None = None
    ) -> Response[T] | None:
        """What became of an attempt: its result, or None when it was not applied."""
        if self.operation.idempotency != "none":
            return None  # sent again, it does no harm
        guard = self.guard
        settler = Settler(
            guard.client,
            sent,
            settle_after=settle_after,
            others=lambda: self._others(sent),
            clock=guard.clock,
            operations=guard.operations,
        )
        verdict: Applied[Any] | NotApplied | Unsettled | None = None
        with self.lease.waiting():
            verdict = await settler.settle()
        if verdict is None:
            raise self._lost() from error
        _log.info("%s was settled: %s, %d reads", self.operation.name, type(verdict).__name__, len(verdict.evidence))
        if isinstance(verdict, NotApplied):
            return None
        if isinstance(verdict, Applied):
            return await self._concluded(found(verdict.result))
        ids = [str(one.get("id")) for one in verdict.candidates]
        await self._leave(json.dumps({"reason": verdict.reason, "candidates": ids}))
        raise self._unsettled(verdict) from error

    async def _others(self, sent: Sent) -> Others:
        """What other keys of the store have made, or may have."""
        since = (self.guard.clock.now() - sent.at).total_seconds() + _LONG_AGO
        made: set[str] = set()
        unresolved = []
        for record in await self.guard.store.recent(since):
            operation = self.guard.operations.get(record.intent.operation)
            if record.key == self.guard.key or operation is None or operation.settlement is None:
                continue
            ids = ids_in(record.result) if record.result is not None else frozenset()
            made |= ids
            if not ids:
                unresolved.append(Unresolved(operation.settlement, record.intent.body))
        return Others(frozenset(made), tuple(unresolved))

    def _sent(self, began: float) -> Sent:
        """What was sent; `began` is by the clock of what has passed, whatever the hour was said to be then."""
        body = {} if self.request.json is UNSET else _json.loads(_json.dumps(self.request.json))
        at = self.guard.clock.now() - dt.timedelta(seconds=self.guard.clock.passed() - began)
        return Sent(self.operation.name, at, path_values(self.operation.path, self.request.path), body)

    def _unsettled(self, verdict: Unsettled) -> UnsettledError:
        error = UnsettledError(
            f"{self.operation.name} under the key {self.guard.key!r}: it can't be told whether it was applied: "
            f"{verdict.reason}. Find out, then say so: `ledgerbee resolve`, with --applied ID or --not-applied"
        )
        error.key, error.verdict, error.operation = self.guard.key, verdict, self.operation.name
        error.read_back = self.operation.read_back
        return error

    # ------------------------------------------------------------------ results

    async def _keep(self, result: Result) -> None:
        """Keep the result durably, even when the caller is cancelled meanwhile."""
        self.is_held = False
        with anyio.CancelScope(shield=True):
            try:
                await self.guard.store.finish(self.guard.key, self.lease.owner, result)
            except IdempotencyStoreError as error:
                error.applied, error.operation = True, self.operation.name
                error.add_note(f"{self.operation.name} was applied; only its result could not be kept")
                raise

    async def _concluded(self, result: Result) -> Response[T]:
        """Keep a result that was found out, and return it."""
        await self._keep(result)
        return self._replayed(result)

    def _replayed(self, result: Result) -> Response[T]:
        return replayed(self.operation, self.request, result, self.decode, self.by_status)


def is_refusal(error: Exception) -> bool:
    """Whether an error says that the write was not applied, so that its key is free again."""
    if isinstance(error, IdempotencyKeyReuseError | IdempotencyStoreError):
        return False
    if isinstance(error, APIError) and error.status_code == 408:
        return False
    return getattr(error, "applied", None) is False


def _is_unknown(error: LedgerBeeError) -> bool:
    return isinstance(error, OutcomeUnknownError | ServerError) or not isinstance(error, APIError)


__all__ = ["Guarded", "is_refusal"]
