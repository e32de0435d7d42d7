"""ListWebhookEndpointsResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_int, parse_list
from ..fields import Fields, Property
from ..observing import irregular
from .webhook_endpoint_response import WebhookEndpointResponse

_FIELDS: Final = Fields(
    Property(
        "data",
        "data",
        lambda value: parse_list(WebhookEndpointResponse.from_dict, value),
        lambda value: [item.to_dict() for item in value],
        required=True,
    ),
    Property("total", "total", parse_int, required=True),
    Property("page", "page", parse_int, required=True),
    Property("pageSize", "page_size", parse_int, required=True),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ListWebhookEndpointsResponse(_Model):
    """A page of webhook endpoints. The envelope differs from that of the other lists: `pageSize` in place of
    `limit`, and no `totalPages`.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        data: Newest first
        total: Number of endpoints that match the query
        page: Current page number (1-indexed)
        page_size: Items per page
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    data: list[WebhookEndpointResponse]
    total: int
    page: int
    page_size: int
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 4:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 4:
                irregular()
            (_data, _total, _page, _page_size) = _TAKE(whole)
            if not (_total.__class__ is int and _page.__class__ is int and _page_size.__class__ is int):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.data = parse_list(WebhookEndpointResponse.from_dict, _data)
            self.total = _total
            self.page = _page
            self.page_size = _page_size
        except FAULTS:
            return cls._read(src)
        return self
