"""Names that the generated modules use themselves, read from the templates: nothing of a document may hide one."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

TEMPLATES = Path(__file__).parent.parent / "templates"

_JINJA = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
_IMPORT = re.compile(r"^\s*(?:from [.\w]+ )?import (\([^()]*\)|[^()\n]+)$", re.MULTILINE)
_DEFINITION = re.compile(r"^(?:(?:class|def|async def) (\w+)|(\w+)(?:: [^=\n]+)? = )", re.MULTILINE)


@cache
def names(*templates: str) -> frozenset[str]:
    """The names that templates import and define at the top of a module, besides private ones.

    Args:
        *templates: file names without `.py.jinja`; none = all.
    """
    paths = [TEMPLATES / f"{one}.py.jinja" for one in templates] or sorted(TEMPLATES.glob("*.py.jinja"))
    found: set[str] = set()
    for path in paths:
        text = _JINJA.sub("", path.read_text(encoding="utf-8"))
        for imported in _IMPORT.findall(text):
            found.update(re.findall(r"(?:\w+\s+as\s+)?(\w+)", imported))
        for one in _DEFINITION.findall(text):
            found.update(one)
    return frozenset(name for name in found if name and not name.startswith("_"))
