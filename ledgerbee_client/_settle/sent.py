"""A write as it was sent: what settling starts from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from attrs import field, frozen

from .. import _json
from ..errors import OutcomeUnknownError
from ..generated.operations import OPERATIONS
from ..generated.types import UNSET, Settlement


@frozen
class Sent:
    """A write as it was sent.

    Attributes:
        operation: `resource.method` of the call.
        path: values of the path parameters by name.
        body: the JSON body; an empty mapping when there was none.
        at: when it was sent, by the clock of this machine.
    """

    operation: str
    at: dt.datetime
    path: Mapping[str, str] = field(factory=dict)
    body: Any = field(factory=dict, repr=False)

    def value(self, place: str | None) -> str | None:
        """What stands at `path.NAME` or `body.NAME`; the last path parameter when there is no place."""
        if place is None:
            return [*self.path.values()][-1] if self.path else None
        where, _, name = place.partition(".")
        source = self.path if where == "path" else self.body
        value = source.get(name) if isinstance(source, Mapping) else None
        return None if value is None else str(value)


def sent_by(error: OutcomeUnknownError) -> Sent:
    """Return the write that an error is about.

    Raises:
        TypeError: The error is another one.
        ValueError: The error doesn't say what was sent.
    """
    if not isinstance(error, OutcomeUnknownError):
        applied = getattr(error, "applied", None)
        hint = ": nothing was applied, so call it again" if applied is False else ""
        raise TypeError(f"settle takes the OutcomeUnknownError of a write, not {type(error).__name__}{hint}")
    operation = OPERATIONS.get(error.operation or "")
    if operation is None or error.sent is None or error.sent_at is None:
        raise ValueError(
            "only an OutcomeUnknownError that a call of a resource's method has raised can be settled: pass the one "
            "that you caught, and for lb.request look yourself whether it was applied"
        )
    body = {} if error.sent.json is UNSET else _json.loads(_json.dumps(error.sent.json))
    return Sent(operation.name, error.sent_at, path_values(operation.path, error.sent.path), body)


def things_of(rule: Settlement, body: Any) -> list[Mapping[str, Any]]:
    """What a write makes, one by one: the body, or the entries of a batch. None where it can't be told."""
    if not rule.each:
        return [body] if isinstance(body, Mapping) and body else []
    arrays = [one for one in body.values() if isinstance(one, list)] if isinstance(body, Mapping) else [body]
    if len(arrays) != 1 or not isinstance(arrays[0], list):
        return []
    entries = [one for one in arrays[0] if isinstance(one, Mapping) and one]
    return entries if len(entries) == len(arrays[0]) else []


def path_values(template: str, path: str) -> dict[str, str]:
    """Return the path parameters of a request by name, in their order."""
    pairs = zip(template.split("/"), path.split("?")[0].split("/"), strict=False)
    return {name[1:-1]: unquote(value) for name, value in pairs if name.startswith("{") and name.endswith("}")}


__all__ = ["Sent", "path_values", "sent_by", "things_of"]
