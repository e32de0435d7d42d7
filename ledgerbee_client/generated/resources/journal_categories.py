"""Journal Categories"""

from __future__ import annotations

import builtins as _builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import journal_categories as _api
from ..client import AsyncClient
from ..operations import OPERATIONS as _OPERATIONS
from ..types import calls as _calls


class JournalCategoriesResource:
    """Journal Categories"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.journal_categories"))

    @_calls(_OPERATIONS["journal_categories.list"])
    async def list(
        self, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
    ) -> _builtins.list[models.JournalCategoryResponse]:
        """List journal categories

        Lists the journal categories of your company: the default category first, then the others in order of
        creation.

        The response is cached for 5 seconds.

        `GET /v1/journal-categories`

        Scopes: `journal-categories-read`.

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
        _request = _api.list_journal_categories.build_request(
            extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.list_journal_categories.OPERATION, _request, _api.list_journal_categories.decode
        )
        return _response.parsed
