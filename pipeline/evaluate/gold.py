"""Reads gold files: one JSON object a document, named by its `slug`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Gold = dict[str, Any]

TAGS = (
    "project_area",
    "law_area",
    "ai_systems",
    "fundamental_rights",
    "principles",
    "addressees",
)
REQUIRED = ("slug", "is_soft_law", "full_name", "enacting_body")


class GoldError(Exception):
    """A gold folder or file cannot be used; the message names it and what was expected."""


def read_gold(folder: Path) -> list[Gold]:
    """The gold files of a folder in order of their name. Raises GoldError."""
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise GoldError(f"{folder} holds no gold: expected JSON files in it")
    golds = [read_file(path) for path in paths]
    slugs = [gold["slug"] for gold in golds]
    twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    if twice:
        raise GoldError(f"{folder}: two files are about {twice[0]}")
    return golds


def read_file(path: Path) -> Gold:
    """One gold file, checked for what the scores cannot do without."""
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise GoldError(f"{path}: no JSON: {error}") from error
    missing = [key for key in REQUIRED if key not in gold]
    if missing:
        raise GoldError(f"{path}: {missing[0]} is missing")
    for field in TAGS:
        tags = gold.setdefault(field, {"must": [], "may": []})
        if set(tags) != {"must", "may"}:
            raise GoldError(f"{path}: {field}: expected the lists must and may")
    return dict(gold)
