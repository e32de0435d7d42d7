"""SendInvoiceRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object
from ..encoding import encode_dict, encode_enum
from ..errors import DecodeError
from ..types import UNSET, Unset
from .send_invoice_delivery_type import SEND_INVOICE_DELIVERY_TYPE_VALUES, SendInvoiceDeliveryType


@_define(kw_only=True)
class SendInvoiceRequest:
    """Body of *Send an invoice to the customer*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        delivery_type: How the document is delivered; `Sproom` is e-invoicing by EAN number
        override_email: Holds for this sending only, unless `updateCustomerRecord` is true
        override_ean_number: Holds for this sending only, unless `updateCustomerRecord` is true
        update_customer_record: Whether the two overrides are kept on the customer
        document_template_id: Design for this sending
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "deliveryType": "delivery_type",
        "overrideEmail": "override_email",
        "overrideEanNumber": "override_ean_number",
        "updateCustomerRecord": "update_customer_record",
        "documentTemplateId": "document_template_id",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    delivery_type: SendInvoiceDeliveryType | str | None | Unset = UNSET
    override_email: str | None | Unset = UNSET
    override_ean_number: str | None | Unset = UNSET
    update_customer_record: bool | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 5 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                _delivery_type,
                self.override_email,
                self.override_ean_number,
                self.update_customer_record,
                self.document_template_id,
            ) = given_or_unset(values, absent) if absent else values
            if _delivery_type is not None and _delivery_type is not UNSET:
                at = "deliveryType"
                _delivery_type = SEND_INVOICE_DELIVERY_TYPE_VALUES.get(
                    _delivery_type
                ) or SendInvoiceDeliveryType(_delivery_type)
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
        if not isinstance(self.override_email, Unset):
            result["overrideEmail"] = self.override_email
        if not isinstance(self.override_ean_number, Unset):
            result["overrideEanNumber"] = self.override_ean_number
        if not isinstance(self.update_customer_record, Unset):
            result["updateCustomerRecord"] = self.update_customer_record
        if not isinstance(self.document_template_id, Unset):
            result["documentTemplateId"] = self.document_template_id
        if self.additional_properties:
            result.update(
                encode_dict(self.additional_properties, None, "SendInvoiceRequest.additional_properties")
            )
        return result
