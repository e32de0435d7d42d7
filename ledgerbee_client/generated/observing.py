"""Notices while a response is decoded that something is not as documented.

Models are decoded without a thought of who asked. Whoever wants to know puts the decoding into a `Watch`; what differs,
and where, is then looked up in the models themselves (see `differences`).
"""

from __future__ import annotations

from contextvars import ContextVar, Token
from types import TracebackType
from typing import Literal, Self

#: What a response may have that the document doesn't say, or lack.
DifferenceKind = Literal["missing", "unexpected", "unknown_field", "unknown_value"]

_current: ContextVar[Watch | None] = ContextVar("ledgerbee_decoding", default=None)


class Watch:
    """Notice whether anything that is decoded inside differs from the document.

    Attributes:
        irregular: something differs, or may differ.
    """

    __slots__ = ("_token", "irregular")
    _token: Token[Watch | None]

    def __init__(self) -> None:
        self.irregular = False

    def __enter__(self) -> Self:
        self._token = _current.set(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        _current.reset(self._token)


def irregular() -> None:
    """Tell the watch, if there is one, that something is not as documented."""
    watch = _current.get()
    if watch is not None:
        watch.irregular = True
