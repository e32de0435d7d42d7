"""UpdateDraftJournalEntriesRequest"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import check_dict, parse_date, parse_decimal, parse_list, parse_str
from ..encoding import (
    encode_any,
    encode_date,
    encode_decimal,
    encode_list,
    encode_model,
    encode_open,
    encode_str,
)
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .journal_entry_line_input import JournalEntryLineInput, JournalEntryLineInputDict

_FIELDS: Final = Fields(
    Property("customerId", "customer_id", parse_str),
    Property("vendorId", "vendor_id", parse_str),
    Property("journalCategoryId", "journal_category_id", parse_str),
    Property("attachments", "attachments", lambda value: parse_list(lambda value: check_dict(value), value)),
    Property("lines", "lines", lambda value: parse_list(JournalEntryLineInput.from_dict, value)),
    Property("entryType", "entry_type", parse_str),
    Property("date", "date", parse_date),
    Property("originalAmount", "original_amount", parse_decimal),
    Property("description", "description", parse_str),
    Property("reference", "reference", parse_str),
    Property("currency", "currency", parse_str),
    Property("tagIds", "tag_ids", lambda value: parse_list(parse_str, value)),
    Property("externalSystemId", "external_system_id", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UpdateDraftJournalEntriesRequest(_Model):
    """What `draft_journal_entries.update` probably takes.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        customer_id
        vendor_id
        journal_category_id
        attachments
        lines: Lines of the entry
        entry_type: Type of the entry. Values seen: `JOURNAL_ENTRY`, `SUPPLIER_INVOICE`, `SUPPLIER_PAYMENT`,
            `CUSTOMER_INVOICE`, `CUSTOMER_PAYMENT`; there may be others
        date
        original_amount: The type is not published
        description
        reference
        currency
        tag_ids
        external_system_id: Your own id for the draft, not unique
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    customer_id: str | Unset = UNSET
    vendor_id: str | Unset = UNSET
    journal_category_id: str | Unset = UNSET
    attachments: Sequence[Mapping[str, Any]] | Unset = UNSET
    lines: Sequence[JournalEntryLineInput | JournalEntryLineInputDict] | Unset = UNSET
    entry_type: str | Unset = UNSET
    date: _dt.date | str | Unset = UNSET
    original_amount: Decimal | str | int | Unset = UNSET
    description: str | Unset = UNSET
    reference: str | Unset = UNSET
    currency: str | Unset = UNSET
    tag_ids: Sequence[str] | Unset = UNSET
    external_system_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.customer_id, Unset):
            result["customerId"] = encode_str(
                self.customer_id, "UpdateDraftJournalEntriesRequest.customer_id"
            )
        if not isinstance(self.vendor_id, Unset):
            result["vendorId"] = encode_str(self.vendor_id, "UpdateDraftJournalEntriesRequest.vendor_id")
        if not isinstance(self.journal_category_id, Unset):
            result["journalCategoryId"] = encode_str(
                self.journal_category_id, "UpdateDraftJournalEntriesRequest.journal_category_id"
            )
        if not isinstance(self.attachments, Unset):
            result["attachments"] = encode_list(
                self.attachments,
                lambda item: encode_open(item, "UpdateDraftJournalEntriesRequest.attachments"),
                "UpdateDraftJournalEntriesRequest.attachments",
            )
        if not isinstance(self.lines, Unset):
            result["lines"] = encode_list(
                self.lines,
                lambda item: encode_model(
                    item, JournalEntryLineInput, "UpdateDraftJournalEntriesRequest.lines"
                ),
                "UpdateDraftJournalEntriesRequest.lines",
            )
        if not isinstance(self.entry_type, Unset):
            result["entryType"] = encode_str(self.entry_type, "UpdateDraftJournalEntriesRequest.entry_type")
        if not isinstance(self.date, Unset):
            result["date"] = encode_date(self.date, "UpdateDraftJournalEntriesRequest.date", checked=True)
        if not isinstance(self.original_amount, Unset):
            result["originalAmount"] = encode_decimal(
                self.original_amount, "UpdateDraftJournalEntriesRequest.original_amount"
            )
        if not isinstance(self.description, Unset):
            result["description"] = encode_str(
                self.description, "UpdateDraftJournalEntriesRequest.description"
            )
        if not isinstance(self.reference, Unset):
            result["reference"] = encode_str(self.reference, "UpdateDraftJournalEntriesRequest.reference")
        if not isinstance(self.currency, Unset):
            result["currency"] = encode_str(self.currency, "UpdateDraftJournalEntriesRequest.currency")
        if not isinstance(self.tag_ids, Unset):
            result["tagIds"] = encode_list(
                self.tag_ids,
                lambda item: encode_str(item, "UpdateDraftJournalEntriesRequest.tag_ids"),
                "UpdateDraftJournalEntriesRequest.tag_ids",
            )
        if not isinstance(self.external_system_id, Unset):
            result["externalSystemId"] = encode_str(
                self.external_system_id, "UpdateDraftJournalEntriesRequest.external_system_id"
            )
        if self.additional_properties:
            result.update(
                encode_any(
                    self.additional_properties, "UpdateDraftJournalEntriesRequest.additional_properties"
                )
            )
        return result


if TYPE_CHECKING:

    class UpdateDraftJournalEntriesRequestDict(_TypedDict, total=False):
        """A mapping in the place of `UpdateDraftJournalEntriesRequest`."""

        customer_id: str
        vendor_id: str
        journal_category_id: str
        attachments: Sequence[Mapping[str, Any]]
        lines: Sequence[JournalEntryLineInput | JournalEntryLineInputDict]
        entry_type: str
        date: _dt.date | str
        original_amount: Decimal | str | int
        description: str
        reference: str
        currency: str
        tag_ids: Sequence[str]
        external_system_id: str
        additional_properties: Mapping[str, Any]
else:
    UpdateDraftJournalEntriesRequestDict = Mapping[str, Any]
