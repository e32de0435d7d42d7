"""ConvertQuoteRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import check_dict
from ..encoding import encode_any, encode_open, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .convert_quote_target import CONVERT_QUOTE_TARGET_VALUES, ConvertQuoteTarget

_FIELDS: Final = Fields(
    Property("target", "target", CONVERT_QUOTE_TARGET_VALUES.__getitem__),
    Property("document", "document", lambda value: check_dict(value)),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ConvertQuoteRequest(_Model):
    """Body of *Convert a quote*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        target: Values: `orderConfirmation`, `invoice`
        document: Changes to the target document. Without it fields and lines are copied as they are. Its
            fields are not published
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    target: ConvertQuoteTarget | str | Unset = UNSET
    document: Mapping[str, Any] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.target, Unset):
            result["target"] = encode_str(self.target, "ConvertQuoteRequest.target")
        if not isinstance(self.document, Unset):
            result["document"] = encode_open(self.document, "ConvertQuoteRequest.document")
        if self.additional_properties:
            result.update(encode_any(self.additional_properties, "ConvertQuoteRequest.additional_properties"))
        return result


if TYPE_CHECKING:

    class ConvertQuoteRequestDict(_TypedDict, total=False):
        """A mapping in the place of `ConvertQuoteRequest`."""

        target: ConvertQuoteTarget | str
        document: Mapping[str, Any]
        additional_properties: Mapping[str, Any]
else:
    ConvertQuoteRequestDict = Mapping[str, Any]
