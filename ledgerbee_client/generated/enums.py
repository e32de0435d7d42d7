"""Enums that stay open: the API may add values at any time."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class OpenEnum(StrEnum):
    """Strings of which some are known. Any other is a member too: it equals its string and survives a round trip."""

    @classmethod
    def _missing_(cls, value: object) -> OpenEnum | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    @property
    def is_known(self) -> bool:
        """Whether this release knows the value."""
        return self._name_ in type(self).__members__


class OpenIntEnum(IntEnum):
    """Integers of which some are known. Any other is a member too: it equals its number and survives a round trip."""

    @classmethod
    def _missing_(cls, value: object) -> OpenIntEnum | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = str(value)
        member._value_ = value
        return member

    @property
    def is_known(self) -> bool:
        """Whether this release knows the value."""
        return self._name_ in type(self).__members__
