"""Say whether a record matches the JSON pattern of a metric filter.

Read are the patterns that watch CloudTrail: comparisons of ``$.a.b`` and ``$.list[0]`` with texts (wildcards ``*``),
numbers, ``IS TRUE | FALSE | NULL``, ``EXISTS`` and ``NOT EXISTS``, joined by ``&&`` and ``||`` with brackets. Everything
else (unstructured and delimited patterns, regular expressions, ``[*]``) is refused, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from trailhound.errors import TextError

Matcher = Callable[[Mapping[str, Any]], bool]

_TOKEN = re.compile(
    r"""\s*(?:(?P<path>\$(?:\.[A-Za-z_][\w-]*|\.\*|\[(?:\d+|'[^']*'|"[^"]*")\])+)
    |(?P<op>&&|\|\||!=|<=|>=|=|<|>|\(|\))
    |(?P<text>"(?:[^"\\]|\\.)*")
    |(?P<word>[^\s()=<>!&|"{}]+))""",
    re.VERBOSE,
)
_STEP = re.compile(r"\.([A-Za-z_][\w-]*)|\[(\d+)\]|\[['\"]([^'\"]*)['\"]\]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$")
_DEEPEST = 64


class FilterNotUnderstood(TextError):  # noqa: N818 - reads as the statement it makes
    """The pattern of a metric filter uses something that is not read here."""


def compile_pattern(pattern: str) -> Matcher:
    """Make a matcher for records out of a filter pattern.

    Raises:
        FilterNotUnderstood: If the pattern is of a kind that is not read here.
    """
    text = pattern.strip()
    if not (text.startswith("{") and text.endswith("}")):
        raise FilterNotUnderstood("not a JSON pattern", pattern, 0, "a pattern in { } is needed")
    return _Parser(pattern, text[1:-1], pattern.index("{") + 1).parse()


class _Parser:
    """Recursive descent over the tokens of one pattern; ``||`` binds weaker than ``&&``."""

    def __init__(self, pattern: str, body: str, offset: int) -> None:
        self._pattern = pattern
        self._tokens: list[tuple[str, str, int]] = []
        position = 0
        while body[position:].strip():
            found = _TOKEN.match(body, position)
            if found is None or found.lastgroup is None:
                self._fail("can't read this", offset + position)
            self._tokens.append((found.lastgroup, found.group(found.lastgroup), offset + found.start(found.lastgroup)))
            position = found.end()
        self._index = 0
        self._depth = 0

    def parse(self) -> Matcher:
        matcher = self._either()
        if self._index < len(self._tokens):
            self._fail("something is left over", self._tokens[self._index][2])
        return matcher

    def _either(self) -> Matcher:
        parts = [self._both()]
        while self._accept("||"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else lambda record: any(part(record) for part in parts)

    def _both(self) -> Matcher:
        parts = [self._one()]
        while self._accept("&&"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else lambda record: all(part(record) for part in parts)

    def _one(self) -> Matcher:
        if self._accept("("):
            self._depth += 1
            if self._depth > _DEEPEST:
                self._fail("too many brackets", 0)
            inner = self._either()
            if not self._accept(")"):
                self._fail("a bracket is not closed", len(self._pattern))
            self._depth -= 1
            return inner
        kind, text, at = self._next()
        if kind != "path" or "*" in text:
            self._fail("a path like $.eventName is expected", at)
        return self._comparison(_reader(text))

    def _comparison(self, read: Callable[[Mapping[str, Any]], Any]) -> Matcher:
        kind, operator, at = self._next()
        if kind == "word":
            return self._statement(read, operator.upper(), at)
        if kind != "op" or operator in ("(", ")", "&&", "||"):
            self._fail("a comparison is expected", at)
        kind, value, at = self._next()
        if kind not in ("text", "word"):
            self._fail("a value is expected", at)
        if kind == "word" and value.startswith("%"):
            self._fail("regular expressions are not read here", at)
        return _compare(read, operator, value, is_quoted=kind == "text") or self._fail("this comparison needs a number", at)

    def _statement(self, read: Callable[[Mapping[str, Any]], Any], word: str, at: int) -> Matcher:
        if word == "EXISTS":
            return lambda record: read(record) is not _NOTHING
        following = self._next()[1].upper()
        if (word, following) == ("NOT", "EXISTS"):
            return lambda record: read(record) is _NOTHING
        if word == "IS" and following in _CONSTANTS:
            wanted = _CONSTANTS[following]
            # Recorded on AWS: a list that holds a null is null for this purpose.
            return lambda record: read(record) is wanted or (wanted is None and _holds_null(read(record)))
        return self._fail("IS NULL, IS TRUE, IS FALSE, EXISTS or NOT EXISTS is expected", at)

    def _accept(self, operator: str) -> bool:
        is_there = self._index < len(self._tokens) and self._tokens[self._index][:2] == ("op", operator)
        self._index += is_there
        return is_there

    def _next(self) -> tuple[str, str, int]:
        if self._index >= len(self._tokens):
            self._fail("the pattern ends too early", len(self._pattern))
        self._index += 1
        return self._tokens[self._index - 1]

    def _fail(self, message: str, at: int) -> NoReturn:
        raise FilterNotUnderstood(message, self._pattern, at)


class _Nothing:
    """What a path finds where the record has no such member."""


_NOTHING = _Nothing()
_CONSTANTS: dict[str, bool | None] = {"NULL": None, "TRUE": True, "FALSE": False}


def _reader(path: str) -> Callable[[Mapping[str, Any]], Any]:
    steps = [int(index) if index else name or quoted for name, index, quoted in _STEP.findall(path)]

    def read(record: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any JSON
        value: Any = record
        for step in steps:
            if isinstance(step, int):
                value = value[step] if isinstance(value, list) and step < len(value) else _NOTHING
            else:
                value = value.get(step, _NOTHING) if isinstance(value, Mapping) else _NOTHING
        return value

    return read


def _compare(read: Callable[[Mapping[str, Any]], Any], operator: str, value: str, *, is_quoted: bool) -> Matcher | None:
    text = re.sub(r"\\(.)", r"\1", value[1:-1]) if is_quoted else value
    if operator in ("=", "!="):
        is_same = _sameness(text, is_number=not is_quoted and bool(_NUMBER.match(text)))
        if operator == "=":
            return lambda record: is_same(read(record))
        # Recorded on AWS: only texts and numbers can be different from something; null, true, [] and {} are not.
        return lambda record: _is_scalar(read(record)) and not is_same(read(record))
    if not _NUMBER.match(text):
        return None
    limit = float(text)
    order: dict[str, Callable[[float], bool]] = {
        "<": lambda number: number < limit,
        "<=": lambda number: number <= limit,
        ">": lambda number: number > limit,
        ">=": lambda number: number >= limit,
    }
    holds = order[operator]
    return lambda record: _is_number(read(record)) and holds(float(read(record)))


def _sameness(text: str, *, is_number: bool) -> Callable[[Any], bool]:
    # An asterisk stands for anything at the start and at the end of a value only.
    starts, ends = text.startswith("*"), text.endswith("*") and len(text) > 1
    if starts or ends:
        middle = re.escape(text[starts : len(text) - ends])
        pattern = re.compile((".*" if starts else "") + middle + (".*" if ends else "") + r"\Z", re.DOTALL)
        return lambda found: _is_scalar(found) and pattern.match(_as_text(found)) is not None
    if is_number:
        return lambda found: (_is_number(found) and float(found) == float(text)) or (isinstance(found, str) and found == text)
    return lambda found: isinstance(found, str) and found == text


def _holds_null(value: object) -> bool:
    return isinstance(value, list) and None in value


def _is_scalar(value: object) -> bool:
    return isinstance(value, str) or _is_number(value)


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else f"{value}"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
