"""What a person should look at first: the values of a run in order of doubt."""

from pipeline.review.calibration import Calibration, CalibrationError, read_calibration
from pipeline.review.queue import Doubt, list_doubts

__all__ = ["Calibration", "CalibrationError", "Doubt", "list_doubts", "read_calibration"]
