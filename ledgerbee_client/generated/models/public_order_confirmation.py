"""PublicOrderConfirmation"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import (
    encode_date,
    encode_datetime,
    encode_decimal,
    encode_enum,
    parse_date,
    parse_datetime,
    parse_decimal,
    parse_list,
)
from ..errors import DecodeError
from ..types import UNSET
from .document_line import DocumentLine
from .order_confirmation_display_status import (
    ORDER_CONFIRMATION_DISPLAY_STATUS_VALUES,
    OrderConfirmationDisplayStatus,
)
from .order_confirmation_status import ORDER_CONFIRMATION_STATUS_VALUES, OrderConfirmationStatus


@_define(kw_only=True)
class PublicOrderConfirmation:
    """An order confirmation. Further fields exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        status: The stored status
        display_status: The status, plus the derived `converted`
        date
        amount: Amount including VAT. A decimal number in a string
        subtotal: Amount before VAT. A decimal number in a string
        vat: A decimal number in a string
        currency
        created_at
        updated_at
        document_number: Number of the document; null until it is sent. The type is not published
        converted_to_invoice_id: The booked invoice, once converted
        lines: Lines of the document; the list leaves them out
        type: Type of the document
        customer_id: Customer of the document
        reference
        our_reference
        notes
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "status": "status",
        "displayStatus": "display_status",
        "date": "date",
        "amount": "amount",
        "subtotal": "subtotal",
        "vat": "vat",
        "currency": "currency",
        "createdAt": "created_at",
        "updatedAt": "updated_at",
        "documentNumber": "document_number",
        "convertedToInvoiceId": "converted_to_invoice_id",
        "lines": "lines",
        "type": "type",
        "customerId": "customer_id",
        "reference": "reference",
        "ourReference": "our_reference",
        "notes": "notes",
    }

    id: str | None = None
    status: OrderConfirmationStatus | None = None
    display_status: OrderConfirmationDisplayStatus | None = None
    date: _dt.date | None = None
    amount: Decimal | None = None
    subtotal: Decimal | None = None
    vat: Decimal | None = None
    currency: str | None = None
    created_at: _dt.datetime | None = None
    updated_at: _dt.datetime | None = None
    document_number: Any = None
    converted_to_invoice_id: str | None = None
    lines: list[DocumentLine] | None = None
    type: str | None = None
    customer_id: str | None = None
    reference: str | None = None
    our_reference: str | None = None
    notes: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th optional field is None because the answer said null (rather than nothing).
    _nulls: int = _field(default=0, init=False, eq=False, repr=False)

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
            nulls = 0
            _id = get("id", UNSET)
            if _id is UNSET:
                missing += 1
                _id = None
            elif _id is None:
                nulls |= 1
            _status = get("status", UNSET)
            if _status is UNSET:
                missing += 1
                _status = None
            elif _status is None:
                nulls |= 2
            else:
                at = "status"
                _status = ORDER_CONFIRMATION_STATUS_VALUES.get(_status) or OrderConfirmationStatus(_status)
            _display_status = get("displayStatus", UNSET)
            if _display_status is UNSET:
                missing += 1
                _display_status = None
            elif _display_status is None:
                nulls |= 4
            else:
                at = "displayStatus"
                _display_status = ORDER_CONFIRMATION_DISPLAY_STATUS_VALUES.get(
                    _display_status
                ) or OrderConfirmationDisplayStatus(_display_status)
            _date = get("date", UNSET)
            if _date is UNSET:
                missing += 1
                _date = None
            elif _date is None:
                nulls |= 8
            else:
                at = "date"
                _date = parse_date(_date)
            _amount = get("amount", UNSET)
            if _amount is UNSET:
                missing += 1
                _amount = None
            elif _amount is None:
                nulls |= 16
            else:
                at = "amount"
                _amount = parse_decimal(_amount)
            _subtotal = get("subtotal", UNSET)
            if _subtotal is UNSET:
                missing += 1
                _subtotal = None
            elif _subtotal is None:
                nulls |= 32
            else:
                at = "subtotal"
                _subtotal = parse_decimal(_subtotal)
            _vat = get("vat", UNSET)
            if _vat is UNSET:
                missing += 1
                _vat = None
            elif _vat is None:
                nulls |= 64
            else:
                at = "vat"
                _vat = parse_decimal(_vat)
            _currency = get("currency", UNSET)
            if _currency is UNSET:
                missing += 1
                _currency = None
            elif _currency is None:
                nulls |= 128
            _created_at = get("createdAt", UNSET)
            if _created_at is UNSET:
                missing += 1
                _created_at = None
            elif _created_at is None:
                nulls |= 256
            else:
                at = "createdAt"
                _created_at = parse_datetime(_created_at)
            _updated_at = get("updatedAt", UNSET)
            if _updated_at is UNSET:
                missing += 1
                _updated_at = None
            elif _updated_at is None:
                nulls |= 512
            else:
                at = "updatedAt"
                _updated_at = parse_datetime(_updated_at)
            _document_number = get("documentNumber", UNSET)
            if _document_number is UNSET:
                missing += 1
                _document_number = None
            elif _document_number is None:
                nulls |= 1024
            _converted_to_invoice_id = get("convertedToInvoiceId", UNSET)
            if _converted_to_invoice_id is UNSET:
                missing += 1
                _converted_to_invoice_id = None
            elif _converted_to_invoice_id is None:
                nulls |= 2048
            _lines = get("lines", UNSET)
            if _lines is UNSET:
                missing += 1
                _lines = None
            elif _lines is None:
                nulls |= 4096
            else:
                at = "lines"
                _lines = parse_list(DocumentLine.from_dict, _lines)
            _type = get("type", UNSET)
            if _type is UNSET:
                missing += 1
                _type = None
            elif _type is None:
                nulls |= 8192
            _customer_id = get("customerId", UNSET)
            if _customer_id is UNSET:
                missing += 1
                _customer_id = None
            elif _customer_id is None:
                nulls |= 16384
            _reference = get("reference", UNSET)
            if _reference is UNSET:
                missing += 1
                _reference = None
            elif _reference is None:
                nulls |= 32768
            _our_reference = get("ourReference", UNSET)
            if _our_reference is UNSET:
                missing += 1
                _our_reference = None
            elif _our_reference is None:
                nulls |= 65536
            _notes = get("notes", UNSET)
            if _notes is UNSET:
                missing += 1
                _notes = None
            elif _notes is None:
                nulls |= 131072
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 18 - missing:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        self = cls(
            id=_id,
            status=_status,
            display_status=_display_status,
            date=_date,
            amount=_amount,
            subtotal=_subtotal,
            vat=_vat,
            currency=_currency,
            created_at=_created_at,
            updated_at=_updated_at,
            document_number=_document_number,
            converted_to_invoice_id=_converted_to_invoice_id,
            lines=_lines,
            type=_type,
            customer_id=_customer_id,
            reference=_reference,
            our_reference=_our_reference,
            notes=_notes,
            additional_properties=extra,
        )
        self._nulls = nulls
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.id is None:
            if self._nulls & 1:
                result["id"] = None
        else:
            result["id"] = self.id
        if self.status is None:
            if self._nulls & 2:
                result["status"] = None
        else:
            result["status"] = encode_enum(self.status)
        if self.display_status is None:
            if self._nulls & 4:
                result["displayStatus"] = None
        else:
            result["displayStatus"] = encode_enum(self.display_status)
        if self.date is None:
            if self._nulls & 8:
                result["date"] = None
        else:
            result["date"] = encode_date(self.date, "PublicOrderConfirmation.date")
        if self.amount is None:
            if self._nulls & 16:
                result["amount"] = None
        else:
            result["amount"] = encode_decimal(self.amount, "PublicOrderConfirmation.amount")
        if self.subtotal is None:
            if self._nulls & 32:
                result["subtotal"] = None
        else:
            result["subtotal"] = encode_decimal(self.subtotal, "PublicOrderConfirmation.subtotal")
        if self.vat is None:
            if self._nulls & 64:
                result["vat"] = None
        else:
            result["vat"] = encode_decimal(self.vat, "PublicOrderConfirmation.vat")
        if self.currency is None:
            if self._nulls & 128:
                result["currency"] = None
        else:
            result["currency"] = self.currency
        if self.created_at is None:
            if self._nulls & 256:
                result["createdAt"] = None
        else:
            result["createdAt"] = encode_datetime(self.created_at, "PublicOrderConfirmation.created_at")
        if self.updated_at is None:
            if self._nulls & 512:
                result["updatedAt"] = None
        else:
            result["updatedAt"] = encode_datetime(self.updated_at, "PublicOrderConfirmation.updated_at")
        if self.document_number is None:
            if self._nulls & 1024:
                result["documentNumber"] = None
        else:
            result["documentNumber"] = self.document_number
        if self.converted_to_invoice_id is None:
            if self._nulls & 2048:
                result["convertedToInvoiceId"] = None
        else:
            result["convertedToInvoiceId"] = self.converted_to_invoice_id
        if self.lines is None:
            if self._nulls & 4096:
                result["lines"] = None
        else:
            result["lines"] = [item.to_dict() for item in self.lines]
        if self.type is None:
            if self._nulls & 8192:
                result["type"] = None
        else:
            result["type"] = self.type
        if self.customer_id is None:
            if self._nulls & 16384:
                result["customerId"] = None
        else:
            result["customerId"] = self.customer_id
        if self.reference is None:
            if self._nulls & 32768:
                result["reference"] = None
        else:
            result["reference"] = self.reference
        if self.our_reference is None:
            if self._nulls & 65536:
                result["ourReference"] = None
        else:
            result["ourReference"] = self.our_reference
        if self.notes is None:
            if self._nulls & 131072:
                result["notes"] = None
        else:
            result["notes"] = self.notes
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
