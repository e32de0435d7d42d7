"""Which of two regular expressions takes more, as far as their form shows it."""

from __future__ import annotations

import itertools
import random
import re

import pytest

from ledgerbee_client.contracts.patterns import takes_all_of

#: Every word of at most five letters out of three.
WORDS = ["".join(letters) for length in range(6) for letters in itertools.product("abc", repeat=length)]


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("^[a-z]{1,100}$", "^[a-z]{1,50}$"),
        ("[a-z]{1,100}", "^[a-z]{1,50}$"),
        ("^[A-Za-z]{3}$", "^[A-Z]{3}$"),
        ("^(a|b|c)$", "^(?:c|a)$"),
        ("^(?:abc|b)$", "^abc$"),
        (r"^\w+$", "^[a-z][a-z0-9]*$"),
        (r"^\d{8}$", "^[0-9]{8}$"),
        (r"^[A-Z]{2}\d{6,8}$", r"^DK\d{8}$"),
        (r"^(\d{3}-)?\d{3}$", r"^\d{3}$"),
        (r"^\d+(\.\d{1,4})?$", r"^\d+(\.\d{1,2})?$"),
        ("^[^,]+$", "^[a-z]+$"),
        (r"^\S*$", "^[a-z ]{0}[^ \\s]*?$"),
        (r"^[\x41-\u005A-]$", "^[A-]$"),
        ("^{a}$", "^{a}$"),
        (".*", "^x$"),
        ("(?!x)y", "(?!x)y"),
    ],
)
def test_a_pattern_that_takes_more_is_seen(wide: str, narrow: str) -> None:
    assert takes_all_of(wide, narrow)


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("^[a-z]{1,50}$", "^[a-z]{1,100}$"),
        ("^[a-z]{1,50}$", "[a-z]{1,50}"),
        ("^(a|b)$", "^(a|b|c)$"),
        ("^[^,]+$", r"^[\s\S]+$"),
        (r"^\d{3}$", r"^(\d{3}-)?\d{3}$"),
        ("^(ab)*$", "^(ab|b)*$"),
    ],
)
def test_a_pattern_that_takes_less_is_not_said_to_take_more(narrow: str, wide: str) -> None:
    assert takes_all_of(wide, narrow)
    assert not takes_all_of(narrow, wide)


@pytest.mark.parametrize(
    "pattern",
    [
        "^(?!x)[a-z]$",
        r"^(.)\1$",
        r"\p{L}",
        r"\bx",
        "a*+",
        "*",
        "(a",
        "[a",
        "[z-a]",
        "a)",
        r"\xg0",
        "^*",
        "\\",
        "x" * 501,
    ],
)
def test_what_is_not_understood_is_never_said_to_take_more(pattern: str) -> None:
    assert not takes_all_of(pattern, "^[a-z]$")
    assert not takes_all_of(".*", pattern)


def test_a_comparison_ends_soon() -> None:
    assert not takes_all_of("(a?b?)*" * 28, "ab" * 99 + "c")
    assert not takes_all_of("(" * 200 + "a" + ")" * 200, "b")


@pytest.mark.unmeasured
def test_a_pattern_that_is_said_to_take_more_takes_every_word_that_the_other_takes() -> None:
    choose = random.Random(7)
    patterns = [_pattern(choose) for _ in range(60)]
    taken = {one: {word for word in WORDS if re.search(one, word)} for one in patterns}
    wider = [(one, other) for one in patterns for other in patterns if one != other and takes_all_of(one, other)]
    assert len(wider) > 25
    assert [(one, other) for one, other in wider if not taken[other] <= taken[one]] == []


def _pattern(choose: random.Random, depth: int = 0) -> str:
    def atom() -> str:
        if depth < 2 and choose.random() < 0.25:
            return f"({_pattern(choose, depth + 1)})"
        return choose.choice(["a", "b", "[ab]", "[^a]", ".", "[a-b]"])

    def sequence() -> str:
        length = choose.randint(0 if depth else 1, 3)
        return "".join(atom() + choose.choice(["", "", "?", "*", "+", "{2}", "{1,2}", "{2,}"]) for _ in range(length))

    inner = "|".join(sequence() for _ in range(choose.choice([1, 1, 2])))
    return inner if depth else choose.choice(["^{}$", "{}", "^({})$", "^{}", "{}$"]).format(inner)
