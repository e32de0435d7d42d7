"""Runs jobs at the same time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

import anyio
import anyio.lowlevel

T = TypeVar("T")


async def together(jobs: list[Callable[[], Awaitable[T]]]) -> list[T]:
    """Run jobs at the same time and return their results in order.

    The first error ends the other jobs and is raised as it is, without the group that it would come in.

    Raises:
        RuntimeError: Somebody cancelled the task of a job alone.
    """
    results: dict[int, T] = {}
    errors: list[Exception] = []

    async def run(index: int) -> None:
        try:
            results[index] = await jobs[index]()
        except Exception as error:  # noqa: BLE001  # raised below
            errors.append(error)
            group.cancel_scope.cancel()

    if len(jobs) < 2:
        return [await job() for job in jobs]
    async with anyio.create_task_group() as group:
        for index in range(1, len(jobs)):
            group.start_soon(run, index)
        await run(0)  # in the caller's own task, so that warnings find the line that led here
    if errors:
        raise errors[0]
    if len(results) < len(jobs):  # a job was cancelled while the caller's own task had nothing left to wait for
        await anyio.lowlevel.checkpoint_if_cancelled()
        raise RuntimeError("a request was cancelled, but not by what waits for it")
    return [results[index] for index in range(len(jobs))]


__all__ = ["together"]
