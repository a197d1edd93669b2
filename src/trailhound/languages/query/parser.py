"""From filter text to a query.

A filter is a row of terms, parted by spaces::

    filter = ["!" " "] term*            a lone "!" in front inverts the whole filter
    term   = ["!"] [field ":"] value ("," value)*       (commas part values only after a field)
    value  = ["="] (bare text | '"' text '"')

``*`` stands for any text and ``?`` for one character; a backslash makes either of them, and quote, comma, colon, "=",
"!" or the backslash itself, an ordinary character. A field is a name out of the table of fields, or a path into the
record with at least one dot (``requestParameters.groupId``; ``.eventVersion`` for the top level).
"""

from __future__ import annotations

from trailhound.errors import FilterError
from trailhound.languages.query.checks import check_value
from trailhound.languages.query.fields import field_named, nearest_field
from trailhound.languages.query.query import Query, Term, Value

ESCAPABLE = frozenset('*?\\",:=!')
"""Characters that a backslash makes ordinary; before any other character a backslash is itself."""

_LONGEST = 10_000


def parse(text: str) -> Query:
    """Read a filter.

    Raises:
        FilterError: With the column of the trouble and a hint, for an unknown field, an empty value, a bad network,
            duration or choice, a quote that does not close, or a text that is absurdly long.
    """
    if len(text) > _LONGEST:
        raise FilterError(f"a filter of {len(text)} characters is too long", text[:40], 0, f"keep it under {_LONGEST}")
    scanner = _Scanner(text)
    is_inverted = scanner.take_inversion()
    terms = []
    while scanner.skip_spaces():
        terms.append(scanner.term())
    return Query(tuple(terms), is_inverted and bool(terms))


class _Scanner:
    """Reads a filter from left to right; ``at`` is the place of the next character."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def skip_spaces(self) -> bool:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return self.at < len(self.text)

    def take_inversion(self) -> bool:
        if not self.skip_spaces() or self.text[self.at] != "!":
            return False
        if self.at + 1 < len(self.text) and not self.text[self.at + 1].isspace():
            return False
        self.at += 1
        return True

    def term(self) -> Term:
        start = self.at
        is_negated = self._take("!")
        if self._is_at_end():
            self._fail('nothing follows "!"', start, 'write the word to hide right after it, such as "!Describe*"')
        name = field_prefix(self.text, self.at)
        if name is None:
            return Term(None, (self._value(is_in_field=False),), is_negated, False, start, self.at)
        return self._field_term(name, start, is_negated)

    def _field_term(self, name: str, start: int, is_negated: bool) -> Term:
        name_at = self.at
        is_path = "." in name
        field = None if is_path else field_named(name)
        if field is None and not is_path:
            near = nearest_field(name)
            meant = f'did you mean "{near}:"? ' if near else ""
            self._fail(f'there is no field "{name}"', name_at, f"{meant}Quotes look for the text itself, ? lists the fields")
        canonical = field.name if field else name.removeprefix(".")
        self.at += len(name) + 1
        values = [self._value(is_in_field=True)]
        while self._take(","):
            values.append(self._value(is_in_field=True))
        if field is not None:
            for value in values:
                check_value(field, value, self.text)
        return Term(canonical, tuple(values), is_negated, is_path, start, self.at)

    def _value(self, is_in_field: bool) -> Value:
        start = self.at
        is_exact = self._take("=")
        opening = self.at
        is_quoted = self._take('"')
        letters: list[str] = []
        wild: list[int] = []
        while not self._is_value_over(is_quoted, is_in_field):
            letter = self.text[self.at]
            if letter == "\\" and self.text[self.at + 1 : self.at + 2] in ESCAPABLE:
                self.at += 1
                letter = self.text[self.at]
            elif letter in "*?":
                wild.append(len(letters))
            letters.append(letter)
            self.at += 1
        if is_quoted:
            self._close_quote(opening, is_in_field)
        if not letters:
            self._fail("a value is empty", start, 'write one, such as "name:Delete*", or * for anything')
        return Value("".join(letters), tuple(wild), is_exact, start, self.at)

    def _is_value_over(self, is_quoted: bool, is_in_field: bool) -> bool:
        if self.at >= len(self.text):
            return True
        letter = self.text[self.at]
        if is_quoted:
            return letter == '"'
        return letter.isspace() or (is_in_field and letter == ",")

    def _close_quote(self, opening: int, is_in_field: bool) -> None:
        if not self._take('"'):
            self._fail("a quote is not closed", opening, 'end it with "')
        if not self._is_at_end() and not (is_in_field and self.text[self.at] == ","):
            self._fail("text follows right after a closing quote", self.at, "put a space between, or the quote at the end")

    def _is_at_end(self) -> bool:
        return self.at >= len(self.text) or self.text[self.at].isspace()

    def _take(self, letter: str) -> bool:
        if self.text[self.at : self.at + 1] != letter:
            return False
        self.at += 1
        return True

    def _fail(self, message: str, column: int, hint: str) -> None:
        raise FilterError(message, self.text, column, hint)


def field_prefix(text: str, at: int) -> str | None:
    """Give the name before the colon of a term that starts at a place; None if the term is a free word.

    What merely looks like a field stays a word: a pasted ARN (``arn:aws:...``), an IPv6 address or a resource type
    (``fe80::1``, ``AWS::EC2::Instance``), a time (``14:05``).
    """
    end = at
    while end < len(text) and (text[end].isalnum() or text[end] in "._-$@[]/"):
        end += 1
    name = text[at:end]
    if text[end : end + 1] != ":" or text[end + 1 : end + 2] == ":" or not (name[:1].isalpha() or name[:1] == "."):
        return None
    if name.lower() == "arn" and text[end + 1 : end + 4].lower() == "aws":
        return None
    return name if name.strip(".") else None
