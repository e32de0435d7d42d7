"""What the tests of the facade share: clients over a handler in process, and a list that others write to meanwhile."""

from __future__ import annotations

import inspect
import random
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx

from ledgerbee_client import LedgerBee, RetryPolicy
from tests.shared.secrets_check import API_KEY

Handler = Callable[[httpx.Request], httpx.Response | Awaitable[httpx.Response]]

#: Repeats at once.
IMPATIENT = RetryPolicy(initial_delay=0.0, max_delay=0.0)


def client(handler: Handler, **options: Any) -> LedgerBee:
    """A client whose requests a function answers."""

    async def answer(request: httpx.Request) -> httpx.Response:
        found = handler(request)
        return await found if inspect.isawaitable(found) else found

    options.setdefault("retry", IMPATIENT)
    options.setdefault("scope_check", "off")
    if not {"auth", "client_id"} & options.keys():
        options.setdefault("api_key", API_KEY)
    return LedgerBee(base_url="http://localhost/api", transport=httpx.MockTransport(answer), **options)


def files(folder: Path) -> list[str]:
    """The names of the files in a folder."""
    return sorted(path.name for path in folder.iterdir())


async def product_group(lb: LedgerBee) -> str:
    """The id of a product group that exists: by a product, for of groups themselves a sandbox may know nothing."""
    return (await lb.products.list(limit=1)).items[0].product_group_id or ""


class Rows:
    """A list of rows with pages, whose content changes whenever `between` says so: before each request."""

    def __init__(self, count: int, between: Callable[[Rows], None] | None = None) -> None:
        self._made = 0
        self.rows: list[str] = []
        self.between = between
        self.requests: list[tuple[int, int]] = []
        self.always: set[str] | None = None
        for _ in range(count):
            self.add(len(self.rows))

    def add(self, place: int) -> None:
        self._made += 1
        self.rows.insert(place, f"row-{self._made}")

    def remove(self, place: int) -> None:
        del self.rows[place]

    def change(self, random: random.Random, most: int) -> None:
        """Adds and removes at random places; as often as not in pairs, so that the total stays as it was."""
        for _ in range(random.randint(0, most)):
            add = random.random() < 0.5
            pair = random.random() < 0.6
            if self.rows and (pair or not add):
                self.remove(random.randrange(len(self.rows)))
            if pair or add:
                self.add(random.randint(0, len(self.rows)))

    def answer(self, request: httpx.Request) -> httpx.Response:
        params = request.url.params
        return httpx.Response(200, json=self.read(int(params.get("page", 1)), int(params.get("limit", 25))))

    def read(self, page: int, limit: int) -> dict[str, Any]:
        """One request."""
        if self.always is None:
            self.always = set(self.rows)
        elif self.between is not None:
            self.between(self)
            self.always &= set(self.rows)
        self.requests.append((page, limit))
        return self.envelope(page, limit)

    def envelope(self, page: int, limit: int) -> dict[str, Any]:
        rows = self.rows[(page - 1) * limit : page * limit]
        return {
            "data": [{"id": row, "name": f"Row {row}"} for row in rows],
            "total": len(self.rows),
            "page": page,
            "limit": limit,
            "totalPages": -(-len(self.rows) // limit),
        }

    @property
    def page_reads(self) -> list[int]:
        """The pages that were read, without the small requests at the seams."""
        most = max(limit for _, limit in self.requests)
        return [page for page, limit in self.requests if limit == most]
