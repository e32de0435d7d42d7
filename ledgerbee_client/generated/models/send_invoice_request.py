"""SendInvoiceRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_bool, parse_str
from ..encoding import encode_any, encode_bool, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .send_invoice_delivery_type import SEND_INVOICE_DELIVERY_TYPE_VALUES, SendInvoiceDeliveryType

_FIELDS: Final = Fields(
    Property("deliveryType", "delivery_type", SEND_INVOICE_DELIVERY_TYPE_VALUES.__getitem__),
    Property("overrideEmail", "override_email", parse_str),
    Property("overrideEanNumber", "override_ean_number", parse_str),
    Property("updateCustomerRecord", "update_customer_record", parse_bool),
    Property("documentTemplateId", "document_template_id", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class SendInvoiceRequest(_Model):
    """Body of *Send an invoice to the customer*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        delivery_type: How the document is delivered; `Sproom` is e-invoicing by EAN number. Values: `Email`,
            `Sproom`, `Manual`
        override_email: Holds for this sending only, unless `updateCustomerRecord` is true
        override_ean_number: Holds for this sending only, unless `updateCustomerRecord` is true
        update_customer_record: Whether the two overrides are kept on the customer
        document_template_id: Design for this sending
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    delivery_type: SendInvoiceDeliveryType | str | Unset = UNSET
    override_email: str | Unset = UNSET
    override_ean_number: str | Unset = UNSET
    update_customer_record: bool | Unset = UNSET
    document_template_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.delivery_type, Unset):
            result["deliveryType"] = encode_str(self.delivery_type, "SendInvoiceRequest.delivery_type")
        if not isinstance(self.override_email, Unset):
            result["overrideEmail"] = encode_str(self.override_email, "SendInvoiceRequest.override_email")
        if not isinstance(self.override_ean_number, Unset):
            result["overrideEanNumber"] = encode_str(
                self.override_ean_number, "SendInvoiceRequest.override_ean_number"
            )
        if not isinstance(self.update_customer_record, Unset):
            result["updateCustomerRecord"] = encode_bool(
                self.update_customer_record, "SendInvoiceRequest.update_customer_record"
            )
        if not isinstance(self.document_template_id, Unset):
            result["documentTemplateId"] = encode_str(
                self.document_template_id, "SendInvoiceRequest.document_template_id"
            )
        if self.additional_properties:
            result.update(encode_any(self.additional_properties, "SendInvoiceRequest.additional_properties"))
        return result


if TYPE_CHECKING:

    class SendInvoiceRequestDict(_TypedDict, total=False):
        """A mapping in the place of `SendInvoiceRequest`."""

        delivery_type: SendInvoiceDeliveryType | str
        override_email: str
        override_ean_number: str
        update_customer_record: bool
        document_template_id: str
        additional_properties: Mapping[str, Any]
else:
    SendInvoiceRequestDict = Mapping[str, Any]
