"""PaymentMethodResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, from_iso, leave_out, new_object, parse_datetime
from ..encoding import encode_datetime
from ..errors import DecodeError


@_define(kw_only=True)
class PaymentMethodResponse:
    """A payment method saved for a customer. The card fields come with cards only.

    Attributes:
        id
        customer_id
        provider: Filter by payment provider. The set of values is not published
        label: Label for people
        is_default: Whether it is the default of the customer
        status: Status. The set of values is not published
        created_at
        card_mask: Masked card number
        card_type: Type of the card, as the provider reports it
        expiry_month: The type is not published
        expiry_year: The type is not published
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "customerId": "customer_id",
        "provider": "provider",
        "label": "label",
        "isDefault": "is_default",
        "status": "status",
        "createdAt": "created_at",
        "cardMask": "card_mask",
        "cardType": "card_type",
        "expiryMonth": "expiry_month",
        "expiryYear": "expiry_year",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    id: str | None = None
    customer_id: str | None = None
    provider: str | None = None
    label: str | None = None
    is_default: bool | None = None
    status: str | None = None
    created_at: _dt.datetime | None = None
    card_mask: str | None = None
    card_type: str | None = None
    expiry_month: Any = None
    expiry_year: Any = None
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 11 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.id,
                self.customer_id,
                self.provider,
                self.label,
                self.is_default,
                self.status,
                _created_at,
                self.card_mask,
                self.card_type,
                self.expiry_month,
                self.expiry_year,
            ) = values
            if _created_at is not None:
                at = "createdAt"
                try:
                    _created_at = from_iso(_created_at)
                except (TypeError, ValueError):
                    _created_at = parse_datetime(_created_at)
            self.created_at = _created_at
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "id": self.id,
            "customerId": self.customer_id,
            "provider": self.provider,
            "label": self.label,
            "isDefault": self.is_default,
            "status": self.status,
            "createdAt": None
            if self.created_at is None
            else encode_datetime(self.created_at, "PaymentMethodResponse.created_at"),
            "cardMask": self.card_mask,
            "cardType": self.card_type,
            "expiryMonth": self.expiry_month,
            "expiryYear": self.expiry_year,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
