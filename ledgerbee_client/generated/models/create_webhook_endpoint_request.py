"""CreateWebhookEndpointRequest"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object
from ..encoding import encode_dict, encode_list
from ..errors import DecodeError
from ..types import UNSET, Unset


@_define(kw_only=True)
class CreateWebhookEndpointRequest:
    """Body of *Create a webhook endpoint*. Further fields may follow.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        url: Target of the deliveries: public HTTPS; loopback, private and link-local hosts are refused
        enabled_events: Topics to subscribe to, at least one known topic. Values seen:
            `subscription.assigned`, `subscription.started`, `subscription.updated`,
            `subscription.transitioned`, `subscription.paused`, `subscription.resumed`,
            `subscription.trial_ended`, `subscription.cancellation_scheduled`; there may be others
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {"url": "url", "enabledEvents": "enabled_events"}
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    url: str | None | Unset = UNSET
    enabled_events: Sequence[str] | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 2 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.url, self.enabled_events) = given_or_unset(values, absent) if absent else values
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
        if not isinstance(self.url, Unset):
            result["url"] = self.url
        if not isinstance(self.enabled_events, Unset):
            result["enabledEvents"] = (
                None
                if self.enabled_events is None
                else encode_list(self.enabled_events, None, "CreateWebhookEndpointRequest.enabled_events")
            )
        if self.additional_properties:
            result.update(
                encode_dict(
                    self.additional_properties, None, "CreateWebhookEndpointRequest.additional_properties"
                )
            )
        return result
