"""Enums that stay open: the API may add values at any time."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, EnumType, IntEnum, StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .observing import irregular

E = TypeVar("E", bound=Enum)


class _Named(EnumType):
    """Says of a name that an enum doesn't have which one is near."""

    if not TYPE_CHECKING:

        def __getattr__(cls, name: str) -> Any:
            if name.startswith("_") or not cls.__members__:
                raise AttributeError(name)
            if name in cls.__members__:
                return cls.__members__[name]
            raise AttributeError(f"{cls.__name__} has no member {name!r}{_nearest(name, cls.__members__)}")


def _nearest(name: str, members: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name.upper(), members, n=1)
    return f", did you mean {near[0]!r}?" if near else f"; there are {', '.join(members)}"


class OpenEnum(StrEnum, metaclass=_Named):
    """Strings of which some are known. Any other is a member too: it equals its string and survives a round trip."""

    @classmethod
    def _missing_(cls, value: object) -> OpenEnum | None:
        if not isinstance(value, str):
            return None
        irregular()
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    @property
    def is_known(self) -> bool:
        """Whether this release knows the value."""
        return type(self).__members__.get(self._name_) is self


class OpenIntEnum(IntEnum, metaclass=_Named):
    """Integers of which some are known. Any other is a member too: it equals its number and survives a round trip."""

    @classmethod
    def _missing_(cls, value: object) -> OpenIntEnum | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        irregular()
        member = int.__new__(cls, value)
        member._name_ = str(value)
        member._value_ = value
        return member

    @property
    def is_known(self) -> bool:
        """Whether this release knows the value."""
        return type(self).__members__.get(self._name_) is self


class Values(dict[Any, E], Generic[E]):
    """The members of an enum by their values; of any other value a new member."""

    __slots__ = ("_enum",)

    def __init__(self, enum: type[E]) -> None:
        super().__init__({member.value: member for member in enum})
        self._enum = enum

    def __missing__(self, value: Any) -> E:
        return self._enum(value)
