"""Downloads the published OpenAPI document and puts it in place of the checked-in one.

Responsible for: the download (one deadline, a size limit), refusing with one clear line whatever is not a
valid OpenAPI document, reporting what changes, and replacing the file in one step. On any failure the old
file stays as it is. Not responsible for regenerating the client: that is ``regenerate.py``.

    python scripts/fetch_schema.py [--url URL] [--output PATH] [--timeout SECONDS] [--report PATH]
"""

from __future__ import annotations

import argparse
import json
import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import anyio
import httpx
from codegen.document import DocumentError, prepare
from codegen.references import References, UnsupportedSchemaError

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_URL = "https://docs.ledgerbee.com/api/1.0/schema.json"
DEFAULT_OUTPUT = ROOT / "openapi" / "ledgerbee.json"
DEFAULT_TIMEOUT = 60.0
MAX_BYTES = 32 * 1024 * 1024
MAX_REDIRECTS = 5


class FetchError(Exception):
    """The document can't be had, or is not what it should be; the message is one line that says why."""


# --- download -------------------------------------------------------------------------------------


def download(url: str, timeout: float, max_bytes: int) -> tuple[bytes, str]:
    """The body that `url` answers with, and its content type.

    `timeout` is in seconds and covers everything, redirects and the last byte of the body included. Raises
    FetchError.
    """
    try:
        target = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"not a URL: {error}") from error
    if target.scheme not in {"http", "https"} or not target.host:
        raise FetchError(f"only http and https URLs can be fetched, not {_shown(target)}")
    try:
        return anyio.run(_download, target, timeout, max_bytes)
    except TimeoutError as error:
        raise FetchError(f"no complete answer from {_shown(target)} within {timeout:g} seconds") from error
    except httpx.TooManyRedirects as error:
        raise FetchError(f"{_shown(target)} redirects more than {MAX_REDIRECTS} times") from error
    except httpx.UnsupportedProtocol as error:
        raise FetchError(f"{_shown(target)} redirects to something that is neither http nor https") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(f"{_shown(target)}: {_transport_reason(error)}") from error


async def _download(url: httpx.URL, timeout: float, max_bytes: int) -> tuple[bytes, str]:  # noqa: ASYNC109
    # httpx's own timeouts restart with every chunk, so a slow server might never hit them: one deadline.
    with anyio.fail_after(timeout):
        async with (
            httpx.AsyncClient(
                follow_redirects=True,
                max_redirects=MAX_REDIRECTS,
                timeout=None,  # noqa: S113
            ) as client,
            client.stream("GET", url, headers={"accept": "application/json"}) as response,
        ):
            if url.scheme == "https" and response.url.scheme != "https":
                raise FetchError(f"{_shown(url)} redirects from https to {response.url.scheme}")
            if response.status_code != httpx.codes.OK:
                status = f"{response.status_code} {response.reason_phrase}".rstrip()
                raise FetchError(f"{_shown(response.url)} answered {status}")
            body = bytearray()
            async for chunk in response.aiter_bytes(64 * 1024):
                body += chunk
                if len(body) > max_bytes:
                    raise FetchError(f"{_shown(response.url)} sends more than {max_bytes} bytes")
            return bytes(body), response.headers.get("content-type", "")


def _shown(url: httpx.URL) -> str:
    """The URL without what may be secret in it: user, password, query."""
    return str(url.copy_with(userinfo=b"", query=None, fragment=None))


def _transport_reason(error: BaseException) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ConnectionRefusedError):
            return "connection refused"
        cause = cause.__cause__ or cause.__context__
    return _one_line(str(error)) or type(error).__name__


# --- check ----------------------------------------------------------------------------------------


def parse(body: bytes, content_type: str = "") -> dict[str, Any]:
    """The JSON object in `body`.

    Raises FetchError, which names the place where the text breaks off or is malformed.
    """
    if body.lstrip()[:1] == b"<" or content_type.partition(";")[0].strip().lower() == "text/html":
        raise FetchError("the answer is a web page (HTML or XML), not a JSON document")
    if not body.strip():
        raise FetchError("the answer is empty")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FetchError(f"the answer is not UTF-8 text (byte {error.start})") from error
    try:
        document = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise FetchError(_json_reason(error)) from error
    except RecursionError as error:
        raise FetchError("the JSON is nested too deeply") from error
    if not isinstance(document, dict):
        raise FetchError(f"the document is a JSON {_json_type(document)}, not an object")
    return document


def _no_constant(name: str) -> NoReturn:
    raise FetchError(f"the document holds {name}, which is not JSON")


def _json_reason(error: json.JSONDecodeError) -> str:
    place = f"line {error.lineno} column {error.colno}"
    # The decoder points at the start of an unterminated string, otherwise at the end of what it could read.
    if error.msg.startswith("Unterminated string") or not error.doc[error.pos :].strip():
        return f"the JSON is cut off after {len(error.doc)} characters ({error.msg} at {place})"
    return f"the answer is not JSON: {error.msg} at {place}"


