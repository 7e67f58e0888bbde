"""bytes -> Document: one module a format, one table from media type to reader."""
