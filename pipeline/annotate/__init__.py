"""Document -> Mentions: the only home of spaCy.

`build_pipeline` makes the pipeline of one language; written to disk it is `models/<lang>_softlaw`.
"""

from pipeline.annotate.mentions import annotate_document
from pipeline.annotate.model import build_pipeline, load_pipeline

__all__ = ["annotate_document", "build_pipeline", "load_pipeline"]
