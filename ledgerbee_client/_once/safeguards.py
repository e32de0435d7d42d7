"""How writes are made once, and how their unknown outcomes are settled."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from .._config import DEFAULT_SETTLE_AFTER
from ..errors import ConfigurationError

if TYPE_CHECKING:
    from .records import IdempotencyStore

#: Seconds for which a key is held without a sign of life; it is renewed three times in that time.
LEASE = 5.0


class Safeguards(NamedTuple):
    """How writes are made once, and how their unknown outcomes are settled.

    Attributes:
        store: Keeps intents and results; None when there is none.
        settle_after: Seconds after an attempt until the API can no longer be working on it.
        by_hand: Writes that can't be settled are let through: a person decides when their outcome is unknown.
        lease: Seconds for which a key is held without a sign of life.
        service: The base URL of the API, which a key belongs to.
    """

    store: IdempotencyStore | None = None
    settle_after: float = DEFAULT_SETTLE_AFTER
    by_hand: bool = False
    lease: float = LEASE
    service: str = ""


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
    from .records import IdempotencyStore

    if not isinstance(store, IdempotencyStore):
        raise ConfigurationError("idempotency_store must be a path, or a store such as SQLiteStore or PostgresStore")
    return store, False


__all__ = ["LEASE", "Safeguards", "opened"]
