"""From a method and its arguments to one write under a key."""

from __future__ import annotations

import inspect
import os
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from attrs import frozen

from .._settle import DEFAULT_SETTLE_AFTER
from ..errors import ConfigurationError
from ..generated.client import Paginator
from ..generated.types import Operation
from .records import IdempotencyStore
from .writing import LEASE, Guarded

T = TypeVar("T")


@frozen(kw_only=True)
class Safeguards:
    """How writes are made once, and how their unknown outcomes are settled.

    Attributes:
        store: Keeps intents and results; None when there is none.
        settle_after: Seconds after an attempt until the API can no longer be working on it.
        by_hand: Writes that can't be settled are let through: a person decides when their outcome is unknown.
        lease: Seconds for which a key is held without a sign of life.
    """

    store: IdempotencyStore | None = None
    settle_after: float = DEFAULT_SETTLE_AFTER
    by_hand: bool = False
    lease: float = LEASE

    def __attrs_post_init__(self) -> None:
        number = self.settle_after
        if isinstance(number, bool) or not isinstance(number, int | float) or not 0 <= number < 86400:
            raise ConfigurationError(f"settle_after must be seconds, from 0 to a day, not {number!r}")


def opened(store: IdempotencyStore | str | os.PathLike[str] | None) -> tuple[IdempotencyStore | None, bool]:
    """The store that an argument means, and whether it was made here and so has to be closed here.

    Raises:
        ConfigurationError: It is neither a store nor a path that can be used.
    """
    if store is None:
        return None, False
    if isinstance(store, str | os.PathLike):
        from .sqlite import SQLiteStore

        return SQLiteStore(store), True
    if not isinstance(store, IdempotencyStore):
        raise ConfigurationError("idempotency_store must be a path, or a store such as SQLiteStore or PostgresStore")
    return store, False


async def call_once(
    safeguards: Safeguards, key: str, method: Callable[..., Awaitable[T]], arguments: Any, options: Any
) -> T:
    """Call a method of a resource under a key; see `LedgerBee.once`.

    Raises:
        ConfigurationError: There is no store.
        TypeError: The method is not one of a resource, or the key isn't text.
    """
    if safeguards.store is None:
        raise ConfigurationError(
            "once needs a store that remembers: make the client by LedgerBee(idempotency_store='billing.sqlite'), or "
            "with a PostgresStore"
        )
    if not isinstance(key, str) or not key:
        raise TypeError(f"the key must be a string that isn't empty, not {key!r}")
    resource = getattr(method, "__self__", None)
    function = getattr(method, "__func__", None)
    client = getattr(resource, "_client", None)
    if inspect.iscoroutine(method) or isinstance(method, Paginator):
        if inspect.iscoroutine(method):
            method.close()  # it is never awaited
        raise TypeError(
            "once calls the method itself: pass it and its arguments apart, as in once(key, lb.invoices.create, ...)"
        )
    if function is None or client is None or not isinstance(getattr(method, "__operation__", None), Operation):
        raise TypeError(f"once takes a method of a resource, as in once(key, lb.invoices.create, ...), not {method!r}")
    guarded = Guarded(client, safeguards.store, key, safeguards.settle_after, safeguards.by_hand, safeguards.lease)
    kind: Any = type(resource)
    result: T = await function(kind(guarded), *arguments, **options)
    return result


__all__ = ["Safeguards", "call_once", "opened"]
