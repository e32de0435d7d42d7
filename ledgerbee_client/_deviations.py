"""What responses held that the document doesn't say. It is reported, and harms nobody who doesn't read it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from .generated.observing import DifferenceKind
from .generated.types import Operation, Page

_log = logging.getLogger("ledgerbee_client")

#: More are not remembered: an object whose keys are data would have a new place in every response.
_MOST = 1_000

_TEXTS: dict[DifferenceKind, str] = {
    "missing": "is missing",
    "unexpected": "is not of the documented kind",
    "unknown_field": "is not documented",
    "unknown_value": "has a value that is not documented",
}


class Deviation(NamedTuple):
    """Something that the responses of an operation have and its document doesn't say, or the other way round.

    Attributes:
        operation: `resource.method`, as in `products.list`.
        place: Where in the response, with the API's names, as in `data[].prices[].unitAmount`. Never a value.
        kind: `missing`: a field that should be there; `unexpected`: a value of another kind than documented;
            `unknown_field`: a field that is not documented; `unknown_value`: an enum's value that is not documented.
        model: The class of the model that it was found in, as in `ProductPriceResponse`.
        found: The kind of JSON value that was found: `string`, `number`, `boolean`, `array`, `object` or `null`.
    """

    operation: str
    place: str
    kind: DifferenceKind
    model: str
    found: str | None = None

    def __str__(self) -> str:
        found = f" (found: {self.found})" if self.found and self.kind == "unexpected" else ""
        return f"{self.operation}: {self.place or 'the body'} {_TEXTS[self.kind]}{found}"


class Deviations:
    """The deviations that a client has met, each once for its operation and place.

    They are logged when they are met first: what is missing or unexpected as a warning, what is new as information.
    """

    def __init__(self, report: Callable[[Deviation], None] | None = None) -> None:
        self._report = report
        self._found: dict[Deviation, None] = {}

    def __iter__(self) -> Iterator[Deviation]:
        return iter(list(self._found))

    def __len__(self) -> int:
        return len(self._found)

    def __contains__(self, deviation: object) -> bool:
        return deviation in self._found

    def __repr__(self) -> str:
        return f"<Deviations: {len(self)}>"

    def clear(self) -> None:
        """Forget all: what is met again is reported again."""
        self._found.clear()

    def look(self, operation: Operation, decoded: Any) -> None:
        """Look for deviations in a decoded response.

        Args:
            operation: Whose response it is.
            decoded: What it was decoded to: a model, a list, or a page.
        """
        from .generated.differences import differences  # only where something differs

        place = ""
        if isinstance(decoded, Page):
            place = operation.pagination.items if operation.pagination else ""
            decoded = decoded.items
        for one in differences(decoded, operation.name, place):
            self._add(Deviation(operation.name, one.place, one.kind, one.model, one.found))

    def _add(self, deviation: Deviation) -> None:
        if deviation in self._found or len(self._found) >= _MOST:
            return
        self._found[deviation] = None
        _log.log(logging.INFO if deviation.kind.startswith("unknown") else logging.WARNING, "%s", deviation)
        if self._report is not None:
            self._report(deviation)


__all__ = ["Deviation", "Deviations"]
