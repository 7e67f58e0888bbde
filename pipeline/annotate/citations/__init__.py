"""Citations of binding law: pure functions over text first, then a spaCy component around them."""

from pipeline.annotate.citations.find import CitationGrammar, build_grammar, find_citations
from pipeline.annotate.citations.model import Citation

__all__ = ["Citation", "CitationGrammar", "build_grammar", "find_citations"]
