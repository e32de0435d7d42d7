"""Scopes are read from descriptions in one place, however a description spells them."""

from __future__ import annotations

import json
from itertools import cycle

import pytest

from scripts import regenerate
from scripts.codegen.description import describe
from scripts.codegen.scopes import Scopes, read_scopes
from tests.codegen.support import answers, document, generate, named

LISTED: list[tuple[str, tuple[str, ...], str]] = [
    ("Words.\n\n## Required Scope\n\n- `products-read`", ("products-read",), "Words."),
    ("## Required Scope\n* products-read\n* products-write\n", ("products-read", "products-write"), ""),
    ("## required scopes:\n• products-read", ("products-read",), ""),
    ("### Required Scopes\n- **products-read**", ("products-read",), ""),
    ("#Required Scope(s) #\n1. `a-read`\n2) b-read", ("a-read", "b-read"), ""),
    ("#### REQUIRED SCOPES: a-read and b-write", ("a-read", "b-write"), ""),
    ("## Required Scope\n- products-read - to read products", ("products-read",), ""),
    ("## Required Scope\n- `a-read` reads what x-y holds", ("a-read",), ""),
    ("## Required Scope\n- `a-read` or `b-read`", ("a-read", "b-read"), ""),
    ("## Required Scope\n- a-read, b-read & c-read", ("a-read", "b-read", "c-read"), ""),
    ("## Required Scope\n- a\n- a", ("a",), ""),
    ("## Required Scope\n`a`, `b`", ("a", "b"), ""),
    ("## Required Scope\na-read b-read", ("a-read", "b-read"), ""),
    ('## Required OAuth Scope\n\n- "a:read"', ("a:read",), ""),
    ("## Scopes\n- `a-read`", ("a-read",), ""),
    ("**Required scope**\n\n- `a-read`", ("a-read",), ""),
    ("**Required scope:** `a-read`, `b-read`", ("a-read", "b-read"), ""),
    ("- **Scopes required**: `a-read`", ("a-read",), ""),
    ("Required scope\n\n- `a-read`", ("a-read",), ""),
    ("Required Scope\n--------------\n\n- a-read", ("a-read",), ""),
    ("Required scope: `a-read`.", ("a-read",), ""),
    ("<h3>Required Scope</h3>\n<ul>\n<li><code>a-read</code></li>\n</ul>", ("a-read",), ""),
    ("## Required Scope\n\n- a\n\nMore words.\n\n- no scope", ("a",), "More words.\n\n- no scope"),
    ("Words.\n## Required Scope\n- a\n## Notes\n- b", ("a",), "Words.\n## Notes\n- b"),
]

SENTENCES = [
    ("Requires the `a-read` scope.", ("a-read",)),
    ("Words. It needs the scopes `a-read` and `b-read`. More.", ("a-read", "b-read")),
    ("Required scopes are `a-read`, `b-read`.", ("a-read", "b-read")),
    ("The `a-read`, `b-read` and `c-read` scopes are required.", ("a-read", "b-read", "c-read")),
]

#: Texts without a scope, and whether a person should look at them.
WITHOUT = [
    ("", False),
    ("No heading\n- a", False),
    ("Every valid key may call it; it describes the scopes of the key.", False),
    ("It needs no scope.", False),
    ("```\nRequires the `a-read` scope.\n```", False),
    ("## Required Scope\nnone", True),
    ("## Required Scope\n- None", True),
    ("Required scope of this call is unknown", True),
    ("The `a-read` scope is required only when prices are asked for.", True),
    ("Requires a scope for writing.", True),
]


@pytest.mark.parametrize(("text", "names", "rest"), LISTED)
def test_scopes_are_read_from_a_list_of_their_own(text: str, names: tuple[str, ...], rest: str) -> None:
    assert read_scopes(text) == Scopes(names, rest, is_listed=True)


@pytest.mark.parametrize(("text", "names"), SENTENCES)
def test_scopes_in_a_sentence_are_a_reading_of_it(text: str, names: tuple[str, ...]) -> None:
    assert read_scopes(text) == Scopes(names, text, is_listed=False)


@pytest.mark.parametrize(("text", "is_unclear"), WITHOUT)
def test_no_scope_is_made_up(text: str, is_unclear: bool) -> None:
    found = read_scopes(text)
    assert (found.names, found.is_unclear) == ((), is_unclear)


def test_scopes_of_a_sentence_never_refuse_a_call_and_unclear_texts_are_reported() -> None:
    api = named(
        document(
            {
                "/a": {"get": {"description": "Requires the `a-read` scope.", "responses": answers({})}},
                "/b": {"get": {"description": "## Required Scope\n- `b-read`", "responses": answers({})}},
                "/c": {"get": {"description": "## Required Scope\nask us", "responses": answers({})}},
            }
        )
    ).api
    assert [(one.scopes, one.scopes_inferred) for one in api.operations] == [
        (("a-read",), True),
        (("b-read",), False),
        ((), False),
    ]
    assert api.notes == ["GET /c: its description speaks of scopes, and none could be read from it"]


def test_scopes_of_security_count_where_the_description_names_none() -> None:
    security = [{"key": []}, {"oauth": ["a-read"]}]
    ambiguous = [{"oauth": ["a-read"]}, {"oauth": ["b-read"]}]
    api = named(
        document(
            {
                "/a": {"get": {"security": security, "responses": answers({})}},
                "/b": {"get": {"security": security, "description": "Scopes: `b`", "responses": answers({})}},
                "/c": {"get": {"security": ambiguous, "responses": answers({})}},
            }
        )
    ).api
    assert [one.scopes for one in api.operations] == [("a-read",), ("b",), ()]


#: How a document may write the section, with the scopes as bullets or in one line.
SPELLINGS = (
    "# Required Scope\n\n{bullets}",
    "### Required Scopes\n\n{bullets}",
    "## required scope\n{bullets}",
    "## Required Scope:\n\n{bullets}",
    "## Required Scopes\n\n{line}",
    "## Required Scope\n\n{bare}",
    "Required scope\n\n{bullets}",
    "**Required scope:** {line}",
)


@pytest.mark.slow
def test_generator_and_report_read_the_same_scopes_in_every_spelling() -> None:
    spelled = json.loads(regenerate.SCHEMA.read_text(encoding="utf-8"))
    spellings = cycle(SPELLINGS)
    expected = {}
    for path, item in spelled["paths"].items():
        for method, operation in item.items():
            found = read_scopes(operation["description"])
            expected[f"{method.upper()} {path}"] = found.names
            section = next(spellings).format(
                bullets="\n".join(f"- `{name}`" for name in found.names),
                bare="\n".join(f"* {name}" for name in found.names),
                line=", ".join(f"`{name}`" for name in found.names),
            )
            operation["description"] = f"{found.rest}\n\n{section if found.names else ''}"
    assert any(expected.values())
    operations = generate(spelled, "spelled_scopes", regenerate.CORRECTIONS).operations.values()
    assert {f"{one.method} {one.path}": one.scopes for one in operations} == expected
    assert {
        f"{one['method']} {one['path']}": tuple(one.get("scopes", ())) for one in describe(spelled)["operations"]
    } == {key: tuple(sorted(names)) for key, names in expected.items()}
