"""MintPortalHandoffRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object
from ..encoding import encode_dict
from ..errors import DecodeError
from ..types import UNSET, Unset


@_define(kw_only=True)
class MintPortalHandoffRequest:
    """Body of *Mint a customer-portal SSO handoff reference*. It also has a required array of at least one
    membership (`HandoffMembershipInput`), the name of which is not known.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        email: E-mail address of the portal user; it links a first sign-on to an invited user
        sub: The partner's own stable user id
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {"email": "email", "sub": "sub"}
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    email: str | None | Unset = UNSET
    sub: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        self = new_object(cls)
        at = ""
        try:
            fields = cls._FIELDS
            try:
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 2 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.email, self.sub) = given_or_unset(values, absent) if absent else values
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.email, Unset):
            result["email"] = self.email
        if not isinstance(self.sub, Unset):
            result["sub"] = self.sub
        if self.additional_properties:
            result.update(
                encode_dict(
                    self.additional_properties, None, "MintPortalHandoffRequest.additional_properties"
                )
            )
        return result
