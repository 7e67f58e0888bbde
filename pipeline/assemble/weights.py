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
        "lead": 0.56,
        "cue": 0.23,
        "norm": 0.50,
        "duty": 0.16,
        "body": 0.34,
        "density": 2.13,
        "weak": 1.32,
        "share": 0.00,
    },
    "fundamental_rights": {
        "heading": 1.43,
        "lead": 0.39,
        "cue": 1.14,
        "norm": 0.43,
        "duty": 0.00,
        "body": 0.66,
        "density": 1.46,
        "weak": 2.89,
        "share": 0.00,
    },
    "law_area": {
        "heading": 2.21,
        "lead": 0.00,
        "cue": 0.81,
        "norm": 0.00,
        "duty": 0.13,
        "body": 0.46,
        "density": 0.45,
        "weak": 0.37,
        "share": 3.90,
    },
    "ai_systems": {
        "heading": 1.38,
        "lead": 0.19,
        "cue": 0.33,
        "norm": 0.15,
        "duty": 0.00,
        "body": 1.57,
        "density": 0.37,
        "weak": 0.00,
        "share": 0.71,
    },
    "addressees": {
        "heading": 0.00,
        "lead": 0.00,
        "cue": 0.70,
        "norm": 0.66,
        "duty": 0.47,
        "body": 0.00,
        "density": 0.00,
        "weak": 0.00,
        "share": 1.80,
    },
    "project_area": {
        "heading": 0.00,
        "lead": 0.30,
        "cue": 0.00,
        "norm": 0.29,
        "duty": 0.24,
        "body": 0.32,
        "density": 0.55,
        "weak": 1.53,
        "share": 0.65,
    },
}
BIAS = {
    "principles": -2.32,
    "fundamental_rights": -3.19,
    "law_area": -2.80,
    "ai_systems": -4.02,
    "addressees": -1.94,
    "project_area": -4.07,
}
