"""The names given so far (`openapi/names.lock.json`), and which operation of a document each of them belongs to.

What is certain of an operation is its method, tag and summary; paths, operationIds and schema names may change when the
published document replaces ours. A name must not move because of that.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from attrs import asdict, define, field

from .ir import Operation


class LockError(Exception):
    """The lock can't be read."""


@define
class LockedOperation:
    """The names of an operation, and what it is found by."""

    name: str  # resource.method
    module: str
    method: str
    path: str
    tag: str
    summary: str

    @property
    def at(self) -> tuple[str, str]:
        """Method and path."""
        return self.method, self.path

    @property
    def certain(self) -> tuple[str, str, str]:
        """Method, tag and summary, which stay when a path was a guess."""
        return self.method, self.tag, self.summary


@define
class LockedEnum:
    """The name of an enum, and what it is found by."""

    name: str
    property: str
    values: list[Any]


@define
class LockedModel:
    """The class of an inline object, where that stands, and which operation it can be reached from, and how."""

    name: str
    place: str
    reached: str = ""


@define
class Lock:
    """Names by operation and by enum."""

    operations: list[LockedOperation] = field(factory=list)
    enums: list[LockedEnum] = field(factory=list)
    models: list[LockedModel] = field(factory=list)

    @classmethod
    def load(cls, path: Path) -> Lock:
        """The lock in a file; an empty one when there is no file.

        Raises:
            LockError: the file holds something else.
        """
        if not path.exists():
            return cls()
        try:
            raw = json.loads(path.read_text(encoding="utf-8"))
            return cls(
                [LockedOperation(**one) for one in raw["operations"]],
                [LockedEnum(**one) for one in raw["enums"]],
                [LockedModel(**one) for one in raw["models"]],
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise LockError(f"{path.name} is no lock of names: {error}") from None

    def dump(self) -> str:
        """One operation a line, so that a difference between two versions reads well."""

        def lines(entries: list[Any]) -> str:
            return ",\n".join("    " + json.dumps(asdict(one), ensure_ascii=False) for one in entries)

        parts = (("operations", self.operations), ("enums", self.enums), ("models", self.models))
        return "{\n" + ",\n".join(f'  "{name}": [\n{lines(entries)}\n  ]' for name, entries in parts) + "\n}\n"

    def fits(self, operations: list[Operation]) -> bool:
        """Whether this is a lock of the same API: at least half of what it names is there."""
        found = {_at(one) for one in operations} | {_certain(one) for one in operations}
        known = sum(one.at in found or one.certain in found for one in self.operations)
        return bool(self.operations) and known * 2 >= len(self.operations)


def _at(operation: Operation) -> tuple[str, ...]:
    return operation.http_method, operation.path


def _certain(operation: Operation) -> tuple[str, ...]:
    return operation.http_method, operation.tag, operation.summary


def match(operations: list[Operation], lock: Lock) -> dict[str, LockedOperation]:
    """Which locked operation each operation is, by `Operation.key`; what isn't there is new.

    By everything first; then by METHOD and path, unless what the lock has there is found elsewhere by its tag and
    summary (paths were a guess, and the guess was wrong); then by METHOD, tag and summary, where that means one only.
    """
    in_lock = Counter(one.certain for one in lock.operations)
    in_document = Counter(_certain(one) for one in operations)
    unique = {one.certain: one for one in lock.operations if in_lock[one.certain] == 1 and one.summary}
    by_path = {one.at: one for one in lock.operations}
    matched: dict[str, LockedOperation] = {}
    taken: set[str] = set()

    def take(operation: Operation, locked: LockedOperation | None) -> None:
        if locked is not None and operation.key not in matched and locked.name not in taken:
            matched[operation.key] = locked
            taken.add(locked.name)

    for one in operations:
        locked = by_path.get((one.http_method, one.path))
        take(one, locked if locked is not None and locked.certain == _certain(one) else None)
    for one in operations:
        locked = by_path.get((one.http_method, one.path))
        moved = locked is not None and in_document[locked.certain] > 0
        take(one, None if moved else locked)
    for one in operations:
        if in_document[_certain(one)] == 1:
            take(one, unique.get((one.http_method, one.tag, one.summary)))
    return matched
