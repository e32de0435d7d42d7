"""GET /v1/document-templates: List document templates"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.document_template_response import DocumentTemplateResponse
from ...models.document_type import DocumentType
from ...models.list_document_templates_response import ListDocumentTemplatesResponse
from ...models.sort_order import SortOrder
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import query_pairs

OPERATION: Final = OPERATIONS["document_templates.list"]
decode: Final[Callable[[Any], ListDocumentTemplatesResponse]] = ListDocumentTemplatesResponse.from_dict
decode_item: Final[Callable[[Any], DocumentTemplateResponse]] = DocumentTemplateResponse.from_dict


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
    """Check and encode the arguments; nothing is sent.

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
    """Send the request, and return status, headers and content beside the decoded body."""
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
