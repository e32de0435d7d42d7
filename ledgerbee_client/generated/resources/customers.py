"""Customers"""

from __future__ import annotations

import builtins as _builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import customers as _api
from ..client import AsyncClient
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class CustomersResource:
    """Customers"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.customers"))

    @_calls(_OPERATIONS["customers.create"])
    async def create(
        self,
        *,
        customer_number: str | Unset = UNSET,
        customer_type: str | Unset = UNSET,
        name: str | Unset = UNSET,
        country_code: str | Unset = UNSET,
        vat_zone: models.VatZone | str | Unset = UNSET,
        customer_group_id: str | Unset = UNSET,
        email: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.CustomerResponse:
        """Create a customer

        Creates a customer.

        The body is validated strictly: an unknown field is rejected.

        The server does not deduplicate this call. When its outcome is unknown, look for the `customerNumber`
        or the `externalSystemId` with *List customers* before sending it again.

        `POST /v1/customers`

        Scopes (inferred, not documented): `customers-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `customers.list`.

        Pass `customer_number`: then an unknown outcome can be settled with certainty.

        Args:
            customer_number
            customer_type: Type of the customer. The set of values is not published
            name
            country_code: Country code (ISO 3166-1 alpha-2)
            vat_zone: Values: `domestic`, `eu`, `abroad`, `domestic_without_vat`
            customer_group_id
            email: E-mail address
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation, for instance when
                `email` is no e-mail address.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _fields = given(
            customer_number=customer_number,
            customer_type=customer_type,
            name=name,
            country_code=country_code,
            vat_zone=vat_zone,
            customer_group_id=customer_group_id,
            email=email,
        )
        _request = _api.create_customer.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_customer.OPERATION, _request, _api.create_customer.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["customers.get"])
    async def get(
        self,
        customer_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.CustomerResponse:
        """Get a single customer

        Returns a single customer.

        `GET /v1/customers/{customerId}`

        Scopes (inferred, not documented): `customers-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            customer_id: Customer ID
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
        _request = _api.get_customer.build_request(
            customer_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_customer.OPERATION, _request, _api.get_customer.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["customers.list"])
    async def list(
        self,
        *,
        customer_number: str | None = None,
        external_system_id: str | None = None,
        metadata: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> _builtins.list[models.CustomerResponse]:
        """List customers

        Lists all customers, ordered by customer number.

        Filter by `customerNumber`, by `externalSystemId`, or by metadata written as `metadata[key]=value`:
        matches are exact, several pairs must all match, and at most 10 pairs are taken per request.

        The unfiltered list is cached for 5 seconds. A filtered list is always fresh, so a customer just
        created is found at once by its number.

        `GET /v1/customers`

        Scopes: `customers-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            customer_number: Filter by customer number (exact match)
            external_system_id: Filter by your own id of the customer (exact match); it is unique per company,
                so at most one result
            metadata: Filter by metadata, written `metadata[key]=value`: exact match, several pairs must all
                match, at most 10 pairs
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _request = _api.list_customers.build_request(
            customer_number=customer_number,
            external_system_id=external_system_id,
            metadata=metadata,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
        _response = await self._client.execute(
            _api.list_customers.OPERATION, _request, _api.list_customers.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["customers.list_contacts"])
    async def list_contacts(
        self,
        customer_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> _builtins.list[models.CustomerContactResponse]:
        """List a customer's contacts

        Lists the contacts of a customer.

        `GET /v1/customers/{customerId}/contacts`

        Scopes (inferred, not documented): `customers-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            customer_id: Customer ID
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
        _request = _api.list_customer_contacts.build_request(
            customer_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.list_customer_contacts.OPERATION, _request, _api.list_customer_contacts.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["customers.list_departments"])
    async def list_departments(
        self,
        customer_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> _builtins.list[models.CustomerDepartmentResponse]:
        """List a customer's departments

        Lists the departments of a customer.

        `GET /v1/customers/{customerId}/departments`

        Scopes (inferred, not documented): `customers-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            customer_id: Customer ID
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
        _request = _api.list_customer_departments.build_request(
            customer_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.list_customer_departments.OPERATION, _request, _api.list_customer_departments.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["customers.list_groups"])
    async def list_groups(
        self, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
    ) -> _builtins.list[models.CustomerGroupResponse]:
        """List customer groups

        Lists the customer groups of your company. The `customerGroupId` of a customer refers to one of them.

        `GET /v1/customers/groups`

        Scopes (inferred, not documented): `customers-read`.

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
        _request = _api.list_customer_groups.build_request(
            extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.list_customer_groups.OPERATION, _request, _api.list_customer_groups.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["customers.update"])
    async def update(
        self,
        customer_id: str,
        *,
        customer_number: str | Unset = UNSET,
        customer_type: str | Unset = UNSET,
        name: str | Unset = UNSET,
        country_code: str | Unset = UNSET,
        vat_zone: models.VatZone | str | Unset = UNSET,
        customer_group_id: str | Unset = UNSET,
        email: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.CustomerResponse:
        """Update a customer

        Updates a customer.

        The relation between a parent and its child customers (who is billed, and how invoices are combined)
        is set here and not on subscriptions.

        `PATCH /v1/customers/{customerId}`

        Scopes (inferred, not documented): `customers-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        The fields of the body are inferred, not documented: `extra_body` takes what they lack.

        Not idempotent: sent twice, it may be applied twice; read back with `customers.get`.

        Args:
            customer_id: Customer ID
            customer_number
            customer_type: Type of the customer. The set of values is not published
            name
            country_code: Country code (ISO 3166-1 alpha-2)
            vat_zone: Values: `domestic`, `eu`, `abroad`, `domestic_without_vat`
            customer_group_id
            email: E-mail address
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _fields = given(
            customer_number=customer_number,
            customer_type=customer_type,
            name=name,
            country_code=country_code,
            vat_zone=vat_zone,
            customer_group_id=customer_group_id,
            email=email,
        )
        _request = _api.update_customer.build_request(
            customer_id,
            body=_fields,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            _api.update_customer.OPERATION, _request, _api.update_customer.decode
        )
        return _response.parsed
