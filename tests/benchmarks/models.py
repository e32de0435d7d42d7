"""The model of a product in a list, as peers write it: equal fields, open enum, unknown fields kept."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pydantic
from pydantic.alias_generators import to_camel

from ledgerbee_client.models import ProductType


class PydanticItem(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="allow", alias_generator=to_camel)

    id: str | None = None
    product_number: str | None = None
    name: str | None = None
    description: str | None = None
    unit: str | None = None
    product_group_id: str | None = None
    product_type: ProductType | None = None
    is_active: bool | None = None
    is_archived: bool | None = None
    is_locked: bool | None = None
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None


class PydanticPage(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="allow", alias_generator=to_camel)

    data: list[PydanticItem]
    total: int | None = None
    page: int | None = None
    limit: int | None = None
    total_pages: int | None = None


class MsgspecItem(msgspec.Struct, rename="camel"):
    """Closed: msgspec keeps no unknown fields and knows no open enums. The limit of what decoding can cost."""

    id: str | None = None
    product_number: str | None = None
    name: str | None = None
    description: str | None = None
    unit: str | None = None
    product_group_id: str | None = None
    product_type: str | None = None
    is_active: bool | None = None
    is_archived: bool | None = None
    is_locked: bool | None = None
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None


class MsgspecPage(msgspec.Struct, rename="camel"):
    data: list[MsgspecItem]
    total: int | None = None
    page: int | None = None
    limit: int | None = None
    total_pages: int | None = None


def same(ours: Any, theirs: Any) -> bool:
    """Whether a model of ours and one of a peer say the same."""
    return all(getattr(ours, name) == getattr(theirs, name) for name in PydanticItem.model_fields)
