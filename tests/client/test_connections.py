"""The queue for connections, and cleaning up after requests that are broken off."""

from __future__ import annotations

import anyio
import anyio.lowlevel
import httpx
import pytest

from ledgerbee_client._connections import Places, reclaim, steady_body

BACKENDS = ["asyncio", "trio"]


@pytest.mark.parametrize("backend", BACKENDS)
def test_places_are_given_out_in_the_order_in_which_they_are_asked_for(backend: str) -> None:
    async def main() -> None:
        places = Places(2)
        served: list[int] = []

        async def use(number: int) -> None:
            await places.take(None)
            served.append(number)
            for _ in range(3):
                await anyio.lowlevel.checkpoint()
            assert len(running) <= 2
            places.give_back()

        running: list[int] = []
        async with anyio.create_task_group() as group:
            for number in range(10):
                group.start_soon(use, number)
                await anyio.lowlevel.checkpoint()
        assert sorted(served) == list(range(10))
        await places.take(0)
        await places.take(0)
        with pytest.raises(httpx.PoolTimeout, match="no connection was free in time"):
            await places.take(0)
        places.give_back()
        await places.take(0)

    anyio.run(main, backend=backend)


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_place_that_is_handed_to_one_who_goes_away_goes_to_the_next(backend: str) -> None:
    async def main() -> None:
        places = Places(1)
        await places.take(None)
        got: list[str] = []

        async def wait(name: str, scope: anyio.CancelScope) -> None:
            with scope:
                await places.take(None)
                got.append(name)

        first, second, third = anyio.CancelScope(), anyio.CancelScope(), anyio.CancelScope()
        async with anyio.create_task_group() as group:
            for name, scope in (("first", first), ("second", second), ("third", third)):
                group.start_soon(wait, name, scope)
                await anyio.lowlevel.checkpoint()
            first.cancel()  # it goes away while it waits
            await anyio.lowlevel.checkpoint()
            second.cancel()  # it goes away in the moment in which the place is handed over
            places.give_back()
            await anyio.lowlevel.checkpoint()
        assert got[-1] == "third"
        for _ in got:
            places.give_back()
        await places.take(0)

    anyio.run(main, backend=backend)


async def test_there_are_as_many_places_as_connections() -> None:
    async with httpx.AsyncClient(limits=httpx.Limits(max_connections=1)) as http:
        places = Places.of(http, "https://api.example")
        await places.take(0)
        with pytest.raises(httpx.PoolTimeout):
            await places.take(0)
    unlimited = httpx.Limits(max_connections=None)
    for client in (
        httpx.AsyncClient(limits=unlimited),
        httpx.AsyncClient(transport=httpx.MockTransport(lambda _: None)),
    ):
        async with client as http:
            places = Places.of(http, "https://api.example")
            for _ in range(1000):
                await places.take(0)


async def test_a_transport_of_another_kind_is_left_alone() -> None:
    def answer(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(200)

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        await reclaim(http, httpx.Request("GET", "https://api.example"))
        assert (await http.get("https://api.example")).status_code == 200


async def test_the_body_of_a_request_is_iterated_without_a_generator() -> None:
    request = httpx.Request("POST", "https://api.example", content=b"body")
    await steady_body(request)
    assert not hasattr(aiter(request.stream), "aclose")
    assert [piece async for piece in request.stream] == [b"body"]
    assert [piece async for piece in request.stream] == [b"body"]
    assert list(request.stream) == [b"body"]
    assert request.content == b"body"


async def test_a_body_that_is_a_stream_stays_as_it_is() -> None:
    request = httpx.Request("POST", "https://api.example", files={"file": b"content"})
    stream = request.stream
    await steady_body(request)
    assert request.stream is stream
