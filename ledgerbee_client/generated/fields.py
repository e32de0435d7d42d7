"""The fields of models, as tables: how each is called in the API and here, how it is decoded and encoded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter, itemgetter
from typing import Any, Final


class Missing:
    """The type of `MISSING`: a field that is not in a response."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "<missing>"


MISSING: Final = Missing()


class Property:
    """A field of a model.

    Args:
        wire: its name in the API.
        name: its name here.
        parse: makes its value of a JSON value (other than null); raises what `FAULTS` lists.
        encode: makes a JSON value of its value; None: they are the same.
        required: it has a definite type, so it is unset where it is not.
        expected: responses have it if it is required; False for what only callers set.
        nullable: it may be null.
        takes_null: None may be sent as null, where the model is sent.
        const: the only value that is documented.
    """

    __slots__ = ("const", "encode", "expected", "name", "nullable", "parse", "required", "takes_null", "wire")

    def __init__(
        self,
        wire: str,
        name: str,
        parse: Callable[[Any], Any],
        encode: Callable[[Any], Any] | None = None,
        *,
        required: bool = False,
        expected: bool = True,
        nullable: bool = False,
        takes_null: bool = False,
        const: Any = MISSING,
    ) -> None:
        self.wire = wire
        self.name = name
        self.parse = parse
        self.encode = encode
        self.required = required
        self.expected = expected and required
        self.nullable = nullable or not required
        self.takes_null = takes_null
        self.const = const


class Fields:
    """The fields of a model, and the reading of them in one go.

    Args:
        *properties: the fields.
        absent: what the value of a field is that is not in the JSON object and needn't be.
        additional: makes the values of all other fields; None: they are kept as they are.
        is_open: any other field may be sent, too.
    """

    __slots__ = (
        "absent",
        "additional",
        "by_name",
        "defaults",
        "get",
        "is_open",
        "names",
        "properties",
        "take",
    )

    def __init__(
        self,
        *properties: Property,
        absent: Any = None,
        additional: Callable[[Any], Any] | None = None,
        is_open: bool = False,
    ) -> None:
        self.properties = properties
        self.by_name = {one.name: one for one in properties}
        #: The name here of each name in the API.
        self.names: Mapping[str, str] = {one.wire: one.name for one in properties}
        self.absent = absent
        self.additional = additional
        self.is_open = is_open
        #: What stands for fields that a JSON object lacks, while it is read.
        self.defaults: dict[str, Any] = {one.wire: MISSING if one.required else None for one in properties}
        #: The values of all fields of a JSON object. KeyError if one is missing.
        self.take = _getter(itemgetter, [*self.names])
        #: The values of all fields of a model. AttributeError or ValueError if one is unset.
        self.get = _getter(attrgetter, [*self.by_name])

    def unknown(self, src: Mapping[str, Any]) -> list[str]:
        """The names in an object that are not known."""
        return [name for name in src if name not in self.names]


def _getter(kind: Callable[..., Callable[[Any], Any]], names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """An `itemgetter` or `attrgetter` that gives a tuple however many names there are."""
    if len(names) > 1:
        return kind(*names)
    single = [kind(name) for name in names]
    return lambda source: tuple(get(source) for get in single)
