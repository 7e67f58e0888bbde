"""How fast documents are read, tagged and written, against other readers in the same run; docs/speed.md.

`python -m benchmarks.speed [FOLDER ...]` reads the PDFs of the folders (by default the corpus beside the
project). pdfplumber takes minutes for what the others do in seconds, so it reads every tenth page.
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
from collections.abc import Callable, Iterator
from pathlib import Path

import pdfplumber
import pypdfium2

from benchmarks.probes import PROJECT, STAGES, measure_driver, measure_stages, measure_worker
from benchmarks.speed_page import PLUMBER, Measure, Speed, write_page
from pipeline.parse.pdf import read_pdf
from pipeline.records import Document, Source
from pipeline.tables import read_tables

ROUNDS = 5
# A whole run or a report takes longer than a reader, and varies less.
RUN_ROUNDS = 3
STEP = 10


def default_folders() -> list[Path]:
    """The corpus beside the project, or where SOFTLAW_SHARED says."""
    shared = Path(os.environ.get("SOFTLAW_SHARED", PROJECT.parent / "shared"))
    return [shared / "corpus" / "documents", shared / "corpus" / "unlabelled"]


def measure(name: str, pages: int, rounds: int, work: Callable[[], object]) -> Measure:
    """Do the work some times and keep the pages a second of processor time."""
    rates = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        rates.append(pages / (time.process_time() - start))
    return Measure(name, pages, rates)


def find_text_layers(paths: list[Path]) -> dict[Path, int]:
    """The PDFs of which every page has usable text, with their pages: OCR is no matter of parse speed."""
    documents = {path: read(path, path.read_bytes()) for path in paths}
    return {path: document.page_count or 0 for path, document in documents.items() if not document.ocr_pages}


def read(path: Path, data: bytes) -> Document:
    """Our reader."""
    return read_pdf(Source(path.stem, path.name), data)


def every_tenth(data: bytes) -> Iterator[int]:
    """The pages that the slow reader reads; not the covers, which are quickly read."""
    document = pypdfium2.PdfDocument(data)
    yield from range(min(STEP // 2, len(document) - 1), len(document), STEP)
    document.close()


def read_with_pdfplumber(data: bytes, numbers: list[int]) -> None:
    """pdfplumber's extract_words of some pages."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        for number in numbers:
            document.pages[number].extract_words()
            document.pages[number].close()


def read_with_pdfium(data: bytes, numbers: list[int] | None = None) -> None:
    """Plain PDFium text of some or all pages, without words, fonts or layout."""
    document = pypdfium2.PdfDocument(data)
    for number in numbers if numbers is not None else range(len(document)):
        document[number].get_textpage().get_text_range()
    document.close()


def measure_readers(counts: dict[Path, int]) -> list[Measure]:
    """Our reader and the two others over the same pages."""
    texts = {path: path.read_bytes() for path in counts}
    sample = {path: list(every_tenth(data)) for path, data in texts.items()}
    pages, some = sum(counts.values()), sum(map(len, sample.values()))
    items = list(texts.items())
    return [
        measure("parse", pages, ROUNDS, lambda: [read(*item) for item in items]),
        measure("PDFium, plain text", pages, 3, lambda: [read_with_pdfium(data) for data in texts.values()]),
        measure(
            "PDFium, plain text, every tenth page",
            some,
            3,
            lambda: [read_with_pdfium(data, sample[path]) for path, data in items],
        ),
        measure(PLUMBER, some, 1, lambda: [read_with_pdfplumber(data, sample[path]) for path, data in items]),
    ]


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
