"""How fast documents are read, against other readers on the same pages in the same run; docs/speed.md.

`python -m benchmarks.speed [FOLDER ...]` reads the PDFs of the folders (by default the corpus beside the
project). pdfplumber takes minutes for what the others do in seconds, so it reads every tenth page.
"""

from __future__ import annotations

import argparse
import io
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pypdfium2

from pipeline.parse.pdf import read_pdf
from pipeline.records import Document, Source
from pipeline.run import list_sources, load_models, map_sources, write_outcomes

PROJECT = Path(__file__).resolve().parent.parent
ROUNDS = 5
STEP = 10
MEMORY_PROBE = "import sys; from benchmarks.speed import probe_memory; probe_memory(sys.argv[1])"


@dataclass(slots=True)
class Measure:
    """Pages a second of one reader: the median of its rounds, the slowest and the fastest."""

    name: str
    pages: int
    rates: list[float]

    def row(self) -> str:
        """A row of the table."""
        middle, low, high = statistics.median(self.rates), min(self.rates), max(self.rates)
        return f"| {self.name} | {self.pages} | {len(self.rates)} | {middle:.1f} | {low:.1f}–{high:.1f} |"


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


def find_text_layers(paths: list[Path]) -> dict[Path, bytes]:
    """The PDFs of which every page has usable text: OCR is no matter of parse speed."""
    loaded = {path: path.read_bytes() for path in paths}
    return {path: data for path, data in loaded.items() if not read(path, data).ocr_pages}


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


def run_whole(paths: list[Path]) -> None:
    """Everything that `softlaw run` does: parse, tag, assemble, write."""
    sources, _ = list_sources([str(path) for path in paths])
    models = load_models()
    with tempfile.TemporaryDirectory() as folder:
        write_outcomes(map_sources(sources, models), Path(folder) / "out", models.vocabulary, lambda _: None)


def probe_memory(path: str) -> None:
    """In a process of its own: the whole way of one document; prints the peak memory in MB."""
    run_whole([Path(path)])
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def peak_memory(path: Path) -> int:
    """Peak memory in MB of a worker that reads one document."""
    command = [sys.executable, "-c", MEMORY_PROBE, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT)
    return int(done.stdout.split()[-1])


def measure_all(texts: dict[Path, bytes]) -> list[Measure]:
    """The table: our reader, the whole run and the two others."""
    counts = {path: read(path, data).page_count or 0 for path, data in texts.items()}
    sample = {path: list(every_tenth(data)) for path, data in texts.items()}
    pages, some = sum(counts.values()), sum(map(len, sample.values()))
    items = list(texts.items())
    return [
        measure("parse", pages, ROUNDS, lambda: [read(*item) for item in items]),
        measure("whole run", pages, 1, lambda: run_whole(list(texts))),
        measure("PDFium, plain text", pages, 3, lambda: [read_with_pdfium(data) for data in texts.values()]),
        measure(
            "PDFium, plain text, every tenth page",
            some,
            3,
            lambda: [read_with_pdfium(data, sample[path]) for path, data in items],
        ),
        measure(
            "pdfplumber extract_words, every tenth page",
            some,
            1,
            lambda: [read_with_pdfplumber(data, sample[path]) for path, data in items],
        ),
    ]


def write_page(measures: list[Measure], memory: dict[str, int], documents: int) -> str:
    """docs/speed.md."""
    rate = {item.name: statistics.median(item.rates) for item in measures}
    slow = rate["pdfplumber extract_words, every tenth page"]
    rows = "\n".join(item.row() for item in measures)
    peaks = "\n".join(f"| {name} | {peak} |" for name, peak in memory.items())
    return f"""# Speed

Written by `make bench`: {documents} PDFs with a text layer, one core, processor time; Python
{platform.python_version()}, {platform.machine()}. Pages that need OCR are left out.

| reader | pages | rounds | pages/s, median | slowest–fastest |
|---|---|---|---|---|
{rows}

Parse is {rate["parse"] / slow:.0f} times as fast as pdfplumber's `extract_words`.

| document | peak memory of the whole run, MB |
|---|---|
{peaks}
"""


def main() -> None:
    """Measure and write docs/speed.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders of PDFs")
    parser.add_argument("--out", type=Path, default=PROJECT / "docs" / "speed.md")
    arguments = parser.parse_args()
    folders = arguments.folders or default_folders()
    paths = sorted(path for folder in folders for path in folder.glob("*.pdf"))
    if not paths:
        parser.error(f"no PDFs in {', '.join(map(str, folders))}")
    texts = find_text_layers(paths)
    measures = measure_all(texts)
    largest = max(texts, key=lambda path: read(path, texts[path]).page_count or 0)
    memory = {"the one with most pages": peak_memory(largest)}
    heaviest = max(texts, key=lambda path: len(texts[path]))
    memory["the one with most bytes"] = peak_memory(heaviest)
    page = write_page(measures, memory, len(texts))
    arguments.out.write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main()
