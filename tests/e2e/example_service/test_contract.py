"""The operations that the service uses are those that it was written for."""

from invoicing import CALLS

from tests.shared.api import reconstruction_only


@reconstruction_only  # the first document of another kind is meant to break the pins
def test_the_operations_that_the_service_uses_are_as_it_knows_them(ledgerbee_pins) -> None:
    ledgerbee_pins("ledgerbee-pins.json", CALLS)
