"""Where settings come from, and which are refused."""

from __future__ import annotations

import pytest

from ledgerbee_client import LedgerBee, LedgerBeeError
from ledgerbee_client._config import base_url, check_secret, check_url, credentials, is_loopback
from ledgerbee_client.errors import ConfigurationError
from tests.client.support import SECRET

KEY_ENV = {"LEDGERBEE_API_KEY": "env-key"}
PAIR_ENV = {"LEDGERBEE_CLIENT_ID": "env-id", "LEDGERBEE_CLIENT_SECRET": "env-secret"}

# ---------------------------------------------------------------------- credentials


@pytest.mark.parametrize(
    ("arguments", "environment", "found"),
    [
        (("arg-key", None, None), {}, "arg-key"),
        (("arg-key", None, None), {**KEY_ENV, **PAIR_ENV}, "arg-key"),
        ((None, "arg-id", "arg-secret"), {**KEY_ENV, **PAIR_ENV}, ("arg-id", "arg-secret")),
        ((None, None, None), KEY_ENV, "env-key"),
        ((None, None, None), PAIR_ENV, ("env-id", "env-secret")),
        ((None, None, None), {**KEY_ENV, "LEDGERBEE_CLIENT_ID": ""}, "env-key"),
        ((None, "arg-id", None), {**KEY_ENV, **PAIR_ENV}, ("arg-id", "env-secret")),
        ((None, None, "arg-secret"), PAIR_ENV, ("env-id", "arg-secret")),
    ],
)
def test_arguments_win_over_the_environment(
    arguments: tuple[str | None, str | None, str | None], environment: dict[str, str], found: object
) -> None:
    assert credentials(*arguments, environment) == found


@pytest.mark.parametrize(
    ("arguments", "environment", "message"),
    [
        ((None, None, None), {}, "no credential: pass api_key"),
        ((None, None, None), {"LEDGERBEE_API_KEY": ""}, "LEDGERBEE_API_KEY"),
        (("k", "i", "s"), {}, "the arguments have both"),
        (("k", "i", None), PAIR_ENV, "the arguments have both"),
        (("k", None, "s"), {}, "the arguments have both"),
        ((None, None, None), {**KEY_ENV, **PAIR_ENV}, "the environment has both"),
        ((None, None, None), {**KEY_ENV, "LEDGERBEE_CLIENT_ID": "i"}, "the environment has both"),
        ((None, "i", None), {}, "the arguments have only half"),
        ((None, None, "s"), {}, "the arguments have only half"),
        ((None, None, None), {"LEDGERBEE_CLIENT_SECRET": "s"}, "the environment has only half"),
        (("", None, None), KEY_ENV, "the API key is empty"),
        ((None, "", "s"), {}, "the client id is empty"),
    ],
)
def test_no_credential_half_of_one_and_two_kinds_are_refused(
    arguments: tuple[str | None, str | None, str | None], environment: dict[str, str], message: str
) -> None:
    with pytest.raises(ConfigurationError, match=message):
        credentials(*arguments, environment)


def test_the_environment_is_read_when_a_client_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*KEY_ENV, *PAIR_ENV, "LEDGERBEE_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(ConfigurationError, match="no credential"):
        LedgerBee()
    monkeypatch.setenv("LEDGERBEE_API_KEY", SECRET)
    monkeypatch.setenv("LEDGERBEE_BASE_URL", "http://localhost:8080/api/")
    assert repr(LedgerBee()) == "<LedgerBee http://localhost:8080/api>"


@pytest.mark.parametrize(
    "value",
    [f"{SECRET}\n", f"\r\n{SECRET}", f" {SECRET}", f"{SECRET} x", f"{SECRET}\0", f"{SECRET}é", f"{SECRET}\u2028"],
)
def test_a_secret_that_can_not_stand_in_a_header_is_refused_without_showing_it(value: str) -> None:
    with pytest.raises(ConfigurationError, match="the API key has spaces, line breaks or characters") as caught:
        LedgerBee(value)
    assert SECRET not in repr(caught.value)
    with pytest.raises(ConfigurationError, match="the client secret has") as caught:
        LedgerBee(client_id="id", client_secret=value)
    assert SECRET not in repr(caught.value)


def test_a_secret_is_a_string() -> None:
    with pytest.raises(ConfigurationError, match="the API key must be a string"):
        check_secret(SECRET.encode(), "the API key")


# ---------------------------------------------------------------------- URLs


@pytest.mark.parametrize(
    ("argument", "environment", "url"),
    [
        (None, {}, "https://api.ledgerbee.com/api"),
        (None, {"LEDGERBEE_BASE_URL": ""}, "https://api.ledgerbee.com/api"),
        (None, {"LEDGERBEE_BASE_URL": "https://other.example/api"}, "https://other.example/api"),
        ("https://mine.example/api/", {"LEDGERBEE_BASE_URL": "https://other.example"}, "https://mine.example/api"),
        ("https://mine.example", {}, "https://mine.example"),
    ],
)
def test_the_base_url(argument: str | None, environment: dict[str, str], url: str) -> None:
    assert base_url(argument, environment) == url


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost",
        "http://LOCALHOST:80",
        "http://127.0.0.1:8000/api",
        "http://127.9.9.9",
        "http://[::1]:8000/api",
    ],
)
def test_plain_http_is_taken_to_this_machine(url: str) -> None:
    assert check_url(url, "base_url") == url


@pytest.mark.parametrize(
    "url",
    [
        "http://api.ledgerbee.com/api",
        "http://localhost.example",
        "http://0.0.0.0",
        "http://10.0.0.1",
        "http://[2001:db8::1]/",
        "HTTP://api.ledgerbee.com",
    ],
)
def test_plain_http_to_anywhere_else_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError, match=r"plain http to .* in clear; use https"):
        LedgerBee("key", base_url=url)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("api.ledgerbee.com/api", "absolute https URL"),
        ("//api.ledgerbee.com", "absolute https URL"),
        ("https:///api", "absolute https URL"),
        ("ftp://localhost/api", "absolute https URL"),
        (f"https://user:{SECRET}@api.ledgerbee.com", "no user name"),
        (f"https://{SECRET}@api.ledgerbee.com", "no user name"),
        (f"http://{SECRET}@localhost", "no user name"),
        ("https://@api.ledgerbee.com", "no user name"),
        (f"https://api.ledgerbee.com/api?x-api-key={SECRET}", "query"),
        ("https://api.ledgerbee.com/api?", "query"),
        ("https://api.ledgerbee.com/api#", "fragment"),
        ("https://api.ledgerbee.com/api\n", "line breaks"),
        (" https://api.ledgerbee.com/api", "spaces"),
        ("http://localhost\\@evil.example/", "backslashes"),
        ("https://[::1", "malformed"),
        ("https://localhost:port", "malformed"),
        ("https://localhost:70000", "malformed"),
    ],
)
def test_a_url_that_is_no_place_for_a_credential_is_refused_without_showing_it(url: str, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message) as caught:
        check_url(url, "base_url")
    assert isinstance(caught.value, LedgerBeeError)
    assert str(caught.value).startswith("base_url ")
    assert SECRET not in repr(caught.value)


@pytest.mark.parametrize(("host", "here"), [("localhost", True), ("::1", True), ("127.0.0.1", True), ("a.b", False)])
def test_which_hosts_are_this_machine(host: str, here: bool) -> None:
    assert is_loopback(host) is here
