"""SendOrderConfirmationRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object
from ..encoding import encode_dict, encode_enum
from ..errors import DecodeError
from ..types import UNSET, Unset
from .send_quote_delivery_type import SEND_QUOTE_DELIVERY_TYPE_VALUES, SendQuoteDeliveryType


@_define(kw_only=True)
class SendOrderConfirmationRequest:
    """Body of *Send an order confirmation*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        delivery_type
        recipient_email: Recipient; default is the customer contact, else the e-mail address of the customer
        document_template_id: Design for this sending: id of a document template
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "deliveryType": "delivery_type",
        "recipientEmail": "recipient_email",
        "documentTemplateId": "document_template_id",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    delivery_type: SendQuoteDeliveryType | str | None | Unset = UNSET
    recipient_email: str | None | Unset = UNSET
    document_template_id: str | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 3 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (_delivery_type, self.recipient_email, self.document_template_id) = (
                given_or_unset(values, absent) if absent else values
            )
            if _delivery_type is not None and _delivery_type is not UNSET:
                at = "deliveryType"
                _delivery_type = SEND_QUOTE_DELIVERY_TYPE_VALUES.get(_delivery_type) or SendQuoteDeliveryType(
                    _delivery_type
                )
            self.delivery_type = _delivery_type
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
        if not isinstance(self.delivery_type, Unset):
            result["deliveryType"] = None if self.delivery_type is None else encode_enum(self.delivery_type)
        if not isinstance(self.recipient_email, Unset):
            result["recipientEmail"] = self.recipient_email
        if not isinstance(self.document_template_id, Unset):
            result["documentTemplateId"] = self.document_template_id
        if self.additional_properties:
            result.update(
                encode_dict(
                    self.additional_properties, None, "SendOrderConfirmationRequest.additional_properties"
                )
            )
        return result
