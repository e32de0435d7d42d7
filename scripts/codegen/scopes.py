"""Reads the scopes that an operation's description names: the one place in the repository that does.

The published document has no machine-readable list. Most descriptions end with a heading `## Required Scope` and
bullets; some say it in a sentence; some say nothing, which is normal.
"""

from __future__ import annotations

import re

from attrs import frozen

_LABEL = re.compile(
    r"""\s*(?:>\s*)?(?P<bullet>[-*+•]\s+)?(?P<hashes>\#{1,6}\s*)?(?P<strong>\*\*|__|\*|_)?\s*
    (?:required\s+(?:oauth2?\s+|api\s+|token\s+)?scope(?:s|\(s\))?|scope(?:s|\(s\))?\s+required|scope(?:s|\(s\))?(?=\s*(?:\*\*|__|\#|:|$)))
    \s*(?P<colon>:)?\s*(?:\*\*|__|\*|_)?\s*(?P<late>[:–—-])?\s*(?P<list>.*?)\s*\#*\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_HEADING = re.compile(r"\s*(?:#{1,6}|\*\*|__).*\bscopes?\b", re.IGNORECASE)
#: HTML that NestJS descriptions hold now and then, and the Markdown for it.
_HTML = ((r"</?h[1-6]>", "## "), (r"<li>", "- "), (r"</?code>", "`"), (r"</?(?:b|strong)>", "**"), (r"</?\w+ ?/?>", ""))
_UNDERLINE = re.compile(r"\s*(?:-{3,}|={3,})\s*")
_BULLET = re.compile(r"\s*(?:[-*+•–]|\d+[.)])\s+(?P<text>.*)")
_TOKEN = re.compile(
    r"""`(?P<code>[^`]+)`|\*\*(?P<bold>[^*`]+)\*\*|"(?P<quoted>[^"`]+)"|(?P<bare>[A-Za-z0-9][\w.:/*-]*)""", re.VERBOSE
)
_SEPARATOR = re.compile(r"\s*(?:[,;&+|]|/(?=\s))\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+|\s+(?=[`\"])", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
#: How scopes look: words joined by something. A bare word in a list may be anything.
_JOINED = re.compile(r"[A-Za-z0-9]+(?:[-_.:/][A-Za-z0-9*]+)+")
_CODE = r"`[A-Za-z0-9][\w.:/*-]*`"
_CODES = rf"{_CODE}(?:(?:\s*,\s*|\s+)(?:(?:and|or)\s+)?{_CODE})*"
_IN_SENTENCE = re.compile(
    rf"(?P<before>{_CODES})\s+(?:API\s+)?scopes?\b|\bscopes?(?:\s+(?:is|are))?:?\s+(?P<after>{_CODES})", re.IGNORECASE
)
_DEMAND = re.compile(r"\b(?:requires?|required|needs?|needed|must have)\b", re.IGNORECASE)
#: Words that make a sentence say something else than "every call needs this scope".
_CONDITION = re.compile(
    r"\b(?:no|not|never|without|unless|when|if|only|otherwise|instead|optional|isn't|aren't|doesn't)\b", re.IGNORECASE
)
_NO_SCOPE = re.compile(r"\b(?:no|any|without(?: a)?)(?: \w+)? scopes?\b", re.IGNORECASE)
_SCOPE = re.compile(r"\bscopes?\b", re.IGNORECASE)


@frozen
class Scopes:
    """What a description says about scopes.

    Attributes:
        names: the scopes, in the order in which they stand there.
        rest: the description without the section that lists them.
        is_listed: they stand in a list of their own. Scopes from a sentence are a reading of it: advice to a caller,
            never a reason to refuse a call.
        is_unclear: the text demands scopes, as it seems, and none could be read from it.
    """

    names: tuple[str, ...] = ()
    rest: str = ""
    is_listed: bool = False
    is_unclear: bool = False


