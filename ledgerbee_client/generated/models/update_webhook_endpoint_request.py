"""UpdateWebhookEndpointRequest"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_list, parse_str
from ..encoding import encode_any, encode_list, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(
    Property("url", "url", parse_str),
    Property("enabledEvents", "enabled_events", lambda value: parse_list(parse_str, value)),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UpdateWebhookEndpointRequest(_Model):
    """Body of *Update a webhook endpoint*. It is not published; the fields given here are those of the body that
    creates an endpoint.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        url: Target of the deliveries: public HTTPS; loopback, private and link-local hosts are refused
        enabled_events: Topics to subscribe to. Values seen: `subscription.assigned`, `subscription.started`,
            `subscription.updated`, `subscription.transitioned`, `subscription.paused`,
            `subscription.resumed`, `subscription.trial_ended`, `subscription.cancellation_scheduled`; there
            may be others
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    url: str | Unset = UNSET
    enabled_events: Sequence[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.url, Unset):
            result["url"] = encode_str(self.url, "UpdateWebhookEndpointRequest.url")
        if not isinstance(self.enabled_events, Unset):
            result["enabledEvents"] = encode_list(
                self.enabled_events,
                lambda item: encode_str(item, "UpdateWebhookEndpointRequest.enabled_events"),
                "UpdateWebhookEndpointRequest.enabled_events",
            )
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "UpdateWebhookEndpointRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class UpdateWebhookEndpointRequestDict(_TypedDict, total=False):
        """A mapping in the place of `UpdateWebhookEndpointRequest`."""

        url: str
        enabled_events: Sequence[str]
        additional_properties: Mapping[str, Any]
else:
    UpdateWebhookEndpointRequestDict = Mapping[str, Any]
