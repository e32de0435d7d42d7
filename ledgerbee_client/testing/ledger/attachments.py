"""Files attached to journal entries: at most ten, kept as Documents linked to the entry.

The names of their fields aren't published, nor the MIME types that are accepted. So what is sent is kept and given back
as it is; nothing of it is checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..http.bodies import objects_of
from ..http.errors import invalid

if TYPE_CHECKING:
    from ..state import Record, State

MAX_FILES = 10


def read_attachments(state: State, body: Record, path: str = "") -> list[Record]:
    """The files of a body as Documents: an id, and what was sent.

    Raises:
        ServiceError: 400 for more than ten, and for what is no object.
    """
    path = f"{path}attachments"
    files = objects_of(body.get("attachments") or [], path)
    if len(files) > MAX_FILES:
        raise invalid(path, "arrayMaxSize", f"attachments must contain no more than {MAX_FILES} elements")
    return [{**one, "id": state.ids.next(), "createdAt": state.now()} for one in files]
