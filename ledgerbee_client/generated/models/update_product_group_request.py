"""UpdateProductGroupRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object
from ..encoding import encode_dict
from ..errors import DecodeError
from ..types import UNSET, Unset


@_define(kw_only=True)
class UpdateProductGroupRequest:
    """Body of *Update a product group*. The fields given here are those of the create body.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        number
        name
        domestic_account_id
        eu_account_id
        abroad_account_id
        domestic_without_vat_account_id
        description
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "number": "number",
        "name": "name",
        "domesticAccountId": "domestic_account_id",
        "euAccountId": "eu_account_id",
        "abroadAccountId": "abroad_account_id",
        "domesticWithoutVatAccountId": "domestic_without_vat_account_id",
        "description": "description",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    number: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    domestic_account_id: str | None | Unset = UNSET
    eu_account_id: str | None | Unset = UNSET
    abroad_account_id: str | None | Unset = UNSET
    domestic_without_vat_account_id: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 7 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.number,
                self.name,
                self.domestic_account_id,
                self.eu_account_id,
                self.abroad_account_id,
                self.domestic_without_vat_account_id,
                self.description,
            ) = given_or_unset(values, absent) if absent else values
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
        if not isinstance(self.number, Unset):
            result["number"] = self.number
        if not isinstance(self.name, Unset):
            result["name"] = self.name
        if not isinstance(self.domestic_account_id, Unset):
            result["domesticAccountId"] = self.domestic_account_id
        if not isinstance(self.eu_account_id, Unset):
            result["euAccountId"] = self.eu_account_id
        if not isinstance(self.abroad_account_id, Unset):
            result["abroadAccountId"] = self.abroad_account_id
        if not isinstance(self.domestic_without_vat_account_id, Unset):
            result["domesticWithoutVatAccountId"] = self.domestic_without_vat_account_id
        if not isinstance(self.description, Unset):
            result["description"] = self.description
        if self.additional_properties:
            result.update(
                encode_dict(
                    self.additional_properties, None, "UpdateProductGroupRequest.additional_properties"
                )
            )
        return result
