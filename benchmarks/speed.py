"""How fast documents are read, tagged and written, against other readers in the same run; docs/speed.md.

`python -m benchmarks.speed [FOLDER ...]` reads the PDFs of the folders (by default the corpus beside the
project). Every reader reads every page of the same documents, and they take turns at each document, so that
whatever else the machine does slows all of them; pdfplumber takes minutes for what the others do in seconds.
"""

from __future__ import annotations

import argparse
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2

from benchmarks.probes import PROJECT, STAGES, measure_driver, measure_stages, measure_worker
from benchmarks.speed_page import PARSE, PLUMBER, Measure, Speed, write_page
from pipeline.parse.pdf import read_pdf
from pipeline.records import Document, Source
from pipeline.tables import read_tables

ROUNDS = 5
# A whole run or a report takes longer than a reader, and varies less.
RUN_ROUNDS = 3
PDFIUM = "PDFium, plain text"


def default_folders() -> list[Path]:
    """The corpus beside the project, or where SOFTLAW_SHARED says."""
    shared = Path(os.environ.get("SOFTLAW_SHARED", PROJECT.parent / "shared"))
    return [shared / "corpus" / "documents", shared / "corpus" / "unlabelled"]


def find_text_layers(paths: list[Path]) -> dict[Path, int]:
    """The PDFs of which every page has usable text, with their pages: OCR is no matter of parse speed."""
    documents = {path: read(path, path.read_bytes()) for path in paths}
    return {path: document.page_count or 0 for path, document in documents.items() if not document.ocr_pages}


def read(path: Path, data: bytes) -> Document:
    """Our reader."""
    return read_pdf(Source(path.stem, path.name), data)


def read_with_pdfplumber(data: bytes) -> None:
    """pdfplumber's extract_words of all pages."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_words()
            page.close()


def read_with_pdfium(data: bytes) -> None:
    """Plain PDFium text of all pages, without words, fonts or layout."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


# Each reader with the times that it reads a document; pdfplumber once, as it takes twenty times as long.
READERS: dict[str, tuple[int, Callable[[Path, bytes], object]]] = {
    PARSE: (ROUNDS, read),
    PDFIUM: (3, lambda _, data: read_with_pdfium(data)),
    PLUMBER: (1, lambda _, data: read_with_pdfplumber(data)),
}


def measure_readers(counts: dict[Path, int]) -> list[Measure]:
    """Pages a second of processor time of each reader over the same pages, in some rounds."""
    seconds = {name: [0.0] * rounds for name, (rounds, _) in READERS.items()}
    for path in counts:
        data = path.read_bytes()
        for name, (rounds, work) in READERS.items():
            for index in range(rounds):
                start = time.process_time()
                work(path, data)
                seconds[name][index] += time.process_time() - start
    pages = sum(counts.values())
    return [Measure(name, pages, [pages / spent for spent in rounds]) for name, rounds in seconds.items()]


def measure_run(paths: list[Path], folder: Path) -> dict[str, float]:
    """The median seconds of each stage over some whole runs."""
    rounds = [measure_stages(paths, folder / "stages") for _ in range(RUN_ROUNDS)]
    return {stage: statistics.median(seconds[stage] for seconds in rounds) for stage in STAGES}


def measure_workers(counts: dict[Path, int]) -> dict[str, int]:
    """Peak memory of a worker on the largest documents."""
    longest = max(counts, key=lambda path: counts[path])
    heaviest = max(counts, key=lambda path: path.stat().st_size)
    return {
        f"worker, the document with most pages ({counts[longest]})": measure_worker(longest),
        f"worker, the one with most bytes ({heaviest.stat().st_size / 1e6:.1f} MB)": measure_worker(heaviest),
    }


def time_report(run: Path) -> float:
    """Seconds on the clock of `softlaw report` in a process of its own."""
    command = [sys.executable, "-m", "pipeline", "report", str(run)]
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=PROJECT)
    return time.perf_counter() - start


def measure_all(folders: list[Path], counts: dict[Path, int]) -> Speed:
    """All measures: readers, stages, memory, and the report of a run over all documents."""
    speed = Speed(len(counts), sum(counts.values()), measure_readers(counts))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        speed.stages = measure_run(list(counts), folder)
        speed.memory = measure_workers(counts)
        speed.memory["driver, all documents of the folders"] = measure_driver(folders, folder / "run")
        speed.report_seconds = [time_report(folder / "run") for _ in range(RUN_ROUNDS)]
        speed.report_documents = len(read_tables(folder / "run").entries)
    return speed


def main() -> None:
    """Measure and write docs/speed.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders of PDFs")
    parser.add_argument("--out", type=Path, default=PROJECT / "docs" / "speed.md")
    arguments = parser.parse_args()
    folders = [folder.resolve() for folder in arguments.folders or default_folders()]
    paths = sorted(path for folder in folders for path in folder.glob("*.pdf"))
    if not paths:
        parser.error(f"no PDFs in {', '.join(map(str, folders))}")
    page = write_page(measure_all(folders, find_text_layers(paths)))
    arguments.out.write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main()
