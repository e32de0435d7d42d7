"""Fetching the published document from a real HTTP server: only a valid document replaces the old file."""

from __future__ import annotations

import json
import os
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from scripts import fetch_schema, schema_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DOCUMENT: dict[str, Any] = {
    "openapi": "3.0.0",
    "paths": {"/v1/things": {"get": {"operationId": "things", "responses": {"200": {"description": "Things – all"}}}}},
    "info": {"title": "Things", "version": "1.0"},
}
OLD = '{"openapi": "3.0.0", "paths": {}}'


class Handler(BaseHTTPRequestHandler):
    """Answers every path by the function that the test put there."""

    server: Server

    def do_GET(self) -> None:
        self.server.paths.append(self.path)
        with suppress(ConnectionError):
            self.server.answers[self.path](self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keeps the test's output clean."""

    def send(self, body: bytes, *, status: int = 200, content_type: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Callable[[Handler], None]] = {}
        self.paths: list[str] = []
        self.over = threading.Event()  # lets a hanging answer end with the test

    def serve(self, answer: Callable[[Handler], None], path: str = "/schema.json") -> str:
        self.answers[path] = answer
        return self.url(path)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield running
        finally:
            running.over.set()
            running.shutdown()
            thread.join()


@dataclass
class Place:
    """The checked-in file of a test, and the command that is to replace it."""

    path: Path
    capsys: pytest.CaptureFixture[str]
    reports: list[tuple[dict[str, Any], dict[str, Any]]] = field(default_factory=list)
    out: str = ""
    err: str = ""

    def run(self, url: str, *options: str) -> int:
        code = fetch_schema.main(["--url", url, "--output", str(self.path), "--timeout", "20", *options])
        self.out, self.err = self.capsys.readouterr()
        return code

    def refused(self, url: str, *options: str) -> str:
        """Runs the command, expects it to fail and to leave everything alone; returns its message."""
        before = self.path.read_bytes()
        assert self.run(url, *options) == 1
        assert self.path.read_bytes() == before
        assert [entry.name for entry in self.path.parent.iterdir()] == [self.path.name]
        assert self.err.startswith("fetch_schema: ")
        assert self.err.count("\n") == 1
        assert self.out == ""
        return self.err


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Place:
    folder = tmp_path / "openapi"
    folder.mkdir()
    path = folder / "ledgerbee.json"
    path.write_text(OLD, encoding="utf-8")
    made = Place(path, capsys)

    def build_report(old: dict[str, Any], new: dict[str, Any]) -> SimpleNamespace:
        made.reports.append((old, new))
        return SimpleNamespace(markdown="# What changes\n")

    monkeypatch.setattr(schema_report, "build_report", build_report)
    monkeypatch.setattr(schema_report, "build_report_with_packages", build_report)
    monkeypatch.delenv("LEDGERBEE_SCHEMA_URL", raising=False)
    return made


def answering(body: bytes | str | object, **options: Any) -> Callable[[Handler], None]:
    if isinstance(body, str):
        body = body.encode()
    elif not isinstance(body, bytes):
        body = json.dumps(body).encode()
    sent: bytes = body
    return lambda handler: handler.send(sent, **options)


def redirecting(target: str) -> Callable[[Handler], None]:
    def answer(handler: Handler) -> None:
        handler.send_response(302)
        handler.send_header("Location", target)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def rendered(document: object) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


# --- a document that is right ------------------------------------------------------------------------


def test_a_valid_document_replaces_the_file_and_the_change_is_reported(server: Server, place: Place) -> None:
    assert place.run(server.serve(answering(DOCUMENT))) == 0
    assert place.path.read_text(encoding="utf-8") == rendered(DOCUMENT)
    assert place.reports == [(json.loads(OLD), DOCUMENT)]
    assert place.out == f"# What changes\n{place.path}: replaced\n"
    assert place.err == ""
    assert [entry.name for entry in place.path.parent.iterdir()] == [place.path.name]


def test_the_report_is_made_before_the_file_is_replaced(
    server: Server, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def report(old: dict[str, Any], new: dict[str, Any]) -> str:
        seen.append(place.path.read_text(encoding="utf-8"))
        return "report"

    monkeypatch.setattr(fetch_schema, "change_report", report)
    assert place.run(server.serve(answering(DOCUMENT))) == 0
    assert seen == [OLD]


def test_the_same_document_again_changes_nothing(server: Server, place: Place) -> None:
    url = server.serve(answering(DOCUMENT))
    assert place.run(url) == 0
    written = place.path.stat().st_mtime_ns, place.path.stat().st_ino
    assert place.run(url) == 0
    assert place.out == f"{place.path}: already the published document\n"
    assert (place.path.stat().st_mtime_ns, place.path.stat().st_ino) == written
    assert len(place.reports) == 1


@pytest.mark.parametrize("old", [None, "", "{ broken", "[]"])
def test_without_a_usable_old_file_there_is_nothing_to_compare_with(
    server: Server, place: Place, old: str | None
) -> None:
    if old is None:
        place.path.unlink()
    else:
        place.path.write_text(old, encoding="utf-8")
    assert place.run(server.serve(answering(DOCUMENT))) == 0
    assert place.path.read_text(encoding="utf-8") == rendered(DOCUMENT)
    assert "no earlier document" in place.out
    assert place.reports == []


def test_the_report_can_be_kept_in_a_file(server: Server, place: Place, tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    assert place.run(server.serve(answering(DOCUMENT)), "--report", str(report)) == 0
    assert report.read_text(encoding="utf-8") == "# What changes\n"


def test_redirects_are_followed(server: Server, place: Place) -> None:
    server.serve(answering(DOCUMENT), "/moved.json")
    assert place.run(server.serve(redirecting("/moved.json"))) == 0
    assert server.paths == ["/schema.json", "/moved.json"]


def test_the_environment_names_another_source(server: Server, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEDGERBEE_SCHEMA_URL", server.serve(answering(DOCUMENT), "/elsewhere.json"))
    assert fetch_schema.main(["--output", str(place.path)]) == 0
    assert server.paths == ["/elsewhere.json"]


def test_openapi_3_1_and_a_byte_order_mark_are_accepted(server: Server, place: Place) -> None:
    newer = DOCUMENT | {"openapi": "3.1.0"}
    body = b"\xef\xbb\xbf" + json.dumps(newer).encode()
    assert place.run(server.serve(answering(body))) == 0
    assert json.loads(place.path.read_bytes()) == newer


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_the_mode_of_the_file_is_kept(server: Server, place: Place) -> None:
    place.path.chmod(0o640)
    assert place.run(server.serve(answering(DOCUMENT))) == 0
    assert place.path.stat().st_mode & 0o777 == 0o640


@pytest.mark.slow
def test_the_real_report_names_what_was_added(server: Server, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    other = json.loads(json.dumps(DOCUMENT).replace("/v1/things", "/v1/stuff").replace('"things"', '"stuff"'))
    both = DOCUMENT | {"paths": DOCUMENT["paths"] | other["paths"]}
    place.path.write_text(rendered(DOCUMENT), encoding="utf-8")
    assert place.run(server.serve(answering(both))) == 0
    assert "/v1/stuff" in place.out


# --- a document that is not right --------------------------------------------------------------------


def test_a_web_page_is_refused(server: Server, place: Place) -> None:
    page = "<!doctype html><title>Sign in</title>"
    assert "a web page" in place.refused(server.serve(answering(page, content_type="text/html; charset=utf-8")))
    assert "a web page" in place.refused(server.serve(answering("\n" + page)))
    assert "a web page" in place.refused(server.serve(answering("Sign in", content_type="text/html")))


def test_truncated_json_is_refused_with_the_place(server: Server, place: Place) -> None:
    whole = rendered(DOCUMENT)
    cut_in_text = whole[: whole.index("Things –") + 3]
    message = place.refused(server.serve(answering(cut_in_text)))
    assert f"cut off after {len(cut_in_text)} characters" in message
    assert "line 9" in message
    message = place.refused(server.serve(answering(whole[: whole.rindex("}")])))
    assert "cut off" in message
    assert "line" in message


def test_malformed_json_is_refused_with_the_place(server: Server, place: Place) -> None:
    message = place.refused(server.serve(answering('{"openapi": "3.0.0",\n  oops: 1}')))
    assert "not JSON" in message
    assert "line 2 column 3" in message


def test_a_missing_page_is_refused(server: Server, place: Place) -> None:
    url = server.serve(answering({"message": "no"}, status=404))
    assert place.refused(url) == f"fetch_schema: {url} answered 404 Not Found\n"
    assert "500" in place.refused(server.serve(answering(DOCUMENT, status=500)))
    assert "204" in place.refused(server.serve(answering(b"", status=204)))


@pytest.mark.unmeasured
def test_a_connection_that_hangs_ends_at_the_deadline(server: Server, place: Place) -> None:
    def silent(handler: Handler) -> None:
        server.over.wait()

    def silent_in_the_middle(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(b'{"openapi": ')
        handler.wfile.flush()
        server.over.wait()

    def slow(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not server.over.wait(0.01):
            handler.wfile.write(b" ")

    for answer in (silent, silent_in_the_middle, slow):
        message = place.refused(server.serve(answer), "--timeout", "0.3")
        assert "no complete answer" in message
        assert "within 0.3 seconds" in message


def test_a_refused_connection_is_named(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # bound, but nobody listens
        message = place.refused(f"http://127.0.0.1:{free.getsockname()[1]}/schema.json")
    assert "connection refused" in message


def test_a_connection_that_breaks_off_is_refused(server: Server, place: Place) -> None:
    def cut(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(json.dumps(DOCUMENT).encode())

    assert "without sending complete message body" in place.refused(server.serve(cut))


def test_a_swagger_2_document_is_refused(server: Server, place: Place) -> None:
    message = place.refused(server.serve(answering({"swagger": "2.0", "info": {}, "paths": {}})))
    assert "a Swagger 2.0 document" in message


def test_an_endless_body_is_refused(server: Server, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not server.over.is_set():
            handler.wfile.write(b" " * 65536)

    monkeypatch.setattr(fetch_schema, "MAX_BYTES", 1_000_000)
    assert "sends more than 1000000 bytes" in place.refused(server.serve(endless))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "the answer is empty"),
        ("[]", "a JSON array, not an object"),
        ("null", "a JSON null, not an object"),
        ('"text"', "a JSON string, not an object"),
        ("{}", "no 'openapi' version"),
        ('{"openapi": 3}', "no 'openapi' version"),
        ('{"openapi": "4.0.0"}', "OpenAPI 4.0.0 is not supported"),
        ('{"openapi": "3.0.0", "paths": {}}', "no operations"),
        ('{"openapi": "3.0.0", "paths": {"/v1/things": {}}}', "no operations"),
        ('{"limit": NaN}', "NaN, which is not JSON"),
        ("[" * 100_000, "nested too deeply"),
        (b"\xff\xfe{}", "not UTF-8 text (byte 0)"),
        ("\n \n", "the answer is empty"),
    ],
)
def test_what_is_no_openapi_document_is_refused(server: Server, place: Place, body: str | bytes, reason: str) -> None:
    assert reason in place.refused(server.serve(answering(body)))


def test_an_invalid_document_is_refused_with_the_first_errors(server: Server, place: Place) -> None:
    operation = {"operationId": "a", "parameters": [{"name": "x"}]}
    broken = DOCUMENT | {"info": {}, "paths": {f"/{index}": {"get": operation} for index in range(6)}}
    message = place.refused(server.serve(answering(broken)))
    assert "not a valid OpenAPI 3.0.0 document: " in message
    assert "paths//0/get" in message


def test_references_that_lead_nowhere_or_elsewhere_are_refused(server: Server, place: Place) -> None:
    def with_reference(target: str) -> dict[str, Any]:
        content = {"application/json": {"schema": {"$ref": target}}}
        return DOCUMENT | {"paths": {"/a": {"get": {"responses": {"200": {"description": "", "content": content}}}}}}

    message = place.refused(server.serve(answering(with_reference("#/components/schemas/Gone"))))
    assert "not a valid OpenAPI" in message
    other = server.serve(answering(DOCUMENT), "/other.json")
    message = place.refused(server.serve(answering(with_reference(other))))
    assert "refers to another document" in message
    assert "/other.json" not in server.paths


def test_a_document_nested_too_deeply_for_the_checks_is_refused(
    server: Server, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exhausted(document: dict[str, Any]) -> None:
        raise RecursionError

    monkeypatch.setattr(fetch_schema, "check", exhausted)  # how deep is too deep depends on the interpreter
    assert "nested too deeply" in place.refused(server.serve(answering(DOCUMENT)))


def test_text_that_cannot_be_written_is_refused(server: Server, place: Place) -> None:
    odd = json.dumps(DOCUMENT).replace("Things", "\\ud800")
    assert "surrogate" in place.refused(server.serve(answering(odd)))


# --- where it comes from and goes to -----------------------------------------------------------------


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://127.0.0.1/schema.json", "schema.json", "http://"])
def test_only_http_and_https_are_fetched(place: Place, url: str) -> None:
    assert "only http and https" in place.refused(url)


def test_what_is_no_url_is_refused(place: Place) -> None:
    assert "not a URL" in place.refused("http://127.0.0.1:port/")


def test_redirects_that_never_end_or_leave_http_are_refused(server: Server, place: Place) -> None:
    assert "redirects more than" in place.refused(server.serve(redirecting("/schema.json")))
    assert "neither http nor https" in place.refused(server.serve(redirecting("ftp://127.0.0.1/schema.json")))


def test_a_message_never_shows_a_credential_of_the_url(server: Server, place: Place) -> None:
    url = server.serve(answering("", status=404), "/schema.json?token=secret")
    message = place.refused(url.replace("http://", "http://user:secret@"))
    assert "404" in message
    assert "secret" not in message


@pytest.mark.parametrize("timeout", ["0", "-1", "inf", "nan", "soon"])
def test_a_timeout_must_be_a_positive_number(place: Place, timeout: str) -> None:
    with pytest.raises(SystemExit):
        place.run("http://127.0.0.1/", "--timeout", timeout)


def test_a_failure_while_writing_leaves_the_old_file(
    server: Server, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert place.run(server.serve(answering(DOCUMENT))) == 1
    assert "no space left on device" in place.err
    assert place.path.read_text(encoding="utf-8") == OLD
    assert [entry.name for entry in place.path.parent.iterdir()] == [place.path.name]


def test_a_report_that_cannot_be_written_leaves_the_old_file(server: Server, place: Place, tmp_path: Path) -> None:
    missing = tmp_path / "missing" / "report.md"
    assert place.run(server.serve(answering(DOCUMENT)), "--report", str(missing)) == 1
    assert "can't write" in place.err
    assert place.path.read_text(encoding="utf-8") == OLD


def test_a_missing_folder_is_an_error(server: Server, place: Place) -> None:
    place.path = place.path.parent / "missing" / "ledgerbee.json"
    assert place.run(server.serve(answering(DOCUMENT))) == 1
    assert "can't write" in place.err
