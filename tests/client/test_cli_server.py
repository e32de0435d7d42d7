"""`python -m ledgerbee_client` as a process of its own, against a sandbox on a real port."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from attrs import frozen

from ledgerbee_client.__main__ import main
from ledgerbee_client.testing import Latency, Sandbox, sandbox
from tests.sandbox.support import without_steps_back

pytestmark = pytest.mark.slow  # processes; `test_cli` runs the same commands in its own
#: What Python makes of ASCII where nobody has asked for UTF-8.
PLAIN_ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
NAME = "Rødgrød & Børn ApS"


@frozen
class Service:
    sandbox: Sandbox
    base_url: str


@frozen
class Result:
    status: int
    out: str
    err: str


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    async with sandbox() as sb, sb.serve() as server:
        sb.state.company["name"] = NAME
        yield Service(sb, server.base_url)


def with_key(service: Service, key: str) -> dict[str, str]:
    return {"LEDGERBEE_BASE_URL": service.base_url, "LEDGERBEE_API_KEY": key}


def with_client(service: Service, client_id: str, secret: str) -> dict[str, str]:
    return {
        "LEDGERBEE_BASE_URL": service.base_url,
        "LEDGERBEE_CLIENT_ID": client_id,
        "LEDGERBEE_CLIENT_SECRET": secret,
    }


async def start(*arguments: str, environment: dict[str, str]) -> asyncio.subprocess.Process:
    strict = ("-W", "error::ResourceWarning", "-W", "error::DeprecationWarning")
    command = (sys.executable, *strict, "-m", "ledgerbee_client", *arguments)
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=pipe, env={**os.environ, **environment})


async def run(*arguments: str, environment: dict[str, str]) -> Result:
    """What a command prints; never a secret, a traceback or a complaint of the interpreter."""
    process = await start(*arguments, environment=environment)
    out, err = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode is not None
    result = Result(process.returncode, out.decode(), err.decode())
    for name in ("LEDGERBEE_API_KEY", "LEDGERBEE_CLIENT_SECRET"):
        assert environment.get(name, "\0") not in result.out + result.err
    assert "Traceback" not in result.err
    assert "Exception ignored" not in result.err
    return result


async def test_whoami_with_an_api_key(service: Service) -> None:
    result = await run("whoami", environment=with_key(service, service.sandbox.api_key))
    assert (result.status, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[:3] == [f"base-url    {service.base_url}", f"company     {NAME}", "vat-number  12345678"]
    granted = [line.split()[1] for line in lines if line.startswith("granted")]
    assert granted == sorted(service.sandbox.document.scopes)
    assert lines[-1] == "missing     none"
    assert [request.path for request in service.sandbox.requests] == ["/v1/api-key", "/v1/company"]


async def test_whoami_with_a_key_that_may_not_read_the_company(service: Service) -> None:
    key = service.sandbox.create_key(["products-read"], ip_allowlist=["127.0.0.1"])
    result = await run("whoami", environment=with_key(service, key))
    assert (result.status, result.err) == (0, "")
    assert "company     not known: company.get: 403 INSUFFICIENT_PERMISSIONS" in result.out
    assert "allowlist   127.0.0.1\ngranted     products-read\n" in result.out
    assert "missing     company-read\n" in result.out


async def test_whoami_with_an_oauth_client(service: Service) -> None:
    result = await run("whoami", environment=with_client(service, *service.sandbox.create_client()))
    assert (result.status, result.err) == (0, "")
    assert f"company     {NAME}\n" in result.out
    assert result.out.endswith("credential  OAuth client\ngranted     not known: the API doesn't say\n")


async def test_a_name_beyond_ascii_fits_into_a_c_locale(service: Service) -> None:
    environment = {**with_key(service, service.sandbox.api_key), **PLAIN_ASCII}
    result = await run("whoami", environment=environment)
    assert (result.status, result.err) == (0, "")
    assert r"company     R\xf8dgr\xf8d & B\xf8rn ApS" in result.out
    result = await run("whoami", "--json", environment=environment)
    assert json.loads(result.out)["company"]["name"] == NAME


async def test_the_warning_that_a_key_ends_soon_is_one_line_on_stderr(service: Service) -> None:
    key = service.sandbox.create_key(expires_at=service.sandbox.clock.now().replace(year=2099))
    result = await run("whoami", environment=with_key(service, key))
    assert result.err == ""
    service.sandbox.clock.set(service.sandbox.clock.now().replace(year=2001))  # it has ended on this machine only
    key = service.sandbox.create_key(expires_at=service.sandbox.clock.now().replace(year=2002))
    result = await run("whoami", environment=with_key(service, key))
    assert result.status == 0
    assert result.err.startswith("the API key has expired, at 2002-")
    assert result.err.count("\n") == 1


async def test_a_wrong_key_is_one_line_and_status_1(service: Service) -> None:
    result = await run("whoami", environment=with_key(service, "no-such-key-0123456789"))
    assert (result.status, result.out) == (1, "")
    assert "refused the credential (Invalid API key); check LEDGERBEE_API_KEY: copied whole" in result.err
    assert result.err.count("\n") == 1


async def test_a_wrong_client_secret_is_one_line_and_status_1(service: Service) -> None:
    client_id, _secret = service.sandbox.create_client()
    result = await run("whoami", environment=with_client(service, client_id, "no-such-secret-0123456789"))
    assert (result.status, result.out) == (1, "")
    assert "refused the credential" in result.err
    assert "check LEDGERBEE_CLIENT_ID and LEDGERBEE_CLIENT_SECRET" in result.err
    assert result.err.count("\n") == 1


async def test_a_server_that_is_down_is_one_line_and_status_1() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/api"
        environment = {"LEDGERBEE_BASE_URL": url, "LEDGERBEE_API_KEY": "a-key-0123456789"}
        result = await run("whoami", environment=environment)
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith(f"error: no connection to {url.split('/')[2]} (")
    assert "check the network, and LEDGERBEE_BASE_URL" in result.err
    assert result.err.count("\n") == 1


async def test_no_credential_is_one_line_and_status_2() -> None:
    result = await run("whoami", environment={})
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("error: no credential is set; ")
    assert result.err.count("\n") == 1


async def test_ctrl_c_while_the_api_is_slow_is_status_130_and_silent(service: Service) -> None:
    service.sandbox.faults.add(Latency(60, applied=True), "GET /v1/api-key")
    process = await start("whoami", environment=with_key(service, service.sandbox.api_key))
    async with asyncio.timeout(60):
        while not service.sandbox.requests:  # noqa: ASYNC110  # another process decides when
            await asyncio.sleep(0.01)
        process.send_signal(signal.SIGINT)
        assert await process.communicate() == (b"", b"")
    assert process.returncode == 130


async def test_a_check_compares_with_what_the_key_has(service: Service) -> None:
    environment = with_key(service, service.sandbox.create_key(["products-write"]))
    result = await run("scopes", "--check", "products.create", environment=environment)
    assert (result.status, result.err) == (0, "")
    assert result.out == "products-write  documented  granted  products.create\n"
    result = await run("scopes", "--check", "products.create", "invoices.send", environment=environment)
    assert result.status == 1
    assert result.out.endswith("invoices-write  documented  missing  invoices.send\n")
    assert result.err.startswith("error: invoices.send needs the scope invoices-write")


async def test_a_check_that_the_api_refuses_does_not_pass(service: Service) -> None:
    result = await run("scopes", "--check", "products.create", environment=with_key(service, "no-such-key-0123456789"))
    assert (result.status, result.out) == (1, "")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", [["operations"], ["operations", "--json"], ["scopes", "quotes.list"]])
def test_a_reader_that_is_gone_is_no_traceback(arguments: list[str], unbuffered: str) -> None:
    assert run_without_reader(arguments, unbuffered) == (141, b"")


@pytest.mark.parametrize(("unbuffered", "status"), [("", 141), ("1", 0)])  # argparse itself ignores what it can't write
def test_a_reader_of_the_help_that_is_gone_is_no_traceback(unbuffered: str, status: int) -> None:
    assert run_without_reader(["--help"], unbuffered) == (status, b"")


def run_without_reader(arguments: list[str], unbuffered: str) -> tuple[int, bytes]:
    """The status and the stderr of a command whose stdout nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "ledgerbee_client", *arguments]
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with os.fdopen(writing, "wb") as stdout:
        done = subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, env=environment, check=False, timeout=60)
    return done.returncode, done.stderr


