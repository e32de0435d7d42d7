"""Pages as people see them, in a real browser: wide and narrow, light and dark.

Pictures of all of them go to build/pictures; `make pictures` copies the ones that the documentation shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

PICTURES = Path(__file__).parents[2] / "build" / "pictures"
WIDE, NARROW = (1280, 900), (400, 800)
SCHEMES = ("light", "dark")
DOCUMENTATION = ("index", "operations", "models", "testing", "performance", "reference/resources/invoices")
#: What is judged of a page. Other rules of axe ask for what the theme decides.
RULES = ["color-contrast", "document-title", "html-has-lang", "image-alt", "label", "meta-viewport", "button-name"]


@contextmanager
def opened(browser: Any, url: str, size: tuple[int, int], scheme: str) -> Iterator[Any]:
    """A page of this size in this color scheme; what it writes to the console as an error fails the test."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(url)
    yield page
    context.close()
    assert errors == []


def keep_picture(page: Any, name: str, size: tuple[int, int], scheme: str) -> None:
    path = PICTURES / f"{name.replace('/', '-')}-{size[0]}-{scheme}.png"
    assert len(page.screenshot(path=path)) > 5_000, "an empty picture"


def check_width(page: Any) -> None:
    """The page is not scrolled sideways; a wide table is, inside it."""
    wide, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= room, f"the page is {wide} wide and has {room}"


def check_rules(page: Any) -> None:
    """Text has enough contrast, images and fields have names."""
    from axe_playwright_python.sync_playwright import Axe

    options = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": RULES}}
    violations = Axe().run(page, options=options).response["violations"]
    assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in violations] == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", DOCUMENTATION)
def test_a_page_of_the_documentation_fits_and_can_be_read(
    browser: Any, site: str, name: str, size: tuple[int, int], scheme: str
) -> None:
    with opened(browser, f"{site}{name}.html", size, scheme) as page:
        keep_picture(page, name, size, scheme)
        check_width(page)
        if size == WIDE:
            check_rules(page)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_page_of_the_sandbox_fits_and_can_be_read(
    browser: Any, sandbox_page: str, size: tuple[int, int], scheme: str
) -> None:
    with opened(browser, sandbox_page, size, scheme) as page:
        keep_picture(page, "sandbox", size, scheme)
        check_width(page)
        check_rules(page)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_whether_a_call_may_be_repeated_is_in_view(browser: Any, site: str, size: tuple[int, int]) -> None:
    with opened(browser, f"{site}operations.html", size, "light") as page:
        for cell in page.locator("#all-operations tbody tr td:nth-child(2)").all():
            box = cell.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= size[0]


def test_the_table_of_operations_can_be_filtered(browser: Any, site: str) -> None:
    with opened(browser, f"{site}operations.html", WIDE, "light") as page:
        page.get_by_label("Filter the operations").fill("invoices never")
        rows = page.locator("#all-operations tbody tr:visible").all_inner_texts()
        assert rows
        assert all("invoices" in row and "never" in row for row in rows)
        assert page.locator("#all-operations > section:visible").count() < 10
        page.get_by_label("Filter the operations").fill("")
        assert page.locator("#all-operations tbody tr:visible").count() == 135


def test_code_can_be_copied(browser: Any, site: str) -> None:
    with opened(browser, f"{site}index.html", WIDE, "light") as page:
        assert page.locator("button.copybtn").count() == page.locator("div.highlight").count()


def test_the_sandbox_shows_why_a_request_was_refused(browser: Any, sandbox_page: str) -> None:
    with opened(browser, sandbox_page, WIDE, "light") as page:
        text = page.locator("body").inner_text()
        assert "invoices-read" in text  # the scope that was missing
        assert "export LEDGERBEE_API_KEY=" in text
        assert "products.get" in text
