"""The queue for connections, and cleaning up after requests that are broken off."""

from __future__ import annotations

import httpx

from ledgerbee_client._connections import reclaim, transports


async def test_a_transport_of_another_kind_is_left_alone() -> None:
    def answer(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(200)

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        await reclaim(transports(http), httpx.Request("GET", "https://api.example"))
        assert (await http.get("https://api.example")).status_code == 200
