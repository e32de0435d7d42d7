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
import httpx
from attrs import define, field

from .. import _json
from .._decode import decoded
from .._settle.reading import Settler
from .._settle.sent import Sent, path_values
from .._settle.verdicts import Applied, NotApplied, Unsettled
from ..errors import (
    APIError,
    ConfigurationError,
    ConnectionFailedError,
    IdempotencyKeyReuseError,
    IdempotencyStoreError,
    LedgerBeeError,
    MissingScopeError,
    OutcomeUnknownError,
    ResponseDecodeError,
    ServerError,
    UnsettledError,
)
from ..generated.types import UNSET, Operation, Request, Response, ResponseKind
from .records import IdempotencyStore, Intent, Record, Result
from .safeguards import LEASE

if TYPE_CHECKING:
    from ..generated.client import AsyncClient

_log = logging.getLogger("ledgerbee_client")

T = TypeVar("T")
ByStatus = Mapping[int, tuple[ResponseKind, Callable[[Any], T]]]

#: Seconds between two looks at a key that another holds.
_FIRST_LOOK, _LONGEST_LOOK = 0.02, 1.0
#: How often a write that was provably not applied is sent again.
_ROUNDS = 3
#: Makes idempotency keys of the API from keys of the caller.
_NAMESPACE = uuid.UUID("6f1d9a3e-0a4c-5c1e-9d5b-9f3b8f3c2a71")
#: Fields of responses that are secrets: they are not kept.
_SECRETS = frozenset({"secret", "signingsecret", "token", "accesstoken", "clientsecret"})


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
    """

    client: AsyncClient
    store: IdempotencyStore
    key: str
    settle_after: float
    by_hand: bool = False
    lease: float = LEASE

    async def execute(
        self,
        operation: Operation,
        request: Request,
        decode: Callable[[Any], T],
        by_status: ByStatus[T] | None = None,
    ) -> Response[T]:
        """Send a write unless it was made before; see `LedgerBee.once`."""
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
    owner: str = field(factory=lambda: uuid.uuid4().hex, init=False)
    is_held: bool = field(default=False, init=False)

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

    async def _leave(self) -> None:
        with anyio.CancelScope(shield=True):
            await self.guard.store.leave(self.guard.key, self.owner)

    # ------------------------------------------------------------------ the key

    async def _claim(self) -> Record:
        """Take the key, or wait until whoever holds it is done."""
        intent = self._intent()
        pause = _FIRST_LOOK
        while True:
            record = await self.guard.store.claim(self.guard.key, intent, self.owner, self.guard.lease)
            if record.intent.fingerprint != intent.fingerprint:
                raise self._reused(record)
            if record.result is not None or record.owner == self.owner:
                return record
            await anyio.sleep(pause)
            pause = min(pause * 2, _LONGEST_LOOK)

    def _intent(self) -> Intent:
        body = None if self.request.json is UNSET else json.loads(_json.dumps(self.request.json))
        values = tuple(path_values(self.operation.path, self.request.path).values())
        return Intent(self.operation.name, values, tuple(self.request.query), body)

    def _reused(self, record: Record) -> IdempotencyKeyReuseError:
        same = record.intent.operation == self.operation.name
        what = "with other arguments" if same else f"by {record.intent.operation}"
        error = IdempotencyKeyReuseError(
            f"{self.operation.name}: the key {self.guard.key!r} was used {what}; nothing was sent. "
            "Another write needs another key"
        )
        error.key, error.began, error.operation = self.guard.key, record.intent.operation, self.operation.name
        return error

    async def _while_held(self, record: Record) -> Response[T]:
        """Do the work while the lease is renewed; stop when it is lost, before anything is sent twice."""
        response: Response[T] | None = None
        error: Exception | None = None
        async with anyio.create_task_group() as group:
            group.start_soon(self._renew, group.cancel_scope)
            try:
                response = await self._work(record)
            except Exception as caught:  # noqa: BLE001  # raised below, outside of the group, as it is
                error = caught
            group.cancel_scope.cancel()
        if error is not None:
            raise error
        if response is None:
            raise self._unsettled(Unsettled("the lease on the key was lost: another process goes on with it"))
        return response

    async def _renew(self, work: anyio.CancelScope) -> None:
        while True:
            await anyio.sleep(self.guard.lease / 3)
            if not await self.guard.store.renew(self.guard.key, self.owner, self.guard.lease):
                work.cancel()

    # ------------------------------------------------------------------ attempts

    async def _work(self, record: Record) -> Response[T]:
        if record.left:
            earlier = record.began
            sent = self._sent(earlier)
            # Whoever held the key may have sent until its lease ran out
            found = await self._settled(sent, self.guard.settle_after + max(record.sent_ago - record.free_ago, 0.0))
            if found is not None:
                return found
            await self._restart()
        for _round in range(_ROUNDS):
            answered = await self._send()
            if answered is not None:
                return answered
            await self._restart()
        raise self._unsettled(Unsettled(f"it was not applied {_ROUNDS} times in a row"))

    async def _restart(self) -> None:
        if not await self.guard.store.restart(self.guard.key, self.owner, self.guard.lease):
            raise self._unsettled(Unsettled("the lease on the key was lost: another process goes on with it"))

    async def _send(self) -> Response[T] | None:
        """One attempt. None: it was provably not applied, and may be made again."""
        began = _now()
        try:
            response = await self.guard.client.execute(self.operation, self.request, self.decode, self.by_status)
        except ResponseDecodeError as error:
            if error.response is not None:
                await self._keep(Result(error.response.status_code, _without_secrets(error.response.content)))
            raise
        except LedgerBeeError as error:
            if is_refusal(error):
                await self.guard.store.release(self.guard.key, self.owner)
                self.is_held = False
                raise
            if self.operation.idempotency != "none" or not _is_unknown(error):
                raise  # the key keeps its intent: the next call sends it again
            waited = (_now() - began).total_seconds()
            return await self._settled(self._sent(began), self.guard.settle_after + waited, error)
        await self._keep(Result(response.status_code, _without_secrets(response.content)))
        return response

    async def _settled(
        self, sent: Sent, settle_after: float, error: LedgerBeeError | None = None
    ) -> Response[T] | None:
        """What became of an attempt: its result, or None when it was not applied."""
        if self.operation.idempotency != "none":
            return None  # sent again, it does no harm
        settler = Settler(self.guard.client, sent, settle_after=settle_after)
        verdict = await settler.settle()
        _log.info("%s was settled: %s, %d reads", self.operation.name, type(verdict).__name__, len(verdict.evidence))
        if isinstance(verdict, NotApplied):
            return None
        if isinstance(verdict, Applied):
            result = Result(200, _json.dumps(verdict.result if verdict.result is not None else {}), settled=True)
            await self._keep(result)
            return self._replayed(result)
        ids = [str(one.get("id")) for one in verdict.candidates]
        note = json.dumps({"reason": verdict.reason, "candidates": ids})
        await self.guard.store.leave(self.guard.key, self.owner, note)
        self.is_held = False
        raise self._unsettled(verdict) from error

    def _sent(self, at: dt.datetime) -> Sent:
        body = {} if self.request.json is UNSET else json.loads(_json.dumps(self.request.json))
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
                await self.guard.store.finish(self.guard.key, self.owner, result)
            except IdempotencyStoreError as error:
                error.applied, error.operation = True, self.operation.name
                error.add_note(f"{self.operation.name} was applied; only its result could not be kept")
                raise

    def _replayed(self, result: Result) -> Response[T]:
        kind: ResponseKind = self.operation.response_kind
        decode = self.decode
        if self.by_status is not None and result.status_code in self.by_status and not result.settled:
            kind, decode = self.by_status[result.status_code]
        request = httpx.Request(self.operation.method, f"https://kept{self.request.path}")
        response = httpx.Response(result.status_code, content=result.content, request=request)
        value = decoded(self.operation, response, kind, decode)
        return Response(result.status_code, response.headers, result.content, value)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def is_refusal(error: Exception) -> bool:
    """Whether an error says that the write was not applied."""
    if isinstance(error, MissingScopeError | ConnectionFailedError | ValueError | TypeError):
        return True  # nothing was sent
    return isinstance(error, APIError) and not isinstance(error, ServerError) and error.status_code != 408


def _is_unknown(error: LedgerBeeError) -> bool:
    return isinstance(error, OutcomeUnknownError | ServerError) or not isinstance(error, APIError)


def _without_secrets(content: bytes) -> bytes:
    """A response as it may be kept: without the secrets that are shown once."""
    lowered = content.lower()
    if not any(name.encode() in lowered for name in _SECRETS):
        return content
    try:
        value = json.loads(content)
    except ValueError:
        return b""
    return _json.dumps(_stripped(value))


def _stripped(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _stripped(one) for name, one in value.items() if name.lower().replace("_", "") not in _SECRETS}
    return [_stripped(one) for one in value] if isinstance(value, list) else value


__all__ = ["Guarded", "is_refusal"]
