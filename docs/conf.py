"""Configuration of the documentation site: `make docs` builds it, `make docs-links` checks its external links."""

import builtins
import sys
from importlib.metadata import metadata
from pathlib import Path

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS / "_ext"))

from ledgerbee_client import __version__  # noqa: E402

project = "ledgerbee-client"
version = release = __version__
html_title = f"{project} {version}"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "docstrings",
    "included_pages",
    "names",
    "reference_pages",
]
exclude_patterns = ["demo"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3

# ---------------------------------------------------------------------- API reference

add_module_names = False
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_display_short_literal_types = True
python_maximum_signature_line_length = 88
toc_object_entries_show_parents = "hide"
napoleon_numpy_docstring = False
napoleon_use_ivar = True
default_role = "code"  # docstrings are Markdown: one backtick is code

# ---------------------------------------------------------------------- links

nitpicky = True
#: Only what is not ours, or not public, may stay without a link.
nitpick_ignore_regex = [
    ("py:.*", rf"({'|'.join(dir(builtins))})(, \w+Error)*"),
    ("py:.*", r"(collections|contextlib|datetime|decimal|enum|os|pathlib|random|types|typing)\..+"),
    ("py:.*", r"(anyio|attrs?|httpx|httpcore|starlette)\..+"),
    (
        "py:.*",
        r"ASGIApp|AbstractAsyncContextManager|Middleware|Random|datetime|deque|timedelta",
    ),  # in annotations
    (
        "py:.*",
        r"(ledgerbee_client\.testing\.http\.registry\.)?(Call|Handler|Registry|Reply)",
    ),
    (
        "py:.*",
        r"(.+\.)?(T|T_co|Item|DifferenceKind|ResponseKind)|'[\w ]+'",
    ),  # type variables, names and members of Literal
    ("py:.*", r"dt\.datetime|Callable\[\[\]"),  # in annotations
    # What public signatures name and nobody has to make or read
    (
        "py:.*",
        r"(.+\.)?(ErrorBody|Grants|GrantSource|InternalCall|LoopLock|Route|Schedule|Warnings)",
    ),
]
linkcheck_ignore = [
    r"https?://(localhost|127\.0\.0\.1|\[::1\])",
    r"https://api\.ledgerbee\.com/",  # answers nobody without a credential
]
linkcheck_retries = 2
linkcheck_timeout = 20

# ---------------------------------------------------------------------- looks

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["filter.js"]
html_favicon = "_static/favicon.svg"
copybutton_prompt_text = "$ "
_repository = metadata("ledgerbee-client").get_all("Project-URL") or []
html_theme_options = {
    "source_repository": next(
        url for name, url in (one.split(", ") for one in _repository) if name == "Repository"
    ),
    "source_branch": "main",
    "source_directory": "docs/",
}
html_copy_source = False
html_show_copyright = False
html_show_sourcelink = False
