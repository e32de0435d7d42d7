"""Scopes: which ones calls need (a table, no network), which ones the credential has, and what is missing.

A missing scope is found before anything is sent. What isn't known never blocks: neither unknown grants nor scopes that
are inferred and not documented.

Source of the rules: the guides on API keys and authentication of the LedgerBee documentation.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, Collection, Iterable
from typing import TYPE_CHECKING, Any, Protocol

from ._auth import Grants
from ._locks import LoopLock
from .errors import MissingScopeError
from .generated.operations import OPERATIONS
from .generated.types import Operation

if TYPE_CHECKING:
    from ._auth import InternalCall
    from ._warnings import Warnings

_log = logging.getLogger("ledgerbee_client")

#: Seconds after which grants are fetched again, before a call is refused because of them.
_FRESH = 60.0
#: Seconds for which a failure to fetch the grants is not repeated.
_PATIENCE = 300.0

#: What names a call: a method of a client, `resource.method`, or the operation itself.
Call = Callable[..., Any] | str | Operation


def operation_of(call: Call) -> Operation:
    """Return the operation that a method, or a name, stands for.

    Args:
        call: A method of a resource, `resource.method`, or an operation.

    Raises:
        ValueError: There is none.
    """
    if isinstance(call, Operation):
        return call
    found = OPERATIONS.get(call) if isinstance(call, str) else getattr(call, "__operation__", None)
    if isinstance(found, Operation):
        return found
    import difflib  # for the message only

    name = call if isinstance(call, str) else getattr(call, "__qualname__", repr(call))
    near = difflib.get_close_matches(name.lower(), OPERATIONS, n=1)
    hint = f"did you mean {near[0]!r}?" if near else "an operation is named as in 'products.create'"
    raise ValueError(f"unknown operation {name!r}, {hint}")


def needed_scopes(*calls: Call) -> tuple[str, ...]:
    """Return the scopes that calls need, inferred ones included: what to ask for when a key is made. No network.

    Args:
        *calls: Methods of a client, or their names.

    Raises:
        ValueError: A call is no operation.
    """
    return _union(operation_of(call).scopes for call in calls)


def missing_scopes(operations: Iterable[Operation], granted: Collection[str]) -> tuple[str, ...]:
    """Return the documented scopes that operations need and that are not granted."""
    return _union(
        [scope for scope in one.scopes if scope not in granted] for one in operations if not one.scopes_inferred
    )


def _union(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(scope for scopes in lists for scope in scopes))


class GrantSource(Protocol):
    """Who knows what was granted: a credential (see `_auth.credentials.Credential`), or the caller."""

    async def known_grants(self, call: InternalCall, /) -> Grants | None:
        """Return what is known without delaying a call for long; None while nothing is."""
        ...

    async def fetch_grants(self, call: InternalCall, /) -> Grants | None:
        """Return how things are now, whatever it takes; None if that can be had later only."""
        ...


class GivenGrants:
    """Grants that the caller knows. They are never fetched."""

    def __init__(self, scopes: frozenset[str]) -> None:
        self._scopes = scopes

    async def known_grants(self, call: InternalCall) -> Grants:
        """Return them."""
        return Grants(self._scopes)

    async def fetch_grants(self, call: InternalCall) -> Grants:
        """Return them."""
        return Grants(self._scopes)


class Scopes:
    """The scopes of a client's credential.

    Args:
        source: Who knows what was granted.
        call: Makes the internal requests that the source needs.
        warnings: Is told when the credential ends.
        check: Whether calls are checked.
        clock: Seconds that only grow.
    """

    def __init__(
        self,
        source: GrantSource,
        call: InternalCall,
        warnings: Warnings,
        *,
        check: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._source = source
        self._call = call
        self._warnings = warnings
        self._check = check
        self._clock = clock
        self._grants: Grants | None = None
        self._fetched_at = 0.0
        self._checked: set[str] = set()  # operations that these grants allow
        self._lock = LoopLock()

    # ------------------------------------------------------------------ for callers

    @staticmethod
    def needed(*calls: Call) -> tuple[str, ...]:
        """Return the scopes that calls need, as in `lb.scopes.needed(lb.products.create, "invoices.send")`. No network.

        Args:
            *calls: Methods of a client, or their names.

        Raises:
            ValueError: A call is no operation.
        """
        return needed_scopes(*calls)

    async def granted(self) -> frozenset[str] | None:
        """Return the scopes that the credential has.

        Returns:
            The scopes; None when they can't be known.
        """
        grants = await self._known_or_fetched()
        return None if grants is None else grants.scopes

    async def require(self, *calls: Call) -> None:
        """Check, at the start of a service, that everything it will call is granted.

        Scopes that are inferred, and grants that can't be known, are no reason to fail.

        Args:
            *calls: Methods of a client, or their names.

        Raises:
            MissingScopeError: With all that is missing.
            ValueError: A call is no operation.
        """
        operations = [operation_of(call) for call in calls]
        await self._ensure_granted(operations, await self._known_or_fetched())

    # ------------------------------------------------------------------ for the client

    async def ensure(self, operation: Operation) -> None:
        """Refuse a call that the credential has no scope for.

        Args:
            operation: What is called.

        Raises:
            MissingScopeError: Nothing was sent.
        """
        if not self._check or not operation.scopes or operation.scopes_inferred or operation.name in self._checked:
            return
        grants = await self._known()
        await self._ensure_granted([operation], grants)
        if grants is not None and grants.scopes is not None:
            self._checked.add(operation.name)

    def forget(self) -> None:
        """Drop what is known: the API has just refused a call for want of a scope."""
        self._checked.clear()
        self._grants = None

    async def _ensure_granted(self, operations: list[Operation], grants: Grants | None) -> None:
        if grants is None or grants.scopes is None or not missing_scopes(operations, grants.scopes):
            return
        # Grants may have been added since: look again before a call is refused for want of them.
        grants = await self._fresh()
        if grants is not None and grants.scopes is not None:
            missing = missing_scopes(operations, grants.scopes)
            if missing:
                names = tuple(one.name for one in operations if missing_scopes([one], grants.scopes))
                raise MissingScopeError(names, missing, tuple(sorted(grants.scopes)))

    # ------------------------------------------------------------------ what is known

    async def _known(self) -> Grants | None:
        """The grants, fetched once whatever the concurrency, where that doesn't delay a call for long."""
        if not self._is_current():
            async with self._lock:
                if not self._is_current():  # another task has just fetched them
                    await self._update(self._source.known_grants)
        return self._grants

    async def _fresh(self) -> Grants | None:
        """The grants as they are now."""
        if not self._is_fresh():
            async with self._lock:
                if not self._is_fresh():
                    await self._update(self._source.fetch_grants)
        return self._grants

    async def _known_or_fetched(self) -> Grants | None:
        grants = await self._known()
        return await self._fresh() if grants is None else grants

    async def _update(self, fetch: Callable[[InternalCall], Awaitable[Grants | None]]) -> None:
        try:
            grants = await fetch(self._call)
        except Exception as error:  # whatever it is, it must not block the call
            if isinstance(error, Warning):  # the caller made errors of them
                raise
            _log.info("the granted scopes can't be fetched (%s); calls are not checked", type(error).__name__)
            grants = Grants(None)
        self._checked.clear()
        self._grants = grants
        self._fetched_at = self._clock()
        if grants is not None:
            self._warnings.expires(grants.expires_at)

    def _is_current(self) -> bool:
        """Whether what is known can be used to allow a call."""
        grants = self._grants
        if grants is None:
            return False
        return grants.scopes is not None or self._clock() - self._fetched_at < _PATIENCE

    def _is_fresh(self) -> bool:
        """Whether what is known is recent enough to refuse a call."""
        grants = self._grants
        if grants is None or not grants.is_fresh:
            return False
        return self._clock() - self._fetched_at < (_PATIENCE if grants.scopes is None else _FRESH)


__all__ = ["Call", "GivenGrants", "Scopes", "missing_scopes", "needed_scopes", "operation_of"]