def read_scopes(description: str) -> Scopes:
    """Reads the scopes that a description names.

    Understands a heading of any level, or a line of its own, that says "Required Scope" (singular or plural, any case,
    bold, with a colon), with scopes behind it or below it (bullets with or without backticks, several in one line);
    and a sentence such as "Requires the `x-read` scope".

    Args:
        description: Markdown, as it stands in the document.

    Returns:
        the scopes, and the text without the section.
    """
    rest, names = _sections(description.splitlines())
    text = "\n".join(rest).strip()
    if names:
        return Scopes(_distinct(names), text, is_listed=True)
    found = _distinct(_in_sentences(text))
    return Scopes(found, text, is_unclear=not found and _demands_scopes(description))


def _sections(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines outside the sections on scopes, and the scopes in them."""
    rest: list[str] = []
    names: list[str] = []
    inside = False
    plain = [_without_html(line) for line in lines]
    for index, line in enumerate(plain):
        label = _LABEL.fullmatch(line)
        if label is not None and (found := _behind(label, plain[index + 1 :])) is not None:
            names += found
            inside = True
        elif not inside:
            rest.append(lines[index])
        elif line.strip() and not _UNDERLINE.fullmatch(line):
            found = _below(line)
            names += found
            inside = bool(found)
            if not found:
                rest.append(lines[index])
    return rest, names


def _behind(label: re.Match[str], following: list[str]) -> list[str] | None:
    """The scopes in the line of the label itself; None when the line is not a label after all, but a sentence."""
    text = label["list"]
    if text:
        found = _scopes_in(text, strict=True)
        return found if found or label["hashes"] else None
    if label["hashes"] or label["strong"] or label["colon"] or label["late"]:
        return []
    below = next((line for line in following if line.strip() and not _UNDERLINE.fullmatch(line)), "")
    return [] if _below(below) else None


def _below(line: str) -> list[str]:
    """The scopes in a line below the label: a bullet, or a line of nothing but scopes."""
    bullet = _BULLET.fullmatch(line)
    return _scopes_in(bullet["text"], strict=False) if bullet else _scopes_in(line.strip(), strict=True)


def _scopes_in(text: str, *, strict: bool) -> list[str]:
    """The scopes that a text begins with.

    Args:
        text: what stands in one line.
        strict: nothing else may stand in it.
    """
    found: list[str] = []
    at = 0
    while (token := _TOKEN.match(text, at)) is not None:
        name = (token["code"] or token["bold"] or token["quoted"] or token["bare"]).strip()
        at = token.end()
        alone = not found and not text[at:].strip(" .")
        if token["bare"] is not None and not _is_scope(name.rstrip(".:"), is_alone=alone and not strict):
            return [] if strict else found
        found.append(name.rstrip(".:") if token["bare"] else name)
        separator = _SEPARATOR.match(text, at) or (_SPACE.match(text, at) if strict else None)
        if separator is None:
            break
        at = separator.end()
    return [] if strict and text[at:].strip(" .,;") else found


def _is_scope(word: str, *, is_alone: bool) -> bool:
    """Whether a word without backticks is a scope: it looks like one, or nothing stands beside it."""
    if word.lower() in ("none", "n/a"):
        return False
    return is_alone or _JOINED.fullmatch(word) is not None


def _without_html(line: str) -> str:
    for pattern, text in _HTML if "<" in line else ():
        line = re.sub(pattern, text, line, flags=re.IGNORECASE)
    return line


def _sentences(text: str) -> list[str]:
    """The sentences about what a call needs, outside of code blocks."""
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    return [one for one in re.split(r"(?<=[.!?])\s+|\n\s*\n", prose) if _DEMAND.search(one)]


def _demands_scopes(text: str) -> bool:
    sentences = [_NO_SCOPE.sub("", one) for one in _sentences(text)]
    return any(_HEADING.match(line) for line in text.splitlines()) or any(map(_SCOPE.search, sentences))


def _in_sentences(text: str) -> list[str]:
    demands = [one for one in _sentences(text) if not _CONDITION.search(re.sub(r"`[^`]*`", "", one))]
    matches = [match for one in demands for match in _IN_SENTENCE.finditer(one)]
    return [name for one in matches for name in re.findall(r"`([^`]+)`", one["before"] or one["after"])]


def _distinct(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
