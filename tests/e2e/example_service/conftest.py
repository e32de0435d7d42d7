"""A user needs no such file: in this project's own runs the plugin isn't loaded by its entry point.

The pins are written with `pytest tests/e2e/example_service -p ledgerbee_client.testing.plugin --update-ledgerbee-pins`.
"""

from ledgerbee_client.testing.plugin import (  # noqa: F401
    ledgerbee,
    ledgerbee_pins,
    ledgerbee_sandbox,
    pytest_configure,
)
