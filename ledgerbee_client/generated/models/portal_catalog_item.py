"""PortalCatalogItem"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import new_object, take_some, taker, unknown
from ..errors import DecodeError

_TAKE = taker("itemType", "priceMinor", "sourceSubscriptionId", "ctaLink", "ctaPresetKey")


@_define(kw_only=True)
class PortalCatalogItem:
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

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "itemType": "item_type",
        "priceMinor": "price_minor",
        "sourceSubscriptionId": "source_subscription_id",
        "ctaLink": "cta_link",
        "ctaPresetKey": "cta_preset_key",
    }

    item_type: str | None = None
    price_minor: float | None = None
    source_subscription_id: str | None = None
    cta_link: str | None = None
    cta_preset_key: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th field was not in the answer. It reads as None, and is left out again.
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
            try:
                values = _TAKE(src)
                absent = 0
                extra: dict[str, Any] = {} if len(src) == 5 else unknown(src, cls.WIRE_NAMES)
            except KeyError:
                values, absent, extra = take_some(src, cls.WIRE_NAMES, ())
            (
                self.item_type,
                self.price_minor,
                self.source_subscription_id,
                self.cta_link,
                self.cta_preset_key,
            ) = values
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.item_type is None:
            if not self._absent & 1:
                result["itemType"] = None
        else:
            result["itemType"] = self.item_type
        if self.price_minor is None:
            if not self._absent & 2:
                result["priceMinor"] = None
        else:
            result["priceMinor"] = self.price_minor
        if self.source_subscription_id is None:
            if not self._absent & 4:
                result["sourceSubscriptionId"] = None
        else:
            result["sourceSubscriptionId"] = self.source_subscription_id
        if self.cta_link is None:
            if not self._absent & 8:
                result["ctaLink"] = None
        else:
            result["ctaLink"] = self.cta_link
        if self.cta_preset_key is None:
            if not self._absent & 16:
                result["ctaPresetKey"] = None
        else:
            result["ctaPresetKey"] = self.cta_preset_key
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
