"""Outcomes -> the tables of the data contract."""

from pipeline.export.schema import TABLES, arrow_schema
from pipeline.export.writer import OutputError, TableWriter

__all__ = ["TABLES", "OutputError", "TableWriter", "arrow_schema"]
