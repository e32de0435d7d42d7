"""Links from names to the API reference: in annotations, and wherever a page or a docstring shows a name as code."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from docutils import nodes
from sphinx.addnodes import desc_signature, pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

_KINDS = {"class", "data", "exception", "function"}
_CODE = re.compile(r"((?:lb\.)?[a-z]\w*\.[a-z]\w*|[A-Z]\w+)(?:\(.*\))?")


@cache
def index(env: BuildEnvironment) -> dict[str, str]:
    """Short name: full name, of all that a short name can mean. Where two share one, the shorter path has it."""
    found: dict[str, str] = {}
    for name, entry in sorted(
        env.domains.python_domain.objects.items(), key=lambda item: -len(item[0])
    ):
        if name.startswith("lb."):
            found[name] = found[name.removeprefix("lb.")] = name
        elif entry.objtype in _KINDS and not entry.aliased:
            found[name.rpartition(".")[2]] = name
    return found


def link(app: Sphinx, name: str, page: str, content: nodes.Node) -> nodes.reference:
    """Make a link from a page to the place of a name in the reference."""
    entry = app.env.domains.python_domain.objects[name]
    return make_refnode(app.builder, page, entry.docname, entry.node_id, [content], name)


def resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.Element
) -> nodes.reference | None:
    """Resolves a reference by the name alone, or by the module in which the thing is defined."""
    target = str(node.get("reftarget", ""))
    if node.get("refdomain") != "py" or (
        "." in target and not target.startswith("ledgerbee_client.")
    ):
        return None
    name = index(env).get(target.rpartition(".")[2])
    return link(app, name, node["refdoc"], content) if name else None


class LinkCode(SphinxPostTransform):
    """Makes a link of code that is the name of a call or a class: `products.create`, `RetryPolicy`."""

    default_priority = 20

    def run(self, **_kwargs: Any) -> None:
        """Replace the code by links."""
        for node in list(self.document.findall(nodes.literal)):
            found = _CODE.fullmatch(node.astext())
            name = index(self.env).get(found[1]) if found else None
            if name and not _is_taken(node):
                node.replace_self(
                    link(self.app, name, self.env.current_document.docname, node.deepcopy())
                )


def _is_taken(node: nodes.Node) -> bool:
    """Whether the code is part of something that is, or may become, a link."""
    parent = node.parent
    return parent is not None and (
        isinstance(parent, nodes.reference | nodes.title | pending_xref | desc_signature)
        or _is_taken(parent)
    )


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect the hooks to Sphinx."""
    app.connect("missing-reference", resolve)
    app.add_post_transform(LinkCode)
    return {"parallel_read_safe": True}
