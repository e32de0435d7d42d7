"""ProvisionPortalCustomerRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_dict, encode_model
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
        mint_checkout_bind_token: Whether the answer carries a checkout-bind reference
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
        at = ""
        try:
            get = src.get
            missing = 0
            _email = src["email"]
            _customer_id = get("customerId", UNSET)
            if _customer_id is UNSET:
                missing += 1
            _customer = get("customer", UNSET)
            if _customer is UNSET:
                missing += 1
            elif _customer is not None:
                at = "customer"
                _customer = ProvisionCustomerInput.from_dict(_customer)
            _mint_checkout_bind_token = get("mintCheckoutBindToken", UNSET)
            if _mint_checkout_bind_token is UNSET:
                missing += 1
            _client_reference_id = get("clientReferenceId", UNSET)
            if _client_reference_id is UNSET:
                missing += 1
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 5 - missing:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            customer_id=_customer_id,
            customer=_customer,
            email=_email,
            mint_checkout_bind_token=_mint_checkout_bind_token,
            client_reference_id=_client_reference_id,
            additional_properties=extra,
        )

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
