"""Portal Plans"""

from __future__ import annotations

import builtins as _builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import portal_plans as _api
from ..client import AsyncClient
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class PortalPlansResource:
    """Portal Plans"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.portal_plans"))

    @_calls(_OPERATIONS["portal_plans.get"])
    async def get(
        self,
        plan_id: str,
        *,
        language: models.Language | str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.GetPortalPlanResponse:
        """Get one plan by id

        Returns one plan by its id.

        The documentation shows an API key here; it does not say whether an OAuth token works.

        Needs the customer portal license; without it the response is 403 `LICENSE.REQUIRED`.

        `GET /v1/portal/plans/{planId}`

        Scopes: `portal-catalog-read`.

        The company needs the license CustomerPortal.

        Args:
            plan_id: Plan ID
            language: Language of the texts, en by default. Values: `en`, `da`
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`). `LICENSE.REQUIRED`: the company lacks the license
                (`details.licenseKey` is `CustomerPortal`).
            NotFoundError: 404: `PORTAL_PLAN_NOT_FOUND`: the tenant has no such plan, or it has no published
                version.
        """
        _request = _api.get_portal_plan.build_request(
            plan_id, language=language, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_portal_plan.OPERATION, _request, _api.get_portal_plan.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["portal_plans.list"])
    async def list(
        self,
        *,
        language: models.Language | str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.ListPortalPlansResponse:
        """List the full plan catalogue

        Lists all active plans with a published version, in display order. No routing rule and no visibility
        filter applies.

        The documentation shows an API key here; it does not say whether an OAuth token works.

        Needs the customer portal license; without it the response is 403 `LICENSE.REQUIRED`.

        `GET /v1/portal/plans`

        Scopes: `portal-catalog-read`.

        The company needs the license CustomerPortal.

        Args:
            language: Language of the texts, en by default. Values: `en`, `da`
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`). `LICENSE.REQUIRED`: the company lacks the license
                (`details.licenseKey` is `CustomerPortal`).
        """
        _request = _api.list_portal_plans.build_request(
            language=language, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.list_portal_plans.OPERATION, _request, _api.list_portal_plans.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["portal_plans.resolve"])
    async def resolve(
        self,
        *,
        customer_id: str | Unset = UNSET,
        country_code: str | Unset = UNSET,
        customer_type: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> _builtins.dict[str, Any]:
        """Resolve the gated pricing catalogue for an identified buyer (partner display)

        Runs the plan-routing rules for an identified buyer and returns the catalogue to show. `countryCode`
        and `customerType` are hints while there is no customer yet.

        The documentation shows an API key here; it does not say whether an OAuth token works.

        Needs the customer portal license; without it the response is 403 `LICENSE.REQUIRED`.

        A read by its purpose, though sent as POST.

        `POST /v1/portal/plans/resolve`

        Scopes (inferred, not documented): `portal-catalog-read`.

        The company needs the license CustomerPortal.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `portal_plans.list`.

        An unknown outcome can't be settled: a read by its purpose, sent as POST; whether it has effects is
        not published.

        Args:
            customer_id: Customer ID of the buyer
            country_code: Hint while there is no customer
            customer_type: Hint while there is no customer
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`). `LICENSE.REQUIRED`: the company lacks the license
                (`details.licenseKey` is `CustomerPortal`).
        """
        _fields = given(customer_id=customer_id, country_code=country_code, customer_type=customer_type)
        _request = _api.resolve_portal_plan.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.resolve_portal_plan.OPERATION, _request, _api.resolve_portal_plan.decode
        )
        return _response.parsed
