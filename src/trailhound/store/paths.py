"""Looking into the records themselves, for filters that name a path such as ``requestParameters.groupId``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from trailhound.cloudtrail.envelope import open_record
from trailhound.languages.query.matching import test_for
from trailhound.languages.query.query import Term


def fits_record(term: Term, record: bytes) -> bool:
    """Say whether a record has a value at the path of a term that fits, before any negation.

    Member names compare in any case; a list is entered at every place. A record is taken out of the
    envelope it came in. One that is nested absurdly deep at that place does not fit.
    """
    keys = [key.casefold() for key in (term.field or "").split(".") if key]
    # Decoding is the cost here, and most records do not even mention the member.
    if keys[-1].isascii() and keys[-1].encode() not in record.lower() and b"\\" not in record:
        return False
    tests = [test_for(term, value).fits for value in term.values]
    try:
        return any(test(text) for text in texts_at(record, keys) for test in tests)
    except RecursionError:
        return False


def texts_at(record: bytes, keys: Sequence[str]) -> Iterator[str]:
    """Give the texts of all values at a path of case-folded member names; numbers and lists as JSON writes them."""
    for value in _walk(open_record(record), keys):
        yield value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _walk(value: object, keys: Sequence[str]) -> Iterator[object]:
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, keys)
    elif not keys:
        yield value
    elif isinstance(value, Mapping):
        for name, member in value.items():
            if name.casefold() == keys[0]:
                yield from _walk(member, keys[1:])
