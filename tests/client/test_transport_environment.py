"""What the environment says about proxies and certificates, and what is wrong in it."""

from __future__ import annotations

import ipaddress
import ssl
import urllib.request
from typing import TYPE_CHECKING

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client._transport import Transport
from ledgerbee_client._transport import environment as module
from ledgerbee_client._transport.environment import Environment, Origin
from ledgerbee_client.errors import ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path

API = Origin("https", "api.ledgerbee.com", None)
PROXY = "http://proxy.example:3128"
SECRET = "hunter2"


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)


def proxy_for(origin: Origin) -> str | None:
    proxy = Environment().proxy_for(origin)
    if proxy is None:
        return None
    port = "" if proxy.url.port is None else f":{proxy.url.port}"
    return f"{proxy.url.scheme.decode()}://{proxy.url.host.decode()}{port}"


# ---------------------------------------------------------------------- proxies


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, None),
        ({"HTTPS_PROXY": PROXY}, PROXY),
        ({"https_proxy": PROXY, "HTTPS_PROXY": "http://other:1"}, PROXY),
        ({"HTTP_PROXY": PROXY}, None),
        ({"ALL_PROXY": PROXY}, PROXY),
        ({"HTTPS_PROXY": PROXY, "ALL_PROXY": "http://other:1"}, PROXY),
        ({"HTTPS_PROXY": "proxy.example:3128"}, PROXY),
        ({"HTTPS_PROXY": "https://proxy.example"}, "https://proxy.example"),
        ({"ALL_PROXY": "socks5://proxy.example:1080"}, "socks5://proxy.example:1080"),
        ({"HTTPS_PROXY": "http://[fd00::1]:3128"}, "http://fd00::1:3128"),
        ({"HTTPS_PROXY": PROXY, "NO_PROXY": "*"}, None),
    ],
    ids=repr,
)
def test_the_proxy_is_that_of_the_scheme_or_else_the_one_for_all(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], expected: str | None
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(API) == expected


