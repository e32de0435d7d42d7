"""Proxies and certificates of the environment, over real sockets."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import anyio
import httpx
import pytest
import trustme

from ledgerbee_client._transport import Transport
from tests.client.cancelling import MANY, MODES, Mode, cancelled_at, run
from tests.client.fault_server import FaultServer
from tests.client.proxy_server import DROP, GARBAGE, HANG, REFUSE, Proxy
from tests.client.transport_support import BACKENDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOST = "api.ledgerbee.test"
URL = f"https://{HOST}/api/v1/anything"
TIMEOUT = httpx.Timeout(5.0)


@pytest.fixture(autouse=True)
def _no_proxies_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def proxy(tls_server: FaultServer) -> Iterator[Proxy]:
    with Proxy(tls_server.port) as running:
        yield running


def client(timeout: httpx.Timeout = TIMEOUT) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=Transport(), timeout=timeout)


@pytest.mark.unmeasured
@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
def test_requests_go_through_a_tunnel_and_share_it(
    proxy: Proxy, tls_server: FaultServer, backend: str, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, f"user:pass%20word@127.0.0.1:{proxy.port}")

    async def main() -> None:
        async with client() as http:
            for _ in range(3):
                assert (await http.post(URL, json={})).json() == {}

    anyio.run(main, backend=backend)
    ((first, headers),) = proxy.requests
    assert first == f"CONNECT {HOST}:443 HTTP/1.1"
    assert headers["proxy-authorization"] == "basic dxnlcjpwyxnzihdvcmq="  # in lower case, as it is collected
    assert {name for arrival in tls_server.arrivals for name in arrival.headers if "proxy" in name} == set()
    tls_server.wait_idle()


def test_a_tunnel_may_lead_through_a_proxy_over_https(
    tls_server: FaultServer, tls_context: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Proxy(tls_server.port, context=tls_context) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"https://localhost:{proxy.port}")

        async def main() -> None:
            async with client() as http:
                for _ in range(3):
                    assert (await http.post(URL, json={})).json() == {}

        anyio.run(main)
        assert len(proxy.requests) == 1


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_tunnel_may_lead_through_a_socks_proxy(
    tls_server: FaultServer, backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("socksio")
    with Proxy(tls_server.port, socks=True) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks5://127.0.0.1:{proxy.port}")

        async def main() -> None:
            async with client() as http:
                for _ in range(3):
                    assert (await http.post(URL, json={})).json() == {}

        anyio.run(main, backend=backend)
        assert proxy.requests == [(HOST, {})]


@pytest.mark.unmeasured
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
@pytest.mark.parametrize("variable", ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_nothing_for_this_machine_goes_through_a_proxy(
    plain_server: FaultServer,
    tls_server: FaultServer,
    proxy: Proxy,
    monkeypatch: pytest.MonkeyPatch,
    host: str,
    variable: str,
    scheme: str,
) -> None:
    monkeypatch.setenv(variable, f"http://127.0.0.1:{proxy.port}")
    server = tls_server if scheme == "https" else plain_server

    async def main() -> None:
        async with client() as http:
            assert (await http.get(server.url.replace("127.0.0.1", host))).json() == {}

    anyio.run(main)
    assert proxy.requests == []


@pytest.mark.unmeasured
@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(
    ("behavior", "kind"),
    [
        (REFUSE, httpx.ProxyError),
        (DROP, httpx.ConnectError),
        (GARBAGE, httpx.ConnectError),
        (HANG, httpx.ConnectTimeout),
    ],
)
def test_what_a_proxy_does_not_pass_on_was_not_sent_and_takes_no_place_for_good(
    proxy: Proxy,
    tls_server: FaultServer,
    monkeypatch: pytest.MonkeyPatch,
    backend: str,
    behavior: str,
    kind: type[httpx.TransportError],
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
    limits = httpx.Limits(max_connections=2)

    async def main() -> None:
        async with httpx.AsyncClient(transport=Transport(limits), timeout=httpx.Timeout(5.0, read=0.1)) as http:
            proxy.behavior = behavior
            for _ in range(4):
                with pytest.raises(kind) as caught:
                    await http.post(URL, json={})
                assert type(caught.value) is kind
            proxy.behavior = ""
            assert (await http.post(URL, json={})).json() == {}

    anyio.run(main, backend=backend)
    assert len(tls_server.arrivals) == 1


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_certificate_that_nobody_vouches_for_is_refused_and_takes_no_place_for_good(
    proxy: Proxy, tls_server: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, backend: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
    file = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(file)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))

    async def main() -> None:
        transport = Transport(httpx.Limits(max_connections=2))
        async with httpx.AsyncClient(transport=transport, timeout=httpx.Timeout(5.0, pool=0.5)) as http:
            for _ in range(5):
                for url in (URL, tls_server.url):
                    with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
                        await http.post(url, json={})
            assert transport.open_connections == 0

    anyio.run(main, backend=backend)
    assert tls_server.arrivals == []


@pytest.mark.unmeasured
@pytest.mark.parametrize("mode", MODES)
def test_a_request_through_a_proxy_can_be_cancelled_anywhere_and_takes_no_place_for_good(
    proxy: Proxy, tls_server: FaultServer, monkeypatch: pytest.MonkeyPatch, mode: Mode
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")

    async def main() -> None:
        for step in range(MANY):
            transport = Transport(httpx.Limits(max_connections=1))
            async with httpx.AsyncClient(transport=transport, timeout=httpx.Timeout(5.0)) as http:
                cancelled = await cancelled_at(step, lambda http=http: http.post(URL, json={}), mode)
                assert (await http.post(URL, json={})).json() == {}, f"at step {step}"
                assert transport.open_connections == 1, f"at step {step}"
            if not cancelled:
                assert step > 5
                break
        await anyio.to_thread.run_sync(tls_server.wait_idle)

    run(main, mode)


def test_certificates_of_a_directory_are_trusted(
    tls_server: FaultServer, trusted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed = tmp_path / f"{_subject_hash(trusted)}.0"
    hashed.write_bytes(trusted.read_bytes())
    monkeypatch.delenv("SSL_CERT_FILE")
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))

    async def main() -> None:
        async with client() as http:
            assert (await http.get(tls_server.url)).json() == {}

    anyio.run(main)


def _subject_hash(file: Path) -> str:
    """The name that OpenSSL looks for."""
    openssl = pytest.importorskip("shutil").which("openssl")
    if openssl is None:
        pytest.skip("needs openssl")
    import subprocess

    command = [openssl, "x509", "-hash", "-noout", "-in", str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
