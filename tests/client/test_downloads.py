"""Files that are downloaded: what is no file, links and permissions."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from ledgerbee_client import LedgerBee, RetryPolicy
from ledgerbee_client._download import FileSink, replacing
from ledgerbee_client.errors import ResponseDecodeError
from ledgerbee_client.generated.operations import OPERATIONS
from tests.client.fault_server import TRUNCATED_GZIP, FaultServer, Step, answer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

OLD, NEW = b"%PDF-1.7 yesterday's", b"%PDF-1.7 today's %%EOF"
PDF = answer(body=NEW, content_type="application/pdf")

NO_FILES = {
    "login page": (answer(body="<html>please sign in</html>", content_type="text/html"), "is text/html, not a file"),
    "login page in capitals": (answer(body="<HTML>", content_type="Text/HTML; charset=utf-8"), "is text/html, not"),
    "JSON": (answer(body={"error": "not ready"}), "is application/json, not a file"),
    "problem": (answer(body={"title": "x"}, content_type="application/problem+json"), r"is application/problem\+json"),
    "202": (answer(202, {"status": "pending"}), "is application/json, not a file"),
    "empty": (answer(body=b"", content_type="application/pdf"), "is empty"),
    "204": (answer(204, content_type=None), "is empty"),
    "a page said to be a PDF": (answer(body="<html>", content_type="application/pdf"), "is not a PDF"),
    "a page of no type": (answer(body="\n<html>", content_type=None), "is a page or a message"),
    "JSON of no type": (answer(body="{}", content_type=None), "is a page or a message"),
    "a message": (answer(body="Bad gateway", content_type="text/plain"), "is text/plain, not a file"),
    "an error of a store": (answer(body="<Error/>", content_type="application/xml"), "is application/xml, not a file"),
    "a page said to be anything": (
        answer(body="\n<!DOCTYPE html><html>", content_type="application/octet-stream"),
        "is a page or a message",
    ),
    "half a file": (TRUNCATED_GZIP, "ends early|is application/json"),
}


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def in_(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
async def lb(plain_server: FaultServer) -> AsyncIterator[LedgerBee]:
    retry = RetryPolicy(initial_delay=0)
    async with LedgerBee("key", base_url=plain_server.url, scope_check="off", retry=retry) as lb:
        yield lb


@pytest.mark.parametrize(("step", "said"), NO_FILES.values(), ids=NO_FILES)
async def test_what_is_no_file_does_not_take_the_place_of_one(
    plain_server: FaultServer, lb: LedgerBee, tmp_path: Path, step: Step, said: str
) -> None:
    plain_server.default = step
    target = tmp_path / "invoice.pdf"
    target.write_bytes(OLD)
    with pytest.raises(ResponseDecodeError, match=rf"^invoices\.pdf: .*{said}"):
        await lb.invoices.pdf_to_file("abc", target)
    assert in_(tmp_path) == {"invoice.pdf": OLD}
    with pytest.raises(ResponseDecodeError, match=said):
        await lb.invoices.pdf("abc")


@pytest.mark.parametrize(
    "kind",
    ["application/pdf", "Application/PDF; x=y", "application/octet-stream", "application/x-pdf", "text/pdf", None],
)
async def test_a_file_is_one_whatever_it_is_called(
    plain_server: FaultServer, lb: LedgerBee, tmp_path: Path, kind: str | None
) -> None:
    plain_server.default = answer(body=NEW, content_type=kind)
    assert await lb.invoices.pdf("abc") == NEW
    assert (await lb.invoices.pdf_to_file("abc", tmp_path / "x.pdf")).read_bytes() == NEW


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
async def test_a_link_stays_and_what_it_leads_to_is_replaced(
    plain_server: FaultServer, lb: LedgerBee, tmp_path: Path
) -> None:
    plain_server.default = PDF
    archive = tmp_path / "archive"
    archive.mkdir()
    real, link = archive / "real.pdf", tmp_path / "invoice.pdf"
    real.write_bytes(OLD)
    link.symlink_to("archive/real.pdf")
    assert await lb.invoices.pdf_to_file("abc", link) == link
    assert link.is_symlink()
    assert real.read_bytes() == NEW
    dangling = tmp_path / "dangling.pdf"
    dangling.symlink_to(archive / "made.pdf")
    await lb.invoices.pdf_to_file("abc", dangling)
    assert (archive / "made.pdf").read_bytes() == NEW
    assert sorted(path.name for path in archive.iterdir()) == ["made.pdf", "real.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such permissions there")
async def test_permissions_stay(plain_server: FaultServer, lb: LedgerBee, tmp_path: Path) -> None:
    plain_server.default = PDF
    target = tmp_path / "invoice.pdf"
    target.write_bytes(OLD)
    target.chmod(0o640)
    await lb.invoices.pdf_to_file("abc", target)
    assert target.stat().st_mode & 0o777 == 0o640
    fresh = await lb.invoices.pdf_to_file("abc", tmp_path / "fresh.pdf")
    mask = os.umask(0)
    os.umask(mask)
    assert fresh.stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files there")
async def test_what_is_no_regular_file_is_never_replaced(
    plain_server: FaultServer, lb: LedgerBee, tmp_path: Path
) -> None:
    pipe, loop = tmp_path / "pipe", tmp_path / "loop"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    for target in (pipe, loop):
        with pytest.raises(OSError, match="is not a regular file"):
            await lb.invoices.pdf_to_file("abc", target)
    assert plain_server.arrivals == []
    assert names_in(tmp_path) == ["loop", "pipe"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such permissions there")
def test_what_others_may_not_read_they_may_not_read_while_it_is_written(tmp_path: Path) -> None:
    target = tmp_path / "invoice.pdf"
    target.write_bytes(OLD)
    target.chmod(0o600)
    with replacing(OPERATIONS["invoices.pdf"], target) as file:
        (part,) = set(tmp_path.iterdir()) - {target}
        assert part.stat().st_mode & 0o777 == 0o600
        file.write(NEW)
    assert in_(tmp_path) == {"invoice.pdf": NEW}


async def test_a_file_that_cannot_be_written_is_the_errors_of_the_system(
    plain_server: FaultServer, lb: LedgerBee, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FileNotFoundError):
        await lb.invoices.pdf_to_file("abc", tmp_path / "missing" / "x.pdf")
    assert plain_server.arrivals == []

    def fill(_sink: object, _chunk: bytes) -> None:
        raise OSError(28, "No space left on device")

    plain_server.default = PDF
    monkeypatch.setattr(FileSink, "write", fill)
    with pytest.raises(OSError, match="No space left"):
        await lb.invoices.pdf_to_file("abc", tmp_path / "x.pdf")
    assert len(plain_server.arrivals) == 1
    assert in_(tmp_path) == {}
