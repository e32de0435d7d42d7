"""What belongs to an event loop of this process, and to no other.

A socket, a lock or a running call serves the loop that made it. In another loop (a second `asyncio.run`, another
thread) it fails or hangs; after a fork it is still the parent's, who would notice if the child closed it.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary, WeakSet

import anyio
from anyio.lowlevel import current_token

T = TypeVar("T")


class PerLoop(Generic[T]):
    """A value for each event loop, asyncio or trio, made when the loop first asks for it.

    May be used from several threads. A child process starts with no values at all: those of the parent are neither
    used nor finalized.

    Args:
        make: Makes the value of a loop. Must not await.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._start()
        _instances.add(self)

    def _start(self) -> None:
        self._values: WeakKeyDictionary[Any, T] = WeakKeyDictionary()
        self._changing = threading.Lock()

    def here(self) -> T:
        """Return the value of the running loop.

        Raises:
            anyio.NoEventLoopError: There is no running loop.
        """
        loop = _running_loop()
        value = self._values.get(loop)
        if value is None:
            value = self._make()
            with self._changing:
                self._drop_closed_loops()
                self._values[loop] = value
        return value

    def pop_here(self) -> T | None:
        """Remove the value of the running loop, and return it if there was one."""
        try:
            loop = _running_loop()
        except anyio.NoEventLoopError:
            return None
        with self._changing:
            self._drop_closed_loops()
            return self._values.pop(loop, None)

    def everywhere(self) -> list[T]:
        """Return the values of all loops, running or not."""
        with self._changing:
            self._drop_closed_loops()
            return list(self._values.values())

    def _drop_closed_loops(self) -> None:
        # A value that refers to its loop, as connections do, keeps the weak key alive
        for loop in list(self._values):
            if hasattr(loop, "is_closed") and loop.is_closed():  # asyncio's; a token of trio doesn't say
                del self._values[loop]

    def abandon(self) -> None:
        """Forget all values, and keep them from being finalized: they are another process's."""
        _abandoned.append(self._values)
        self._start()


def _running_loop() -> Any:
    """Return the running loop: that of asyncio, or the token of trio.

    Raises:
        anyio.NoEventLoopError: There is none.
    """
    if "trio" not in sys.modules and "asyncio" in sys.modules:  # anyio finds the same, and takes ten times as long
        try:
            return sys.modules["asyncio"].get_running_loop()
        except RuntimeError:
            pass
    return current_token().native_token


_instances: WeakSet[PerLoop[Any]] = WeakSet()
_abandoned: list[object] = []


def _after_fork() -> None:
    for one in tuple(_instances):
        one.abandon()


if hasattr(os, "register_at_fork"):  # not on Windows, which can't fork
    os.register_at_fork(after_in_child=_after_fork)

__all__ = ["PerLoop"]
