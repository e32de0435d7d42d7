"""The plugin of the installed wheel, found through its entry point. `scripts/package_check.py` runs it with pytest."""

import pytest

from ledgerbee_client import LedgerBee
from ledgerbee_client.errors import MissingScopeError
from ledgerbee_client.testing import Sandbox

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def test_a_write_reaches_the_sandbox(ledgerbee: LedgerBee, ledgerbee_sandbox: Sandbox) -> None:
    ledgerbee_sandbox.seed(products=1)
    product = (await ledgerbee.products.list()).items[0]
    await ledgerbee.products.update(product.id, name="Hosting")
    assert (await ledgerbee.products.get(product.id)).name == "Hosting"
    assert len(ledgerbee_sandbox.writes) == 1


@pytest.mark.ledgerbee(scopes=["company-read"])
async def test_the_marker_is_known_and_sets_the_scopes(ledgerbee: LedgerBee) -> None:
    assert (await ledgerbee.company.get()).name == "Acme Corporation"
    with pytest.raises(MissingScopeError):
        await ledgerbee.products.list()
