"""Cancelling a coroutine at each of its awaits, on asyncio and on trio."""

from __future__ import annotations

import asyncio
import contextlib
import types
from collections.abc import Awaitable, Callable, Generator
from typing import TYPE_CHECKING, Any, Literal

import anyio
import trio

if TYPE_CHECKING:
    from collections.abc import Coroutine

Mode = Literal["asyncio task", "asyncio scope", "trio scope"]
MODES: list[Mode] = ["asyncio task", "asyncio scope", "trio scope"]

#: More steps than any of these calls has.
MANY = 500


class Steps:
    """Drives a coroutine and does something at its n-th suspension."""

    def __init__(self, number: int, action: Callable[[], object]) -> None:
        self._number = number
        self._action = action
        self.seen = 0

    @types.coroutine
    def drive(self, coroutine: Coroutine[Any, Any, object]) -> Generator[Any, Any, object]:
        advance: Callable[[Any], Any] = coroutine.send
        value: Any = None
        while True:
            try:
                trap = advance(value)
            except StopIteration as stop:
                return stop.value
            if self.seen == self._number:
                self._action()
            self.seen += 1
            try:
                advance, value = coroutine.send, (yield trap)
            except BaseException as error:  # noqa: BLE001  # handed on to the coroutine
                advance, value = coroutine.throw, error


async def cancelled_at(step: int, call: Callable[[], Coroutine[Any, Any, object]], mode: Mode) -> bool:
    """Cancels a call at a step. False if it was over before.

    A call may come to its end though it was cancelled, if it has nothing left to wait for.
    """
    if mode == "asyncio task":

        async def run() -> None:
            task = asyncio.current_task()
            assert task is not None
            steps.append(Steps(step, task.cancel))
            await steps[0].drive(call())

        steps: list[Steps] = []
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.create_task(run())
        return steps[0].seen > step
    with anyio.CancelScope() as scope:
        driven = Steps(step, scope.cancel)
        await driven.drive(call())
    return driven.seen > step


def tasks_alive() -> int:
    try:
        return len(asyncio.all_tasks())
    except RuntimeError:
        return trio.lowlevel.current_statistics().tasks_living


def run(main: Callable[..., Awaitable[None]], mode: Mode) -> None:
    anyio.run(main, backend=mode.split()[0])
