"""Evidence to annotation tools and back: Label Studio tasks, W3C Web Annotations."""

from pipeline.exchange.label_studio import export_tasks, label_config, read_labels, to_corrections, to_gold
from pipeline.exchange.web_annotation import export_annotations

__all__ = [
    "export_annotations",
    "export_tasks",
    "label_config",
    "read_labels",
    "to_corrections",
    "to_gold",
]
