"""What the generated code raises by itself. Everything about HTTP is raised by the client that it is given."""

from __future__ import annotations


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
        """The same error, seen from one level further out."""
        return DecodeError(self.reason, (key, *self.path))

    def __str__(self) -> str:
        return f"{dotted(self.path)}: {self.reason}" if self.path else self.reason

    @classmethod
    def at(cls, key: str, error: Exception) -> DecodeError:
        """An error that came up while the value of `key` was decoded ('' = before the first)."""
        if isinstance(error, DecodeError):
            return error.under(key) if key else error
        if isinstance(error, KeyError) and error.args:
            return cls("is missing", (str(error.args[0]),))
        if not key:
            return cls("is not an object")
        return cls(str(error) or type(error).__name__, (key,))


def dotted(path: tuple[str | int, ...]) -> str:
    """`data[3].tiers[0].flatFee`"""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")
