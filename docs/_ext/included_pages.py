"""Pages that are kept elsewhere in the repository: their links lead to the pages of the site that include them."""

from __future__ import annotations

import re
from os.path import relpath
from pathlib import Path

from sphinx.application import Sphinx

#: File, from the top of the repository: the page that includes it.
PAGES = {
    "README.md": "index.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "openapi/README.md": "openapi.md",
}
_LINK = re.compile(r"(?<=\]\()(?!\w+:|#)([^)#]+)")


def rewrite_links(app: Sphinx, included: Path, _page: str, content: list[str]) -> None:
    """Makes the relative links of an included file relative to `docs/`, where the pages that include it are."""
    docs = Path(app.srcdir)
    folder = (docs / included).resolve().parent

    def replaced(match: re.Match[str]) -> str:
        target = (folder / match[1]).resolve()
        return PAGES.get(target.relative_to(docs.parent).as_posix()) or relpath(target, docs)

    content[0] = _LINK.sub(replaced, content[0])


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect the hook to Sphinx."""
    app.connect("include-read", rewrite_links)
    return {"parallel_read_safe": True}
