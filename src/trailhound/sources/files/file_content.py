"""The way from the bytes of a file to what they say: one document, many, a table, or the whole parts of a wreck."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from trailhound.model.text import inert
from trailhound.sources.files.content import Content
from trailhound.sources.files.documents import Part, read_array, read_collection, read_document
from trailhound.sources.files.place import Place
from trailhound.sources.files.series_csv import is_series, read_series
from trailhound.sources.files.splitting import (
    Scanned,
    is_blank,
    is_json,
    is_swarm,
    items_of,
    lines_of,
    members_of,
    scan,
    scan_list,
)

_LOOKED_AT = 50
_SHOWN = 24


def read_file_content(content: Content, place: Place) -> Iterator[Part]:
    """Read all that a file holds; what is not understood gives a line, and the file's own trouble gives one at the end."""
    data = content.data
    if not content.is_readable or is_blank(data):
        yield place.not_understood(content.complaint or "is empty")
        return
    if is_swarm(data):
        yield place.not_understood("is made of millions of entries that are smaller than any record or datapoint; not read")
        return
    if content.complaint:
        yield from _read_damaged(data, place, content.complaint)
        return
    start = data[:4096].lstrip()[:1]
    if start == b"{" and members_of(data) is not None:
        yield from read_document(data, place)
    elif start == b"[" and items_of(data) is not None:
        yield from read_array(data, place)
    elif is_series(data):
        yield from read_series(data, place)
    elif _is_lines(data):
        yield from read_collection(lines_of(data), place)
    elif start in (b"{", b"["):
        yield from _read_damaged(data, place, "")
    else:
        yield place.not_understood(f'is neither JSON nor a table timestamp,value; it begins with "{inert(_head(data))}"')


def _head(data: bytes) -> str:
    return data[:200].lstrip()[:_SHOWN].decode("utf-8", "replace")


def _is_lines(data: bytes) -> bool:
    """Say whether most of the first lines are objects on their own, as in JSON lines with a bad line among them."""
    first = [line for _, line in islice(lines_of(data), _LOOKED_AT)]
    objects = sum(1 for line in first if line.startswith(b"{") and line.endswith(b"}"))
    return len(first) > 1 and objects * 2 >= len(first)


def _read_damaged(data: bytes, place: Place, complaint: str) -> Iterator[Part]:
    """Save what is whole in a file that ends early, is broken inside, or holds documents without a list around them."""
    if _is_lines(data):
        yield from read_collection((line for line in lines_of(data) if is_json(line[1])), place)
        yield place.not_understood(f"{complaint}; the whole lines before were read")
        return
    scanned = scan(data)
    whole: list[tuple[int, bytes]] = []
    wrecks: list[tuple[int, bytes]] = []
    for number, (_, part) in enumerate(scanned.parts, 1):
        (whole if is_json(part) else wrecks).append((number, part))
    yield from read_collection(iter(whole), place)
    if scanned.open_at is not None or not scanned.parts:
        wrecks.append((len(scanned.parts) + 1, data[scanned.open_at or 0 :]))
    for number, wreck in wrecks:
        yield from _save(wreck, place.at(number) if len(scanned.parts) > 1 else place, complaint)
    if complaint and not wrecks:
        yield place.not_understood(f"{complaint}; what stands before it was read")


def _save(wreck: bytes, place: Place, complaint: str) -> Iterator[Part]:
    """Read the whole entries of one damaged list, and say what the damage is."""
    name, scanned = scan_list(wreck) or ("", None)
    if scanned is None:
        if complaint:
            yield place.not_understood(f"{complaint}; nothing whole stands before it")
        else:
            yield from read_document(wreck, place)
        return
    whole = [(number, part) for number, (_, part) in enumerate(scanned.parts, 1) if is_json(part)]
    if name and whole:
        yield from read_document(b'{"%s":[%s]}' % (name.encode(), b",".join(part for _, part in whole)), place)
    elif whole:
        yield from read_collection(iter(whole), place)
    yield place.not_understood(_damage(scanned, len(whole), complaint))


def _damage(scanned: Scanned, whole: int, complaint: str) -> str:
    saved = f"{whole:,} whole entries before it were read" if whole else "nothing whole stands before it"
    if complaint:
        return f"{complaint}; {saved}"
    if scanned.open_at is not None:
        return f"is cut off or broken in entry {len(scanned.parts) + 1:,}, which begins at byte {scanned.open_at:,}; {saved}"
    bad = len(scanned.parts) - whole
    if bad:
        return f"{bad:,} of its {len(scanned.parts):,} entries are not valid JSON or nested too deep; the others were read"
    if not scanned.is_closed:
        return f"is cut off after entry {len(scanned.parts):,}; {saved}"
    return f"is not valid JSON around its list; the {whole:,} entries in it were read"
