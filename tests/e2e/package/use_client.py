"""What the wheel must do without extras. `scripts/package_check.py` runs it outside the checkout, beside a sandbox."""

import asyncio
import pkgutil
from importlib import import_module
from importlib.resources import files

import ledgerbee_client
from ledgerbee_client import LedgerBee
from ledgerbee_client.errors import NotFoundError

#: Modules that only an extra or another package (pydantic asks for `interop` itself) makes usable, and the program.
LEFT_OUT = (
    "ledgerbee_client.testing.",
    "ledgerbee_client.generated.interop",
    "ledgerbee_client._telemetry",
    "ledgerbee_client.__main__",
)


def everything_else_can_be_imported() -> None:
    for module in pkgutil.walk_packages(ledgerbee_client.__path__, "ledgerbee_client."):
        if not module.name.startswith(LEFT_OUT):
            import_module(module.name)


async def calls_work() -> None:
    async with LedgerBee() as lb:
        assert (await lb.company.get()).name == "Acme Corporation"
        assert len(await lb.products.list(limit=2).collect()) == 5
        first = (await lb.products.list(limit=1)).items[0]
        await lb.products.update(first.id, name="Hosting")
        assert (await lb.products.get(first.id)).name == "Hosting"
        try:
            await lb.products.get("no-such-product")
        except NotFoundError:
            return
        raise AssertionError("a product that isn't there was found")


assert "site-packages" in ledgerbee_client.__file__
for name in ("py.typed", "generated/schema.json"):
    assert files("ledgerbee_client").joinpath(name).is_file(), name
everything_else_can_be_imported()
asyncio.run(calls_work())
