"""What a change of rules gained, lost and altered between two runs, by entry and field, with evidence."""

from pipeline.diff.compare import COMPARED, Change, compare_runs
from pipeline.diff.show import format_text, render_html

__all__ = ["COMPARED", "Change", "compare_runs", "format_text", "render_html"]
