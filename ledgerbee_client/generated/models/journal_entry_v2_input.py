"""JournalEntryV2Input"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object, parse_date, parse_list
from ..encoding import encode_any, encode_date, encode_dict, encode_list, encode_model
from ..errors import DecodeError
from ..types import UNSET, Unset
from .journal_entry_line_input import JournalEntryLineInput


@_define(kw_only=True)
class JournalEntryV2Input:
    """A journal entry to post. Further fields exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        entry_type: Type of the entry. Values seen: `JOURNAL_ENTRY`, `SUPPLIER_INVOICE`, `SUPPLIER_PAYMENT`,
            `CUSTOMER_INVOICE`, `CUSTOMER_PAYMENT`; there may be others
        date: Posting date (YYYY-MM-DD)
        original_amount: Amount of the document. Its sign gives the direction: positive for an invoice or
            payment, negative for a credit note or refund. The type is not published
        lines: Lines of the entry; for `CUSTOMER_*` and `SUPPLIER_*` types those of the counter side only
            (revenue, expense, bank)
        customer_id: Mandatory for CUSTOMER_* types
        vendor_id: Mandatory for SUPPLIER_* types
        description
        reference: Invoice number or other external reference
        currency: Currency (ISO 4217); default is the company currency
        tag_ids: Tags of the whole entry
        journal_category_id: Journal category; default is the default category of the company
        attachments
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "entryType": "entry_type",
        "date": "date",
        "originalAmount": "original_amount",
        "lines": "lines",
        "customerId": "customer_id",
        "vendorId": "vendor_id",
        "description": "description",
        "reference": "reference",
        "currency": "currency",
        "tagIds": "tag_ids",
        "journalCategoryId": "journal_category_id",
        "attachments": "attachments",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    entry_type: str | None | Unset = UNSET
    date: _dt.date | str | None | Unset = UNSET
    original_amount: Any | Unset = UNSET
    lines: Sequence[JournalEntryLineInput | Mapping[str, Any]] | None | Unset = UNSET
    customer_id: str | None | Unset = UNSET
    vendor_id: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    reference: str | None | Unset = UNSET
    currency: str | None | Unset = UNSET
    tag_ids: Sequence[str] | None | Unset = UNSET
    journal_category_id: str | None | Unset = UNSET
    attachments: Sequence[Mapping[str, Any]] | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 12 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.entry_type,
                _date,
                self.original_amount,
                _lines,
                self.customer_id,
                self.vendor_id,
                self.description,
                self.reference,
                self.currency,
                self.tag_ids,
                self.journal_category_id,
                self.attachments,
            ) = given_or_unset(values, absent) if absent else values
            if _date is not None and _date is not UNSET:
                at = "date"
                _date = parse_date(_date)
            self.date = _date
            if _lines is not None and _lines is not UNSET:
                at = "lines"
                _lines = parse_list(JournalEntryLineInput.from_dict, _lines)
            self.lines = _lines
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
        if not isinstance(self.entry_type, Unset):
            result["entryType"] = self.entry_type
        if not isinstance(self.date, Unset):
            result["date"] = (
                None
                if self.date is None
                else encode_date(self.date, "JournalEntryV2Input.date", checked=True)
            )
        if not isinstance(self.original_amount, Unset):
            result["originalAmount"] = encode_any(self.original_amount, "JournalEntryV2Input.original_amount")
        if not isinstance(self.lines, Unset):
            result["lines"] = (
                None
                if self.lines is None
                else encode_list(
                    self.lines,
                    lambda item: encode_model(item, JournalEntryLineInput, "JournalEntryV2Input.lines"),
                    "JournalEntryV2Input.lines",
                )
            )
        if not isinstance(self.customer_id, Unset):
            result["customerId"] = self.customer_id
        if not isinstance(self.vendor_id, Unset):
            result["vendorId"] = self.vendor_id
        if not isinstance(self.description, Unset):
            result["description"] = self.description
        if not isinstance(self.reference, Unset):
            result["reference"] = self.reference
        if not isinstance(self.currency, Unset):
            result["currency"] = self.currency
        if not isinstance(self.tag_ids, Unset):
            result["tagIds"] = (
                None
                if self.tag_ids is None
                else encode_list(self.tag_ids, None, "JournalEntryV2Input.tag_ids")
            )
        if not isinstance(self.journal_category_id, Unset):
            result["journalCategoryId"] = self.journal_category_id
        if not isinstance(self.attachments, Unset):
            result["attachments"] = (
                None
                if self.attachments is None
                else encode_list(
                    self.attachments,
                    lambda item: encode_dict(
                        item,
                        lambda item: encode_any(item, "JournalEntryV2Input.attachments"),
                        "JournalEntryV2Input.attachments",
                    ),
                    "JournalEntryV2Input.attachments",
                )
            )
        if self.additional_properties:
            result.update(
                encode_dict(self.additional_properties, None, "JournalEntryV2Input.additional_properties")
            )
        return result
