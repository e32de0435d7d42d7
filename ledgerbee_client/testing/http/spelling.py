"""Names that are meant to be another: `customer_number` for `customerNumber`, or one letter off.

A schema that isn't published as a whole takes unknown fields. One that differs from a known field only in its form is a
mistake all the same, and is refused as it would be where the schema is complete. So is one with an underscore where no
field of the document has any: it is a name of Python's. What is below `metadata` has names of the caller's own, and so
have maps: objects of which the document describes the values only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .schemas import is_object

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from .schemas import Schemas

_SHORTEST = 5
_FREE = "metadata"


def misspelled(
    schemas: Schemas, schema: dict[str, Any], value: Any, also_known: Collection[str] = (), path: str = ""
) -> Iterator[tuple[str, str]]:
    """Find the misspelled fields of a value that was sent, in all its objects.

    Args:
        schemas: what the schema belongs to.
        schema: that of the value.
        value: what was sent.
        also_known: names of fields that are known besides those of the schema.
        path: leads to the value, and ends in a dot.

    Yields:
        The path of a field, and its name.
    """
    resolved = schemas.resolve(schema)
    if isinstance(value, list):
        elements: list[Any] = value
        for index, element in enumerate(elements):
            yield from misspelled(schemas, resolved.get("items", {}), element, path=f"{path}{index}.")
    if not is_object(value):
        return
    properties = schemas.properties(resolved)
    of_map = resolved.get("additionalProperties") if not properties else None
    known = {*properties, *also_known}
    for name, part in value.items():
        if isinstance(of_map, dict):
            yield from misspelled(schemas, of_map, part, path=f"{path}{name}.")
            continue
        is_python = schemas.is_camel_case and "_" in name.strip("_")
        if name not in known and (is_python or any(looks_like(name, one) for one in known)):
            yield f"{path}{name}", name
        elif name != _FREE:
            yield from misspelled(schemas, properties.get(name, {}), part, path=f"{path}{name}.")


def looks_like(name: str, known: str) -> bool:
    """Whether a name differs from a known one in its form only, or by one letter that is wrong, missing or too much."""
    one, other = _bare(name), _bare(known)
    if one == other:
        return True
    return min(len(one), len(other)) >= _SHORTEST and _one_off(one, other)


def _bare(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _one_off(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return True  # one letter more at the end
    if len(one) == len(other):
        swapped = one[start : start + 2] == other[start : start + 2][::-1]
        return one[start + 1 :] == other[start + 1 :] or (swapped and one[start + 2 :] == other[start + 2 :])
    shorter, longer = sorted((one, other), key=len)
    return shorter[start:] == longer[start + 1 :]
