"""JournalEntryResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object, parse_date
from ..encoding import encode_date
from ..errors import DecodeError


@_define(kw_only=True)
class JournalEntryResponse:
    """A journal entry. Its fields are not published. The dates, the reference and the external system id are
    attributes of an entry; that they are called so in the response is inferred.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        date: Posting date
        document_date: Document date
        external_system_id: Your own id of the entry
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "date": "date",
        "documentDate": "document_date",
        "externalSystemId": "external_system_id",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    id: str | None = None
    date: _dt.date | None = None
    document_date: _dt.date | None = None
    external_system_id: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th field was not in the response. It reads as None, and is left out again.
    _absent: int = _field(default=-1, alias="_absent", eq=False, repr=False)

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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 4 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.id, _date, _document_date, self.external_system_id) = values
            if _date is not None:
                at = "date"
                _date = parse_date(_date)
            self.date = _date
            if _document_date is not None:
                at = "documentDate"
                _document_date = parse_date(_document_date)
            self.document_date = _document_date
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "id": self.id,
            "date": None if self.date is None else encode_date(self.date, "JournalEntryResponse.date"),
            "documentDate": None
            if self.document_date is None
            else encode_date(self.document_date, "JournalEntryResponse.document_date"),
            "externalSystemId": self.external_system_id,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
