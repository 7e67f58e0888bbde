"""Outcomes -> the tables of the data contract."""

from pipeline.export.errors import OutputError
from pipeline.export.schema import TABLES, arrow_schema
from pipeline.export.writer import TableWriter

__all__ = ["TABLES", "OutputError", "TableWriter", "arrow_schema"]
