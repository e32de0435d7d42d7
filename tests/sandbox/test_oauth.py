"""The OAuth endpoints, tokens, and licenses."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx
import pytest

from ledgerbee_client.testing import Sandbox
from tests.sandbox.support import client_of, code_of
from tests.shared.api import path

NOW = 1768467600  # where the sandbox's clock stands
LIMITED = {"error": "invalid_client", "error_description": "Rate limit exceeded. Try again later."}


def grant(client: tuple[str, str], **fields: str) -> dict[str, str]:
    return {"grant_type": "client_credentials", "client_id": client[0], "client_secret": client[1], **fields}


async def post(sandbox: Sandbox, where: str, form: Any, address: str = "127.0.0.1", **options: Any) -> httpx.Response:
    transport = sandbox.transport(address)
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox/api") as client:
        return await client.post(where, data=form, **options)


async def ask(sandbox: Sandbox, form: Any, address: str = "127.0.0.1") -> httpx.Response:
    return await post(sandbox, "/v1/auth/token", form, address)


async def use(sandbox: Sandbox, token: str, name: str = "company.get", address: str = "127.0.0.1") -> httpx.Response:
    transport = sandbox.transport(address)
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox/api") as client:
        return await client.get(path(name), headers={"authorization": f"Bearer {token}"})


async def test_a_client_gets_a_token_that_lives_an_hour() -> None:
    sandbox = Sandbox()
    client = sandbox.create_client(["company-read"])
    answer = await ask(sandbox, grant(client, scope="products-read"))
    assert answer.status_code == 200
    token = answer.json().pop("access_token")
    assert answer.json() == {"access_token": token, "token_type": "Bearer", "expires_in": 3600}
    assert (await use(sandbox, token)).status_code == 200
    assert (await use(sandbox, token, "products.list")).json()["details"] == {"requiredScopes": ["products-read"]}
    sandbox.clock.advance(timedelta(seconds=3599))
    assert (await use(sandbox, token)).status_code == 200
    sandbox.clock.advance(timedelta(seconds=1))
    expired = await use(sandbox, token)
    assert (expired.status_code, code_of(expired)) == (401, "invalid_token")


@pytest.mark.parametrize(
    ("change", "status", "error"),
    [
        ({"grant_type": ""}, 400, "invalid_request"),
        ({"client_id": ""}, 400, "invalid_request"),
        ({"client_secret": ""}, 400, "invalid_request"),
        ({"client_id": "nobody"}, 401, "invalid_client"),
        ({"client_secret": "wrong"}, 401, "invalid_client"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
        ({"grant_type": "authorization_code"}, 400, "invalid_grant"),
        ({"grant_type": "refresh_token"}, 400, "invalid_grant"),
        ({"client_id": ["a", "b"]}, 400, "invalid_request"),
    ],
)
async def test_errors_have_the_form_of_rfc_6749(change: dict[str, Any], status: int, error: str) -> None:
    sandbox = Sandbox()
    answer = await ask(sandbox, {**grant(sandbox.create_client()), **change})
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert answer.json().keys() == {"error", "error_description"}
    assert answer.headers["x-rate-limit-remaining"] == "9"


@pytest.mark.parametrize("options", [{"json": {"grant_type": "client_credentials"}}, {"content": b"grant_type=%ff"}])
async def test_what_is_no_form_is_an_invalid_request(options: dict[str, Any]) -> None:
    sandbox = Sandbox()
    if "content" in options:
        options["headers"] = {"content-type": "application/x-www-form-urlencoded; charset=utf-8"}
    answer = await post(sandbox, "/v1/auth/token", None, **options)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")


async def test_ten_requests_a_minute_for_each_address_and_every_answer_says_how_many_are_left() -> None:
    sandbox = Sandbox()
    client = sandbox.create_client()
    for left in range(9, -1, -1):
        answer = await ask(sandbox, grant(client) if left % 2 else {})
        assert answer.headers["x-rate-limit-remaining"] == str(left)
        assert answer.headers["x-rate-limit-reset"] == str(NOW + 60)
        sandbox.clock.advance(timedelta(seconds=1))
    refused = await ask(sandbox, grant(client))
    assert (refused.status_code, refused.json()) == (429, LIMITED)
    assert refused.headers["x-rate-limit-remaining"] == "0"
    assert refused.headers["x-rate-limit-reset"] == str(NOW + 60)
    assert "X-Rate-Limit-Reset" in refused.headers["access-control-expose-headers"]
    assert refused.headers["date"] == "Thu, 15 Jan 2026 09:00:10 GMT"
    assert (await ask(sandbox, grant(client), "10.0.0.7")).status_code == 200
    sandbox.clock.advance(timedelta(seconds=50))
    assert (await ask(sandbox, grant(client))).status_code == 200
    assert (await ask(sandbox, grant(client))).status_code == 429  # the window slides: one has left it, not ten


async def test_the_client_has_a_bucket_of_its_own_and_the_headers_speak_of_the_address() -> None:
    sandbox = Sandbox()
    client, other = sandbox.create_client(), sandbox.create_client()
    for number in range(10):
        assert (await ask(sandbox, grant(client), f"10.0.0.{number}")).status_code == 200
    refused = await ask(sandbox, grant(client), "10.0.0.99")
    assert (refused.status_code, refused.json()) == (429, LIMITED)
    assert refused.headers["x-rate-limit-remaining"] == "9"
    assert (await ask(sandbox, grant(other), "10.0.0.99")).status_code == 200


async def test_the_revocation_endpoint_ends_a_token_and_has_a_limit_of_its_own() -> None:
    sandbox = Sandbox()
    client, other = sandbox.create_client(), sandbox.create_client()
    token = (await ask(sandbox, grant(client))).json()["access_token"]
    form = {"client_id": client[0], "client_secret": client[1], "token": token}
    strange = await post(sandbox, "/v1/oauth/revoke", {**form, "client_id": other[0], "client_secret": other[1]})
    assert strange.status_code == 200  # not its own: nothing happens
    assert (await use(sandbox, token)).status_code == 200
    done = await post(sandbox, "/v1/oauth/revoke", form)
    assert (done.status_code, done.content, done.headers["x-rate-limit-remaining"]) == (200, b"", "8")
    assert code_of(await use(sandbox, token)) == "invalid_token"
    assert (await post(sandbox, "/v1/oauth/revoke", form)).status_code == 200
    assert (await post(sandbox, "/v1/oauth/revoke", {})).json()["error"] == "invalid_request"
    assert (await post(sandbox, "/v1/oauth/revoke", {**form, "token": ""})).json()["error"] == "invalid_request"
    assert (await post(sandbox, "/v1/oauth/revoke", {**form, "client_secret": "x"})).status_code == 401
    for _ in range(4):
        await post(sandbox, "/v1/oauth/revoke", form)
    assert (await post(sandbox, "/v1/oauth/revoke", form)).status_code == 429


async def test_a_revoked_client_loses_its_tokens_and_gets_no_more() -> None:
    sandbox = Sandbox()
    client, other = sandbox.create_client(), sandbox.create_client()
    token = (await ask(sandbox, grant(client))).json()["access_token"]
    kept = (await ask(sandbox, grant(other))).json()["access_token"]
    sandbox.revoke_client(client[0])
    assert code_of(await use(sandbox, token)) == "invalid_token"
    assert (await use(sandbox, kept)).status_code == 200
    assert (await ask(sandbox, grant(client))).status_code == 401
    with pytest.raises(KeyError):
        sandbox.revoke_client(client[0])


async def test_the_allowlist_of_a_client_holds_for_its_tokens_too() -> None:
    sandbox = Sandbox()
    client = sandbox.create_client(ip_allowlist=["10.0.0.0/8"])
    assert (await ask(sandbox, grant(client))).json()["error"] == "invalid_client"
    token = (await ask(sandbox, grant(client), "10.1.2.3")).json()["access_token"]
    assert (await use(sandbox, token, address="10.1.2.3")).status_code == 200
    assert (await use(sandbox, token)).json()["details"] == {"reason": "ip_whitelist_mismatch"}


def test_no_client_gets_the_scopes_of_the_portal() -> None:
    sandbox = Sandbox()
    with pytest.raises(ValueError, match=r"API_KEY_SCOPE_NOT_ASSIGNABLE: .* portal-provision, portal-sso-mint"):
        sandbox.create_client(["portal-sso-mint", "company-read", "portal-provision"])
    sandbox.create_client()
    assert not {"portal-sso-mint", "portal-provision"} & {*sandbox.document.oauth_scopes}


async def test_get_on_an_oauth_endpoint_is_an_unknown_route() -> None:
    async with client_of(Sandbox()) as client:
        assert (await client.get("/v1/auth/token")).status_code == 404


async def test_head_is_answered_as_get_without_the_body() -> None:
    async with client_of(Sandbox()) as client:
        answer = await client.head(path("company.get"))
        assert (answer.status_code, answer.content) == (200, b"")
        assert int(answer.headers["content-length"]) > 0
        assert (await client.head(path("meters.report"))).status_code == 404


@pytest.mark.parametrize(
    ("licenses", "name", "key"),
    [
        ([], "subscriptions.list", "Subscription"),
        (["CustomerPortal"], "subscriptions.list", "Subscription"),
        (["Subscription"], "portal_plans.list", "CustomerPortal"),
        ([], "meters.list_subscriptions_by_name", "Subscription"),
        (["Subscription"], "meters.list_subscriptions_by_name", None),
        (["Metered Products"], "meters.list_subscriptions_by_name", None),
        (["Subscription"], "subscriptions.list", None),
        ([], "products.list", None),
        ([], "portal_sso.jwks", None),
    ],
)
async def test_a_missing_license_is_a_403_that_names_it(licenses: list[str], name: str, key: str | None) -> None:
    sandbox = Sandbox(licenses=licenses)
    async with client_of(sandbox, sandbox.create_key([]) if key else None) as client:
        answer = await client.call(name, *(["acme"] if name == "portal_sso.jwks" else []))
    if key is None:
        assert answer.status_code == 200
    else:  # whatever the scopes
        assert (answer.status_code, code_of(answer)) == (403, "LICENSE.REQUIRED")
        assert answer.json()["details"] == {"licenseKey": key}
