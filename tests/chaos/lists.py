"""A list that others write to while it is read, and what a reading of it must not do.

In memory: what is tried is the reading, ten thousand times, and not the transport.
"""

from __future__ import annotations

import random
import warnings
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import anyio
import anyio.lowlevel

from ledgerbee_client._pagination.paginator import ListPaginator
from ledgerbee_client.errors import PaginationDriftWarning
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.generated.types import Request

#: What the writer does between two requests.
#: `add`: adds rows. `write`: adds and removes, as many as it likes. `one`: adds, removes or moves one row.
#: `storm`: adds, removes and moves, as many as it likes.
Writer = Literal["quiet", "add", "write", "one", "storm"]


@dataclass(slots=True)
class Listed:
    """A list on a server, with a writer.

    Args:
        rows: How many rows there are at first.
        cap: Rows a page at most.
        total: The envelope says how many rows there are.
    """

    rows: int
    chance: random.Random
    writer: Writer = "quiet"
    cap: int = 100
    total: bool = True
    most: int = 3
    calm: float = 0.4
    front: bool = False
    ids: list[str] = field(default_factory=list)
    #: Rows that were there all the time, and of them those that nobody moved.
    always: set[str] = field(default_factory=set)
    unmoved: set[str] = field(default_factory=set)
    requests: int = 0
    made: int = 0
    in_flight: int = 0
    most_in_flight: int = 0

    def __post_init__(self) -> None:
        for _ in range(self.rows):
            self.add(len(self.ids))
        self.always = set(self.ids)
        self.unmoved = set(self.ids)

    def add(self, place: int) -> None:
        self.made += 1
        self.ids.insert(place, f"row-{self.made}")

    def change(self) -> None:
        """What happens between two requests."""
        if self.writer == "quiet" or self.chance.random() < self.calm:
            return
        kinds: dict[str, list[Callable[[], None]]] = {
            "add": [self._add],
            "write": [self._add, self._remove],
            "one": [self._add, self._remove, self._move],
            "storm": [self._add, self._remove, self._move],
        }
        times = 1 if self.writer == "one" else self.chance.randint(1, self.most)
        for _ in range(times):
            self.chance.choice(kinds[self.writer])()

    def _place(self) -> int:
        return 0 if self.front else self.chance.randint(0, len(self.ids))

    def _add(self) -> None:
        self.add(self._place())

    def _remove(self) -> None:
        if self.ids:
            gone = self.ids.pop(self.chance.randrange(len(self.ids)))
            self.always.discard(gone)
            self.unmoved.discard(gone)

    def _move(self) -> None:
        if self.ids:
            row = self.ids.pop(self.chance.randrange(len(self.ids)))
            self.ids.insert(self.chance.randint(0, len(self.ids)), row)
            self.unmoved.discard(row)

    def read(self, page: int, limit: int) -> dict[str, Any]:
        """One request."""
        if self.requests:
            self.change()
        self.requests += 1
        limit = min(limit, self.cap)
        rows = self.ids[(page - 1) * limit : page * limit]
        body: dict[str, Any] = {"data": [{"id": row} for row in rows], "page": page, "limit": limit}
        if self.total:
            body |= {"total": len(self.ids), "totalPages": -(-len(self.ids) // limit)}
        return body

    async def send(self, request: Request, decode: Callable[[Any], Any]) -> Any:
        """What the client sends by; requests at the same time are served in any order."""
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            for _ in range(self.chance.randint(1, 4)):
                await anyio.lowlevel.checkpoint()
            query = dict(request.query)
            return decode(self.read(int(query.get("page", 1)), int(query.get("limit", 25))))
        finally:
            self.in_flight -= 1

    def paginator(self, limit: int | None = None, **options: Any) -> ListPaginator[Any]:
        """A list operation that reads it."""
        query = [] if limit is None else [("limit", str(limit))]
        return ListPaginator(
            OPERATIONS["products.list"],
            Request("/v1/products", query=query),
            self.send,
            lambda raw: raw["id"],
            **options,
        )


@dataclass(slots=True)
class Seen:
    """What a reading gave."""

    found: list[str]
    told: bool
    listed: Listed

    @property
    def twice(self) -> bool:
        return len(self.found) != len(set(self.found))

    @property
    def missed(self) -> set[str]:
        """Rows that were there all the time and were not given."""
        return self.listed.always - set(self.found)

    @property
    def missed_unmoved(self) -> set[str]:
        return self.listed.unmoved - set(self.found)


async def run(seed: int, writer: Writer, *, prefetch: int | None = None, pages: bool = False, **options: Any) -> Seen:
    """One reading while a writer writes."""
    chance = random.Random(f"{writer} {seed}")
    listed = Listed(chance.choice((chance.randint(0, 20), chance.randint(0, 400))), chance, writer, **options)
    limit = chance.choice((None, 1, 2, 3, 5, 7, 10, 25, 50))
    listed.calm = 0.4 if limit is None or limit > 5 else 0.8  # or it would add more than is read
    ahead = chance.choice((0, 0, 1, 3, 8)) if prefetch is None else prefetch
    paginator = listed.paginator(limit, prefetch=ahead)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", PaginationDriftWarning)
        if pages:
            found = [item async for page in paginator.pages() for item in page]
        else:
            found = [item async for item in paginator]
    return Seen(found, bool(told), listed)


@dataclass(slots=True)
class Tally:
    """What came of many readings."""

    runs: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)

    def judge(self, writer: Writer, seed: int, seen: Seen, *, exact: bool) -> None:
        """Count a reading.

        Args:
            exact: Moved rows count as missed, too.
        """
        where = f"{writer} {seed}"
        missed = seen.missed if exact else seen.missed_unmoved
        self.runs["runs"] += 1
        self.runs["missed something"] += bool(seen.missed)
        self.runs["reported drift"] += seen.told
        self.runs["reported drift, missed nothing"] += seen.told and not seen.missed
        self.runs["missed a moved row in silence"] += bool(seen.missed and not seen.told)
        if seen.twice:
            self.violations.append(f"{where}: a row came twice")
        if missed and not seen.told:
            self.violations.append(f"{where}: {sorted(missed)} missed in silence")
