"""Tests on single values: what "fits" means for each kind of field.

Every test is linear in the text it reads (times the length of a stretch with ``?``): no pattern can make it hang.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from trailhound.languages.query.checks import Network, network
from trailhound.languages.query.fields import Field, FieldKind, field_named
from trailhound.languages.query.query import Term, Value
from trailhound.model.event import is_refusal

_SUFFIX = ".amazonaws.com"


@dataclass(frozen=True, slots=True)
class ValueTest:
    """A test of one text.

    ``needle`` is a text that every fitting value contains, both case-folded ("" if there is none): look for it first, it
    is cheap. If ``is_needle_enough``, whatever contains it fits. Folding is by letter (``str.casefold``; ``str.lower``
    is not, it knows a final sigma), so a part of a text is a part of the folded text.
    """

    fits: Callable[[str], bool]
    needle: str = ""
    is_needle_enough: bool = False


def test_for(term: Term, value: Value) -> ValueTest:
    """Make the test of one value of a text term: a free word, a path, or a field that compares text.

    The test is for a single text: a column that holds several (``targets``) is tested line by line.
    """
    field = None if term.field is None or term.is_path else field_named(term.field)
    if field is None:
        return text_test(value)
    return _field_test(field, value)


def _field_test(field: Field, value: Value) -> ValueTest:
    if field.name == "refused":
        is_wanted = value.text.lower() == "yes"
        return ValueTest(lambda text: is_refusal(text) == is_wanted)
    if field.kind is FieldKind.ERROR and not value.is_exact:
        if value.text.lower() == "none":
            return ValueTest(lambda text: not text)
        if value.wild and not value.text.strip("*"):
            return ValueTest(bool)
    if field.kind is FieldKind.NETWORK and not value.is_exact:
        found = network(value)
        if found is not None:
            return _network_test(found)
    if field.name == "service":
        return _service_test(value)
    return text_test(value, is_whole=field.kind is FieldKind.SAME)


def text_test(value: Value, is_whole: bool = False) -> ValueTest:
    """Make a test of text, in any case: a part of it, or all of it if the value is exact, has wildcards or must be whole."""
    wanted = value.text.casefold()
    if value.wild:
        return ValueTest(wildcard(value), max((piece.casefold() for piece in value.literals), key=len))
    if value.is_exact or is_whole:
        return ValueTest(lambda text: text.casefold() == wanted, wanted)
    return ValueTest(lambda text: wanted in text.casefold(), wanted, is_needle_enough=True)


def _service_test(value: Value) -> ValueTest:
    text, wild = value.text, value.wild
    if text.lower().endswith(_SUFFIX) and len(text) > len(_SUFFIX):
        text = text[: -len(_SUFFIX)]
    inner = text_test(Value(text, tuple(place for place in wild if place < len(text)), value.is_exact))
    fits = inner.fits
    return ValueTest(lambda source: fits(source.removesuffix(_SUFFIX)), inner.needle)


def _network_test(wanted: Network) -> ValueTest:
    def fits(text: str) -> bool:
        try:
            address = ipaddress.ip_address(text)
        except ValueError:
            return False
        mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
        return address in wanted or (mapped is not None and "." in text and mapped in wanted)

    if wanted.version == 6:
        return ValueTest(fits, ":")
    # The octets that all addresses of the network share; an IPv4 address inside an IPv6 one counts if it has dots.
    octets = f"{wanted.network_address}.".split(".")[: wanted.prefixlen // 8]
    return ValueTest(fits, ".".join([*octets, ""]) if len(octets) < 4 else ".".join(octets))


def wildcard(value: Value) -> Callable[[str], bool]:
    """Make a test of the whole text against a pattern with wildcards, in any case, without backtracking.

    Between two ``*`` the first place that fits is always right, so each stretch is looked for once, left to right.
    """
    stretches = _stretches(value)
    if len(stretches) == 1:
        whole = stretches[0]
        return lambda text: whole.match(text.casefold(), 0) == len(text.casefold())
    first, *middle, last = stretches

    def fits(text: str) -> bool:
        text = text.casefold()
        at = first.match(text, 0)
        for stretch in middle:
            if at < 0:
                return False
            at = stretch.search(text, at)
        ending = len(text) - last.length
        return 0 <= at <= ending and last.match(text, ending) == len(text)

    return fits


class _Stretch:
    """A piece of a pattern without ``*``; ``?`` stands for one character, so all that fits it has one length."""

    def __init__(self, letters: str, any_at: frozenset[int]) -> None:
        self.length = len(letters)
        self._letters = letters
        source = "".join("." if place in any_at else re.escape(letter) for place, letter in enumerate(letters))
        self._pattern = re.compile(source, re.DOTALL) if any_at else None

    def match(self, text: str, at: int) -> int:
        """Give the place after the piece if it stands here, else -1."""
        if self._pattern is None:
            return at + self.length if text.startswith(self._letters, at) else -1
        return at + self.length if self._pattern.match(text, at) else -1

    def search(self, text: str, at: int) -> int:
        """Give the place after the first such piece from here on, else -1."""
        if self._pattern is None:
            found = text.find(self._letters, at)
            return found + self.length if found >= 0 else -1
        match = self._pattern.search(text, at)
        return match.end() if match else -1


def _stretches(value: Value) -> list[_Stretch]:
    stars = [place for place in value.wild if value.text[place] == "*"]
    edges = (-1, *stars, len(value.text))
    made = []
    for before, after in pairwise(edges):
        piece = value.text[before + 1 : after]
        marks = {place - before - 1 for place in value.wild if before < place < after}
        # Folding may make two letters of one ("ß"), so the marks move along.
        folded = [letter.casefold() for letter in piece]
        any_at = frozenset(sum(map(len, folded[:mark])) for mark in marks)
        made.append(_Stretch("".join(folded), any_at))
    return made
