"""Which operation a method and a path are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client._routes import operation_for
from ledgerbee_client.generated.operations import OPERATIONS
from tests.client.support import SECRET
from tests.shared.api import path


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_is_found_by_its_method_and_path(name: str) -> None:
    known = OPERATIONS[name]
    path = known.path.replace("{", "0197-").replace("}", "")
    assert operation_for(known.method, path) is known
    assert operation_for(known.method.lower(), f"{path}?page=2&x={{id}}") is known


def test_a_path_without_parameters_is_preferred_to_one_with() -> None:
    assert operation_for("GET", path("products.get", "0197")).name == "products.get"
    for one in OPERATIONS.values():  # whatever a parameter could stand for
        if "{" not in one.path:
            assert operation_for(one.method, one.path).name == one.name


@pytest.mark.parametrize(
    ("method", "idempotency"),
    [
        ("GET", "safe"),
        ("HEAD", "safe"),
        ("OPTIONS", "safe"),
        ("PUT", "http"),
        ("DELETE", "http"),
        ("POST", "none"),
        ("PATCH", "none"),
        ("PURGE", "none"),
    ],
)
def test_an_unknown_path_is_judged_by_its_method(method: str, idempotency: str) -> None:
    made_up = operation_for(method, "/v3/anything")
    assert made_up.idempotency == idempotency
    assert made_up.scopes == ()
    assert made_up.auth == ("api_key", "oauth2", "user")


def test_the_caller_may_know_better() -> None:
    assert operation_for("POST", "/v3/search", "safe").idempotency == "safe"
    assert operation_for("PUT", "/v3/counter", "none").idempotency == "none"
    known = operation_for("PUT", path("projects.upsert"), "none")
    assert (known.name, known.idempotency) == ("projects.upsert", "none")
    assert OPERATIONS["projects.upsert"].idempotency == "natural"


@pytest.mark.parametrize("wrong", ["key", "sometimes", ""])
def test_an_idempotency_that_does_not_exist_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match="safe, http, natural, none"):
        operation_for("POST", "/v3/anything", wrong)


@pytest.mark.parametrize(
    ("path", "template"),
    [
        ("/v3/anything", "/v3/anything"),
        ("/v3/cost-centres/0197a943-2325-7829-b835-b6c71a293065/send", "/v3/cost-centres/{id}/send"),
        ("/v3/things/42", "/v3/things/{id}"),
        ("/v3/things/ada-lovelace", "/v3/things/{id}"),
        ("/v3/things/ada/lines/lovelace", "/v3/things/{id}/lines/{id}"),
        ("/v3/things/ada@example.com", "/v3/things/{id}"),
        ("/v3/things/CUST", "/v3/things/{id}"),
        (f"/v3/things/{'x' * 41}", "/v3/things/{id}"),
        (f"/v3/things?x-api-key={SECRET}", "/v3/things"),
        ("/.well-known/new-thing", "/.well-known/new-thing"),
    ],
)
def test_a_made_up_operation_shows_neither_ids_nor_the_query(path: str, template: str) -> None:
    made_up = operation_for("GET", path)
    assert made_up.path == template
    assert made_up.name == f"request GET {template}"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "v1/products",
        "//evil.example/v1",
        "https://evil.example/v1",
        "/",
        "/v1/products/",
        "/v1//products",
        "/v1/products/..",
        "/v1/./products",
        "/v1/products/%2e%2e/x",
        "/v1/products/%2E",
        "/v1/products/%20",
        "/v1/products/ ",
        "/v1/products#x",
        "/v1\\products",
        "/v1/products\n",
        "?page=1",
    ],
)
def test_a_path_that_reaches_another_place_than_it_says_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="a path"):
        operation_for("DELETE", path)


@pytest.mark.parametrize("method", ["", "GET /", "G3T", "GÉT", "GET\r\n"])
def test_what_is_no_method_is_refused(method: str) -> None:
    with pytest.raises(ValueError, match="must be an HTTP method"):
        operation_for(method, "/v1/products")


@given(st.text())
def test_any_path_is_either_refused_or_a_made_up_operation_of_words(path: str) -> None:
    try:
        found = operation_for("POST", f"/v9/{path}")
    except ValueError:
        return
    assert found.idempotency == "none"
    assert found.path.startswith("/v9/")
    assert not set(found.path) - set("abcdefghijklmnopqrstuvwxyz0123456789{}/._-")
