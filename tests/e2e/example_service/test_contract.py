"""The operations that the service uses are those that it was written for."""

from invoicing import CALLS


def test_the_operations_that_the_service_uses_are_as_it_knows_them(ledgerbee_pins) -> None:
    ledgerbee_pins("ledgerbee-pins.json", CALLS)
