"""Projects"""

from __future__ import annotations

import builtins as _builtins
import datetime as _dt
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import projects as _api
from ..client import AsyncClient
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class ProjectsResource:
    """Projects"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.projects"))

    @_calls(_OPERATIONS["projects.create"])
    async def create(
        self,
        *,
        name: str | Unset = UNSET,
        currency: str | Unset = UNSET,
        dimension_id: str | Unset = UNSET,
        customer_id: str | None | Unset = UNSET,
        budget_hours: Any | Unset = UNSET,
        budget_amount: Decimal | str | int | None | Unset = UNSET,
        start_date: _dt.date | str | None | Unset = UNSET,
        end_date: _dt.date | str | None | Unset = UNSET,
        external_reference: str | None | Unset = UNSET,
        color: str | None | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.ProjectResponse:
        """Create a project

        Creates a project.

        The server does not deduplicate this call. When its outcome is unknown, look for the project in *List
        all projects*. Better, use *Idempotent project upsert*, which is safe to repeat.

        `POST /v1/projects`

        Scopes (inferred, not documented): `projects-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        The fields of the body are inferred, not documented: `extra_body` takes what they lack.

        Not idempotent: sent twice, it may be applied twice; read back with `projects.list`.

        Pass `external_reference` or `name`: then an unknown outcome can be settled with certainty.

        Args:
            name
            currency: Currency of the budget amounts (ISO 4217)
            dimension_id: Dimension category behind the project; subprojects live as its values
            customer_id: Customer of the project; null when it is linked to none
            budget_hours: Budget in hours, in total over the subprojects. The type is not published
            budget_amount: Budget in the currency of the project. The type is not published
            start_date: First day, inclusive
            end_date: Last day, inclusive
            external_reference: Your own reference, the key of the upsert
            color: Hex colour code
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
            name=name,
            currency=currency,
            dimension_id=dimension_id,
            customer_id=customer_id,
            budget_hours=budget_hours,
            budget_amount=budget_amount,
            start_date=start_date,
            end_date=end_date,
            external_reference=external_reference,
            color=color,
        )
        _request = _api.create_project.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_project.OPERATION, _request, _api.create_project.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["projects.create_subproject"])
    async def create_subproject(
        self,
        project_id: str,
        body: Mapping[str, Any],
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.SubprojectResponse:
        """Add a subproject

        Adds a subproject to a project.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/projects/{projectId}/subprojects`

        Scopes (inferred, not documented): `projects-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `projects.get`.

        Pass `name`: then an unknown outcome can be settled with certainty.

        Args:
            project_id: Project ID
            body: the body of the request
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
        _request = _api.create_project_subproject.build_request(
            project_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_project_subproject.OPERATION, _request, _api.create_project_subproject.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["projects.delete_subproject"])
    async def delete_subproject(
        self,
        project_id: str,
        subproject_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Delete a subproject

        Deletes a subproject.

        `DELETE /v1/projects/{projectId}/subprojects/{subprojectId}`

        Scopes (inferred, not documented): `projects-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            project_id: Project ID
            subproject_id: Subproject ID
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
        _request = _api.delete_project_subproject.build_request(
            project_id, subproject_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.delete_project_subproject.OPERATION, _request, _api.delete_project_subproject.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["projects.get"])
    async def get(
        self,
        project_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.ProjectResponse:
        """Get a project

        Returns a single project.

        `GET /v1/projects/{projectId}`

        Scopes (inferred, not documented): `projects-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            project_id: Project ID
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
        _request = _api.get_project.build_request(
            project_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(_api.get_project.OPERATION, _request, _api.get_project.decode)
        return _response.parsed

    @_calls(_OPERATIONS["projects.list"])
    async def list(
        self,
        *,
        include_archived: bool | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> _builtins.list[models.ProjectResponse]:
        """List all projects

        Lists the projects of your company. Archived ones, which are read-only, are left out unless
        `includeArchived` is true.

        `GET /v1/projects`

        Scopes: `projects-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            include_archived: Whether archived projects, which are read-only, are included, False by default
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
        _request = _api.list_projects.build_request(
            include_archived=include_archived, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.list_projects.OPERATION, _request, _api.list_projects.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["projects.profit"])
    async def profit(
        self,
        project_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.ProjectProfitResponse:
        """Get project profit

        Returns the profit of a project.

        `GET /v1/projects/{projectId}/profit`

        Scopes (inferred, not documented): `projects-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            project_id: Project ID
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
        _request = _api.get_project_profit.build_request(
            project_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_project_profit.OPERATION, _request, _api.get_project_profit.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["projects.update"])
    async def update(
        self,
        project_id: str,
        *,
        name: str | Unset = UNSET,
        currency: str | Unset = UNSET,
        dimension_id: str | Unset = UNSET,
        customer_id: str | None | Unset = UNSET,
        budget_hours: Any | Unset = UNSET,
        budget_amount: Decimal | str | int | None | Unset = UNSET,
        start_date: _dt.date | str | None | Unset = UNSET,
        end_date: _dt.date | str | None | Unset = UNSET,
        external_reference: str | None | Unset = UNSET,
        color: str | None | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.ProjectResponse:
        """Update a project

        Updates a project.

        `PUT /v1/projects/{projectId}`

        Scopes (inferred, not documented): `projects-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        The fields of the body are inferred, not documented: `extra_body` takes what they lack.

        Args:
            project_id: Project ID
            name
            currency: Currency of the budget amounts (ISO 4217)
            dimension_id: Dimension category behind the project; subprojects live as its values
            customer_id: Customer of the project; null when it is linked to none
            budget_hours: Budget in hours, in total over the subprojects. The type is not published
            budget_amount: Budget in the currency of the project. The type is not published
            start_date: First day, inclusive
            end_date: Last day, inclusive
            external_reference: Your own reference, the key of the upsert
            color: Hex colour code
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
            name=name,
            currency=currency,
            dimension_id=dimension_id,
            customer_id=customer_id,
            budget_hours=budget_hours,
            budget_amount=budget_amount,
            start_date=start_date,
            end_date=end_date,
            external_reference=external_reference,
            color=color,
        )
        _request = _api.update_project.build_request(
            project_id,
            body=_fields,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            _api.update_project.OPERATION, _request, _api.update_project.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["projects.update_subproject"])
    async def update_subproject(
        self,
        project_id: str,
        subproject_id: str,
        body: Mapping[str, Any],
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.SubprojectResponse:
        """Update a subproject

        Updates a subproject.

        `PUT /v1/projects/{projectId}/subprojects/{subprojectId}`

        Scopes (inferred, not documented): `projects-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            project_id: Project ID
            subproject_id: Subproject ID
            body: the body of the request
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
        _request = _api.update_project_subproject.build_request(
            project_id,
            subproject_id,
            body=body,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            _api.update_project_subproject.OPERATION, _request, _api.update_project_subproject.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["projects.upsert"])
    async def upsert(
        self,
        *,
        external_reference: str | None | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.ProjectResponse:
        """Idempotent project upsert

        Creates or updates the project with the given `externalReference`: 201 when it was created, 200 when
        it existed and was updated in place.

        Safe to repeat: the reference is the key.

        `PUT /v1/projects`

        Scopes (inferred, not documented): `projects-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            external_reference: Your own reference, the key of the upsert
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
        _fields = given(external_reference=external_reference)
        _request = _api.upsert_project.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.upsert_project.OPERATION, _request, _api.upsert_project.decode
        )
        return _response.parsed
