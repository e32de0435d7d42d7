"""Which rows to ask for next: pure rules over row numbers.

Pages are numbered, so a request can begin only at a multiple of its limit. Another limit moves the beginning: the rules
here choose page and limit so that the response begins at or before the row that was read last. That row comes again,
and shows that nothing was skipped.
"""

from __future__ import annotations

import itertools

from attrs import frozen

#: From this limit on two rows come again: a row that was removed is then healed without a further request, and the
#: number of requests is nearly the same.
_TWO_ROWS_FROM = 50


@frozen
class Window:
    """The rows that a request asks for.

    Attributes:
        page: Number of the page, from 1.
        limit: Rows a page.
    """

    page: int
    limit: int

    @property
    def start(self) -> int:
        """How many rows there are before it."""
        return (self.page - 1) * self.limit

    @property
    def end(self) -> int:
        """How many rows there are up to its end."""
        return self.page * self.limit

    def expected(self, total: int) -> int:
        """How many rows it holds of a list of so many."""
        return min(max(total - self.start, 0), self.limit)


def next_window(row: int, limit: int) -> Window:
    """Choose the window that reaches furthest of those that hold the row that was read last and the one after it.

    Args:
        row: How many rows were read, at least 1.
        limit: How many rows a window may have. Where no window of this size holds both rows (the limit and all
            numbers below it divide `row`), the next larger one that does is chosen: it does what a small request at
            the page boundary would, and reads on at the same time.
    """
    overlap = min(2 if limit >= _TWO_ROWS_FROM else 1, row)
    best = Window(1, 0)
    for size in range(limit, 0, -1):
        if row - overlap + size <= best.end:
            break  # smaller ones can't reach as far
        window = Window((row - overlap) // size + 1, size)
        if window.end > max(row, best.end):
            best = window
    if best.limit:
        return best
    size = next(size for size in itertools.count(limit + 1) if (row - 1) // size * size + size > row)
    return Window((row - 1) // size + 1, size)


def window_back(row: int, limit: int) -> Window:
    """Choose the window that holds the row that was read last and begins as early as possible."""
    index = max(row, 1) - 1
    sizes = range(limit, limit // 2, -1)
    return min((Window(index // size + 1, size) for size in sizes), key=lambda window: window.start)


def batch(row: int, limit: int, rows: int | None, count: int) -> list[Window]:
    """Choose the windows to ask for at the same time: each begins at or before the last row of the one before it.

    Args:
        row: How many rows were read, at least 1.
        limit: Rows a window.
        rows: How many rows there are; none is asked for beyond them. None: that isn't known, and it is one window.
        count: How many windows at most.
    """
    found = [next_window(row, limit)]
    while rows is not None and len(found) < count and found[-1].end < rows:
        found.append(next_window(found[-1].end, limit))
    return found


def plain_pages(row: int, size: int, rows: int | None, count: int) -> list[Window]:
    """Choose the pages to ask for at the same time, the first being the one that holds the row after `row`."""
    first = row // size + 1
    last = first if rows is None else max(first, -(-rows // size))
    return [Window(number, size) for number in range(first, min(last, first + count - 1) + 1)]


__all__ = ["Window", "batch", "next_window", "plain_pages", "window_back"]
