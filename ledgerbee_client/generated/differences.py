"""What a decoded response holds that the document doesn't say, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from .base import Model
from .decoding import FAULTS, Unmatched, json_kind
from .enums import OpenEnum, OpenIntEnum
from .fields import MISSING
from .observing import DifferenceKind


@frozen
class Difference:
    """Something that a response has and the document doesn't say, or the other way round.

    Attributes:
        place: where in the response, with the API's names, as in `data[].prices[].unitAmount`.
        kind: `missing`: a field that should be there; `unexpected`: a value of another kind than documented;
            `unknown_field`: a field that is not documented; `unknown_value`: an enum's value that is not documented.
        model: the class of the model that it was found in.
        found: the kind of the JSON value that was found.
    """

    place: str
    kind: DifferenceKind
    model: str
    found: str | None = None


def differences(value: Any, operation: str, place: str = "") -> Iterator[Difference]:
    """Find all differences in what a response was decoded to. Models that differ are told where they come from.

    Args:
        value: a model, a list, a dict, or anything else.
        operation: whose response it is.
        place: where it stands in the response.

    Yields:
        each difference, once for each place where it is.
    """
    return _search(value, operation, place, place, "")


def _search(value: Any, operation: str, exact: str, place: str, model: str) -> Iterator[Difference]:
    """`exact` has the indexes of lists, `place` hasn't."""
    if isinstance(value, Model):
        yield from _in_model(value, operation, exact, place)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _search(item, operation, f"{exact}[{index}]", f"{place}[]", model)
    elif isinstance(value, Unmatched):
        yield Difference(place, "unexpected", model, "object")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _search(item, operation, _below(exact, key), _below(place, "*"), model)
    elif isinstance(value, OpenEnum | OpenIntEnum) and not value.is_known:
        yield Difference(place, "unknown_value", model, "string" if isinstance(value, str) else "number")


def _in_model(model: Model, operation: str, exact: str, place: str) -> Iterator[Difference]:
    source, name = model._came(), type(model).__name__
    if source is MISSING:
        return
    if not isinstance(source, Mapping):
        model._origin = (operation, exact)
        yield Difference(place, "unexpected", name, json_kind(source))
        return
    for one in model._FIELDS.properties:
        value = model._slot(one.name)
        where = _below(place, one.wire)
        if value is not MISSING:
            if isinstance(value, Model | list | dict | OpenEnum | OpenIntEnum):
                yield from _search(value, operation, _below(exact, one.wire), where, name)
            continue
        model._origin = (operation, exact)
        if one.wire in source:
            yield Difference(where, "unexpected", name, json_kind(source[one.wire]))
        elif one.expected:
            yield Difference(where, "missing", name)
    for unknown in model._FIELDS.unknown(source):
        raw = source[unknown]
        if model._FIELDS.additional is None:
            yield Difference(_below(place, unknown), "unknown_field", name, json_kind(raw))
            continue
        try:
            value = model._FIELDS.additional(raw)
        except FAULTS:
            yield Difference(_below(place, "*"), "unexpected", name, json_kind(raw))
        else:
            yield from _search(value, operation, _below(exact, unknown), _below(place, "*"), name)


def _below(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
