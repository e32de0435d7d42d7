"""PATCH /v1/customers/{customerId}: Update a customer"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.customer_response import CustomerResponse
from ...models.update_customers_request import UpdateCustomersRequest, UpdateCustomersRequestDict
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["customers.update"]
decode: Final[Callable[[Any], CustomerResponse]] = CustomerResponse.from_dict


def build_request(
    customer_id: str,
    *,
    body: UpdateCustomersRequest | UpdateCustomersRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/customers/{path_segment(customer_id, 'customers.update: customer_id')}")
    _request.json = encode_model(body, UpdateCustomersRequest, "UpdateCustomersRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    customer_id: str,
    *,
    client: AsyncClient,
    body: UpdateCustomersRequest | UpdateCustomersRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[CustomerResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        customer_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
