"""A small real PDF: one page of text, with a watermark across it for a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WATERMARK = "q 0.85 g BT /F1 110 Tf 0.707 0.707 -0.707 0.707 150 230 Tm ({}) Tj ET Q"


def render(lines: Sequence[str], watermark: str | None = None) -> bytes:
    """An A4 page, one line of text under the other. What Windows-1252 can't write becomes a question mark."""
    content: list[str] = []
    if watermark is not None:
        content.append(_WATERMARK.format(_escaped(watermark)))
    content.append("BT /F1 11 Tf 16 TL 56 780 Td")
    content += [f"({_escaped(line)}) Tj T*" for line in lines]
    content.append("ET")
    stream = "\n".join(content).encode("cp1252", "replace")
    return _file(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
    )


def _file(*objects: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets: list[int] = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def _escaped(text: str) -> str:
    flat = " ".join(text.split())
    return flat.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