def _json_type(value: object) -> str:
    names = {
        list: "array",
        str: "string",
        bool: "boolean",
        int: "number",
        float: "number",
        type(None): "null",
    }
    return names.get(type(value), "value")


def check(document: dict[str, Any]) -> None:
    """Raises FetchError unless `document` is a valid OpenAPI 3.0 or 3.1 document that has operations."""
    if "swagger" in document:
        raise FetchError(f"a Swagger {document['swagger']} document; OpenAPI 3.0 or 3.1 is needed")
    version = document.get("openapi")
    if not isinstance(version, str):
        raise FetchError("not an OpenAPI document: it has no 'openapi' version")
    if not version.startswith(("3.0.", "3.1.")):
        raise FetchError(f"OpenAPI {version} is not supported; 3.0 or 3.1 is needed")
    paths = document.get("paths")
    if not isinstance(paths, dict) or not any(paths.values()):
        raise FetchError("the document has no operations")
    references = References(document)
    for reference in _references(document):
        if not reference.startswith("#"):
            raise FetchError(f"the document refers to another document: {reference}")
        try:
            references.target(reference)
        except UnsupportedSchemaError as error:
            raise FetchError(f"not a valid OpenAPI {version} document: {error}") from error
    _validate(document, version)


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str):
            yield reference
        for child in node.values():
            yield from _references(child)
    elif isinstance(node, list):
        for child in node:
            yield from _references(child)


def _validate(document: dict[str, Any], version: str) -> None:
    """Refuses exactly what `regenerate.py` would refuse: violations that do no harm pass."""
    try:
        prepare(document)
    except DocumentError as error:
        lines = [_one_line(line) for line in str(error).splitlines()[1:]]
        raise FetchError(f"not a valid OpenAPI {version} document: {'; '.join(lines)}") from error


def _one_line(text: str, limit: int = 200) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 3] + "..."


# --- put in place ---------------------------------------------------------------------------------


def render(document: dict[str, Any]) -> bytes:
    """The published content, its order of keys kept, one item per line so that differences can be read."""
    try:
        return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError as error:
        raise FetchError("the document holds half of a surrogate pair, which is not text") from error


def replace(path: Path, content: bytes) -> None:
    """Writes `content` to `path` in one step: at any moment the file is the old one or the new one, whole."""
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        os.replace(temporary, path)  # noqa: PTH105  (os.replace is the documented atomic step)
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise


def _current(path: Path) -> dict[str, Any] | None:
    """The document that is in place; None when there is none that can be compared with."""
    try:
        document = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return document if isinstance(document, dict) else None


def change_report(old: dict[str, Any], new: dict[str, Any]) -> str:
    """What changes between two documents, as Markdown; in the Python API too, as far as packages can be made."""
    import schema_report
    from report.model import ReportError

    try:
        return schema_report.build_report_with_packages(old, new).markdown
    except ReportError as error:
        reason = f"The Python API could not be compared: {error}"
    try:
        return f"{schema_report.build_report(old, new).markdown}\n{reason}\n"
    except ReportError as error:
        raise FetchError(f"can't compare with the document in place: {error}") from error


def fetch(url: str, output: Path, timeout: float, report: Path | None = None) -> str:
    """Does the whole of it and returns the sentence that says what was done. Raises FetchError."""
    body, content_type = download(url, timeout, MAX_BYTES)
    document = parse(body, content_type)
    try:
        check(document)
        content = render(document)
    except RecursionError as error:
        raise FetchError("the JSON is nested too deeply") from error
    old = _current(output)
    try:
        if old is not None and output.read_bytes() == content:
            return f"{output}: already the published document"
        text = change_report(old, document) if old is not None else "There was no earlier document to compare with.\n"
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        if report is not None:
            report.write_text(text, encoding="utf-8")
        replace(output, content)
    except OSError as error:
        raise FetchError(f"can't write: {error}") from error
    return f"{output}: replaced"


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError("must be a positive number of seconds")
    return value


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    parser = argparse.ArgumentParser(description="Fetch the published OpenAPI document.")
    parser.add_argument(
        "--url",
        default=os.environ.get("LEDGERBEE_SCHEMA_URL") or DEFAULT_URL,
        help=f"where it is published (default: LEDGERBEE_SCHEMA_URL, else {DEFAULT_URL})",
    )
    parser.add_argument("--output", type=Path, default=DEFAULT_OUTPUT, help="file to replace")
    parser.add_argument("--timeout", type=_seconds, default=DEFAULT_TIMEOUT, help="seconds for the whole download")
    parser.add_argument("--report", type=Path, help="also write the change report (Markdown) to this file")
    options = parser.parse_args(arguments)
    try:
        done = fetch(options.url, options.output, options.timeout, options.report)
    except FetchError as error:
        sys.stderr.write(f"fetch_schema: {_one_line(str(error), limit=800)}\n")
        return 1
    sys.stdout.write(done + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
