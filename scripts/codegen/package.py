"""Writes the package: openapi-python-client reads what we made of the document and renders our templates.

The document that it is given says everything in its simplest form (`outline`), with the names that we chose, so there
is nothing for it to drop. Whatever it reports all the same is a loss, and losses are errors.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from openapi_python_client import Project
from openapi_python_client.config import Config
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError, ParseError
from openapi_python_client.strings import PythonIdentifier

from . import context, identifiers
from .description import describe
from .document import Document
from .ir import Api, Loss, Operation
from .opc_config import opc_config
from .outline import outline
from .python import strongly_connected

#: The modules that are the same for every document.
RUNTIME = (
    *("base", "client", "decoding", "differences", "encoding", "enums", "errors", "fields", "forms", "interop"),
    *("metadata", "nearest", "observing", "types", "urls"),
)
TEMPLATES = Path(__file__).parent.parent / "templates"


#: Nothing here depends on trailing commas in templates.
_SETTINGS = [
    *("--config", "lint.isort.combine-as-imports=true"),
    *("--config", "lint.isort.split-on-trailing-comma=false"),
    *("--config", "format.skip-magic-trailing-comma=true"),
]


class GenerationError(Exception):
    """openapi-python-client or ruff failed."""


def write(api: Api, document: Document, config_path: Path, output: Path) -> list[Loss]:
    """Writes the package to `output` (which must not exist) and formats it.

    Args:
        api: the document, read and named.
        output: the folder to be made.
        document: the corrected document; it is kept in the package for the sandbox.
        config_path: the configuration of openapi-python-client.

    Returns:
        what openapi-python-client dropped.

    Raises:
        GenerationError: with the reason.
    """
    config = opc_config(config_path, output)
    config.post_hooks = []
    data = GeneratorData.from_dict(outline(api), config=config)
    if isinstance(data, GeneratorError):
        raise GenerationError(f"{data.header}: {data.detail}")
    package = Package(api, data, config)
    errors = package.write()
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    (output / "schema.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    described = json.dumps(describe(document), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (output / "contracts.json").write_text(described + "\n", encoding="utf-8", newline="\n")
    _format(output)
    return [_loss(error) for error in errors] + package.missing()


def _loss(error: GeneratorError) -> Loss:
    detail = error.detail or ""
    if isinstance(error, ParseError) and error.data is not None:
        detail += " " + error.data.model_dump_json(exclude_unset=True, by_alias=True)[:200]
    return Loss(error.header or "openapi-python-client", "dropped", detail.strip())


def _format(output: Path) -> None:
    options = ["--isolated", "--line-length", "110", "--target-version", "py311", "--no-cache", "--quiet"]
    for command in (
        ["check", "--select", "F401,I", "--fix", *_SETTINGS],
        ["format", *_SETTINGS],
    ):
        done = subprocess.run(  # noqa: S603  # this interpreter, arguments of ours
            [sys.executable, "-m", "ruff", command[0], *options, *command[1:], str(output)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise GenerationError(f"ruff {command[0]} failed: {done.stdout[-2000:]}{done.stderr[-2000:]}")


class Package(Project):
    """Our package in openapi-python-client's project: the same steps, our file layout and templates."""

    def __init__(self, api: Api, data: GeneratorData, config: Config) -> None:
        super().__init__(openapi=data, config=config, custom_template_path=TEMPLATES)
        self.api = api
        self.operations = {f"{folder_of(one.resource)}.{one.module}": one for one in api.operations}
        self.written: set[str] = set()
        self.env.globals.update(context.template_globals())
        self.env.globals.update(api=api, facade="ledgerbee_client.LedgerBee")

    def write(self) -> list[GeneratorError]:
        """Renders everything.

        Returns:
            what openapi-python-client complains of.
        """
        self.package_dir.mkdir(parents=True)
        for name in RUNTIME:
            self._render(f"{name}.py.jinja", self.package_dir / f"{name}.py")
        self._render("package_init.py.jinja", self.package_dir / "__init__.py")
        self._render(
            "operations.py.jinja",
            self.package_dir / "operations.py",
            operations=sorted(self.api.operations, key=lambda one: one.python),
        )
        self._build_models()
        self._build_api()
        self._build_resources()
        return list(self._get_errors())

    def _render(self, template: str, path: Path, **values: Any) -> None:
        path.write_text(self.env.get_template(template).render(**values), encoding="utf-8", newline="\n")

    def _build_models(self) -> None:
        directory = self.package_dir / "models"
        directory.mkdir()
        models = {one.name: one for one in self.api.models}
        enums = {one.name: one for one in self.api.enums}
        component = strongly_connected(self.api.models)
        classes: list[tuple[str, str]] = []
        mappings: list[tuple[str, str]] = []
        for found in self.openapi.models:
            model = models[str(found.class_info.name)]
            imports, late_imports = context.models.model_imports(model, component)
            self._render(
                "model.py.jinja",
                directory / f"{found.class_info.module_name}.py",
                model=model,
                imports=imports,
                late_imports=late_imports,
                sent_only=context.models.sent_only(model),
                optional=[one for one in model.fields if not context.models.is_required(model, one)],
            )
            classes.append((model.name, found.class_info.module_name))
            if model.dict_name:
                mappings.append((model.dict_name, found.class_info.module_name))
        for found_enum in self.openapi.enums:
            enum = enums[str(found_enum.class_info.name)]
            self._render("enum.py.jinja", directory / f"{found_enum.class_info.module_name}.py", enum=enum)
            classes.append((enum.name, found_enum.class_info.module_name))
        self._render("models_init.py.jinja", directory / "__init__.py", classes=sorted([*classes, *mappings]))
        self.written |= {name for name, _module in classes}

    def _build_api(self) -> None:
        directory = self.package_dir / "api"
        directory.mkdir()
        self._render("api_init.py.jinja", directory / "__init__.py")
        for tag, collection in sorted(self.openapi.endpoint_collections_by_tag.items()):
            folder = directory / str(tag)
            folder.mkdir()
            modules = sorted(endpoint.name for endpoint in collection.endpoints)
            self._render("endpoint_init.py.jinja", folder / "__init__.py", resource=str(tag), modules=modules)
            for endpoint in collection.endpoints:
                op = self.operations[f"{tag}.{endpoint.name}"]
                self._render("endpoint_module.py.jinja", folder / f"{endpoint.name}.py", op=op)
                self.written.add(op.key)

    def _build_resources(self) -> None:
        directory = self.package_dir / "resources"
        directory.mkdir()
        by_resource: dict[str, list[Operation]] = {}
        for op in self.api.operations:
            by_resource.setdefault(op.resource, []).append(op)
        taken = self._class_names()
        order = {id(one): index for index, one in enumerate(self.api.operations)}
        resources = []
        for name, operations in sorted(by_resource.items()):
            newest = max(operations, key=lambda one: (not one.deprecated, -order[id(one)]))
            title = newest.tag or name
            class_name = identifiers.unique(f"{identifiers.pascal(name)}Resource", taken.__contains__)
            taken.add(class_name)
            methods = sorted(one.name for one in operations)
            resources.append({"name": name, "class_name": class_name, "title": title, "methods": methods})
            self._render(
                "resource.py.jinja",
                directory / f"{name}.py",
                title=title,
                resource=name,
                class_name=class_name,
                package=folder_of(name),
                operations=sorted(operations, key=lambda one: one.name),
            )
        self._render("resources_init.py.jinja", directory / "__init__.py", resources=resources)

    def reference(self) -> str:
        """The reference page."""
        operations = sorted(self.api.operations, key=lambda one: one.python)
        return self.env.get_template("reference.md.jinja").render(operations=operations)

    def missing(self) -> list[Loss]:
        """What was read from the document and is not in the package."""
        lost = [
            Loss(one.key, "operation", "was not generated")
            for one in self.api.operations
            if one.key not in self.written
        ]
        return lost + [Loss(name, "class", "was not generated") for name in sorted(self._class_names() - self.written)]

    def _class_names(self) -> set[str]:
        return {one.name for one in self.api.models} | {one.name for one in self.api.enums}


def folder_of(resource: str) -> str:
    """The folder that openapi-python-client gives the endpoints of a resource."""
    return str(PythonIdentifier(resource, prefix="tag"))


def reference_page(api: Api, config_path: Path) -> str:
    """The page that lists every operation."""
    config = opc_config(config_path)
    data = GeneratorData.from_dict(outline(Api(api.title, api.version, api.server, [], [], [])), config=config)
    assert isinstance(data, GeneratorData)
    return Package(api, data, config).reference()
