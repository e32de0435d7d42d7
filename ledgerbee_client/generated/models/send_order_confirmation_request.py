"""SendOrderConfirmationRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_str
from ..encoding import encode_any, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .send_quote_delivery_type import SEND_QUOTE_DELIVERY_TYPE_VALUES, SendQuoteDeliveryType

_FIELDS: Final = Fields(
    Property("deliveryType", "delivery_type", SEND_QUOTE_DELIVERY_TYPE_VALUES.__getitem__),
    Property("recipientEmail", "recipient_email", parse_str),
    Property("documentTemplateId", "document_template_id", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class SendOrderConfirmationRequest(_Model):
    """Body of *Send an order confirmation*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        delivery_type: Values: `Manual`, `Email`
        recipient_email: Recipient; default is the customer contact, else the e-mail address of the customer
        document_template_id: Design for this sending: id of a document template
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    delivery_type: SendQuoteDeliveryType | str | Unset = UNSET
    recipient_email: str | Unset = UNSET
    document_template_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.delivery_type, Unset):
            result["deliveryType"] = encode_str(
                self.delivery_type, "SendOrderConfirmationRequest.delivery_type"
            )
        if not isinstance(self.recipient_email, Unset):
            result["recipientEmail"] = encode_str(
                self.recipient_email, "SendOrderConfirmationRequest.recipient_email"
            )
        if not isinstance(self.document_template_id, Unset):
            result["documentTemplateId"] = encode_str(
                self.document_template_id, "SendOrderConfirmationRequest.document_template_id"
            )
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "SendOrderConfirmationRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class SendOrderConfirmationRequestDict(_TypedDict, total=False):
        """A mapping in the place of `SendOrderConfirmationRequest`."""

        delivery_type: SendQuoteDeliveryType | str
        recipient_email: str
        document_template_id: str
        additional_properties: Mapping[str, Any]
else:
    SendOrderConfirmationRequestDict = Mapping[str, Any]
