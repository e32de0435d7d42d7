"""Credentials, scopes, routes, and the headers and envelopes that come with them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from ledgerbee_client.generated.types import Operation
from ledgerbee_client.testing import Clock, Sandbox, SystemClock
from ledgerbee_client.testing.http.registry import Registry
from tests.sandbox.support import api_of, client_of, code_of

UNAUTHORIZED = {
    "statusCode": 401,
    "timestamp": "2026-01-15T09:00:00.000Z",
    "path": "/v1/company",
    "message": "Invalid API key",
    "code": "UNAUTHORIZED",
}


async def get(sandbox: Sandbox, path: str, **headers: str) -> httpx.Response:
    async with client_of(sandbox, "") as client:
        return await client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})


async def test_a_valid_key_is_let_in_by_header_and_by_query() -> None:
    sandbox = Sandbox()
    by_header = await get(sandbox, "/v1/company", x_api_key=sandbox.api_key)
    by_query = await get(sandbox, f"/v1/company?x-api-key={sandbox.api_key}")
    assert by_header.status_code == by_query.status_code == 200
    assert by_header.json()["name"] == "Acme Corporation"


@pytest.mark.parametrize(
    "headers", [{}, {"x_api_key": "wrong"}, {"authorization": "Basic abc"}, {"authorization": "Bearer x"}]
)
async def test_a_missing_or_unknown_credential_is_a_401_in_the_documented_envelope(
    headers: dict[str, str],
) -> None:
    response = await get(Sandbox(), "/v1/company", **headers)
    assert response.status_code == 401
    assert response.json() == UNAUTHORIZED


async def test_a_key_as_bearer_is_refused() -> None:
    sandbox = Sandbox()
    response = await get(sandbox, "/v1/company", authorization=f"Bearer {sandbox.api_key}")
    assert response.status_code == 401


async def test_a_token_is_let_in_for_an_hour_but_not_as_a_key() -> None:
    sandbox = Sandbox()
    token = sandbox.create_token()
    assert (await get(sandbox, "/v1/company", authorization=f"Bearer {token}")).status_code == 200
    assert (await get(sandbox, "/v1/company", x_api_key=token)).status_code == 401
    sandbox.clock.advance(timedelta(hours=1))
    assert (await get(sandbox, "/v1/company", authorization=f"Bearer {token}")).status_code == 401


async def test_the_key_endpoint_refuses_tokens() -> None:
    sandbox = Sandbox()
    response = await get(sandbox, "/v1/api-key", authorization=f"Bearer {sandbox.create_token()}")
    assert response.status_code == 403
    assert code_of(response) == "INSUFFICIENT_PERMISSIONS"
    assert response.json()["details"] == {"reason": "endpoint_requires_api_key_auth"}


async def test_an_endpoint_that_takes_tokens_only_refuses_keys() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        assert (await client.post("/v1/mcp", json={})).status_code == 401


async def test_a_revoked_key_stops_working_at_once() -> None:
    sandbox = Sandbox()
    key = sandbox.create_key()
    assert (await get(sandbox, "/v1/company", x_api_key=key)).status_code == 200
    sandbox.revoke(key)
    assert (await get(sandbox, "/v1/company", x_api_key=key)).status_code == 401
    with pytest.raises(KeyError):
        sandbox.revoke(key)


async def test_an_expiring_key_says_so_on_every_response_until_it_expires() -> None:
    sandbox = Sandbox()
    key = sandbox.create_key(["company-read"], expires_at=sandbox.clock.now() + timedelta(days=3))
    for path in ("/v1/company", "/v1/accounts", "/v1/company?oops"):
        response = await get(sandbox, path, x_api_key=key)
        assert response.headers["x-api-key-expires-at"] == "2026-01-18T09:00:00.000Z"
    info = (await get(sandbox, "/v1/api-key", x_api_key=key)).json()
    assert info == {"expiresAt": "2026-01-18T09:00:00.000Z", "ipWhitelist": [], "scopes": ["company-read"]}
    sandbox.clock.advance(timedelta(days=3))
    expired = await get(sandbox, "/v1/company", x_api_key=key)
    assert expired.status_code == 401
    assert "x-api-key-expires-at" not in expired.headers


async def test_a_key_without_expiry_has_no_such_header() -> None:
    sandbox = Sandbox()
    response = await get(sandbox, "/v1/api-key", x_api_key=sandbox.api_key)
    assert "x-api-key-expires-at" not in response.headers
    assert "expiresAt" not in response.json()


@pytest.mark.parametrize(
    ("allowlist", "status"),
    [(["127.0.0.1"], 200), (["127.0.0.0/8"], 200), (["10.0.0.1", "2001:db8::/32"], 401)],
)
async def test_the_allowlist_decides_by_address(allowlist: list[str], status: int) -> None:
    sandbox = Sandbox()
    key = sandbox.create_key(ip_allowlist=allowlist)
    response = await get(sandbox, "/v1/company", x_api_key=key)
    assert response.status_code == status
    if status == 401:
        assert response.json()["details"] == {"reason": "ip_whitelist_mismatch"}


async def test_a_caller_without_an_address_is_on_no_allowlist() -> None:
    sandbox = Sandbox()
    key = sandbox.create_key(ip_allowlist=["127.0.0.1"])
    transport = httpx.ASGITransport(app=sandbox.app, client=("somewhere", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox/api") as client:
        assert (await client.get("/v1/company", headers={"x-api-key": key})).status_code == 401


def test_a_bad_allowlist_or_expiry_is_refused_when_the_key_is_made() -> None:
    sandbox = Sandbox()
    with pytest.raises(ValueError, match="nonsense"):
        sandbox.create_key(ip_allowlist=["nonsense"])
    with pytest.raises(ValueError, match="time zone"):
        sandbox.create_key(expires_at=datetime(2026, 1, 1))  # noqa: DTZ001


async def test_a_missing_scope_is_a_403_that_names_it() -> None:
    sandbox = Sandbox()
    key = sandbox.create_key(["company-read"])
    response = await get(sandbox, "/v1/products", x_api_key=key)
    assert response.status_code == 403
    assert code_of(response) == "INSUFFICIENT_PERMISSIONS"
    assert response.json()["details"] == {"requiredScopes": ["products-read"]}


async def test_an_inferred_scope_blocks_only_on_request() -> None:
    lenient, strict = Sandbox(), Sandbox(enforce_inferred_scopes=True)
    for sandbox, status in ((lenient, 200), (strict, 403)):
        key = sandbox.create_key([])
        assert (await get(sandbox, "/v1/dimensions", x_api_key=key)).status_code == status


async def test_the_signing_keys_need_no_credential() -> None:
    response = await get(Sandbox(), "/.well-known/portal-sso/acme/jwks.json")
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/nothing"),
        ("DELETE", "/v1/company"),
        ("GET", "/v1/products/"),
        ("GET", "/"),
        ("GET", "//v1/a"),
    ],
)
async def test_an_unknown_route_is_a_404_even_without_a_credential(method: str, path: str) -> None:
    async with client_of(Sandbox(), "") as client:
        response = await client.request(method, f"http://sandbox/api{path}")
    assert response.status_code == 404
    assert response.json()["message"] == f"Cannot {method} {path}"
    assert response.json()["path"] == path


async def test_nothing_is_served_beside_the_api_mount() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        for path in ("/v1/company", "/api", "/"):
            response = await client.get(f"http://sandbox{path}")
            assert response.status_code == 404
            assert response.json()["path"] == path


async def test_a_literal_segment_goes_before_a_parameter() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        groups = await client.get("/v1/customers/groups")
        customer = await client.get("/v1/customers/nobody")
    assert groups.status_code == 200
    assert [one["name"] for one in groups.json()] == ["Customers", "Partners"]
    assert customer.status_code == 404
    assert "code" not in customer.json()


async def test_deprecated_operations_with_a_date_say_so_on_every_response() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        listed = await client.get("/v1/draft-journal-entries")
        single = await client.get("/v1/draft-journal-entries/a1")
        client.headers["x-api-key"] = "wrong"
        refused = await client.get("/v1/draft-journal-entries")
    assert listed.headers["deprecation"] == "true"
    assert listed.headers["sunset"] == "2026-11-08"
    assert listed.headers["link"] == '</api/v2/draft-journal-entries>; rel="successor-version"'
    assert single.headers["link"] == '</api/v2/draft-journal-entries/a1>; rel="successor-version"'
    assert refused.status_code == 401
    assert refused.headers["deprecation"] == "true"


async def test_others_have_no_deprecation_headers() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        current = await client.get("/v2/draft-journal-entries")
        undated = await client.post("/v1/journal-entries", json={})
    assert not {"deprecation", "sunset", "link"} & (current.headers.keys() | undated.headers.keys())


async def test_requests_are_kept_without_their_credentials() -> None:
    sandbox = Sandbox()
    await get(sandbox, f"/v1/products?x-api-key={sandbox.api_key}&search=Web")
    await get(sandbox, "/v1/nothing")
    found, lost = sandbox.requests
    assert (found.method, found.path, found.status) == ("GET", "/v1/products", 200)
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


def test_two_sandboxes_give_the_same_secrets_and_ids() -> None:
    one, other = Sandbox(), Sandbox()
    assert one.api_key == other.api_key
    ids = [one.state.ids.next() for _ in range(3)]
    assert ids == [other.state.ids.next() for _ in range(3)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 3
    assert ids[0][14] == "7"
