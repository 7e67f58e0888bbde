"""`softlaw blocks`: what the reader saw in a file, as text and drawn on the pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def blocks(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="PDF, HTML or text file.")],
    page: Annotated[list[int] | None, typer.Option("--page", help="Only this page; may be repeated.")] = None,
    image: Annotated[
        Path | None,
        typer.Option("--image", help="Folder for pictures of the pages with the blocks drawn on them."),
    ] = None,
) -> None:
    """Print the blocks of a document with their kinds; --image draws them on the pages of a PDF."""
    from pipeline.parse import ParseError, read_document
    from pipeline.parse.drawing import describe_blocks, draw_page
    from pipeline.records import Source
    from pipeline.vocabulary import load_vocabulary

    if not file.is_file():
        raise typer.BadParameter(f"{file} is no file")
    data = file.read_bytes()
    try:
        document = read_document(Source(file.stem, str(file)), data, load_vocabulary())
    except ParseError as error:
        raise typer.BadParameter(f"{file} cannot be read ({error.code}): {error.reason}") from error
    for number in page or ():
        if not 1 <= number <= (document.page_count or 0):
            raise typer.BadParameter(f"{file} has no page {number}; it has {document.page_count or 'none'}")
    typer.echo("\n".join(describe_blocks(document, page or ())))
    if image is None:
        return
    if document.page_count is None:
        raise typer.BadParameter(f"--image needs a PDF; {file} is {document.media_type}")
    image.mkdir(parents=True, exist_ok=True)
    for number in page or range(1, document.page_count + 1):
        draw_page(document, data, number).save(image / f"{file.stem}-{number:04d}.png")
