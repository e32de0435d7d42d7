"""Product Groups"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import product_groups as _api
from ..client import AsyncClient, OnDrift, Paginator
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class ProductGroupsResource:
    """Product Groups"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.product_groups"))

    @_calls(_OPERATIONS["product_groups.create"])
    async def create(
        self,
        *,
        domestic_account_id: str,
        eu_account_id: str,
        abroad_account_id: str,
        domestic_without_vat_account_id: str,
        number: str | Unset = UNSET,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.ProductGroupResponse:
        """Create a product group

        Creates a product group. The group decides which revenue account a sale is posted to in each VAT zone.

        The accounts for domestic, EU and foreign sales must carry a VAT code valid for sales; the account for
        domestic sales without VAT need not.

        The server does not deduplicate this call. When its outcome is unknown, look for the `number` with
        *List product groups*. It is unique, so a repeated create should be refused.

        `POST /v1/product-groups`

        Scopes: `products-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `product_groups.list`.

        Pass `number`: then an unknown outcome can be settled with certainty.

        Args:
            number: Number, unique within the company, for example PG001
            name: For example Services
            domestic_account_id: Account for domestic sales; it must carry a VAT code valid for sales
            eu_account_id: Account for sales in the EU (Rubric B); it must carry a VAT code valid for sales
            abroad_account_id: Account for sales abroad (Rubric C); it must carry a VAT code valid for sales
            domestic_without_vat_account_id: Account for domestic sales without VAT; it needs no VAT code
            description
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
        _fields = given(
            number=number,
            name=name,
            domestic_account_id=domestic_account_id,
            eu_account_id=eu_account_id,
            abroad_account_id=abroad_account_id,
            domestic_without_vat_account_id=domestic_without_vat_account_id,
            description=description,
        )
        _request = _api.create_product_group.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_product_group.OPERATION, _request, _api.create_product_group.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["product_groups.delete"])
    async def delete(
        self,
        id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Delete a product group

        Deletes a product group.

        `DELETE /v1/product-groups/{id}`

        Scopes: `products-write`.

        Args:
            id: Product group ID
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
        _request = _api.delete_product_group.build_request(
            id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.delete_product_group.OPERATION, _request, _api.delete_product_group.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["product_groups.get"])
    async def get(
        self,
        id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.ProductGroupResponse:
        """Get a product group

        Returns a single product group.

        `GET /v1/product-groups/{id}`

        Scopes: `products-read`.

        Args:
            id: Product group ID
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
        _request = _api.get_product_group.build_request(
            id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_product_group.OPERATION, _request, _api.get_product_group.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["product_groups.list"])
    def list(
        self,
        *,
        page: int | None = None,
        limit: int | None = None,
        search: str | None = None,
        sort_by: str | None = None,
        sort_order: models.SortOrder | str | None = None,
        prefetch: int = 0,
        on_drift: OnDrift = "warn",
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Paginator[models.ProductGroupListItem]:
        """List product groups

        Retrieves a paginated list of your company's product groups, each with its number of products.

        Pass `?search=` to prefix-match on name or number.

        `GET /v1/product-groups`

        Scopes: `products-read`.

        Args:
            page: Page number (1-indexed)
            limit: Maximum number of items per page
            search: Prefix search on name or number
            sort_by: Field to sort by. The set of values is not published
            sort_order: Sort direction. Values: `ASC`, `DESC`
            prefetch: pages read ahead while items are consumed
            on_drift: what to do when the list changes while it is read
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Returns:
            `await` it for one page, or iterate over it with `async for` for the items of all pages.

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _request = _api.list_product_groups.build_request(
            page=page,
            limit=limit,
            search=search,
            sort_by=sort_by,
            sort_order=sort_order,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
        return self._client.paginate(
            _api.list_product_groups.OPERATION,
            _request,
            _api.list_product_groups.decode_item,
            prefetch=prefetch,
            on_drift=on_drift,
        )

    @_calls(_OPERATIONS["product_groups.update"])
    async def update(
        self,
        id: str,
        *,
        number: str | Unset = UNSET,
        name: str | Unset = UNSET,
        domestic_account_id: str | Unset = UNSET,
        eu_account_id: str | Unset = UNSET,
        abroad_account_id: str | Unset = UNSET,
        domestic_without_vat_account_id: str | Unset = UNSET,
        description: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.ProductGroupResponse:
        """Update a product group

        Updates a product group.

        `PATCH /v1/product-groups/{id}`

        Scopes: `products-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `product_groups.get`.

        Args:
            id: Product group ID
            number
            name
            domestic_account_id
            eu_account_id
            abroad_account_id
            domestic_without_vat_account_id
            description
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
            number=number,
            name=name,
            domestic_account_id=domestic_account_id,
            eu_account_id=eu_account_id,
            abroad_account_id=abroad_account_id,
            domestic_without_vat_account_id=domestic_without_vat_account_id,
            description=description,
        )
        _request = _api.update_product_group.build_request(
            id, body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.update_product_group.OPERATION, _request, _api.update_product_group.decode
        )
        return _response.parsed
