"""The text of an entry cut at every place that something points to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass(slots=True, frozen=True)
class Place:
    """A span of the text that a value, recommendation or instrument stands on."""

    number: int
    start: int
    end: int
    status: str


@dataclass(slots=True, frozen=True)
class Piece:
    """A run of text with the places that cover it all, and those that begin with it."""

    text: str
    places: tuple[int, ...] = ()
    starting: tuple[int, ...] = ()
    status: str = ""


@dataclass(slots=True)
class Passage:
    """A block of the text in pieces; `new_page` is set where a page begins with it."""

    block_id: str
    kind: str
    zone: str
    level: int | None
    new_page: int | None
    pieces: list[Piece]


def cut_passages(text: str, blocks: Iterable[dict[str, Any]], places: Iterable[Place]) -> list[Passage]:
    """The blocks in reading order, cut where a place begins or ends."""
    waiting = sorted(places, key=lambda place: (place.start, place.end), reverse=True)
    open_places: list[Place] = []
    passages = []
    page = None
    for block in blocks:
        start, end = block["start"], block["end"]
        while waiting and waiting[-1].start < end:
            open_places.append(waiting.pop())
        open_places = [place for place in open_places if place.end > start]
        new_page = block["page"] if block["page"] is not None and block["page"] != page else None
        page = block["page"] if block["page"] is not None else page
        passages.append(
            Passage(
                block_id=block["block_id"],
                kind=block["kind"],
                zone=block["zone"],
                level=block["level"],
                new_page=new_page,
                pieces=list(cut_block(text, start, end, open_places)),
            )
        )
    return passages


def cut_block(text: str, start: int, end: int, places: list[Place]) -> Iterator[Piece]:
    """The pieces of text[start:end]; a place begins in the first block that it touches."""
    cuts = {start, end}
    for place in places:
        cuts.add(max(place.start, start))
        cuts.add(min(place.end, end))
    ordered = sorted(cuts)
    for left, right in pairwise(ordered):
        over = [place for place in places if place.start <= left and place.end >= right]
        starting = tuple(place.number for place in over if place.start == left)
        accepted = any(place.status == "accepted" for place in over)
        status = ("accepted" if accepted else "rejected") if over else ""
        yield Piece(text[left:right], tuple(place.number for place in over), starting, status)
