"""ProvisionPortalCustomerRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object
from ..encoding import encode_dict, encode_model
from ..errors import DecodeError
from ..types import UNSET, Unset
from .provision_customer_input import ProvisionCustomerInput


@_define(kw_only=True)
class ProvisionPortalCustomerRequest:
    """Body of *Provision a customer + grant portal access (partner JIT provisioning)*. Exactly one of
    `customerId` and `customer`. Further fields exist, the handoff switch and the role among them; their names
    are not known.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        customer_id: An existing customer, never changed; give this or `customer`
        customer: Reused when its number exists, else created; give this or `customerId`
        email: Login identity of the portal user
        mint_checkout_bind_token: Whether the response carries a checkout-bind reference
        client_reference_id: Your order or cart id; it comes back as `partnerReferenceId` on the subscription
            and its events
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "customerId": "customer_id",
        "customer": "customer",
        "email": "email",
        "mintCheckoutBindToken": "mint_checkout_bind_token",
        "clientReferenceId": "client_reference_id",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES, ("email",))

    customer_id: str | None | Unset = UNSET
    customer: ProvisionCustomerInput | Mapping[str, Any] | None | Unset = UNSET
    email: str
    mint_checkout_bind_token: bool | None | Unset = UNSET
    client_reference_id: str | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 5 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.customer_id,
                _customer,
                self.email,
                self.mint_checkout_bind_token,
                self.client_reference_id,
            ) = given_or_unset(values, absent) if absent else values
            if _customer is not None and _customer is not UNSET:
                at = "customer"
                _customer = ProvisionCustomerInput.from_dict(_customer)
            self.customer = _customer
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {"email": self.email}
        if not isinstance(self.customer_id, Unset):
            result["customerId"] = self.customer_id
        if not isinstance(self.customer, Unset):
            result["customer"] = (
                None
                if self.customer is None
                else encode_model(
                    self.customer, ProvisionCustomerInput, "ProvisionPortalCustomerRequest.customer"
                )
            )
        if not isinstance(self.mint_checkout_bind_token, Unset):
            result["mintCheckoutBindToken"] = self.mint_checkout_bind_token
        if not isinstance(self.client_reference_id, Unset):
            result["clientReferenceId"] = self.client_reference_id
        if self.additional_properties:
            result.update(
                encode_dict(
                    self.additional_properties, None, "ProvisionPortalCustomerRequest.additional_properties"
                )
            )
        return result
