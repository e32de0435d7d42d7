"""ListCreditNotesResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import parse_list
from ..errors import DecodeError
from ..types import UNSET
from .credit_note_list_item import CreditNoteListItem


@_define(kw_only=True)
class ListCreditNotesResponse:
    """A page of credit notes.

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

    data: list[CreditNoteListItem] | None = None
    total: int | None = None
    page: int | None = None
    limit: int | None = None
    total_pages: int | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th optional field was not in the answer. It reads as None, and is left out again.
    _absent: int = _field(default=-1, alias="_absent", eq=False, repr=False)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        at = ""
        try:
            get = src.get
            absent = 0
            _data = get("data", UNSET)
            if _data is UNSET:
                absent |= 1
                _data = None
            elif _data is not None:
                at = "data"
                _data = parse_list(CreditNoteListItem.from_dict, _data)
            _total = get("total", UNSET)
            if _total is UNSET:
                absent |= 2
                _total = None
            _page = get("page", UNSET)
            if _page is UNSET:
                absent |= 4
                _page = None
            _limit = get("limit", UNSET)
            if _limit is UNSET:
                absent |= 8
                _limit = None
            _total_pages = get("totalPages", UNSET)
            if _total_pages is UNSET:
                absent |= 16
                _total_pages = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 5 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            data=_data,
            total=_total,
            page=_page,
            limit=_limit,
            total_pages=_total_pages,
            additional_properties=extra,
            _absent=absent,
        )

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.data is None:
            if not self._absent & 1:
                result["data"] = None
        else:
            result["data"] = [item.to_dict() for item in self.data]
        if self.total is None:
            if not self._absent & 2:
                result["total"] = None
        else:
            result["total"] = self.total
        if self.page is None:
            if not self._absent & 4:
                result["page"] = None
        else:
            result["page"] = self.page
        if self.limit is None:
            if not self._absent & 8:
                result["limit"] = None
        else:
            result["limit"] = self.limit
        if self.total_pages is None:
            if not self._absent & 16:
                result["totalPages"] = None
        else:
            result["totalPages"] = self.total_pages
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
