"""GET /v1/document-templates: List document templates"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import query_pairs
from ...models.document_type import DocumentType
from ...models.list_document_templates_response import ListDocumentTemplatesResponse
from ...models.sort_order import SortOrder
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["document_templates.list"]
decode: Final[Callable[[Any], ListDocumentTemplatesResponse]] = ListDocumentTemplatesResponse.from_dict


def build_request(
    *,
    page: int | None = None,
    limit: int | None = None,
    document_type: DocumentType | str | None = None,
    search: str | None = None,
    sort_by: str | None = None,
    sort_order: SortOrder | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/document-templates")
    if page is not None:
        _request.query += query_pairs("page", page)
    if limit is not None:
        _request.query += query_pairs("limit", limit)
    if document_type is not None:
        _request.query += query_pairs("documentType", document_type)
    if search is not None:
        _request.query += query_pairs("search", search)
    if sort_by is not None:
        _request.query += query_pairs("sortBy", sort_by)
    if sort_order is not None:
        _request.query += query_pairs("sortOrder", sort_order)
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    page: int | None = None,
    limit: int | None = None,
    document_type: DocumentType | str | None = None,
    search: str | None = None,
    sort_by: str | None = None,
    sort_order: SortOrder | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ListDocumentTemplatesResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        page=page,
        limit=limit,
        document_type=document_type,
        search=search,
        sort_by=sort_by,
        sort_order=sort_order,
        extra_query=extra_query,
        extra_headers=extra_headers,
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    page: int | None = None,
    limit: int | None = None,
    document_type: DocumentType | str | None = None,
    search: str | None = None,
    sort_by: str | None = None,
    sort_order: SortOrder | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> ListDocumentTemplatesResponse:
    """List document templates

    Lists the PDF designs of your company. They are made in the app and can only be read here.

    The default design of a document type is the one with `isDefault` true, wherever it stands in the list.

    `GET /v1/document-templates`

    Scopes: `document-templates-read`.

    Args:
        page: Page number (1-indexed)
        limit: Maximum number of items per page
        document_type: Filter by kind of document; any other value gets a 400 validation error
        search: Search text
        sort_by: Field to sort by. Values seen: `name`, `documentType`, `createdAt`; there may be others
        sort_order: Sort direction
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation, for instance a
            `documentType` outside the four values.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
    """
    _request = build_request(
        page=page,
        limit=limit,
        document_type=document_type,
        search=search,
        sort_by=sort_by,
        sort_order=sort_order,
        extra_query=extra_query,
        extra_headers=extra_headers,
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
