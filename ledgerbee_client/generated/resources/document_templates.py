"""Document Templates"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import document_templates as _api
from ..client import AsyncClient, OnDrift, Paginator
from ..operations import OPERATIONS as _OPERATIONS
from ..types import calls as _calls


class DocumentTemplatesResource:
    """Document Templates"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.document_templates"))

    @_calls(_OPERATIONS["document_templates.list"])
    def list(
        self,
        *,
        page: int | None = None,
        limit: int | None = None,
        document_type: models.DocumentType | str | None = None,
        search: str | None = None,
        sort_by: str | None = None,
        sort_order: models.SortOrder | str | None = None,
        prefetch: int = 0,
        on_drift: OnDrift = "warn",
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Paginator[models.DocumentTemplateResponse]:
        """List document templates

        Lists the PDF designs of your company. They are made in the app and can only be read here.

        The default design of a document type is the one with `isDefault` true, wherever it stands in the
        list.

        `GET /v1/document-templates`

        Scopes: `document-templates-read`.

        Args:
            page: Page number (1-indexed)
            limit: Maximum number of items per page
            document_type: Filter by kind of document; any other value gets a 400 validation error. Values:
                `invoice-template`, `credit-note-template`, `quote-template`, `order-confirmation-template`
            search: Search text
            sort_by: Field to sort by. Values seen: `name`, `documentType`, `createdAt`; there may be others
            sort_order: Sort direction. Values: `ASC`, `DESC`
            prefetch: pages read ahead while items are consumed
            on_drift: what to do when the list changes while it is read
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Returns:
            `await` it for one page, or iterate over it with `async for` for the items of all pages.

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation, for instance a
                `documentType` outside the four values.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _request = _api.list_document_templates.build_request(
            page=page,
            limit=limit,
            document_type=document_type,
            search=search,
            sort_by=sort_by,
            sort_order=sort_order,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
        return self._client.paginate(
            _api.list_document_templates.OPERATION,
            _request,
            _api.list_document_templates.decode_item,
            prefetch=prefetch,
            on_drift=on_drift,
        )
