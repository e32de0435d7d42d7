"""GET /v1/vendors/{vendorId}/departments: List vendor departments"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import parse_list, path_segment
from ...models.vendor_department_response import VendorDepartmentResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["vendors.list_departments"]


def decode(value: Any) -> list[VendorDepartmentResponse]:
    """Decodes the value that a 2xx answer holds."""
    return parse_list(VendorDepartmentResponse.from_dict, value)


def build_request(
    vendor_id: str,
    *,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/vendors/{path_segment(vendor_id, 'vendor_id')}/departments")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    vendor_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[list[VendorDepartmentResponse]]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(vendor_id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    vendor_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> list[VendorDepartmentResponse]:
    """List vendor departments

    Lists the departments of a vendor.

    `GET /v1/vendors/{vendorId}/departments`

    Scopes (inferred, not documented): `vendors-read`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        vendor_id: Vendor ID
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
        NotFoundError: 404: The company has no resource with this id.
    """
    _request = build_request(vendor_id, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
