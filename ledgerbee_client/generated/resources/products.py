"""Products"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import products as _api
from ..client import AsyncClient, OnDrift, Paginator
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class ProductsResource:
    """Products"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.products"))

    @_calls(_OPERATIONS["products.create"])
    async def create(
        self,
        *,
        product_number: str,
        name: str,
        unit: str,
        product_group_id: str,
        description: str | None | Unset = UNSET,
        is_active: bool | Unset = UNSET,
        product_type: models.ProductType | str | Unset = UNSET,
        initial_price: models.InitialProductPriceInput | models.InitialProductPriceInputDict | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.ProductResponse:
        """Create a product

        Creates a product.

        An initial price can be supplied inline: it is created, activated and set as the product's default
        price in the same transaction.

        The server does not deduplicate this call. When its outcome is unknown, look for the `productNumber`
        with *List products*. It is unique, so a repeated create should be refused.

        `POST /v1/products`

        Scopes: `products-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `products.list`.

        Pass `product_number`: then an unknown outcome can be settled with certainty.

        Args:
            product_number: Unique product number within the company, for example P001
            name: Name of the product, for example Web Hosting
            unit: Unit of measurement, for example pcs
            product_group_id: Product group this product belongs to (must exist), for example
                550e8400-e29b-41d4-a716-446655440000
            description: Optional description
            is_active: Whether the product is active
            product_type: Product type (goods or services). Values: `goods`, `services`
            initial_price: Optional initial price. If provided it is created, activated and set as default in
                one transaction
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
            product_number=product_number,
            name=name,
            unit=unit,
            product_group_id=product_group_id,
            description=description,
            is_active=is_active,
            product_type=product_type,
            initial_price=initial_price,
        )
        _request = _api.create_product.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_product.OPERATION, _request, _api.create_product.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["products.delete"])
    async def delete(
        self,
        product_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Delete a product

        Deletes a product. A product that is locked (in use) cannot be deleted.

        `DELETE /v1/products/{productId}`

        Scopes: `products-write`.

        Args:
            product_id: Product ID
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation. The product is
                locked (in use) and cannot be deleted (inferred).
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.delete_product.build_request(
            product_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.delete_product.OPERATION, _request, _api.delete_product.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["products.get"])
    async def get(
        self,
        product_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.ProductResponse:
        """Get a product

        Returns a single product, including its prices. The `priceId` of a document line is the `id` of one of
        them.

        `GET /v1/products/{productId}`

        Scopes: `products-read`.

        Args:
            product_id: Product ID
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
        _request = _api.get_product.build_request(
            product_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(_api.get_product.OPERATION, _request, _api.get_product.decode)
        return _response.parsed

    @_calls(_OPERATIONS["products.list"])
    def list(
        self,
        *,
        page: int | None = None,
        limit: int | None = None,
        search: str | None = None,
        product_group_id: str | None = None,
        sort_by: models.ProductSortBy | str | None = None,
        sort_order: models.SortOrder | str | None = None,
        prefetch: int = 0,
        on_drift: OnDrift = "warn",
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Paginator[models.ProductListItem]:
        """List products

        Retrieves a paginated list of your company's products. The entries leave out the prices: read a single
        product for them.

        Pass `?search=` to prefix-match on product name or number, or `?productGroupId=` to narrow the list to
        one product group.

        `GET /v1/products`

        Scopes: `products-read`.

        Args:
            page: Page number (1-indexed), at least 1, 1 by default
            limit: Maximum number of items per page, 1 to 100, 25 by default
            search: Prefix search on name or number
            product_group_id: Filter by product group ID
            sort_by: Field to sort by, createdAt by default. Values: `productNumber`, `name`, `createdAt`
            sort_order: Sort direction, DESC by default. Values: `ASC`, `DESC`
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
        _request = _api.list_products.build_request(
            page=page,
            limit=limit,
            search=search,
            product_group_id=product_group_id,
            sort_by=sort_by,
            sort_order=sort_order,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
        return self._client.paginate(
            _api.list_products.OPERATION,
            _request,
            _api.list_products.decode_item,
            prefetch=prefetch,
            on_drift=on_drift,
        )

    @_calls(_OPERATIONS["products.update"])
    async def update(
        self,
        product_id: str,
        *,
        product_number: str | Unset = UNSET,
        name: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
        unit: str | Unset = UNSET,
        product_group_id: str | Unset = UNSET,
        is_active: bool | Unset = UNSET,
        product_type: models.ProductType | str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.ProductResponse:
        """Update a product

        Updates a product. Only the fields provided in the request are changed. Prices are not part of the
        body.

        `PATCH /v1/products/{productId}`

        Scopes: `products-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `products.get`.

        Args:
            product_id: Product ID
            product_number: Unique product number within the company, for example P001
            name: Name of the product, for example Web Hosting
            description: Optional description
            unit: Unit of measurement, for example pcs
            product_group_id: Product group this product belongs to
            is_active: Whether the product is active
            product_type: Product type (goods or services). Values: `goods`, `services`
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
            product_number=product_number,
            name=name,
            description=description,
            unit=unit,
            product_group_id=product_group_id,
            is_active=is_active,
            product_type=product_type,
        )
        _request = _api.update_product.build_request(
            product_id,
            body=_fields,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            _api.update_product.OPERATION, _request, _api.update_product.decode
        )
        return _response.parsed
