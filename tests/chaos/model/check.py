"""Plays a history, and says what was false in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import anyio

from ledgerbee_client._once.writing import Guarded
from ledgerbee_client.errors import LedgerBeeError, OutcomeUnknownError
from ledgerbee_client.generated.types import UNSET, Request

from .history import LEASE, SETTLE_AFTER, History, Run, Write
from .loop import VirtualLoop
from .store import MemoryStore
from .world import KilledError, Process, Server, body, operations


@dataclass
class Player:
    """Plays histories, one after the other."""

    loop: VirtualLoop = field(default_factory=VirtualLoop)
    #: How the writes ended, over all histories.
    ends: Counter[str] = field(default_factory=Counter)

    def falsehoods(self, history: History) -> list[str]:
        """Play a history; return what was false."""
        return self.loop.run_until_complete(self._play(history))

    async def _play(self, history: History) -> list[str]:
        self.loop.restart()
        server, store = Server(history), MemoryStore()
        if history.rule == "sent":
            for number in range(2):
                server.create("before", body(history, number), -7200.0)
        for other in history.others:
            if other.at <= 0 and history.rule != "sent":
                server.somebody(other)
            elif other.at > 0:
                self.loop.call_later(other.at, server.somebody, other)
        results: dict[str, list[Any]] = {}
        async with anyio.create_task_group() as group:
            for number, write in enumerate(history.writes):
                key = f"key-{number}"
                faults, results[key] = list(write.faults), []
                for run in write.runs:
                    process = Process(server, store, key, faults, run.clock)
                    group.start_soon(_until_done, process, history, write, run, results[key])
        await anyio.sleep(SETTLE_AFTER)  # what is late may land now
        return [text for key, ends in results.items() for text in self._false(history, server, key, ends)]

    def _false(self, history: History, server: Server, key: str, ends: list[Any]) -> list[str]:
        applied = server.applied.get(key, 0)
        found = [f"{key} was applied {applied} times"] if applied > 1 else []
        for end in ends:
            kind = (
                "unsettled"
                if isinstance(end, OutcomeUnknownError)
                else "refused"
                if isinstance(end, Exception)
                else "done"
            )
            self.ends[kind] += 1
            if kind == "refused" and applied and len(ends) == 1:
                found.append(f"{key} was applied and is said to be refused: {end}")
            if kind == "done" and not history.has_duplicate:
                author = server.authors[end["id"]]
                if history.rule == "sent":  # sent is sent, whoever did it
                    found += [] if author != "before" else [f"{end['id']} was never sent and is said to be"]
                elif not applied:
                    found.append(f"{key} was never applied and is said to be, as {end['id']}")
                elif author != key:
                    found.append(f"{key} is said to have made {end['id']}, which {author} made")
        return found


async def _until_done(process: Process, history: History, write: Write, run: Run, results: list[Any]) -> None:
    """Make the write; when the process is killed, start another one."""
    await anyio.sleep(run.start)
    if run.interruption is not None:
        process.last_step, process.stands_still = run.interruption.step, run.interruption.stands_still
    while True:
        try:
            results.append(await _made(process, history, write))
            return
        except LedgerBeeError as error:
            results.append(error)
            return
        except (KilledError, BaseExceptionGroup):
            if not process.is_dead:
                raise
            process = Process(process.server, process.store, process.key, process.faults, run.clock)


async def _made(process: Process, history: History, write: Write) -> Any:
    known = operations(history.rule)
    operation = next(iter(known.values()))
    sent = UNSET if history.rule == "sent" else body(history, write.variant)
    request = Request(operation.path.replace("{id}", f"thing-{write.variant}"), json=sent)
    guarded = Guarded(
        process,
        process,
        process.key,
        SETTLE_AFTER,
        lease=LEASE,
        clock=process.clock(),
        operations=known,  # type: ignore[arg-type]
    )
    return (await guarded.execute(operation, request, lambda value: value)).parsed


def play(history: History) -> list[str]:
    """Play one history by itself."""
    player = Player()
    try:
        return player.falsehoods(history)
    finally:
        player.loop.close()


__all__ = ["Player", "play"]
