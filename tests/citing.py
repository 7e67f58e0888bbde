"""Citations as the tests ask for them: the grammar of a language, and the ids that a text cites."""

from functools import lru_cache

from pipeline.annotate.citations import CitationGrammar, build_grammar, find_citations
from pipeline.annotate.citations.component import collect_phrases
from pipeline.vocabulary import load_vocabulary

GDPR, LED, AI_ACT, DSA, DMA = "32016R0679", "32016L0680", "32024R1689", "32022R2065", "32022R1925"


@lru_cache
def grammar(language: str) -> CitationGrammar:
    vocabulary = load_vocabulary()
    return build_grammar(vocabulary.instruments, collect_phrases(vocabulary), language)


def ids(text: str, language: str, kind: str = "binding") -> set[str]:
    found = find_citations(text, grammar(language))
    return {citation.value for citation in found if not citation.context and citation.kind == kind}
