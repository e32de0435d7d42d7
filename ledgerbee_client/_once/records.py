"""What is kept of a write under an idempotency key, and what a store must be able to do."""

from __future__ import annotations

import datetime as dt
from typing import Any, Protocol, runtime_checkable

from attrs import field, frozen

from .. import _json
from ..errors import IdempotencyStoreError

#: Of the text of an intent. Later versions of this package read all earlier ones.
_FORMAT = 1


@frozen
class Intent:
    """A write that is about to be sent.

    Attributes:
        operation: `resource.method`.
        path: values of the path parameters, in their order.
        query: query parameters.
        body: the JSON body; None when there is none.
        route: METHOD and path of the operation, so that it is recognized when it is called otherwise one day.
        service: the base URL of the API that it goes to; empty where that isn't known.
    """

    operation: str
    path: tuple[str, ...] = ()
    query: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    body: Any = field(default=None, repr=False)
    route: str = ""
    service: str = ""

    def is_same(self, other: Intent) -> bool:
        """Whether another call would send the same, in whatever order and with whatever kind of numbers.

        Args:
            other: the write of the other call.
        """
        if self.operation != other.operation and (not self.route or self.route != other.route):
            return False
        if self.service and other.service and self.service != other.service:
            return False
        return _content(self) == _content(other)

    def dump(self) -> str:
        """The write as JSON, for a store. No header, and so no credential, is in it."""
        whole = {
            "format": _FORMAT,
            "operation": self.operation,
            "route": self.route,
            "service": self.service,
            "path": self.path,
            "query": self.query,
            "body": self.body,
        }
        return _json.dumps(whole).decode()

    @classmethod
    def load(cls, text: str) -> Intent:
        """Read what `dump` wrote, of this version or an earlier one.

        Args:
            text: what `dump` returned.

        Raises:
            IdempotencyStoreError: A later version wrote it, or it is damaged.
        """
        try:
            raw = _json.loads(text.encode())
            if raw["format"] <= _FORMAT:
                query = tuple((str(name), str(value)) for name, value in raw["query"])
                return cls(
                    raw["operation"], tuple(raw["path"]), query, raw["body"], raw["route"], raw.get("service", "")
                )
        except (ValueError, KeyError, TypeError):
            raise IdempotencyStoreError(
                "the idempotency store holds a write that can't be read: is it damaged?"
            ) from None
        raise IdempotencyStoreError("the idempotency store holds a write of a later version of this package")


def _content(intent: Intent) -> tuple[Any, ...]:
    return intent.path, sorted(intent.query), _comparable(intent.body)


def _comparable(value: Any) -> Any:
    """A JSON value that equals another one when both mean the same: 2 is 2.0, but true is not 1."""
    if isinstance(value, dict):
        return {name: _comparable(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_comparable(one) for one in value]
    return (bool, value) if isinstance(value, bool) else value


@frozen
class Result:
    """The response that a write got.

    Attributes:
        status_code: its HTTP status.
        content: its body.
        settled: it was not received, but found out afterwards: the body is the object that was found.
    """

    status_code: int
    content: bytes = field(repr=False)
    settled: bool = False


@frozen
class Record:
    """What a store knows of a key.

    Attributes:
        key: the idempotency key.
        intent: the write.
        owner: who holds the key now; empty when nobody does.
        sent_ago: seconds since the attempt began, by the store's clock.
        free_ago: seconds since whoever held the key last let go of it, or should have; negative while it is held.
        left: the intent was there already, left behind without a result.
        result: the response, once there is one.
        note: what was found when it could not be settled; a person must decide.
    """

    key: str
    intent: Intent
    owner: str
    sent_ago: float = 0.0
    free_ago: float = 0.0
    left: bool = False
    result: Result | None = None
    note: str | None = None


@runtime_checkable
class IdempotencyStore(Protocol):
    """Keeps intents and results by idempotency key, durably, for all tasks, processes or hosts that share it.

    Each method is atomic. A lease is held by its owner for some seconds, by the clock of the store, and can be renewed;
    when it has run out, another may take the key over.
    """

    async def claim(self, key: str, intent: Intent, owner: str, lease: float, /) -> Record:
        """Take a key that is new, or has no result and is held by nobody. The intent is durable when this returns.

        Args:
            key: the idempotency key.
            intent: what is to be sent.
            owner: who takes it; unique to the call.
            lease: seconds for which it is held, by the clock of the store.

        Returns:
            The record as it now stands. Whether the caller holds the key is told by `owner`, and nothing changes for a
            record with a result, or with another intent.
        """
        ...

    async def renew(self, key: str, owner: str, lease: float, /) -> bool:
        """Hold a key for longer.

        Args:
            key: the idempotency key.
            owner: who holds it.
            lease: seconds from now on.

        Returns:
            False: it is no longer held by the owner.
        """
        ...

    async def restart(self, key: str, owner: str, lease: float, /) -> bool:
        """Note that the write is about to be sent again: its attempt begins now.

        Args:
            key: the idempotency key.
            owner: who holds it.
            lease: seconds from now on.

        Returns:
            False: it is no longer held by the owner.
        """
        ...

    async def finish(self, key: str, owner: str | None, result: Result, /) -> bool:
        """Keep the result, durably.

        Args:
            key: the idempotency key.
            owner: who holds it; None: a person decides.
            result: what came back, or was found.

        Returns:
            False: the key is held by another.
        """
        ...

    async def release(self, key: str, owner: str | None, /) -> bool:
        """Forget the key: nothing was applied under it.

        Args:
            key: the idempotency key.
            owner: who holds it; None: a person decides.

        Returns:
            False: it is held by another, or has a result.
        """
        ...

    async def leave(self, key: str, owner: str, note: str | None = None, /) -> None:
        """Let go of a key whose outcome is unknown.

        Args:
            key: the idempotency key.
            owner: who holds it.
            note: what was found out so far.
        """
        ...

    async def find(self, key: str, /) -> Record | None:
        """Return the record of a key.

        Args:
            key: the idempotency key.
        """
        ...

    async def recent(self, seconds: float, /) -> list[Record]:
        """Return the records without a result, held or not, and those whose result is fresh.

        Args:
            seconds: how old a result may be.
        """
        ...

    async def pending(self) -> list[Record]:
        """The records without a result that nobody holds, oldest first."""
        ...

    async def purge(self, before: dt.datetime, /) -> int:
        """Forget old results; intents without one stay.

        Args:
            before: results that were kept before this moment go.

        Returns:
            How many went.
        """
        ...

    async def aclose(self) -> None:
        """Close what the store holds open."""
        ...


__all__ = ["IdempotencyStore", "Intent", "Record", "Result"]
