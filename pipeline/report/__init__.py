"""Tables of a run -> a static site for people, opened from disk: index, charts, one page an entry."""

from pipeline.report.site import write_report

__all__ = ["write_report"]
