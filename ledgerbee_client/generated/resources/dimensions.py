"""Dimensions"""

from __future__ import annotations

import builtins as _builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import dimensions as _api
from ..client import AsyncClient
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class DimensionsResource:
    """Dimensions"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.dimensions"))

    @_calls(_OPERATIONS["dimensions.create"])
    async def create(
        self,
        *,
        name: str,
        is_unique: bool,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.DimensionResponse:
        """Create a new dimension category

        Creates a dimension category. Its name must be unique.

        With `isUnique` true a journal entry may carry at most one value of the category; several are rejected
        when the entry is validated.

        The server does not deduplicate this call. When its outcome is unknown, look for the name in *List all
        dimensions*. The name is unique, so a repeated create should be refused.

        `POST /v1/dimensions`

        Scopes (inferred, not documented): `dimensions-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `dimensions.list`.

        Pass `name`: then an unknown outcome can be settled with certainty.

        Args:
            name: Name, unique within the company, for example Department
            is_unique: Whether a journal entry may carry at most one value of the dimension
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
        """
        _fields = given(name=name, is_unique=is_unique)
        _request = _api.create_dimension.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_dimension.OPERATION, _request, _api.create_dimension.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["dimensions.create_value"])
    async def create_value(
        self,
        dimension_id: str,
        *,
        parent_id: str | None | Unset = UNSET,
        name: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.DimensionValueResponse:
        """Create a new dimension value

        Creates a value in a dimension category. The values of a category form a tree.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/dimensions/{dimensionId}/values`

        Scopes (inferred, not documented): `dimensions-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        The fields of the body are inferred, not documented: `extra_body` takes what they lack.

        Not idempotent: sent twice, it may be applied twice; read back with `dimensions.get`.

        Pass `name`: then an unknown outcome can be settled with certainty.

        Args:
            dimension_id: Dimension ID
            parent_id: Null for root values
            name
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
        _fields = given(parent_id=parent_id, name=name)
        _request = _api.create_dimension_value.build_request(
            dimension_id,
            body=_fields,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            _api.create_dimension_value.OPERATION, _request, _api.create_dimension_value.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["dimensions.delete"])
    async def delete(
        self,
        dimension_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Delete a dimension category

        Deletes a dimension category.

        `DELETE /v1/dimensions/{dimensionId}`

        Scopes (inferred, not documented): `dimensions-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            dimension_id: Dimension ID
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
        _request = _api.delete_dimension.build_request(
            dimension_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.delete_dimension.OPERATION, _request, _api.delete_dimension.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["dimensions.delete_value"])
    async def delete_value(
        self,
        dimension_id: str,
        value_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Delete a dimension value

        Deletes a value of a dimension category.

        `DELETE /v1/dimensions/{dimensionId}/values/{valueId}`

        Scopes (inferred, not documented): `dimensions-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            dimension_id: Dimension ID
            value_id: Dimension value ID
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
        _request = _api.delete_dimension_value.build_request(
            dimension_id, value_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.delete_dimension_value.OPERATION, _request, _api.delete_dimension_value.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["dimensions.get"])
    async def get(
        self,
        dimension_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.DimensionResponse:
        """Get a single dimension by ID

        Returns a single dimension category with its values.

        `GET /v1/dimensions/{dimensionId}`

        Scopes (inferred, not documented): `dimensions-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            dimension_id: Dimension ID
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
        _request = _api.get_dimension.build_request(
            dimension_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_dimension.OPERATION, _request, _api.get_dimension.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["dimensions.list"])
    async def list(
        self, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
    ) -> _builtins.list[models.DimensionResponse]:
        """List all dimensions

        Lists all dimension categories of your company with their values.

        The response is cached for 5 seconds; a write through the API drops the cache at once.

        `GET /v1/dimensions`

        Scopes (inferred, not documented): `dimensions-read`.

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
        _request = _api.list_dimensions.build_request(extra_query=extra_query, extra_headers=extra_headers)
        _response = await self._client.execute(
            _api.list_dimensions.OPERATION, _request, _api.list_dimensions.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["dimensions.update"])
    async def update(
        self,
        dimension_id: str,
        *,
        name: str | Unset = UNSET,
        is_unique: bool | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.DimensionResponse:
        """Update a dimension category

        Updates a dimension category.

        `PUT /v1/dimensions/{dimensionId}`

        Scopes (inferred, not documented): `dimensions-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            dimension_id: Dimension ID
            name
            is_unique
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
        _fields = given(name=name, is_unique=is_unique)
        _request = _api.update_dimension.build_request(
            dimension_id,
            body=_fields,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            _api.update_dimension.OPERATION, _request, _api.update_dimension.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["dimensions.update_value"])
    async def update_value(
        self,
        dimension_id: str,
        value_id: str,
        *,
        parent_id: str | None | Unset = UNSET,
        name: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.DimensionValueResponse:
        """Update a dimension value

        Updates a value of a dimension category.

        `PUT /v1/dimensions/{dimensionId}/values/{valueId}`

        Scopes (inferred, not documented): `dimensions-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        The fields of the body are inferred, not documented: `extra_body` takes what they lack.

        Args:
            dimension_id: Dimension ID
            value_id: Dimension value ID
            parent_id: Null for root values
            name
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
        _fields = given(parent_id=parent_id, name=name)
        _request = _api.update_dimension_value.build_request(
            dimension_id,
            value_id,
            body=_fields,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            _api.update_dimension_value.OPERATION, _request, _api.update_dimension_value.decode
        )
        return _response.parsed
