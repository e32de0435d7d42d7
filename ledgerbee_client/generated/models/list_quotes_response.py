"""ListQuotesResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object, parse_list
from ..errors import DecodeError
from .quote_list_item import QuoteListItem


@_define(kw_only=True)
class ListQuotesResponse:
    """A page of quotes.

    Attributes:
        data: Page of documents, without their lines
        total: Total number of matching items
        page: Current page number
        limit: Items per page
        total_pages: Total number of pages
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "data": "data",
        "total": "total",
        "page": "page",
        "limit": "limit",
        "totalPages": "total_pages",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    data: list[QuoteListItem] | None = None
    total: int | None = None
    page: int | None = None
    limit: int | None = None
    total_pages: int | None = None
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 5 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (_data, self.total, self.page, self.limit, self.total_pages) = values
            if _data is not None:
                at = "data"
                _data = parse_list(QuoteListItem.from_dict, _data)
            self.data = _data
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "data": None if self.data is None else [item.to_dict() for item in self.data],
            "total": self.total,
            "page": self.page,
            "limit": self.limit,
            "totalPages": self.total_pages,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
