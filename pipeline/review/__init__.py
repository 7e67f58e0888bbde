"""What a person should look at first: the values of a run in order of doubt."""

from pipeline.review.queue import Doubt, list_doubts

__all__ = ["Doubt", "list_doubts"]
