"""MintPortalHandoffRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_str
from ..encoding import encode_any, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(
    Property("email", "email", parse_str), Property("sub", "sub", parse_str), absent=UNSET
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class MintPortalHandoffRequest(_Model):
    """Body of *Mint a customer-portal SSO handoff reference*. It also has a required array of at least one
    membership (`HandoffMembershipInput`), the name of which is not known.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        email: E-mail address of the portal user; it links a first sign-on to an invited user
        sub: The partner's own stable user id
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    email: str | Unset = UNSET
    sub: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.email, Unset):
            result["email"] = encode_str(self.email, "MintPortalHandoffRequest.email")
        if not isinstance(self.sub, Unset):
            result["sub"] = encode_str(self.sub, "MintPortalHandoffRequest.sub")
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "MintPortalHandoffRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class MintPortalHandoffRequestDict(_TypedDict, total=False):
        """A mapping in the place of `MintPortalHandoffRequest`."""

        email: str
        sub: str
        additional_properties: Mapping[str, Any]
else:
    MintPortalHandoffRequestDict = Mapping[str, Any]
