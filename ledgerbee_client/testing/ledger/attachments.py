"""Files attached to journal entries: in base64, at most ten, kept as Documents linked to the entry.

The names of the fields aren't published. A field is taken for the MIME type, or for the content, by its name; all but
the content is kept. The documentation doesn't print the MIME types that are accepted either: `MIME_TYPES` has the
usual ones.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Any

from ..http.bodies import objects_of
from ..http.errors import ServiceError, invalid

if TYPE_CHECKING:
    from ..state import Record, State

MAX_FILES = 10
MIME_TYPES = frozenset(
    {
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/xml",
        "image/gif",
        "image/heic",
        "image/jpeg",
        "image/png",
        "image/tiff",
        "image/webp",
        "text/csv",
        "text/plain",
        "text/xml",
    }
)
_MIME = re.compile(r"((mime|content|media)_?type|mime)", re.IGNORECASE)
_CONTENT = re.compile(r".*(content|(?<!meta)data|base64)", re.IGNORECASE)
_DATA_URL = re.compile(r"data:([^;,]*)[^,]*;base64,", re.IGNORECASE)


def read_attachments(state: State, body: Record, path: str = "") -> list[Record]:
    """The files of a body as Documents: an id, the fields that were sent, and the size in bytes.

    Raises:
        ServiceError: 400 for more than ten, and `INVALID_ATTACHMENT_TYPE` for a wrong MIME type or malformed base64.
    """
    path = f"{path}attachments"
    files = objects_of(body.get("attachments") or [], path)
    if len(files) > MAX_FILES:
        raise invalid(path, "arrayMaxSize", f"attachments must contain no more than {MAX_FILES} elements")
    return [{"id": state.ids.next(), **_document(one), "createdAt": state.now()} for one in files]


def _document(sent: Record) -> Record:
    kept: Record = {}
    for name, value in sent.items():
        if _MIME.fullmatch(name):
            _check_mime(value)
        if not _MIME.fullmatch(name) and _CONTENT.fullmatch(name) and isinstance(value, str):
            kept["size"] = len(_decoded(value))
        elif name not in ("id", "createdAt"):
            kept[name] = value
    return kept


def _check_mime(value: Any) -> None:
    if not isinstance(value, str) or value.partition(";")[0].strip().lower() not in MIME_TYPES:
        raise _refused("MIME type is not accepted")


def _decoded(text: str) -> bytes:
    url = _DATA_URL.match(text)
    if url is not None:
        _check_mime(url[1])
        text = text[url.end() :]
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise _refused("content is not valid base64") from None


def _refused(why: str) -> ServiceError:
    return ServiceError(400, f"Invalid attachment: {why}", code="INVALID_ATTACHMENT_TYPE")
