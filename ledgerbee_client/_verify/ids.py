"""Ids for the calls that need one, from the responses of those that don't. They stay in memory. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import define, field

from ..generated.types import Operation

#: An id that nobody has, to see whether there is such a path at all.
NOBODY = "00000000-0000-0000-0000-000000000000"
_PARAMETER = re.compile(r"\{([^}]*)\}")


@define
class IdBook:
    """The ids that were seen: the first items of lists, and what fields called `...Id` hold.

    Attributes:
        by_path: The id of the first item of the list at a path.
        by_resource: The same by the resource, whose paths needn't all begin alike.
        by_name: An id by the name of the field that held it, in lower case, as in `priceid`.
    """

    by_path: dict[str, str] = field(factory=dict)
    by_resource: dict[str, str] = field(factory=dict)
    by_name: dict[str, str] = field(factory=dict)

    def add(self, operation: Operation, body: Any) -> None:
        """Remember the ids in a response.

        Args:
            operation: Whose response it is.
            body: Its JSON.
        """
        if "{" not in operation.path:
            for one in _items(body):
                found = _id_of(one)
                if found is not None:
                    self.by_path.setdefault(operation.path, found)
                    resource, _, method = operation.name.partition(".")
                    if method == "list":
                        self.by_resource.setdefault(resource, found)
                    break
        for name, found in _named(body, operation.path.rsplit("/", 1)[-1]):
            self.by_name.setdefault(name.lower(), found)

    def fill(self, path: str, name: str = "") -> tuple[str, bool]:
        """Put ids into a path.

        Args:
            path: A path with parameters in braces.
            name: Of the operation: its first id may be that of an item of its resource's list.

        Returns:
            The path, and whether all ids are known; what isn't is filled up with an id that nobody has.
        """
        is_known = True
        listed = self.by_resource.get(name.partition(".")[0])
        while match := _PARAMETER.search(path):
            before = path[: match.start()].rstrip("/")
            found = self._find(before, match[1]) or (listed if match[1].lower().endswith("id") else None)
            listed = None
            is_known = is_known and found is not None
            path = path[: match.start()] + (found or NOBODY) + path[match.end() :]
        return path, is_known

    def _find(self, before: str, parameter: str) -> str | None:
        found = self.by_path.get(before)
        if found is not None:
            return found
        resource = _singular(before.rsplit("/", 1)[-1])
        names = [parameter, f"{resource}Id", f"{resource.rsplit('-', 1)[-1]}Id"]
        spelled = [one.replace("-", "").replace("_", "").lower() for one in names if one.lower() != "id"]
        return next((self.by_name[one] for one in spelled if one in self.by_name), None)


def _items(body: Any) -> Iterable[Any]:
    """The items of a list, whatever its envelope."""
    if isinstance(body, list):
        return body
    if isinstance(body, Mapping):
        for one in body.values():
            if isinstance(one, list) and one:
                return one
        for one in body.values():
            if isinstance(one, Mapping) and (found := _items(one)):
                return found
    return ()


def _named(value: Any, owner: str) -> Iterator[tuple[str, str]]:
    """What fields called `...Id` hold; and the `id` of an object, by the name of the field that it stands in."""
    if isinstance(value, list):
        for one in value:
            yield from _named(one, owner)
    elif isinstance(value, Mapping):
        for name, content in value.items():
            called = str(name)
            if isinstance(content, str | int) and not isinstance(content, bool) and content != "":
                if called == "id":
                    yield f"{_singular(owner)}Id".replace("-", ""), str(content)
                elif called.endswith("Id"):
                    yield called, str(content)
            else:
                yield from _named(content, called)


def _id_of(item: Any) -> str | None:
    """The id of an item; a field whose name ends so, where it is called otherwise."""
    if not isinstance(item, Mapping):
        return None
    for name, value in sorted(item.items(), key=lambda pair: (pair[0] != "id", not str(pair[0]).endswith("Id"))):
        if str(name).lower().endswith("id") and isinstance(value, str | int) and not isinstance(value, bool):
            return str(value)
    return None


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("s")


__all__ = ["NOBODY", "IdBook"]
