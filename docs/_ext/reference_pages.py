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
from usage import ENUMS, MAPPINGS, completeness, models_by_resource, public_methods

import ledgerbee_client
from ledgerbee_client import LedgerBee, errors, models, testing, webhooks
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.generated.resources import Resources
from ledgerbee_client.generated.types import Operation

_log = getLogger(__name__)

_MODELS = """\
# Models

What calls take and return: `from ledgerbee_client.models import ...`. Every model has `from_dict()`, `to_dict()` and
`additional_properties`, which holds what the document doesn't know. A field whose type includes `Unset` may be left out
of a request; None is sent as null. In a model that is only received, an optional field that is missing is None.

A call takes a mapping in the place of a model. Beside each model that is sent stands the form of such a mapping under
the name of the model with `Dict` behind it, for annotations: a type checker then knows its keys.
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


def page(introduction: str, directives: Iterable[str]) -> str:
    """Write a page: an introduction, and directives for autodoc."""
    return "\n".join(
        [introduction, "```{eval-rst}", *(f".. {one}" for one in directives), "```", ""]
    )


def pages() -> dict[str, str]:
    """Path below `docs/reference/`, and content, of every page."""
    found = {
        f"resources/{name}.md": resource_page(name, kind) for name, kind in resources().items()
    }
    found["models.md"] = models_page()
    found["enums.md"] = page(
        _ENUMS,
        [
            f"autoclass:: {models.__name__}.{name}\n   :members:\n   :undoc-members:\n"
            for name in ENUMS
        ],
    )
    return found


def resource_page(name: str, kind: type) -> str:
    """The page of a resource: what it is called, whether it is still to be used, what is known of it, its methods."""
    methods = public_methods(kind)
    about = (inspect.getdoc(kind) or name).splitlines()[0]
    ours = [OPERATIONS[f"{name}.{one}"] for one in methods if f"{name}.{one}" in OPERATIONS]
    deprecated = [one for one in ours if one.deprecated]
    title = f"{name} (deprecated)" if len(deprecated) == len(ours) else name
    introduction = f"# {title}\n\n{about}: the resource `lb.{name}`.\n"
    if deprecated:
        lines = [f"- `{one.name}`: {_replacement(one)}" for one in deprecated]
        introduction += "\n:::{warning}\nDeprecated:\n\n" + "\n".join(lines) + "\n:::\n"
    introduction += f"\n**What is known.** {completeness(name, kind)}\n"
    return page(introduction, [f"automethod:: lb.{name}.{method}" for method in methods])


def _replacement(operation: Operation) -> str:
    use = (
        f"use `{operation.successor_name or operation.successor}`"
        if operation.successor
        else "nothing replaces it"
    )
    return f"{use}; it may stop working after {operation.sunset}" if operation.sunset else use


def models_page() -> str:
    """All models, those of one resource together."""
    groups = models_by_resource(resources())
    parts = [_MODELS]
    for resource in sorted(groups, key=lambda name: (not name, name)):
        title = resource or "Used by several resources"
        parts.append(
            page(
                f"## {title}\n",
                [f"autoclass:: {models.__name__}.{name}" for name in groups[resource]],
            )
        )
    return "\n".join(parts)


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
    missing -= {"ledgerbee_client.__version__", *(f"{models.__name__}.{name}" for name in MAPPINGS)}
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
