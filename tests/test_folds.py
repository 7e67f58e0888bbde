"""Learning the weights of tags, issuers left out."""

import numpy as np
import pytest

from benchmarks.folds import Samples, best_line, f1, learn, leave_issuers_out, measure


@pytest.fixture
def samples() -> Samples:
    """Ten issuers with two terms each: the one that is mentioned often is wanted."""
    often = np.array([[2.0 + number / 10] for number in range(10)])
    once = np.array([[0.2 + number / 100] for number in range(10)])
    wanted = np.array([True] * 10 + [False] * 10)
    return Samples(
        features=np.vstack([often, once]),
        terms=np.array(["safety"] * 10 + ["justice"] * 10),
        must=wanted,
        may=np.zeros(20, dtype=bool),
        issuers=np.array([f"issuer{number % 10}" for number in range(20)]),
        measured=np.ones(20, dtype=bool),
    )


def test_a_sign_of_wanted_terms_gets_weight(samples: Samples) -> None:
    model = learn("project_area", samples)
    assert model.weights[0] > 0
    assert ((model.score(samples) > 0) == samples.must).all()


def test_a_term_that_is_always_wanted_gets_odds(samples: Samples) -> None:
    odds = learn("principles", samples).odds
    assert odds["safety"] > 0 > odds["justice"]


def test_fields_without_a_ridge_for_odds_have_none(samples: Samples) -> None:
    assert learn("ai_systems", samples).odds == {}


def test_an_issuer_is_scored_by_what_others_taught(samples: Samples) -> None:
    assert (leave_issuers_out("project_area", samples, 0) == samples.must).all()


def test_the_line_leaves_no_list_without_care(samples: Samples) -> None:
    scores = np.arange(20.0)
    samples.must = scores < 2
    assert (scores >= best_line(samples, scores, 1.65)).sum() <= 3


def test_a_may_value_is_right_but_not_wanted(samples: Samples) -> None:
    samples.may = ~samples.must
    precision, recall = measure(samples, np.ones(20, dtype=bool))
    assert (precision, recall, f1(precision, recall)) == (1.0, 1.0, 1.0)
