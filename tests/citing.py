"""Citations as the tests ask for them: the grammar of a language, and the ids that a text cites."""

from functools import lru_cache

from pipeline.annotate.citations import CitationGrammar, build_grammar, find_citations
from pipeline.vocabulary import load_vocabulary

GDPR, LED, AI_ACT, DSA, DMA = "32016R0679", "32016L0680", "32024R1689", "32022R2065", "32022R1925"


@lru_cache
def grammar(language: str) -> CitationGrammar:
    vocabulary = load_vocabulary()
    phrases = {
        group: tuple(phrase for words in lists.values() for phrase in words)
        for group, lists in vocabulary.phrase_lists["citations"].items()
    }
    return build_grammar(vocabulary.instruments, phrases, language)


def ids(text: str, language: str, kind: str = "binding") -> set[str]:
    found = find_citations(text, grammar(language))
    return {citation.value for citation in found if not citation.context and citation.kind == kind}
