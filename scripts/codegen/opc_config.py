"""The configuration of openapi-python-client."""

from __future__ import annotations

from pathlib import Path

from openapi_python_client.config import Config, ConfigFile, MetaType


def opc_config(path: Path, output: Path | None = None) -> Config:
    """Read `generator-config.yaml`, for a package in the folder `output`; None where nothing is written."""
    return Config.from_sources(
        ConfigFile.load_from_path(path), MetaType.NONE, Path("openapi"), "utf-8", overwrite=False, output_path=output
    )
