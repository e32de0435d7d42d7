"""Credentials, scopes, routes, and the headers and envelopes that come with them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from ledgerbee_client.generated.types import Operation
from ledgerbee_client.testing import Clock, Sandbox, SystemClock
from ledgerbee_client.testing.http.registry import Registry
from tests.sandbox.support import api_of, client_of, code_of
from tests.shared.api import path, reconstruction_only

UNAUTHORIZED = {
    "statusCode": 401,
    "timestamp": "2026-01-15T09:00:00.000Z",
    "path": path("company.get"),
    "message": "Invalid API key",
    "code": "UNAUTHORIZED",
}


async def get(sandbox: Sandbox, name: str, **headers: str) -> httpx.Response:
    async with client_of(sandbox, "") as client:
        return await client.get(
            name if name.startswith("/") else path(name),
            headers={name.replace("_", "-"): value for name, value in headers.items()},
        )


async def test_a_valid_key_is_let_in_by_header_and_by_query() -> None:
    sandbox = Sandbox()
    by_header = await get(sandbox, "company.get", x_api_key=sandbox.api_key)
    by_query = await get(sandbox, f"{path('company.get')}?x-api-key={sandbox.api_key}")
    assert by_header.status_code == by_query.status_code == 200
    assert by_header.json()["name"] == "Acme Corporation"


@pytest.mark.parametrize(
    "headers", [{}, {"x_api_key": "wrong"}, {"authorization": "Basic abc"}, {"authorization": "Bearer x"}]
)
async def test_a_missing_or_unknown_credential_is_a_401_in_the_documented_envelope(
    headers: dict[str, str],
) -> None:
    response = await get(Sandbox(), "company.get", **headers)
    assert response.status_code == 401
    assert response.json() == UNAUTHORIZED


async def test_a_key_as_bearer_is_refused() -> None:
    sandbox = Sandbox()
    response = await get(sandbox, "company.get", authorization=f"Bearer {sandbox.api_key}")
    assert response.status_code == 401


async def test_a_token_is_let_in_for_an_hour_but_not_as_a_key() -> None:
    sandbox = Sandbox()
    token = sandbox.create_token()
    assert (await get(sandbox, "company.get", authorization=f"Bearer {token}")).status_code == 200
    assert (await get(sandbox, "company.get", x_api_key=token)).status_code == 401
    sandbox.clock.advance(timedelta(hours=1))
    assert (await get(sandbox, "company.get", authorization=f"Bearer {token}")).status_code == 401


async def test_the_key_endpoint_refuses_tokens() -> None:
    sandbox = Sandbox()
    response = await get(sandbox, "api_key.get", authorization=f"Bearer {sandbox.create_token()}")
    assert response.status_code == 403
    assert code_of(response) == "INSUFFICIENT_PERMISSIONS"
    assert response.json()["details"] == {"reason": "endpoint_requires_api_key_auth"}


async def test_an_endpoint_that_takes_tokens_only_refuses_keys() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox, generic=True) as client:
        assert (await client.call("mcp.post", json={})).status_code == 401


async def test_a_revoked_key_stops_working_at_once() -> None:
    sandbox = Sandbox()
    key = sandbox.create_key()
    assert (await get(sandbox, "company.get", x_api_key=key)).status_code == 200
    sandbox.revoke(key)
    assert (await get(sandbox, "company.get", x_api_key=key)).status_code == 401
    with pytest.raises(KeyError):
        sandbox.revoke(key)


async def test_an_expiring_key_says_so_on_every_response_until_it_expires() -> None:
    sandbox = Sandbox()
    key = sandbox.create_key(["company-read"], expires_at=sandbox.clock.now() + timedelta(days=3))
    for where in ("company.get", "accounts.list", f"{path('company.get')}?oops"):
        response = await get(sandbox, where, x_api_key=key)
        assert response.headers["x-api-key-expires-at"] == "2026-01-18T09:00:00.000Z"
    info = (await get(sandbox, "api_key.get", x_api_key=key)).json()
    assert info == {"expiresAt": "2026-01-18T09:00:00.000Z", "ipWhitelist": [], "scopes": ["company-read"]}
    sandbox.clock.advance(timedelta(days=3))
    expired = await get(sandbox, "company.get", x_api_key=key)
    assert expired.status_code == 401
    assert "x-api-key-expires-at" not in expired.headers


async def test_a_key_without_expiry_has_no_such_header() -> None:
    sandbox = Sandbox()
    response = await get(sandbox, "api_key.get", x_api_key=sandbox.api_key)
    assert "x-api-key-expires-at" not in response.headers
    assert "expiresAt" not in response.json()


@pytest.mark.parametrize(
    ("allowlist", "status"),
    [(["127.0.0.1"], 200), (["127.0.0.0/8"], 200), (["10.0.0.1", "2001:db8::/32"], 401)],
)
async def test_the_allowlist_decides_by_address(allowlist: list[str], status: int) -> None:
    sandbox = Sandbox()
    key = sandbox.create_key(ip_allowlist=allowlist)
    response = await get(sandbox, "company.get", x_api_key=key)
    assert response.status_code == status
    if status == 401:
        assert response.json()["details"] == {"reason": "ip_whitelist_mismatch"}


async def test_a_caller_without_an_address_is_on_no_allowlist() -> None:
    sandbox = Sandbox()
    key = sandbox.create_key(ip_allowlist=["127.0.0.1"])
    transport = httpx.ASGITransport(app=sandbox.app, client=("somewhere", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox/api") as client:
        assert (await client.get(path("company.get"), headers={"x-api-key": key})).status_code == 401


def test_a_bad_allowlist_or_expiry_is_refused_when_the_key_is_made() -> None:
    sandbox = Sandbox()
    with pytest.raises(ValueError, match="nonsense"):
        sandbox.create_key(ip_allowlist=["nonsense"])
    with pytest.raises(ValueError, match="time zone"):
        sandbox.create_key(expires_at=datetime(2026, 1, 1))  # noqa: DTZ001


async def test_a_missing_scope_is_a_403_that_names_it() -> None:
    sandbox = Sandbox()
    key = sandbox.create_key(["company-read"])
    response = await get(sandbox, "products.list", x_api_key=key)
    assert response.status_code == 403
    assert code_of(response) == "INSUFFICIENT_PERMISSIONS"
    assert response.json()["details"] == {"requiredScopes": ["products-read"]}


@reconstruction_only
async def test_an_inferred_scope_blocks_only_on_request() -> None:
    lenient, strict = Sandbox(), Sandbox(enforce_inferred_scopes=True)
    for sandbox, status in ((lenient, 200), (strict, 403)):
        key = sandbox.create_key([])
        assert (await get(sandbox, "dimensions.list", x_api_key=key)).status_code == status


async def test_the_signing_keys_need_no_credential() -> None:
    response = await get(Sandbox(), path("portal_sso.jwks", "acme"))
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("method", "where"),
    [
        ("GET", "/v1/nothing"),
        ("DELETE", path("company.get")),
        ("GET", path("products.list") + "/"),
        ("GET", "/"),
        ("GET", "//v1/a"),
    ],
)
async def test_an_unknown_route_is_a_404_even_without_a_credential(method: str, where: str) -> None:
    async with client_of(Sandbox(), "") as client:
        response = await client.request(method, f"http://sandbox/api{where}")
    assert response.status_code == 404
    assert response.json()["message"] == f"Cannot {method} {where}"
    assert response.json()["path"] == where


async def test_nothing_is_served_beside_the_api_mount() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        for where in (path("company.get"), "/api", "/"):
            response = await client.get(f"http://sandbox{where}")
            assert response.status_code == 404
            assert response.json()["path"] == where


async def test_a_literal_segment_goes_before_a_parameter() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        groups = await client.call("customers.list_groups")
        customer = await client.call("customers.get", "nobody")
    assert groups.status_code == 200
    assert [one["name"] for one in groups.json()] == ["Customers", "Partners"]
    assert customer.status_code == 404
    assert "code" not in customer.json()


async def test_deprecated_operations_with_a_date_say_so_on_every_response() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        listed = await client.call("draft_journal_entries_v1.list")
        single = await client.call("draft_journal_entries_v1.get", "a1")
        client.headers["x-api-key"] = "wrong"
        refused = await client.call("draft_journal_entries_v1.list")
    assert listed.headers["deprecation"] == "true"
    assert listed.headers["sunset"] == "2026-11-08"
    assert listed.headers["link"] == f'</api{path("draft_journal_entries.list")}>; rel="successor-version"'
    assert single.headers["link"] == f'</api{path("draft_journal_entries.get", "a1")}>; rel="successor-version"'
    assert refused.status_code == 401
    assert refused.headers["deprecation"] == "true"


async def test_others_have_no_deprecation_headers() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        current = await client.call("draft_journal_entries.list")
        undated = await client.call("journal_entries.create_v1", json={})
    assert not {"deprecation", "sunset", "link"} & (current.headers.keys() | undated.headers.keys())


async def test_requests_are_kept_without_their_credentials() -> None:
    sandbox = Sandbox()
    await get(sandbox, f"{path('products.list')}?x-api-key={sandbox.api_key}&search=Web")
    await get(sandbox, "/v1/nothing")
    found, lost = sandbox.requests
    assert (found.method, found.path, found.status) == ("GET", path("products.list"), 200)
    assert found.query == (("search", "Web"),)
    assert found.operation == "products.list"
    assert (lost.status, lost.operation) == (404, None)
    assert sandbox.api_key not in repr(sandbox.requests)


def test_references_and_named_examples_are_followed() -> None:
    response = {"description": "", "content": {"application/json": {"examples": {"one": {"value": [1]}}}}}
    node = {
        "tags": ["A"],
        "summary": "List a/b",
        "parameters": [{"$ref": "#/components/parameters/a~1b"}],
        "responses": {"200": {"$ref": "#/components/responses/Good"}, "2XX": {}, "default": {}},
    }
    parameter = {"name": "q", "in": "query", "schema": {"type": "string"}}
    operation = Operation(name="a.list", method="GET", path="/a")
    document = api_of(operation, node, parameters={"a/b": parameter}, responses={"Good": response})
    found = document.routes["a.list"]
    assert [one.name for one in found.parameters] == ["q"]
    assert [one.status for one in found.successes] == [200]
    assert found.success().example == [1]
    with pytest.raises(LookupError, match=r"a\.list documents no 201"):
        found.success(201)


async def test_a_deprecated_operation_may_have_no_successor() -> None:
    operation = Operation(name="a.go", method="GET", path="/a", deprecated=True, sunset="2030-01-01")
    document = api_of(operation, {"responses": {"204": {"description": ""}}})
    response = await get(Sandbox(document=document, registry=Registry()), "/a")
    assert response.status_code == 204
    assert response.headers["sunset"] == "2030-01-01"
    assert "link" not in response.headers


def test_the_clock_stands_still_until_it_is_moved() -> None:
    clock = Clock()
    start = clock.now()
    clock.advance(timedelta(minutes=5))
    assert clock.now() - start == timedelta(minutes=5)
    clock.set(datetime.fromisoformat("2027-01-01T01:00:00+01:00"))
    assert clock.now() == datetime(2027, 1, 1, tzinfo=UTC)
    with pytest.raises(ValueError, match="time zone"):
        clock.set(datetime(2027, 1, 1))  # noqa: DTZ001


def test_the_system_clock_runs_and_can_be_shifted() -> None:
    clock = SystemClock()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)
    clock.advance(timedelta(days=2))
    assert abs(clock.now() - datetime.now(UTC) - timedelta(days=2)) < timedelta(minutes=1)
    with pytest.raises(ValueError, match="time zone"):
        clock.set(datetime(2027, 1, 1))  # noqa: DTZ001


def test_two_sandboxes_give_the_same_secrets_and_ids() -> None:
    one, other = Sandbox(), Sandbox()
    assert one.api_key == other.api_key
    ids = [one.state.ids.next() for _ in range(3)]
    assert ids == [other.state.ids.next() for _ in range(3)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 3
    assert ids[0][14] == "7"
