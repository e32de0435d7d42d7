"""Where a reading goes on: plain JSON that survives a restart."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from ..generated.types import Operation, Pagination, Request
from .envelope import RowKey

_VERSION = 1
#: How many of the rows read last a checkpoint names. One of them must still be there when the reading goes on.
ROWS = 25


@frozen
class Checkpoint:
    """Where a reading has come to.

    Attributes:
        page: Number of the last page.
        size: Rows a page.
        row: How many rows of the list there were up to the last one.
        total: How many rows there were.
        unread: How many of them were not read.
        last: The rows that were read last.
    """

    page: int
    size: int
    row: int
    total: int | None
    unread: int | None
    last: tuple[RowKey, ...]

    def to_json(self, list_of: str) -> dict[str, Any]:
        """Write it down.

        Args:
            list_of: What `identity` says of the list.
        """
        return {
            "version": _VERSION,
            "list": list_of,
            "page": self.page,
            "limit": self.size,
            "row": self.row,
            "total": self.total,
            "unread": self.unread,
            "last": [_written(key) for key in self.last],
        }


def read_checkpoint(value: Mapping[str, Any], list_of: str) -> Checkpoint:
    """Read a checkpoint.

    Raises:
        ValueError: It is none, or belongs to another list.
    """
    if not isinstance(value, Mapping) or value.get("version") != _VERSION:
        raise ValueError("start must be the `checkpoint` of a page")
    if value.get("list") != list_of:
        raise ValueError(
            f"the checkpoint belongs to another list ({value.get('list')}, this is {list_of}): "
            "pass the arguments that the list was first read with"
        )
    last = value.get("last")
    if not isinstance(last, Sequence):
        raise ValueError("the checkpoint is damaged")
    page, size, row = (_number(value.get(name)) for name in ("page", "limit", "row"))
    total, unread = (None if value.get(name) is None else _number(value[name]) for name in ("total", "unread"))
    return Checkpoint(page, size, row, total, unread, tuple(_read(one) for one in last))


def identity(operation: Operation, request: Request, form: Pagination) -> str:
    """Say which list a request reads: its operation and a digest of all arguments but page and limit."""
    paging = {form.page_parameter, form.limit_parameter}
    query = sorted(pair for pair in request.query if pair[0] not in paging)
    digest = hashlib.sha256(repr((request.path, query)).encode()).hexdigest()[:16]
    return f"{operation.name}/{digest}"


def _number(value: Any) -> int:
    if type(value) is int and value >= 0:
        return value
    raise ValueError("the checkpoint is damaged")


def _written(key: RowKey) -> Any:
    return {"content": key.hex()} if isinstance(key, bytes) else key


def _read(value: Any) -> RowKey:
    if isinstance(value, str | int):
        return value
    try:
        return bytes.fromhex(value["content"])
    except (KeyError, TypeError, ValueError):
        raise ValueError("the checkpoint is damaged") from None


__all__ = ["ROWS", "Checkpoint", "identity", "read_checkpoint"]
