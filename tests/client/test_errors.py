"""How answers become errors, and what errors keep and never show."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import traceback
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client import LedgerBee, errors
from ledgerbee_client._failures import error_for, undecodable
from ledgerbee_client.errors import (
    APIError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    ConflictError,
    ConnectionFailedError,
    FieldError,
    IdempotencyKeyReuseError,
    IdempotencyStoreError,
    InsufficientScopeError,
    LedgerBeeError,
    LicenseRequiredError,
    MissingFieldError,
    MissingScopeError,
    NotFoundError,
    OutcomeUnknownError,
    PaginationDriftError,
    PermissionDeniedError,
    RateLimitError,
    RequestTimeoutError,
    ServerError,
    TransportError,
    UnexpectedValueError,
    UnsettledError,
    ValidationFailedError,
)
from ledgerbee_client.generated.errors import DecodeError
from tests.client.support import SECRET, envelope, operation, response

VALIDATION = {
    "validationErrors": [
        {"property": "email", "constraints": {"isEmail": "email must be an email"}},
        {"property": "lines.0.quantity", "constraints": {"min": "must be positive", "isNumber": "must be a number"}},
    ]
}

# ---------------------------------------------------------------------- the right class


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, envelope(400, "SHARED_VALIDATION_FAILED", VALIDATION), ValidationFailedError),
        (400, envelope(400, "JOURNAL_CATEGORY_NOT_FOUND"), BadRequestError),
        (400, {"error": "unsupported_grant_type"}, BadRequestError),
        (401, envelope(401, "UNAUTHORIZED", message="Invalid API key"), AuthenticationError),
        (401, {"error": "invalid_token", "error_description": "expired"}, AuthenticationError),
        (403, envelope(403), PermissionDeniedError),
        (403, envelope(403, "INSUFFICIENT_PERMISSIONS"), InsufficientScopeError),
        (403, envelope(403, "LICENSE.REQUIRED"), LicenseRequiredError),
        (403, "<html>Forbidden by the firewall</html>", PermissionDeniedError),
        (404, envelope(404, "METER_NOT_FOUND"), NotFoundError),
        (404, {"statusCode": 404, "message": "Cannot GET /api/v1/x", "error": "Not Found"}, NotFoundError),
        (409, envelope(409), ConflictError),
        (418, envelope(418), APIError),
        (422, "", APIError),
        (429, {"error": "invalid_client", "error_description": "Rate limit exceeded."}, RateLimitError),
        (500, envelope(500), ServerError),
        (502, "<html>Bad Gateway</html>", ServerError),
        (503, "", ServerError),
        (599, b"\xff\xfe", ServerError),
        (302, "", APIError),
        # a code says more only together with its status
        (500, envelope(500, "SHARED_VALIDATION_FAILED"), ServerError),
    ],
)
def test_an_answer_becomes_the_error_that_it_is(status: int, body: Any, kind: type[APIError]) -> None:
    error = error_for(response(status, body))
    assert type(error) is kind
    assert isinstance(error, LedgerBeeError)
    assert error.status_code == status


def test_the_envelope_of_the_api_is_read_whole() -> None:
    answer = response(400, envelope(400, "SHARED_VALIDATION_FAILED", VALIDATION))
    error = error_for(answer, operation())
    assert isinstance(error, ValidationFailedError)
    assert error.code == "SHARED_VALIDATION_FAILED"
    assert error.message == "Bad Request Exception"
    assert error.details == VALIDATION
    assert error.path == "/v1/products"
    assert error.timestamp == dt.datetime(2026, 6, 10, 12, 34, 56, 789000, tzinfo=dt.UTC)
    assert error.request is answer.request
    assert error.response is answer
    assert error.operation == "products.create"
    assert error.errors == {
        "email": {"isEmail": "email must be an email"},
        "lines.0.quantity": {"min": "must be positive", "isNumber": "must be a number"},
    }
    assert str(error) == (
        "products.create: 400 SHARED_VALIDATION_FAILED: Bad Request Exception "
        "(email: email must be an email; lines.0.quantity: must be positive, must be a number); "
        "nothing was changed: correct it, and send it again"
    )


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ({"error": "invalid_client", "error_description": "Slow down."}, "invalid_client", "Slow down."),
        ({"error": "invalid_client"}, "invalid_client", "invalid_client"),
        ({"error": "Bad Request", "message": "no", "statusCode": 400}, None, "no"),
        ({"error": "Bad Request", "message": ["a must be", "b must be"]}, None, "a must be; b must be"),
        ({"message": ["a", 1]}, None, "a; 1"),
        ({"message": {"nested": 1}}, None, "Bad Request"),
        ({"code": 17, "message": "x"}, None, "x"),
        ({}, None, "Bad Request"),
        ([1, 2], None, "Bad Request"),
        ("null", None, "Bad Request"),
        ('"text"', None, "Bad Request"),
        ("", None, "Bad Request (empty body)"),
        ("<html>" * 1000, None, "Bad Request (the body is text/html, not JSON)"),
        (b"\xff\x00", None, "Bad Request (the body is text/html, not JSON)"),
        ("[" * 100_000, None, "Bad Request (the body is text/html, not JSON)"),
    ],
)
def test_whatever_the_body_is_there_is_a_message(body: Any, code: str | None, message: str) -> None:
    error = error_for(response(400, body, headers={"Content-Type": "text/html; charset=utf-8"}))
    assert (error.code, error.message) == (code, message)
    assert error.details == {}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=10), inner, max_size=6),
    max_leaves=12,
)
known_fields = st.sampled_from(["code", "message", "details", "path", "timestamp", "error", "error_description"])
known_details = st.sampled_from(["validationErrors", "requiredScopes", "licenseKey", "reason"])


@pytest.mark.slow
@given(
    st.sampled_from([302, 400, 401, 403, 404, 429, 500]),
    st.dictionaries(known_fields, json_values | st.dictionaries(known_details, json_values)),
    st.sampled_from([None, "SHARED_VALIDATION_FAILED", "INSUFFICIENT_PERMISSIONS", "LICENSE.REQUIRED"]),
)
def test_no_body_is_too_odd_for_an_error(status: int, body: dict[str, Any], code: str | None) -> None:
    error = error_for(response(status, {**body, **({"code": code} if code else {})}), operation())
    assert str(error).startswith(f"products.create: {status}")
    for name in ("errors", "required_scopes", "license_key", "reason"):
        getattr(error, name, None)


@given(st.binary())
def test_no_bytes_are_too_odd_for_an_error(body: bytes) -> None:
    assert isinstance(error_for(response(500, body)), ServerError)


# ---------------------------------------------------------------------- what they say


@pytest.mark.parametrize(
    ("status", "code", "details", "said"),
    [
        (401, "UNAUTHORIZED", {"reason": "ip_whitelist_mismatch"}, "(ip_whitelist_mismatch)"),
        (403, "INSUFFICIENT_PERMISSIONS", {"requiredScopes": ["a-read", "b-write"]}, "(needs a-read, b-write)"),
        (403, "INSUFFICIENT_PERMISSIONS", {"reason": "endpoint_requires_api_key_auth"}, "endpoint_requires_api_key"),
        (403, "LICENSE.REQUIRED", {"licenseKey": "Subscription"}, "(the company needs the license Subscription)"),
        (403, None, {"reason": "because"}, "(because)"),
    ],
)
def test_the_text_of_an_error_says_what_is_missing(status: int, code: str | None, details: Any, said: str) -> None:
    assert said in str(error_for(response(status, envelope(status, code, details))))


def test_the_properties_of_the_refusals() -> None:
    scopes = error_for(response(403, envelope(403, "INSUFFICIENT_PERMISSIONS", {"requiredScopes": ["a-read"]})))
    licence = error_for(response(403, envelope(403, "LICENSE.REQUIRED", {"licenseKey": "Subscription"})))
    address = error_for(response(401, envelope(401, "UNAUTHORIZED", {"reason": "ip_whitelist_mismatch"})))
    assert isinstance(scopes, InsufficientScopeError)
    assert scopes.required_scopes == ("a-read",)
    assert isinstance(licence, LicenseRequiredError)
    assert licence.license_key == "Subscription"
    assert isinstance(address, AuthenticationError)
    assert address.reason == "ip_whitelist_mismatch"


def test_a_404_from_an_inferred_path_says_that_the_path_may_be_wrong() -> None:
    inferred = operation("meters.by_name", "GET", path="/v1/meters/by-name/{name}", path_inferred=True)
    unknown_route = envelope(404, message="Cannot GET /api/v1/meters/by-name/x")
    text = str(error_for(response(404, unknown_route), inferred))
    assert "the path /v1/meters/by-name/{name} is inferred and not documented" in text
    assert "LedgerBee.request()" in text
    for own in (envelope(404, "METER_NOT_FOUND"), envelope(404, message="Meter not found")):
        text = str(error_for(response(404, own), inferred))
        assert "inferred" not in text
        assert "look up the id" in text
    assert "inferred" not in str(error_for(response(404), operation()))
    assert "inferred" not in str(error_for(response(400), inferred))


def test_a_404_of_an_operation_whose_end_was_announced_says_so() -> None:
    old = operation("drafts_v1.list", "GET", sunset="2026-11-08", successor="GET /v2/drafts")
    text = str(error_for(response(404), old))
    assert "the end of drafts_v1.list was announced for 2026-11-08, so it may be gone: use GET /v2/drafts" in text
    assert "announced" in str(error_for(response(404), operation(sunset="2026-11-08")))


@pytest.mark.parametrize(
    ("location", "said"),
    [
        (f"https://login.example/sign-in?token={SECRET}", "https://login.example: check base_url"),
        (f"https://user:{SECRET}@login.example", "https://login.example:"),
        ("/api/v2/", "the same host"),
        ("", "the same host"),
        ("https://[::1", "no valid URL"),
    ],
)
def test_a_redirect_says_where_it_leads_but_no_more(location: str, said: str) -> None:
    text = str(error_for(response(302, headers={"Location": location})))
    assert "redirects are not followed" in text
    assert said in text
    assert SECRET not in text


def test_a_decode_error_names_the_place_and_whether_the_request_was_accepted() -> None:
    wrong = DecodeError("'x' is no decimal number", ("data", 3, "unitAmount"))
    read = undecodable(wrong, operation("prices.list", "GET", idempotency="safe"), response(200))
    assert str(read) == "prices.list: the response body (200) at data[3].unitAmount: 'x' is no decimal number"
    assert (read.place, read.reason) == ("data[3].unitAmount", "'x' is no decimal number")
    assert read.operation == "prices.list"
    write = undecodable(DecodeError("is no object"), operation(), response(201))
    assert "the write was done, don't send it again" in str(write)
    assert write.place == ""
    assert write.idempotency_key is None


def test_a_missing_scope_is_told_with_what_there_is() -> None:
    one = MissingScopeError(("products.create",), ("products-write",), ("products-read",))
    assert str(one) == (
        "products.create needs the scope products-write, which the credential doesn't have (it has products-read); "
        "nothing was sent: give it this scope in the LedgerBee app, or use another credential"
    )
    assert one.operation == "products.create"
    more = MissingScopeError(("a.get", "b.get"), ("a-read", "b-read"), ())
    assert "a.get, b.get need the scopes a-read, b-read" in str(more)
    assert "it has none" in str(more)
    assert more.operation is None


def test_every_error_is_under_one_root_and_exported() -> None:
    kinds = [getattr(errors, name) for name in errors.__all__ if name.endswith("Error")]
    assert len(kinds) == 26
    assert all(issubclass(kind, LedgerBeeError) for kind in kinds)
    assert issubclass(ConfigurationError, ValueError)


# ---------------------------------------------------------------------- copies, and what they hold


def every_error() -> list[LedgerBeeError]:
    answered = [
        error_for(response(status, envelope(status, code, details)), operation())
        for status, code, details in [
            (302, None, None),
            (400, None, None),
            (400, "SHARED_VALIDATION_FAILED", VALIDATION),
            (401, "UNAUTHORIZED", {"reason": "x"}),
            (403, None, None),
            (403, "INSUFFICIENT_PERMISSIONS", {"requiredScopes": ["a"]}),
            (403, "LICENSE.REQUIRED", {"licenseKey": "L"}),
            (404, "METER_NOT_FOUND", None),
            (409, None, None),
            (429, None, None),
            (500, None, None),
        ]
    ]
    limited = next(one for one in answered if isinstance(one, RateLimitError))
    limited.retry_at = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    unknown = OutcomeUnknownError("was sent")
    unknown.read_back, unknown.response, unknown.request = "invoices.list", response(502), response(502).request
    plain: list[LedgerBeeError] = [
        LedgerBeeError("text"),
        ConfigurationError("text"),
        PaginationDriftError("text"),
        MissingScopeError(("a.get",), ("a-read",), ("b-read",)),
        UnsettledError("text"),
        IdempotencyKeyReuseError("text"),
        IdempotencyStoreError("text"),
        undecodable(DecodeError("wrong", ("a", 1)), operation(), response(200)),
        unknown,
        FieldError("is odd", "Product", "unit", "data[0].unit", "products.list"),
        MissingFieldError("is missing", "Product", "unit", "data[0].unit", "products.list"),
        UnexpectedValueError("is a number", "Product", "unit", "data[0].unit", "products.list", 7),
    ]
    for kind in (TransportError, ConnectionFailedError, RequestTimeoutError):
        failed = kind("text")
        failed.request, failed.attempts = response(200).request, 3
        plain.append(failed)
    for error in (*answered, *plain):
        error.idempotency_key = "key-1"
        error.add_note("a note")
    return [*answered, *plain]


def plain_state(error: LedgerBeeError) -> dict[str, Any]:
    """The attributes, with what httpx compares by identity as plain values."""

    def plain(value: Any) -> Any:
        if isinstance(value, httpx.Response):
            return value.status_code, value.content, value.headers.raw, plain(value.request)
        if isinstance(value, httpx.Request):
            return value.method, str(value.url), value.headers.raw, value.content
        return value

    return {name: plain(value) for name, value in vars(error).items()}


@pytest.mark.parametrize("error", every_error(), ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])
def test_a_copy_or_a_pickle_of_an_error_keeps_everything(error: LedgerBeeError, again: Any) -> None:
    twin = again(error)
    assert type(twin) is type(error)
    assert str(twin) == str(error)
    assert repr(twin) == repr(error)
    assert twin.args == error.args
    assert plain_state(twin) == plain_state(error)
    for name in ("errors", "required_scopes", "license_key", "reason"):
        assert getattr(twin, name, None) == getattr(error, name, None)


def test_every_class_is_among_those_that_were_copied() -> None:
    kinds = {getattr(errors, name) for name in errors.__all__ if name.endswith("Error")}
    assert {type(error) for error in every_error()} >= kinds


async def failing(handler: Any, **options: Any) -> LedgerBeeError:
    """The error that a call with a secret key ends in."""
    transport = httpx.MockTransport(handler)
    async with LedgerBee(SECRET, transport=transport, scope_check="off", retry=None, **options) as lb:
        with pytest.raises(LedgerBeeError) as caught:
            await lb.quotes.send("q1")
    return caught.value


def raising(kind: type[httpx.RequestError]) -> Any:
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.headers["x-api-key"] == SECRET
        raise kind(f"failed with {len(SECRET)} characters", request=request)

    return handler


HANDLERS = {
    "refused": raising(httpx.ConnectError),
    "timeout": raising(httpx.ReadTimeout),
    "cut": raising(httpx.ReadError),
    "unsendable": raising(httpx.LocalProtocolError),
    "gateway": lambda _request: httpx.Response(502),
    "unauthorised": lambda _request: httpx.Response(401, json=envelope(401, "UNAUTHORIZED")),
    "forbidden": lambda _request: httpx.Response(403),
    "redirect": lambda _request: httpx.Response(302, headers={"Location": "https://elsewhere.example/"}),
    "redirect to the same host": lambda _request: httpx.Response(307, headers={"Location": "/api/other"}),
    "no JSON": lambda _request: httpx.Response(200, text="<html>"),
}


@pytest.mark.parametrize("case", HANDLERS)
async def test_nothing_that_an_error_holds_shows_the_credential(case: str) -> None:
    error = await failing(HANDLERS[case])
    shown = [repr(error), str(error), repr(vars(error)), *(repr(vars(value)) for value in _objects(error))]
    report = traceback.TracebackException.from_exception(error, capture_locals=True)
    # The frames of the caller are the caller's
    library = [frame for one in _chain(report) for frame in one.stack if "ledgerbee_client" in frame.filename]
    shown += ["".join(one.format_exception_only()) for one in _chain(report)]
    shown += [repr(frame.locals) for frame in library]
    assert library
    assert not any(SECRET in text for text in shown)
    assert SECRET.encode() not in pickle.dumps(error)


def _objects(error: LedgerBeeError) -> list[Any]:
    request, answer = getattr(error, "request", None), getattr(error, "response", None)
    return [one for one in (request, answer, getattr(answer, "_request", None)) if one is not None]


def _chain(report: traceback.TracebackException | None) -> list[traceback.TracebackException]:
    return [] if report is None else [report, *_chain(report.__cause__), *_chain(report.__context__)]


async def test_the_frames_below_httpx_are_dropped_because_they_hold_the_headers() -> None:
    error = await failing(HANDLERS["cut"])
    assert isinstance(error.__cause__, httpx.ReadError)
    assert error.__cause__.__traceback__ is None


async def test_a_header_that_can_not_be_sent_is_told_without_its_value() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.LocalProtocolError(f"Illegal header value {request.headers['x-api-key']!r}")

    error = await failing(refuse)
    assert isinstance(error, OutcomeUnknownError)
    assert error.__cause__ is None
    assert SECRET not in "".join(traceback.format_exception(error))


async def test_no_request_that_would_follow_a_redirect_is_kept() -> None:
    error = await failing(HANDLERS["redirect"])
    assert isinstance(error, APIError)
    assert error.response.next_request is None
