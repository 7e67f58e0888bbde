"""Soft-law documents in, structured and citable entries out."""

__version__ = "0.1.0"