@pytest.mark.parametrize(
    ("no_proxy", "host", "direct"),
    [
        ("api.ledgerbee.com", "api.ledgerbee.com", True),
        ("ledgerbee.com", "api.ledgerbee.com", True),
        (".ledgerbee.com", "api.ledgerbee.com", True),
        ("LedgerBee.com", "api.ledgerbee.com", True),
        ("api.ledgerbee.com:443", "api.ledgerbee.com", True),
        ("api.ledgerbee.com:8443", "api.ledgerbee.com", False),
        ("https://api.ledgerbee.com", "api.ledgerbee.com", True),
        ("bee.com", "api.ledgerbee.com", False),
        ("other.example , ledgerbee.com", "api.ledgerbee.com", True),
        ("10.0.0.0/8", "10.1.2.3", True),
        ("10.0.0.0/8", "11.1.2.3", False),
        ("10.1.2.3", "10.1.2.3", True),
        ("fd00::/8", "fd12::1", True),
        ("fd00::/8", "fe00::1", False),
        ("[fd12::1]", "fd12::1", True),
        ("fd12::1", "fd12::1", True),
        ("10.0.0.0/8,[::1],fd00::/8", "fd12::1", True),
        ("fd00::/8", "api.ledgerbee.com", False),
        ("[, ,/,::/::,]", "api.ledgerbee.com", False),
    ],
)
def test_no_proxy_names_hosts_domains_addresses_and_networks(
    monkeypatch: pytest.MonkeyPatch, no_proxy: str, host: str, direct: bool
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", PROXY)
    monkeypatch.setenv("NO_PROXY", no_proxy)
    assert proxy_for(Origin("https", host, None)) == (None if direct else PROXY)


@given(st.one_of(st.ip_addresses(network="127.0.0.0/8"), st.just(ipaddress.ip_address("::1"))))
def test_nothing_for_this_machine_goes_through_a_proxy(address: ipaddress.IPv4Address) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALL_PROXY", PROXY)
        assert proxy_for(Origin("http", str(address), 8080)) is None
        assert proxy_for(Origin("https", "localhost", None)) is None


def test_the_password_of_a_proxy_is_passed_on_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://user:{SECRET}%21@proxy.example:3128")
    proxy = Environment().proxy_for(API)
    assert proxy is not None
    assert proxy.auth == (b"user", f"{SECRET}!".encode())
    assert SECRET not in repr(proxy.url)


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
@pytest.mark.parametrize(
    "value",
    ["http://proxy.example:port", "ftp://proxy.example", "http://", f"http://user:{SECRET}@:99999999", "socks4://x:1"],
)
def test_a_proxy_that_cannot_be_used_is_named_by_its_variable(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(ConfigurationError, match=rf"^{variable} can't be used as a proxy: it must look like") as caught:
        proxy_for(API)
    assert SECRET not in str(caught.value)
    assert proxy_for(Origin("https", "127.0.0.1", None)) is None  # it isn't needed here


def test_a_proxy_of_the_system_is_said_to_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(urllib.request, "getproxies", lambda: {"https": "http://proxy.example:port"})
    with pytest.raises(ConfigurationError, match=r"^the system's proxy for https can't be used"):
        proxy_for(API)


def test_a_socks_proxy_needs_a_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://proxy.example")
    monkeypatch.setattr(module.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(ConfigurationError, match=r"^ALL_PROXY is a SOCKS proxy: install the package socksio"):
        proxy_for(API)


# ---------------------------------------------------------------------- certificates


def test_without_a_variable_the_list_of_certifi_is_trusted() -> None:
    environment = Environment()
    context = environment.certificates()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert len(context.get_ca_certs()) > 50
    assert environment.certificates() is context


def test_a_file_of_certificates_is_trusted_and_nothing_else(trusted: Path) -> None:
    assert len(Environment().certificates().get_ca_certs()) == 1


@pytest.mark.parametrize("content", [None, "", "this is no certificate", "-----BEGIN CERTIFICATE-----\nx\n"])
def test_a_file_without_certificates_is_named_by_its_variable(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str | None
) -> None:
    file = tmp_path / "corporate-ca.pem"
    if content is not None:
        file.write_text(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    with pytest.raises(ConfigurationError, match=r"^SSL_CERT_FILE names no certificates that can be read: .*ca\.pem"):
        Environment().certificates()


def test_a_log_of_keys_that_cannot_be_written_is_named_by_its_variable(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "missing" / "keys"))
    with pytest.raises(ConfigurationError, match=r"^SSLKEYLOGFILE names no file that can be written: .*missing"):
        Environment().certificates()
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    assert Environment().certificates().keylog_filename == httpx.create_ssl_context().keylog_filename  # httpx2: None


@pytest.mark.parametrize("value", [" ", "\t"])
def test_a_proxy_of_spaces_is_none(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("HTTPS_PROXY", value)
    assert Environment().proxy_for(Origin("https", "api.example.com", None)) is None


def test_a_directory_that_is_none_is_named_by_its_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "missing"))
    with pytest.raises(ConfigurationError, match=r"^SSL_CERT_DIR names no directory: .*missing"):
        Environment().certificates()


def test_an_installation_without_its_certificates_is_nothing_that_the_environment_did(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> ssl.SSLContext:
        raise FileNotFoundError("cacert.pem")

    monkeypatch.setattr(httpx, "create_ssl_context", fail)
    with pytest.raises(FileNotFoundError):
        Environment().certificates()


async def test_certificates_are_needed_for_https_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/missing/ca.pem")
    async with httpx.AsyncClient(transport=Transport()) as http:
        with pytest.raises(httpx.ConnectError):
            await http.get("http://127.0.0.1:9/")
        with pytest.raises(ConfigurationError, match="SSL_CERT_FILE"):
            await http.get("https://127.0.0.1:9/")
