"""Lines of a page -> columns, tables, paragraphs, lists, headings, footnotes and furniture."""
