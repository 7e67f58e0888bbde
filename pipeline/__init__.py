"""Soft-law documents in, structured and citable entries out."""

__version__ = "0.3.0"
