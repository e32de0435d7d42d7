"""Scopes: which ones calls need (a table, no network), which ones the credential has, and what is missing.

A missing scope is found before anything is sent. What isn't known never blocks: neither unknown grants nor scopes that
are inferred and not documented.

Source of the rules: the guides on API keys and authentication of the LedgerBee documentation.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, Collection, Iterable
from typing import Any

from ._locks import LoopLock
from .errors import MissingScopeError
from .generated.operations import OPERATIONS
from .generated.types import Operation

_log = logging.getLogger("ledgerbee_client")

#: Seconds after which grants are asked for again, before a call is refused because of them.
_FRESH = 60.0
#: Seconds for which a failure to learn the grants is not repeated.
_PATIENCE = 300.0

#: What names a call: a method of a client, `resource.method`, or the operation itself.
Call = Callable[..., Any] | str | Operation


def operation_of(call: Call) -> Operation:
    """The operation that a method, or a name, stands for.

    Raises:
        ValueError: there is none.
    """
    if isinstance(call, Operation):
        return call
    # Every method of a resource has `__operation__`.
    found = OPERATIONS.get(call) if isinstance(call, str) else getattr(call, "__operation__", None)
    if not isinstance(found, Operation):
        name = call if isinstance(call, str) else getattr(call, "__name__", repr(call))
        raise ValueError(f"{name!r} is no operation; an operation is named as in 'products.create'")
    return found


def needed_scopes(*calls: Call) -> tuple[str, ...]:
    """The scopes that calls need, inferred ones included: what to ask for when a key is made. No network.

    Raises:
        ValueError: a call is no operation.
    """
    return _union(operation_of(call).scopes for call in calls)


def missing_scopes(operations: Iterable[Operation], granted: Collection[str]) -> tuple[str, ...]:
    """The documented scopes that operations need and that are not granted."""
    return _union(
        [scope for scope in one.scopes if scope not in granted] for one in operations if not one.scopes_inferred
    )


def _union(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(scope for scopes in lists for scope in scopes))


class NotKnownYetError(Exception):
    """The grants will be known later; until then nothing is concluded."""


class Scopes:
    """The scopes of a client's credential.

    Args:
        fetch: asks for the grants; None when they can't be learned. May raise whatever it likes.
        renew: called before grants are asked for that `fetch` alone would not know, or not anew: with OAuth they come
            with a token.
        given: the grants, where the caller knows them.
        check: whether calls are checked.
        clock: seconds that only grow.
    """

    def __init__(
        self,
        fetch: Callable[[], Awaitable[Collection[str] | None]],
        *,
        renew: Callable[[], Awaitable[None]] | None = None,
        given: Collection[str] | None = None,
        check: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._fetch = fetch
        self._renew = renew
        self._given = given is not None
        self._granted: frozenset[str] | None = frozenset(given) if given is not None else None
        self._check = check
        self._clock = clock
        self._asked_at: float | None = None
        self._admitted: set[str] = set()
        self._lock = LoopLock()

    # ------------------------------------------------------------------ for callers

    @staticmethod
    def needed(*calls: Call) -> tuple[str, ...]:
        """The scopes that calls need, as in `lb.scopes.needed(lb.products.create, "invoices.send")`. No network.

        Raises:
            ValueError: a call is no operation.
        """
        return needed_scopes(*calls)

    async def granted(self) -> frozenset[str] | None:
        """The scopes that the credential has; None when they can't be learned."""
        return await self._learn(eager=True)

    async def require(self, *calls: Call) -> None:
        """Fails fast: checks at the start of a service that everything it will call is granted.

        Scopes that are inferred, and grants that can't be learned, are no reason to fail.

        Raises:
            MissingScopeError: with all that is missing.
            ValueError: a call is no operation.
        """
        await self._refuse_missing([operation_of(call) for call in calls], await self._learn(eager=True))

    # ------------------------------------------------------------------ for the client

    async def admit(self, operation: Operation) -> None:
        """Refuses a call that the credential has no scope for.

        Raises:
            MissingScopeError: nothing was sent.
        """
        if not self._check or not operation.scopes or operation.scopes_inferred or operation.name in self._admitted:
            return
        await self._refuse_missing([operation], await self._learn())
        if self._granted is not None:
            self._admitted.add(operation.name)

    def forget(self) -> None:
        """The API has just refused a call for want of a scope: what was known is out of date."""
        if not self._given:
            self._admitted.clear()
            self._granted = None
            self._asked_at = None

    async def _refuse_missing(self, operations: list[Operation], granted: frozenset[str] | None) -> None:
        if granted is None or not missing_scopes(operations, granted):
            return
        # Grants may have been added since: look again before a call is refused for want of them.
        granted = await self._learn(max_age=_FRESH)
        missing = missing_scopes(operations, granted) if granted is not None else ()
        if granted is not None and missing:
            names = tuple(one.name for one in operations if missing_scopes([one], granted))
            raise MissingScopeError(names, missing, tuple(sorted(granted)))

    async def _learn(self, *, max_age: float | None = None, eager: bool = False) -> frozenset[str] | None:
        """The grants, asked for once whatever the concurrency; not older than `max_age` seconds.

        Args:
            eager: what isn't known yet is worth a request of its own.
        """
        if self._is_current(max_age):
            return self._granted
        async with self._lock:
            if self._is_current(max_age):  # another task has just asked
                return self._granted
            self._admitted.clear()
            try:
                found, is_new = await self._ask(again=max_age is not None, eager=eager)
            except NotKnownYetError:
                self._granted = self._asked_at = None
                return None
            except Exception as error:  # whatever it is, it must not block the call
                if isinstance(error, Warning):  # the caller made errors of them
                    raise
                _log.info("the granted scopes can't be learned (%s); calls are not checked", type(error).__name__)
                found, is_new = None, True
            self._granted = None if found is None else frozenset(found)
            self._asked_at = self._clock() - (0.0 if is_new else _FRESH)
            return self._granted

    async def _ask(self, *, again: bool, eager: bool) -> tuple[Collection[str] | None, bool]:
        """The grants, and whether they are as new as can be (and not those of a token that may be an hour old)."""
        if self._renew is None:
            return await self._fetch(), True
        if not again:
            try:
                return await self._fetch(), False
            except NotKnownYetError:
                if not eager:
                    raise
        await self._renew()
        return await self._fetch(), True

    def _is_current(self, max_age: float | None) -> bool:
        if self._given:
            return True
        if self._asked_at is None:
            return False
        age = self._clock() - self._asked_at
        if self._granted is None:
            return age < _PATIENCE
        return max_age is None or age < max_age


__all__ = ["Call", "NotKnownYetError", "Scopes", "missing_scopes", "needed_scopes", "operation_of"]
