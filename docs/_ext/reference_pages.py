"""The pages of the API reference that follow from the package: one for each resource, the models, the enums.

They are written to `docs/reference/`, where git ignores them, so that what is new in the schema appears by itself.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from types import ModuleType

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.logging import getLogger

import ledgerbee_client
from ledgerbee_client import LedgerBee, errors, models, testing, webhooks
from ledgerbee_client.generated.enums import OpenEnum
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.generated.resources import Resources

_log = getLogger(__name__)

_MODELS = """\
# Models

What calls take and return: `from ledgerbee_client.models import ...`. Every model has `from_dict()`, `to_dict()` and
`additional_properties`, which holds what the document doesn't know. A field whose type includes `Unset` may be left out
of a request; None is sent as null. In a model that is only received, an optional field that is missing is None.
"""
_ENUMS = """\
# Enums

Values that the document lists: `from ledgerbee_client.models import ...`. They are open: a value that this release
doesn't know is kept as it came, and every member equals its string.
"""


def resources() -> dict[str, type]:
    """The classes of the attributes of a client that hold the operations."""
    client = LedgerBee(api_key="of-nobody")
    names = [name for name, value in vars(Resources).items() if isinstance(value, cached_property)]
    return {name: type(getattr(client, name)) for name in sorted(names)}


def operations(resource: type) -> list[str]:
    """Return the names of the methods of a resource."""
    return [name for name, _method in inspect.getmembers(resource, inspect.isfunction) if not name.startswith("_")]


def page(introduction: str, directives: Iterable[str]) -> str:
    """Write a page: an introduction, and directives for autodoc."""
    return "\n".join([introduction, "```{eval-rst}", *(f".. {one}" for one in directives), "```", ""])


def pages() -> dict[str, str]:
    """Path below `docs/reference/`, and content, of every page."""
    found: dict[str, str] = {}
    for name, kind in resources().items():
        title = (inspect.getdoc(kind) or name).splitlines()[0]
        directives = [f"automethod:: lb.{name}.{method}" for method in operations(kind)]
        found[f"resources/{name}.md"] = page(f"# {title}\n\nThe resource `lb.{name}`.\n", directives)
    enums = [name for name in models.__all__ if issubclass(getattr(models, name), OpenEnum)]
    others = [name for name in models.__all__ if name not in enums]
    prefix = models.__name__
    found["models.md"] = page(_MODELS, [f"autoclass:: {prefix}.{name}" for name in others])
    found["enums.md"] = page(
        _ENUMS, [f"autoclass:: {prefix}.{name}\n   :members:\n   :undoc-members:\n" for name in enums]
    )
    return found


def write_pages(app: Sphinx) -> None:
    """Write the pages that changed, and remove those of resources that are gone."""
    folder = Path(app.srcdir) / "reference"
    wanted = {folder / path: content for path, content in pages().items()}
    (folder / "resources").mkdir(exist_ok=True)
    for path in set((folder / "resources").glob("*.md")) - set(wanted):
        path.unlink()
    for path, content in wanted.items():
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8")


def check_completeness(_app: Sphinx, env: BuildEnvironment) -> None:
    """Every operation and every public name must have a place in the reference."""
    documented = env.domains.python_domain.objects.keys()
    missing = {f"lb.{name}" for name in OPERATIONS} - documented
    names = {name.rpartition(".")[2] for name in documented if name.startswith("ledgerbee_client.")}
    for module in (ledgerbee_client, errors, models, testing, webhooks):
        missing |= {f"{module.__name__}.{name}" for name in module.__all__ if name not in names}
    missing.discard("ledgerbee_client.__version__")
    if missing:
        _log.warning("not in the API reference: %s", ", ".join(sorted(missing)))


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the module `lb` for autodoc, and connect the hooks to Sphinx."""
    # Calls are named as they are written: `lb.products.create`, and not by the class that has the method.
    client = sys.modules["lb"] = ModuleType("lb")
    vars(client).update(resources())
    for name in testing.__all__:  # they are loaded when they are asked for, and autodoc doesn't ask
        getattr(testing, name)
    app.connect("builder-inited", write_pages)
    app.connect("env-check-consistency", check_completeness)
    return {"parallel_read_safe": True}
