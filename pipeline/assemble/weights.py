"""Weights of the signs by which a term counts: learned on labelled documents, issuers apart.

`python -m benchmarks.folds` learns them and measures what they are worth on issuers not seen. A term
counts when the weighted sum of its features and the bias of the field is above zero.
"""

# Sums of places (as log1p): in headings and titles; in the first words of an item; in a sentence with a
# cue of the field or under a heading with one; in a sentence that lays down a norm; as the one who is
# told what to do; anywhere. Then places for each 10,000 characters, the same of weak words;
# places as a share of those of the most mentioned term; the same of the one most often told what to do.
FEATURES = ("heading", "lead", "cue", "norm", "duty", "body", "density", "weak", "share", "told")

WEIGHTS: dict[str, dict[str, float]] = {
    "principles": {
        "heading": 0.00,
        "lead": 0.44,
        "cue": 0.71,
        "norm": 0.55,
        "duty": 0.43,
        "body": 0.05,
        "density": 2.41,
        "weak": 1.04,
        "share": 0.00,
        "told": 0.00,
    },
    "fundamental_rights": {
        "heading": 1.56,
        "lead": 0.17,
        "cue": 1.22,
        "norm": 0.61,
        "duty": 0.00,
        "body": 0.52,
        "density": 1.68,
        "weak": 3.36,
        "share": 0.00,
        "told": 0.00,
    },
    "law_area": {
        "heading": 1.97,
        "lead": 0.00,
        "cue": 0.71,
        "norm": 0.00,
        "duty": 0.00,
        "body": 0.56,
        "density": 0.20,
        "weak": 0.35,
        "share": 4.34,
        "told": 1.54,
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
        "told": 0.00,
    },
    "addressees": {
        "heading": 0.00,
        "lead": 0.00,
        "cue": 0.44,
        "norm": 0.74,
        "duty": 0.00,
        "body": 0.19,
        "density": 0.29,
        "weak": 0.00,
        "share": 1.90,
        "told": 2.08,
    },
    "project_area": {
        "heading": 0.00,
        "lead": 0.00,
        "cue": 0.34,
        "norm": 0.00,
        "duty": 0.49,
        "body": 0.67,
        "density": 1.58,
        "weak": 0.76,
        "share": 0.00,
        "told": 0.64,
    },
}
BIAS = {
    "principles": -2.33,
    "fundamental_rights": -3.22,
    "law_area": -2.72,
    "ai_systems": -3.98,
    "addressees": -2.33,
    "project_area": -5.93,
}
