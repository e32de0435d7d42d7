"""ProvisionPortalCustomerRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Required as _Required, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_bool, parse_str
from ..encoding import encode_any, encode_bool, encode_model, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .provision_customer_input import ProvisionCustomerInput, ProvisionCustomerInputDict

_FIELDS: Final = Fields(
    Property("customerId", "customer_id", parse_str),
    Property("customer", "customer", lambda value: ProvisionCustomerInput.from_dict(value)),
    Property("email", "email", parse_str, required=True),
    Property("mintCheckoutBindToken", "mint_checkout_bind_token", parse_bool),
    Property("clientReferenceId", "client_reference_id", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ProvisionPortalCustomerRequest(_Model):
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

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    customer_id: str | Unset = UNSET
    customer: ProvisionCustomerInput | ProvisionCustomerInputDict | Unset = UNSET
    email: str
    mint_checkout_bind_token: bool | Unset = UNSET
    client_reference_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {"email": encode_str(self.email, "ProvisionPortalCustomerRequest.email")}
        if not isinstance(self.customer_id, Unset):
            result["customerId"] = encode_str(self.customer_id, "ProvisionPortalCustomerRequest.customer_id")
        if not isinstance(self.customer, Unset):
            result["customer"] = encode_model(
                self.customer, ProvisionCustomerInput, "ProvisionPortalCustomerRequest.customer"
            )
        if not isinstance(self.mint_checkout_bind_token, Unset):
            result["mintCheckoutBindToken"] = encode_bool(
                self.mint_checkout_bind_token, "ProvisionPortalCustomerRequest.mint_checkout_bind_token"
            )
        if not isinstance(self.client_reference_id, Unset):
            result["clientReferenceId"] = encode_str(
                self.client_reference_id, "ProvisionPortalCustomerRequest.client_reference_id"
            )
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "ProvisionPortalCustomerRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class ProvisionPortalCustomerRequestDict(_TypedDict, total=False):
        """A mapping in the place of `ProvisionPortalCustomerRequest`."""

        customer_id: str
        customer: ProvisionCustomerInput | ProvisionCustomerInputDict
        email: _Required[str]
        mint_checkout_bind_token: bool
        client_reference_id: str
        additional_properties: Mapping[str, Any]
else:
    ProvisionPortalCustomerRequestDict = Mapping[str, Any]
