"""PortalCatalogItem"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object
from ..errors import DecodeError


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
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    item_type: str | None = None
    price_minor: float | None = None
    source_subscription_id: str | None = None
    cta_link: str | None = None
    cta_preset_key: str | None = None
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
        result: dict[str, Any] = {
            "itemType": self.item_type,
            "priceMinor": self.price_minor,
            "sourceSubscriptionId": self.source_subscription_id,
            "ctaLink": self.cta_link,
            "ctaPresetKey": self.cta_preset_key,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
