"""The document as openapi-python-client's own parser understands it: a second, independent reading of it.

Its parser is given the corrected document whole. It drops what it can't do and only warns, so it can't decide what the
package offers; but what it did read is compared with what we read (`comparison`), so that neither can be wrong alone.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from attrs import define, field, frozen
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError, ParseError
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty

from . import identifiers
from .opc_config import opc_config
from .second_spelling import spelled

_PARAMETER = re.compile(r"{[^{}]*}")
_REMOVED = re.compile(r"(?:Unable to process schema |removal of: )(?:/components/schemas/)?([\w.-]+)")
_TWICE = re.compile(r"duplicate models with name \"(\w+)\"")


@frozen
class Dropped:
    """A part of the document that the parser could not read. Whatever it is part of can't be judged."""

    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.what}: {self.why}"


@define
class SecondReading:
    """What openapi-python-client read.

    Attributes:
        endpoints: by method and path, the names of path parameters left out.
        models: by class name. A model met inside another type is a copy from before its properties were read.
        dropped: what it could not read.
        ambiguous: class names that it would have given twice (which of the two it kept can't be told), or that it
            gave to what it could not read to the end.
    """

    endpoints: dict[str, Endpoint] = field(factory=dict)
    models: dict[str, ModelProperty] = field(factory=dict)
    dropped: list[Dropped] = field(factory=list)

    @property
    def ambiguous(self) -> set[str]:
        """Names that it met twice, and so could not tell apart."""
        twice = {name for one in self.dropped for name in _TWICE.findall(one.why)}
        removed = [name for one in self.dropped for name in _REMOVED.findall(f"{one.what}: {one.why}")]
        return twice | {identifiers.class_name(name) for name in removed}


def read_again(document: dict[str, Any], config_path: Path) -> SecondReading:
    """Reads a document with openapi-python-client's parser.

    Args:
        document: the corrected document, whole.
        config_path: the parser's configuration.

    Returns:
        the endpoints; none, and the reason, where it refuses the document altogether.
    """
    config = opc_config(config_path)
    config.literal_enums = True  # as classes, two values with one Python name are an exception
    try:
        data = GeneratorData.from_dict(spelled(document), config=config)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        return SecondReading(dropped=[Dropped("the document", f"{type(error).__name__}: {error}"[:200])])
    if isinstance(data, GeneratorError):
        return SecondReading(dropped=[Dropped("the document", f"{data.header}: {_one_line(data)}")])
    reading = SecondReading(
        models={str(one.class_info.name): one for one in data.models},
        dropped=[Dropped(one.header.strip(), _one_line(one)) for one in data.errors],
    )
    for collection in data.endpoint_collections_by_tag.values():
        reading.dropped += [Dropped(one.header.strip(), _one_line(one)) for one in collection.parse_errors]
        for endpoint in collection.endpoints:
            reading.endpoints[key_of(endpoint.method, endpoint.path.get_untrusted_value())] = endpoint
    return reading


def key_of(method: str, path: str) -> str:
    """Method and path by which an operation is found again, whatever its path parameters are called."""
    return f"{method.upper()} {_PARAMETER.sub('{}', path)}"


def _one_line(error: GeneratorError) -> str:
    text = " ".join((error.detail or "").split())
    if isinstance(error, ParseError) and error.data is not None and not text:
        text = error.data.model_dump_json(exclude_unset=True, by_alias=True)
    return text[:200]
