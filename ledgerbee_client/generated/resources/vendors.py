"""Vendors"""

from __future__ import annotations

import builtins as _builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import vendors as _api
from ..client import AsyncClient
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class VendorsResource:
    """Vendors"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.vendors"))

    @_calls(_OPERATIONS["vendors.create"])
    async def create(
        self,
        *,
        vendor_number: str | Unset = UNSET,
        name: str | Unset = UNSET,
        vendor_group_id: str | Unset = UNSET,
        currency: str | Unset = UNSET,
        country_code: str | Unset = UNSET,
        contacts: Sequence[models.VendorContactInput | models.VendorContactInputDict] | Unset = UNSET,
        email: str | Unset = UNSET,
        phone: str | Unset = UNSET,
        address: str | Unset = UNSET,
        city: str | Unset = UNSET,
        postal_code: str | Unset = UNSET,
        vat_number: str | Unset = UNSET,
        attention: str | Unset = UNSET,
        default_account_id: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.CreateVendorResponse:
        """Create a vendor

        Creates a vendor with its contacts. Exactly one contact is the default; a single contact becomes it by
        itself.

        The response has the id and the number only; the full record is in the list.

        The server does not deduplicate this call. When its outcome is unknown, look for the `vendorNumber`
        with *List vendors*. It is unique: a repetition is refused with `VENDOR_NUMBER_ALREADY_EXISTS`.

        `POST /v1/vendors`

        Scopes: `vendors-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `vendors.list`.

        Pass `vendor_number`: then an unknown outcome can be settled with certainty.

        Args:
            vendor_number: Number of the vendor, unique within the company; trimmed
            name
            vendor_group_id
            currency
            country_code
            contacts: Contacts of the vendor; exactly one is the default
            email
            phone
            address
            city
            postal_code
            vat_number
            attention: Person or department to address
            default_account_id: Ledger account that the vendor's entries default to; it must exist
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
                `VENDOR_NUMBER_ALREADY_EXISTS`: the number is taken. `CONTACT_DEFAULT_REQUIRED`: several
                contacts, none the default. `CONTACT_MULTIPLE_DEFAULTS`: several contacts are the default.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: `VENDOR_GROUP_NOT_FOUND`: no such vendor group in the company.
                `LEDGER_NOT_FOUND`: defaultAccountId is no ledger account of the company.
        """
        _fields = given(
            vendor_number=vendor_number,
            name=name,
            vendor_group_id=vendor_group_id,
            currency=currency,
            country_code=country_code,
            contacts=contacts,
            email=email,
            phone=phone,
            address=address,
            city=city,
            postal_code=postal_code,
            vat_number=vat_number,
            attention=attention,
            default_account_id=default_account_id,
        )
        _request = _api.create_vendor.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_vendor.OPERATION, _request, _api.create_vendor.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["vendors.list"])
    async def list(
        self, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
    ) -> _builtins.list[models.VendorResponse]:
        """List vendors

        Lists all vendors, ordered by vendor number.

        The response is cached for 5 seconds; creating a vendor through the API drops the cache.

        `GET /v1/vendors`

        Scopes: `vendors-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _request = _api.list_vendors.build_request(extra_query=extra_query, extra_headers=extra_headers)
        _response = await self._client.execute(
            _api.list_vendors.OPERATION, _request, _api.list_vendors.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["vendors.list_contacts"])
    async def list_contacts(
        self,
        vendor_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> _builtins.list[models.VendorContactResponse]:
        """List vendor contacts

        Lists the contacts of a vendor.

        `GET /v1/vendors/{vendorId}/contacts`

        Scopes (inferred, not documented): `vendors-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            vendor_id: Vendor ID
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.list_vendor_contacts.build_request(
            vendor_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.list_vendor_contacts.OPERATION, _request, _api.list_vendor_contacts.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["vendors.list_departments"])
    async def list_departments(
        self,
        vendor_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> _builtins.list[models.VendorDepartmentResponse]:
        """List vendor departments

        Lists the departments of a vendor.

        `GET /v1/vendors/{vendorId}/departments`

        Scopes (inferred, not documented): `vendors-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            vendor_id: Vendor ID
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.list_vendor_departments.build_request(
            vendor_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.list_vendor_departments.OPERATION, _request, _api.list_vendor_departments.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["vendors.list_groups"])
    async def list_groups(
        self, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
    ) -> _builtins.list[models.VendorGroupResponse]:
        """List vendor groups

        Lists the vendor groups of your company. The `vendorGroupId` of a vendor refers to one of them.

        `GET /v1/vendors/groups`

        Scopes (inferred, not documented): `vendors-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _request = _api.list_vendor_groups.build_request(extra_query=extra_query, extra_headers=extra_headers)
        _response = await self._client.execute(
            _api.list_vendor_groups.OPERATION, _request, _api.list_vendor_groups.decode
        )
        return _response.parsed
