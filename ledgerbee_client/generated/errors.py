"""What the generated code raises by itself. Everything about HTTP is raised by the client that it is given."""

from __future__ import annotations

from typing import Any


class LedgerBeeError(Exception):
    """The root of all errors of this package.

    Attributes:
        applied: Whether the call changed anything at LedgerBee; None = not known.
        operation: `resource.method` of the call, if there was one.
        idempotency_key: The key that was sent, for operations that take one.
    """

    applied: bool | None = None
    operation: str | None = None
    idempotency_key: str | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


def _rebuild(kind: type[LedgerBeeError], args: tuple[Any, ...], state: dict[str, Any]) -> LedgerBeeError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(state)
    return error


class FieldError(LedgerBeeError):
    """A field of a response can't be read.

    Attributes:
        model: the class of the model.
        field: the name of the field here.
        place: where in the response, in the API's names, as in `data[3].unitAmount`.
        operation: the call that the response was for, if it is known.
    """

    def __init__(self, reason: str, model: str, field: str, place: str, operation: str | None) -> None:
        source = f"the response of {operation}" if operation else "the response"
        super().__init__(f"{model}.{field} can't be read: {place} in {source} {reason}")
        self.model = model
        self.field = field
        self.place = place
        self.operation = operation


class MissingFieldError(FieldError, AttributeError):
    """A field was read that the response should hold and doesn't."""


class UnexpectedValueError(FieldError, ValueError):
    """A field was read that holds something else than documented. `to_dict()` gives it as it came.

    Attributes:
        value: what was found.
    """

    def __init__(
        self, reason: str, model: str, field: str, place: str, operation: str | None, value: object = None
    ) -> None:
        super().__init__(reason, model, field, place, operation)
        self.value = value


class DecodeError(ValueError):
    """A value in a response is not what the document says.

    Attributes:
        path: where in the body: property names and list indexes.
        reason: what is wrong with it.
    """

    def __init__(self, reason: str, path: tuple[str | int, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = path

    def under(self, key: str | int) -> DecodeError:
        """Return the same error, seen from one level further out."""
        return DecodeError(self.reason, (key, *self.path))

    def __str__(self) -> str:
        return f"{dotted(self.path)}: {self.reason}" if self.path else self.reason

    @classmethod
    def of(cls, error: Exception) -> DecodeError:
        """Return what a decoder raised as a DecodeError."""
        return error if isinstance(error, DecodeError) else cls(str(error) or type(error).__name__)


def dotted(path: tuple[str | int, ...]) -> str:
    """Write a path as in `data[3].tiers[0].flatFee`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")
