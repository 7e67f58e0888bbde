"""Weights of the signs by which a term counts: learned on labelled documents, issuers apart.

`python -m benchmarks.folds` learns them and measures what they are worth on issuers not seen. A term
counts when the weighted sum of its features and the bias of the field is above zero.
"""

# Sums of places (as log1p): in headings and titles; in the first words of an item; in a sentence with a
# cue of the field or under a heading with one; in a sentence that lays down a norm; as the one who is
# told what to do; anywhere. Then places for each 10,000 characters, the same of weak words, and the
# share of the places of the most mentioned term of the field.
FEATURES = ("heading", "lead", "cue", "norm", "duty", "body", "density", "weak", "share")

WEIGHTS: dict[str, dict[str, float]] = {
    "principles": {
        "heading": 0.00,
        "lead": 0.42,
        "cue": 0.65,
        "norm": 0.40,
        "duty": 0.35,
        "body": 0.26,
        "density": 2.10,
        "weak": 1.28,
        "share": 0.00,
    },
    "fundamental_rights": {
        "heading": 1.64,
        "lead": 0.16,
        "cue": 1.26,
        "norm": 0.69,
        "duty": 0.00,
        "body": 0.43,
        "density": 1.55,
        "weak": 2.99,
        "share": 0.00,
    },
    "law_area": {
        "heading": 2.06,
        "lead": 0.00,
        "cue": 0.69,
        "norm": 0.00,
        "duty": 0.00,
        "body": 0.51,
        "density": 0.53,
        "weak": 0.38,
        "share": 3.99,
    },
    "ai_systems": {
        "heading": 1.86,
        "lead": 0.30,
        "cue": 0.57,
        "norm": 0.38,
        "duty": 0.00,
        "body": 1.29,
        "density": 0.79,
        "weak": 0.00,
        "share": 0.00,
    },
    "addressees": {
        "heading": 0.00,
        "lead": 0.00,
        "cue": 0.38,
        "norm": 0.74,
        "duty": 0.44,
        "body": 0.17,
        "density": 0.00,
        "weak": 0.00,
        "share": 1.64,
    },
    "project_area": {
        "heading": 0.00,
        "lead": 0.02,
        "cue": 0.09,
        "norm": 0.24,
        "duty": 0.32,
        "body": 0.58,
        "density": 0.44,
        "weak": 1.46,
        "share": 0.95,
    },
}
BIAS = {
    "principles": -2.27,
    "fundamental_rights": -3.17,
    "law_area": -3.41,
    "ai_systems": -3.98,
    "addressees": -2.16,
    "project_area": -4.46,
}
