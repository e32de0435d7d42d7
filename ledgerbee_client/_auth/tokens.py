"""Access tokens, and where they are kept."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import NoReturn, Protocol

from attrs import field, frozen

from .._locks import LoopLock


@frozen
class Token:
    """An access token.

    Attributes:
        value: Goes into `Authorization: Bearer`.
        expires_at: Unix seconds.
        scopes: The scopes granted, if the response named them.
    """

    value: str = field(repr=False)
    expires_at: float
    scopes: tuple[str, ...] | None = None


class TokenStore(Protocol):
    """Where tokens are kept. One that several processes share spares them a token request each.

    A store may also have a method `lock`: see `LockingTokenStore`.
    """

    async def get(self, client_id: str, /) -> Token | None:
        """Return the token that was last put, if there still is one.

        Args:
            client_id: Whose token.

        Returns:
            The token, expired or not; None if there is none.
        """
        ...

    async def put(self, client_id: str, token: Token, /) -> None:
        """Keep a token in the place of an older one.

        Args:
            client_id: Whose token.
            token: The new one.
        """
        ...


class LockingTokenStore(TokenStore, Protocol):
    """A store that also ensures that only one of its users requests a token at a time."""

    def lock(self, client_id: str, /) -> AbstractAsyncContextManager[object]:
        """Return what is held while a token is requested.

        Args:
            client_id: Whose token.

        Returns:
            A context manager that waits until nobody else holds it.
        """
        ...


class MemoryTokenStore:
    """Keeps tokens in memory. Clients that share one make one token request together."""

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}
        self._locks: dict[str, LoopLock] = {}

    async def get(self, client_id: str, /) -> Token | None:
        """Return the token that was last put. See `TokenStore.get`."""
        return self._tokens.get(client_id)

    async def put(self, client_id: str, token: Token, /) -> None:
        """Keep a token. See `TokenStore.put`."""
        self._tokens[client_id] = token

    def lock(self, client_id: str, /) -> LoopLock:
        """Return the lock of a client. See `LockingTokenStore.lock`."""
        return self._locks.setdefault(client_id, LoopLock())

    def __reduce__(self) -> NoReturn:
        raise TypeError("a MemoryTokenStore holds credentials and can't be pickled")


__all__ = ["LockingTokenStore", "MemoryTokenStore", "Token", "TokenStore"]
