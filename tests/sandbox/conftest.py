"""In every test of the sandbox, the data beside the handlers is held to what they really do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledgerbee_client.testing.handlers import registry
from ledgerbee_client.testing.http.binding import bind
from tests.sandbox.watching import watched
from tests.shared.api import is_reconstruction

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module", autouse=True)  # by module, so that no other folder is watched
def _handlers_rely_on_what_they_say() -> Iterator[None]:
    if not is_reconstruction():
        yield  # what handlers rely on is said of the fields that our document has
        return
    handlers = dict(registry.handlers)
    registry.handlers.update({name: watched(name, one, registry.relied[name]) for name, one in handlers.items()})
    bind.cache_clear()
    yield
    registry.handlers.update(handlers)
    bind.cache_clear()
