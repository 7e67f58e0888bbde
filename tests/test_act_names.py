"""The usual names of EU acts from their CELEX numbers."""

import pytest

from pipeline.assemble.act_names import name_act


@pytest.mark.parametrize(
    ("celex", "printed", "name"),
    [
        ("32014R0223", "REGULATION (EU) No 223/2014", "Regulation (EU) No 223/2014"),
        ("31998L0034", "98/34/EC", "Directive 98/34/EC"),
        ("31991L0674", "91/674/CEE", "Directive 91/674/EEC"),
        ("32009D1041", "Decision No 1041/2009/EC", "Decision No 1041/2009/EC"),
        ("32013D0755", "Council Decision 2013/755/EU", "Decision 2013/755/EU"),
        ("32008F0977", "Framework Decision 2008/977/JHA", "Framework Decision 2008/977/JHA"),
        ("31995R2988", "(EC, Euratom) No 2988/95", "Regulation (EC, Euratom) No 2988/95"),
        ("32018R1063", "Commission Delegated Regulation (EU) 2018/1063", "Regulation (EU) 2018/1063"),
        ("31992R2913", "32_1992R", "Regulation (EEC) No 2913/92"),
        ("52021PC0206", "COM (2021)206", "COM(2021) 206"),
        ("crpd", "the Convention", None),
    ],
)
def test_an_act_that_the_vocabulary_does_not_know_has_its_usual_name(celex, printed, name):
    assert name_act(celex, printed) == name
