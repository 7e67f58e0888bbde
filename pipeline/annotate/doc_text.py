"""The text of a Doc, joined once: spaCy joins all tokens anew at every `doc.text`."""

from __future__ import annotations

from spacy.tokens import Doc

KEY = "softlaw_text"


def text_of_doc(doc: Doc) -> str:
    """The text of a Doc; components share it (a twentieth of a second for 50,000 tokens each time)."""
    text: str | None = doc.user_data.get(KEY)
    if text is None:
        text = doc.user_data[KEY] = doc.text
    return text