@pytest.mark.parametrize("arguments", [[], ["--help"], ["--version"], ["scopes", "--help"], ["nonsense"]])
def test_asking_for_help_loads_no_client_no_event_loop_and_no_models(arguments: list[str]) -> None:
    code = f"""
import runpy, sys
sys.argv = ["ledgerbee", *{arguments}]
try:
    runpy.run_module("ledgerbee_client", run_name="__main__")
except SystemExit:
    pass
heavy = {{"asyncio", "httpx", "attrs", "ledgerbee_client._client"}} & {{*sys.modules}}
loaded = heavy | {{one for one in sys.modules if one.startswith("ledgerbee_client.generated")}}
sys.exit(repr(loaded) if loaded else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


def test_what_needs_no_api_loads_no_event_loop_and_no_models() -> None:
    code = """
import runpy, sys
sys.argv = ["ledgerbee", "operations", "company.get"]
try:
    runpy.run_module("ledgerbee_client", run_name="__main__")
except SystemExit:
    pass
loaded = [one for one in sys.modules if one == "asyncio" or one.startswith("ledgerbee_client.generated.models")]
sys.exit(repr(loaded) if loaded else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_importing_the_package_loads_nothing_of_the_command_line() -> None:
    code = """
import sys, ledgerbee_client
ledgerbee_client.LedgerBee
loaded = {"argparse", "difflib", "ledgerbee_client._cli"} & {*sys.modules}
sys.exit(repr(loaded) if loaded else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_package_says_what_is_in_it_before_it_is_loaded() -> None:
    code = """
import ledgerbee_client
assert {*ledgerbee_client.__all__} <= {*dir(ledgerbee_client)}
assert ledgerbee_client.errors.LedgerBeeError is ledgerbee_client.LedgerBeeError
try:
    ledgerbee_client.nothing
except AttributeError as error:
    assert "has no attribute 'nothing'" in str(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


# ---------------------------------------------------------------------- extras


@pytest.mark.parametrize(
    ("arguments", "missing", "text"),
    [
        (["sandbox"], "starlette", "the sandbox needs the extra testing"),
        (["completion", "bash"], "shtab", "completion needs the extra completion"),
        (["completion", "bash"], "starlette", "the sandbox needs the extra testing"),
        (["pending", "--store", "postgresql://localhost/x"], "psycopg", "ledgerbee-client[postgres]"),
    ],
)
def test_what_needs_an_extra_names_it(arguments: list[str], missing: str, text: str) -> None:
    code = f"""
import sys
sys.modules[{missing!r}] = None
from ledgerbee_client.__main__ import main
sys.exit(main({arguments}))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert text in done.stderr
    assert done.stderr.count("\n") == 1


# ---------------------------------------------------------------------- sandbox


async def test_the_sandbox_starts_says_where_it_is_and_ends_by_ctrl_c() -> None:
    process = await start("sandbox", "--json", environment={})
    assert process.stdout is not None
    async with asyncio.timeout(60):
        facts = json.loads(await process.stdout.readline())
        environment = {"LEDGERBEE_BASE_URL": facts["base_url"], "LEDGERBEE_API_KEY": facts["api_key"]}
        whoami = await start("whoami", "--json", environment=environment)
        out, _err = await whoami.communicate()
        process.send_signal(signal.SIGINT)
        rest, err = await process.communicate()
    assert (rest, without_steps_back(err.decode())) == (b"", "")
    assert json.loads(out)["base_url"] == facts["base_url"]
    assert facts["page"].startswith("http://")
    assert process.returncode == 0


async def test_a_port_in_use_is_one_line_and_status_1() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = await run("sandbox", "--port", str(taken.getsockname()[1]), environment={})
    assert (result.status, result.out) == (1, "")
    assert "choose another, or 0 for a free one, by --port" in result.err
    assert without_steps_back(result.err).count("\n") == 1


# ---------------------------------------------------------------------- completion


@pytest.mark.parametrize("shell", ["bash", "fish", "zsh"])
def test_completion_knows_the_commands_their_options_and_the_operations(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for word in ("whoami", "resolve", "not-applied", "stand-still", "products.create"):
        assert word in script


def test_completion_works_in_bash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash")
    assert main(["completion", "bash"]) == 0
    script = tmp_path / "ledgerbee"
    script.write_text(capsys.readouterr().out, encoding="utf-8")

    def completed(*words: str) -> list[str]:
        line = f"source {script}; COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; _shtab_ledgerbee"
        line += "; printf '%s\n' \"${COMPREPLY[@]}\""
        done = subprocess.run([bash, "-c", line], capture_output=True, text=True, check=False, timeout=60)
        return done.stdout.split()

    assert completed("ledgerbee", "who") == ["whoami"]
    assert "products.create" in completed("ledgerbee", "scopes", "products.")
    assert "--store" in completed("ledgerbee", "pending", "--s")
