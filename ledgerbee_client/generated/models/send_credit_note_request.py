"""SendCreditNoteRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_dict, encode_enum
from ..errors import DecodeError
from ..types import UNSET, Unset
from .send_invoice_delivery_type import SEND_INVOICE_DELIVERY_TYPE_VALUES, SendInvoiceDeliveryType


@_define(kw_only=True)
class SendCreditNoteRequest:
    """Body of *Send a credit note to the customer*. Further fields may exist.

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
        at = ""
        try:
            get = src.get
            missing = 0
            _delivery_type = get("deliveryType", UNSET)
            if _delivery_type is UNSET:
                missing += 1
            elif _delivery_type is not None:
                at = "deliveryType"
                _delivery_type = SEND_INVOICE_DELIVERY_TYPE_VALUES.get(
                    _delivery_type
                ) or SendInvoiceDeliveryType(_delivery_type)
            _override_email = get("overrideEmail", UNSET)
            if _override_email is UNSET:
                missing += 1
            _override_ean_number = get("overrideEanNumber", UNSET)
            if _override_ean_number is UNSET:
                missing += 1
            _update_customer_record = get("updateCustomerRecord", UNSET)
            if _update_customer_record is UNSET:
                missing += 1
            _document_template_id = get("documentTemplateId", UNSET)
            if _document_template_id is UNSET:
                missing += 1
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 5 - missing:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            delivery_type=_delivery_type,
            override_email=_override_email,
            override_ean_number=_override_ean_number,
            update_customer_record=_update_customer_record,
            document_template_id=_document_template_id,
            additional_properties=extra,
        )

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
                encode_dict(self.additional_properties, None, "SendCreditNoteRequest.additional_properties")
            )
        return result
