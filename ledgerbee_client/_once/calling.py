"""From a method and its arguments to one write under a key."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from ..errors import ConfigurationError
from ..generated.client import Paginator
from ..generated.types import Operation
from .safeguards import Safeguards
from .writing import Guarded

T = TypeVar("T")


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
    guarded = Guarded(
        client,
        safeguards.store,
        key,
        safeguards.settle_after,
        safeguards.by_hand,
        safeguards.lease,
        safeguards.service,
    )
    kind: Any = type(resource)
    try:
        result: T = await function(kind(guarded), *arguments, **options)
    except (TypeError, ValueError) as error:
        if not guarded.has_begun:  # the arguments can't be sent; said as all other errors do
            vars(error).setdefault("applied", False)
        raise
    return result


__all__ = ["call_once"]
