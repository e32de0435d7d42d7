"""`python -m ledgerbee_client`, in process: what it prints, and its exit statuses."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import signal
import sys
from typing import Any

import anyio
import httpx
import pytest
import respx

import ledgerbee_client
from ledgerbee_client.__main__ import main
from ledgerbee_client.generated.operations import OPERATIONS, SERVER
from scripts.rehearsal.skips import RECONSTRUCTION
from tests.shared.api import reconstruction_only
from tests.shared.secrets_check import API_KEY, CLIENT_ID, CLIENT_SECRET, TOKEN

NONE_INFERRED = f"{RECONSTRUCTION}: the document has no inferred scopes"
COMPANY = {
    "id": "1",
    "name": "Rødgrød & Børn ApS",
    "email": "a@b.example",
    "address": "Åboulevarden 1",
    "vat": 12345678,
}
KEY: dict[str, Any] = {"scopes": ["products-read", "company-read"], "ipWhitelist": []}
FORBIDDEN = {"statusCode": 403, "code": "INSUFFICIENT_PERMISSIONS", "message": "Insufficient permissions"}


@pytest.fixture(autouse=True)
def _connections_that_respx_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledgerbee_client._channel._own_transport", lambda: httpx.AsyncHTTPTransport(verify=False))


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch, respx_mock: respx.MockRouter) -> respx.MockRouter:
    """The API, for the key in the environment."""
    monkeypatch.setenv("LEDGERBEE_API_KEY", API_KEY)
    respx_mock.get(f"{SERVER}/v1/api-key", name="key").respond(json=KEY)
    respx_mock.get(f"{SERVER}/v1/company", name="company").respond(json=COMPANY)
    respx_mock.assert_all_called = False
    return respx_mock


@pytest.fixture
def oauth(monkeypatch: pytest.MonkeyPatch, respx_mock: respx.MockRouter) -> respx.MockRouter:
    """The API, for the OAuth client in the environment."""
    monkeypatch.setenv("LEDGERBEE_CLIENT_ID", CLIENT_ID)
    monkeypatch.setenv("LEDGERBEE_CLIENT_SECRET", CLIENT_SECRET)
    respx_mock.post(f"{SERVER}/v1/auth/token", name="token").respond(json={"access_token": f"{TOKEN}1"})
    respx_mock.get(f"{SERVER}/v1/company", name="company").respond(json=COMPANY)
    respx_mock.assert_all_called = False
    return respx_mock


def rows(capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    """The cells of a printed table."""
    return [line.split() for line in capsys.readouterr().out.splitlines()]


# ---------------------------------------------------------------------- whoami


def test_whoami_prints_whose_key_it_is_and_what_it_may_do(
    api: respx.MockRouter, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["whoami"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:8] == [
        f"base-url    {SERVER}",
        "company     Rødgrød & Børn ApS",
        "vat-number  12345678",
        "credential  API key",
        "expires     never",
        "allowlist   none: any address",
        "granted     company-read",
        "granted     products-read",
    ]
    missing = [line.removeprefix("missing     ") for line in lines[8:]]
    documented = {scope for one in OPERATIONS.values() if not one.scopes_inferred for scope in one.scopes}
    assert missing == sorted(documented - {*KEY["scopes"]})
    assert api["key"].call_count == api["company"].call_count == 1


def test_whoami_prints_the_expiry_and_the_allowlist_of_the_key(
    api: respx.MockRouter, capsys: pytest.CaptureFixture[str]
) -> None:
    limits = {"expiresAt": "2999-12-31T23:59:59.000Z", "ipWhitelist": ["192.168.1.1", "10.0.0.0/8"]}
    api["key"].respond(json={**KEY, **limits})
    assert main(["whoami"]) == 0
    out = capsys.readouterr().out
    assert "expires     2999-12-31T23:59:59+00:00\nallowlist   192.168.1.1, 10.0.0.0/8\n" in out


def test_whoami_warns_once_and_in_the_log_of_a_key_that_is_about_to_end(
    api: respx.MockRouter, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    headers = {"X-API-Key-Expires-At": "2020-01-01T00:00:00.000Z"}
    api["key"].respond(json=KEY, headers=headers)
    api["company"].respond(json=COMPANY, headers=headers)
    assert main(["whoami"]) == 0
    told = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert told == ["the API key has expired, at 2020-01-01T00:00:00+00:00: make a new one"]
    assert capsys.readouterr().err == ""


def test_whoami_as_json_has_the_same_facts(api: respx.MockRouter, capsys: pytest.CaptureFixture[str]) -> None:
    api["key"].respond(json={**KEY, "expiresAt": "2999-12-31T23:59:59.000Z"})
    assert main(["whoami", "--json"]) == 0
    out = capsys.readouterr().out
    assert out.isascii()
    facts = json.loads(out)
    assert "invoices-write" in facts.pop("missing_scopes")
    assert facts == {
        "base_url": SERVER,
        "company": {"name": COMPANY["name"], "vat_number": COMPANY["vat"]},
        "company_error": None,
        "credential": "api_key",
        "expires_at": "2999-12-31T23:59:59+00:00",
        "ip_allowlist": [],
        "granted_scopes": ["company-read", "products-read"],
    }


def test_whoami_says_why_the_company_is_not_known_and_prints_the_rest(
    api: respx.MockRouter, capsys: pytest.CaptureFixture[str]
) -> None:
    api["key"].respond(json={**KEY, "scopes": ["products-read"]})
    api["company"].respond(403, json={**FORBIDDEN, "details": {"requiredScopes": ["company-read"]}})
    assert main(["whoami"]) == 0
    out = capsys.readouterr().out
    assert "company     not known: company.get: 403 INSUFFICIENT_PERMISSIONS" in out
    assert "(needs company-read)" in out
    assert "\ncredential  API key" in out
    assert "missing     company-read" in out
    assert main(["whoami", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["company"] is None
    assert "needs company-read" in facts["company_error"]


def test_whoami_says_when_the_api_tells_no_scopes_number_or_allowlist(
    api: respx.MockRouter, capsys: pytest.CaptureFixture[str]
) -> None:
    api["key"].respond(json={})
    api["company"].respond(json={**COMPANY, "vat": None})
    assert main(["whoami"]) == 0
    out = capsys.readouterr().out
    assert "vat-number  none\n" in out
    assert "allowlist   none: any address\n" in out
    assert out.endswith("granted     not known: the API doesn't say\n")
    assert main(["whoami", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["granted_scopes"] is facts["missing_scopes"] is None


def test_whoami_says_none_where_nothing_is_granted_or_missing(
    api: respx.MockRouter, capsys: pytest.CaptureFixture[str]
) -> None:
    api["key"].respond(json={"scopes": []})
    assert main(["whoami"]) == 0
    assert ["granted", "none"] in rows(capsys)
    api["key"].respond(json={"scopes": [scope for one in OPERATIONS.values() for scope in one.scopes]})
    assert main(["whoami"]) == 0
    assert rows(capsys)[-1] == ["missing", "none"]


def test_whoami_with_oauth_reads_the_scopes_in_the_token_answer(
    oauth: respx.MockRouter, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = {"access_token": f"{TOKEN}1", "expires_in": 3600, "scope": "products-read company-read"}
    oauth["token"].respond(json=answer)
    assert main(["whoami"]) == 0
    table = rows(capsys)
    assert table[3:6] == [["credential", "OAuth", "client"], ["granted", "company-read"], ["granted", "products-read"]]
    assert ["missing", "invoices-write"] in table
    assert ["missing", "portal-provision"] not in table  # no OAuth client can have it
    assert oauth["token"].call_count == 1


def test_whoami_with_oauth_says_when_the_scopes_can_not_be_learned(
    oauth: respx.MockRouter, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["whoami", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["company"]["name"] == COMPANY["name"]
    assert (facts["credential"], facts["expires_at"], facts["ip_allowlist"]) == ("oauth2", None, None)
    assert facts["granted_scopes"] is facts["missing_scopes"] is None


def test_what_comes_from_outside_can_not_break_a_line_or_steer_a_terminal(
    api: respx.MockRouter, capsys: pytest.CaptureFixture[str]
) -> None:
    api["company"].respond(json={**COMPANY, "name": "Acme\nmissing  none\x1b[2J"})
    assert main(["whoami"]) == 0
    assert "company     Acme missing none\N{REPLACEMENT CHARACTER}[2J\n" in capsys.readouterr().out
    api["key"].respond(401, json={"statusCode": 401, "message": "Invalid\nAPI key\x1b[2J"})
    assert main(["whoami"]) == 1
    err = capsys.readouterr().err
    assert "(Invalid API key\N{REPLACEMENT CHARACTER}[2J)" in err
    assert err.count("\n") == 1


def test_a_name_that_the_encoding_of_stdout_lacks_is_escaped(
    api: respx.MockRouter, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    assert main(["whoami"]) == 0
    assert rb"R\xf8dgr\xf8d & B\xf8rn ApS" in raw.getvalue()


def test_the_output_can_be_collected_in_memory() -> None:
    with contextlib.redirect_stdout(io.StringIO()) as collected:
        assert main(["operations", "company.get"]) == 0
    assert collected.getvalue() == "company.get  GET /v1/company  company-read  -\n"


# ---------------------------------------------------------------------- errors


@pytest.mark.parametrize(
    ("status", "body", "text"),
    [
        (
            401,
            {"statusCode": 401, "code": "UNAUTHORIZED", "message": "Invalid API key"},
            "api.ledgerbee.com refused the credential (Invalid API key); check LEDGERBEE_API_KEY: copied whole",
        ),
        (
            401,
            {"statusCode": 401, "message": "Invalid API key", "details": {"reason": "ip_whitelist_mismatch"}},
            "this machine's address is not on the allowlist of the key",
        ),
        (404, {"statusCode": 404, "message": "Cannot GET /v1/api-key"}, "LEDGERBEE_BASE_URL ends in /api"),
        (409, {"statusCode": 409, "message": "Something else"}, "Something else"),
        (500, "<html>", "api.ledgerbee.com has a problem of its own (500"),
        (301, "<html>", "is api.ledgerbee.com a LedgerBee API? Check LEDGERBEE_BASE_URL"),
        (200, "<html>", "is api.ledgerbee.com a LedgerBee API? Check LEDGERBEE_BASE_URL"),
    ],
)
def test_an_answer_that_is_an_error_is_one_line_and_status_1(
    api: respx.MockRouter, capsys: pytest.CaptureFixture[str], status: int, body: Any, text: str
) -> None:
    api["key"].return_value = httpx.Response(status, **({"text": body} if isinstance(body, str) else {"json": body}))
    assert main(["whoami"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error: ")
    assert "api_key.get" not in err  # nobody at a shell has called a method
    assert text in err
    assert err.count("\n") == 1
    assert API_KEY not in err


@pytest.mark.parametrize(
    ("environment", "text"),
    [
        ({}, "no credential is set; make an API key in the LedgerBee app"),
        (
            {"LEDGERBEE_API_KEY": API_KEY, "LEDGERBEE_CLIENT_ID": CLIENT_ID},
            "two credentials are set, LEDGERBEE_API_KEY and LEDGERBEE_CLIENT_ID; unset one",
        ),
        (
            {"LEDGERBEE_CLIENT_SECRET": CLIENT_SECRET},
            "LEDGERBEE_CLIENT_SECRET is set and LEDGERBEE_CLIENT_ID is not",
        ),
        ({"LEDGERBEE_CLIENT_ID": CLIENT_ID}, "LEDGERBEE_CLIENT_ID is set and LEDGERBEE_CLIENT_SECRET is not"),
        ({"LEDGERBEE_API_KEY": f"{API_KEY}\n"}, "LEDGERBEE_API_KEY has spaces"),
        (
            {"LEDGERBEE_API_KEY": API_KEY, "LEDGERBEE_BASE_URL": "http://ledgerbee.example"},
            "LEDGERBEE_BASE_URL is plain http",
        ),
    ],
)
def test_a_configuration_that_can_not_be_used_is_status_2_and_nothing_is_sent(
    environment: dict[str, str],
    text: str,
    monkeypatch: pytest.MonkeyPatch,
    respx_mock: respx.MockRouter,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for command in ("whoami", "verify"):
        assert main([command]) == 2
        err = capsys.readouterr().err
        assert text in err
        assert "=..." not in err  # that is Python
    assert not respx_mock.calls


def test_ctrl_c_is_status_130_and_says_nothing(api: respx.MockRouter, capsys: pytest.CaptureFixture[str]) -> None:
    async def interrupt(request: httpx.Request) -> httpx.Response:
        signal.raise_signal(signal.SIGINT)
        await anyio.sleep(60)
        raise AssertionError("it went on")

    api["key"].side_effect = interrupt
    assert main(["whoami"]) == 130
    assert capsys.readouterr() == ("", "")
    assert not api["company"].called


def test_a_bug_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: Any, **_options: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("ledgerbee_client._cli.table.operations", broken)
    with pytest.raises(ZeroDivisionError):
        main(["operations"])


def test_a_file_that_can_not_be_read_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def unreadable(*_arguments: Any, **_options: Any) -> None:
        raise PermissionError(13, "Permission denied", "/etc/secret")

    def full(*_arguments: Any, **_options: Any) -> None:
        raise OSError(28, "No space left on device")

    for failing, text in ((unreadable, "/etc/secret: Permission denied"), (full, "No space left on device")):
        monkeypatch.setattr("ledgerbee_client._cli.table.operations", failing)
        assert main(["operations"]) == 1
        assert capsys.readouterr().err == f"error: {text}\n"


@pytest.mark.slow
def test_a_time_out_says_to_try_again(api: respx.MockRouter, capsys: pytest.CaptureFixture[str]) -> None:
    api["key"].side_effect = httpx.ReadTimeout("slow")
    assert main(["whoami"]) == 1
    assert capsys.readouterr().err.endswith("; try again\n")


def test_a_reader_that_is_gone_is_status_141(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        assert main(["operations"]) == 141
        with pytest.raises(SystemExit) as caught:
            main(["--version"])  # stdout leads nowhere now, so that nothing complains at exit
        assert caught.value.code == 0


def test_without_arguments_the_commands_are_shown_by_examples_and_it_is_status_2(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([]) == 2  # a script whose variable is empty has made a mistake
    out, err = capsys.readouterr()
    assert err == ""
    assert len(out.splitlines()) <= 15
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = re.findall(r"^    (\w+)\s", capsys.readouterr().out, re.MULTILINE)
    assert len(commands) >= 8
    for command in commands:
        assert command in out


@pytest.mark.parametrize("arguments", [["nonsense"], ["scopes"], ["whoami", "extra"]])
def test_wrong_usage_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: ledgerbee" in capsys.readouterr().err


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"ledgerbee-client {ledgerbee_client.__version__}\n"


# ---------------------------------------------------------------------- scopes


def test_scopes_prints_each_scope_once_with_the_calls_that_need_it(
    respx_mock: respx.MockRouter, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = ["products.create", "invoices.send", "products.update", "products.create", "api_key.get"]
    concluded = next((one for one in OPERATIONS.values() if one.scopes_inferred and one.scopes), None)
    if concluded is None:
        pytest.skip(NONE_INFERRED)
    width = max(14, len(concluded.scopes[0]))
    assert main(["scopes", *calls, concluded.name]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{'products-write':<{width}}  documented  products.create,products.update",
        f"{'invoices-write':<{width}}  documented  invoices.send",
        f"{'-':<{width}}  documented  api_key.get",
        f"{concluded.scopes[0]:<{width}}  inferred    {concluded.name}",
    ]
    assert not respx_mock.calls


def test_a_scope_that_is_documented_for_one_of_the_calls_is_documented(capsys: pytest.CaptureFixture[str]) -> None:
    inferred = next(
        (one for one in OPERATIONS.values() if one.scopes_inferred and one.scopes == ("customers-read",)), None
    )
    if inferred is None:
        pytest.skip(NONE_INFERRED)
    assert main(["scopes", inferred.name, "customers.list"]) == 0
    assert rows(capsys) == [["customers-read", "documented", f"{inferred.name},customers.list"]]


def test_scopes_as_json_has_the_same_facts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scopes", "--json", "products.create", "api_key.get"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"scope": "products-write", "inferred": False, "operations": ["products.create"]},
        {"scope": None, "inferred": False, "operations": ["api_key.get"]},
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("products.crate", "unknown operation 'products.crate', did you mean 'products.create'?"),
        ("Invoices.Send", "did you mean 'invoices.send'?"),
        ("zzz", "'ledgerbee operations' shows all"),
    ],
)
def test_a_method_that_does_not_exist_is_status_2_and_names_what_is_close(
    name: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["scopes", "invoices.send", name])
    assert caught.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert text in err


def test_a_check_passes_when_all_documented_scopes_are_granted(
    api: respx.MockRouter, capsys: pytest.CaptureFixture[str]
) -> None:
    concluded = [name for name, one in OPERATIONS.items() if one.scopes_inferred and one.scopes == ("projects-write",)]
    assert main(["scopes", "--check", "products.list", *concluded[:1], "api_key.get"]) == 0
    out, err = capsys.readouterr()
    assert [line.split() for line in out.splitlines()] == [
        ["products-read", "documented", "granted", "products.list"],
        *(["projects-write", "inferred", "missing", name] for name in concluded[:1]),
        ["-", "documented", "granted", "api_key.get"],
    ]
    assert err == ""


@pytest.mark.parametrize("how", [[], ["--json"]])
def test_a_check_that_finds_a_scope_missing_is_status_1(
    api: respx.MockRouter, capsys: pytest.CaptureFixture[str], how: list[str]
) -> None:
    assert main(["scopes", "--check", *how, "products.list", "invoices.send", "customers.list"]) == 1
    out, err = capsys.readouterr()
    assert err.startswith("error: invoices.send, customers.list need the scopes invoices-write, customers-read")
    assert "products.list" not in err
    if how:
        assert [row["granted"] for row in json.loads(out)] == [True, False, False]
    else:
        assert [line.split()[2] for line in out.splitlines()] == ["granted", "missing", "missing"]


def test_a_check_that_can_not_be_made_does_not_pass(
    oauth: respx.MockRouter, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["scopes", "--check", "products.list"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "error: the API doesn't say which scopes this credential has, so nothing was checked\n"


# ---------------------------------------------------------------------- operations


def test_operations_prints_one_line_for_each_with_four_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["operations"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len({line.index(f"{OPERATIONS[line.split()[0]].method} ") for line in lines}) == 1  # aligned
    table = [line.split() for line in lines]
    assert [row[0] for row in table] == list(OPERATIONS)
    for name, method, path, scopes, notes in table:
        one = OPERATIONS[name]
        assert (method, path, scopes) == (one.method, one.path, ",".join(one.scopes) or "-")
        marks = {"deprecated": one.deprecated, "path-inferred": one.path_inferred}
        marks["scopes-inferred"] = one.scopes_inferred
        assert {*notes.split(",")} == ({mark for mark, is_so in marks.items() if is_so} or {"-"})


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["PRODUCTS.", "post", "products-write"], {"products.create"}),
        (["GET /v1/company"], {"company.get"}),
        (["deprecated"], {name for name, one in OPERATIONS.items() if one.deprecated}),
        pytest.param(
            ["customers-read", "scopes-inferred"],
            {name for name, one in OPERATIONS.items() if "customers-read" in one.scopes and one.scopes_inferred},
            marks=reconstruction_only,
        ),
    ],
)
def test_operations_are_those_whose_line_has_every_word(
    words: list[str], expected: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert expected
    assert main(["operations", *words]) == 0
    assert {row[0] for row in rows(capsys)} == expected


@pytest.mark.parametrize(("how", "printed"), [([], ""), (["--json"], "[]\n")])
def test_a_search_that_finds_nothing_is_status_1(
    how: list[str], printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["operations", *how, "invoices", "teapot"]) == 1
    assert capsys.readouterr() == (printed, "error: no operation matches invoices teapot\n")


def test_operations_as_json_tells_all_that_is_known_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["operations", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found) == len(OPERATIONS)
    for one in found:
        operation = OPERATIONS[one["name"]]
        assert one["scopes"] == list(operation.scopes)
        assert (one["method"], one["path"], one["sunset"]) == (operation.method, operation.path, operation.sunset)


# ---------------------------------------------------------------------- extras


@pytest.mark.parametrize(
    ("arguments", "missing", "text"),
    [
        (["completion", "zsh"], "shtab", "pip install 'ledgerbee-client[completion]'"),
        (["completion", "zsh"], "ledgerbee_client.testing.__main__", "pip install 'ledgerbee-client[testing]'"),
        (["sandbox"], "ledgerbee_client.testing.__main__", "pip install 'ledgerbee-client[testing]'"),
    ],
)
def test_an_extra_that_is_not_installed_is_named(
    arguments: list[str],
    missing: str,
    text: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    assert main(arguments) == 2
    assert text in capsys.readouterr().err
