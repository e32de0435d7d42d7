"""PortalCatalogItem"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_int, parse_str
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("itemType", "item_type", parse_str),
    Property("priceMinor", "price_minor", parse_int),
    Property("sourceSubscriptionId", "source_subscription_id", parse_str),
    Property("ctaLink", "cta_link", parse_str),
    Property("ctaPresetKey", "cta_preset_key", parse_str),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PortalCatalogItem(_Model):
    """An item of a plan. Further fields exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        item_type: Values seen: `CUSTOM_CTA`; there may be others
        price_minor: Null on `CUSTOM_CTA` items
        source_subscription_id: Null on `CUSTOM_CTA` items
        cta_link: Target of the button: an absolute https URL, a site-relative path, `mailto:` or `tel:`
        cta_preset_key: Derived from the label of the button. Values seen: `contactUs`, `bookDemo`,
            `scheduleTime`; there may be others
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    item_type: str | None = None
    price_minor: int | None = None
    source_subscription_id: str | None = None
    cta_link: str | None = None
    cta_preset_key: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 5:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 5:
                irregular()
            (_item_type, _price_minor, _source_subscription_id, _cta_link, _cta_preset_key) = _TAKE(whole)
            if not (
                (_item_type is None or _item_type.__class__ is str)
                and (_price_minor is None or _price_minor.__class__ is int)
                and (_source_subscription_id is None or _source_subscription_id.__class__ is str)
                and (_cta_link is None or _cta_link.__class__ is str)
                and (_cta_preset_key is None or _cta_preset_key.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.item_type = _item_type
            self.price_minor = _price_minor
            self.source_subscription_id = _source_subscription_id
            self.cta_link = _cta_link
            self.cta_preset_key = _cta_preset_key
        except FAULTS:
            return cls._read(src)
        return self
