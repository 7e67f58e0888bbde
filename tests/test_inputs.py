"""From words on the command line to sources."""

from pathlib import Path

import pytest

from pipeline.run.inputs import InputError, curated_by, list_sources


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("text")
    return path


def test_a_folder_gives_its_files_in_order_and_leaves_hidden_ones_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.pdf", ".git/config"):
        touch(tmp_path / name)
    sources, _ = list_sources([str(tmp_path)])
    assert [source.entry_id for source in sources] == ["c", "b"]


def test_an_id_that_is_taken_is_made_unique_with_a_message(tmp_path: Path) -> None:
    one, two = touch(tmp_path / "a" / "x.pdf"), touch(tmp_path / "b" / "x.html")
    sources, messages = list_sources([str(one), str(two)])
    assert [source.entry_id for source in sources] == ["x", "x-2"]
    assert messages == [f"{two.as_posix()}: the id x is taken, so it is x-2"]


def test_a_sources_file_gives_ids_paths_and_known_values(tmp_path: Path) -> None:
    touch(tmp_path / "d" / "one.pdf")
    table = tmp_path / "sources.csv"
    table.write_text("id,path,url,date\nfirst,d/one.pdf,,2024\nsecond,,https://example.org/a.pdf,\n")
    (first, second), _ = list_sources([str(table)])
    assert (first.entry_id, first.known) == ("first", (("date", "2024"),))
    assert (second.location, second.url) == ("https://example.org/a.pdf", "https://example.org/a.pdf")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,path\nx,y\n", "expected a header with the columns id and url or path"),
        ("id,path,url\nx,,\n", "line 2: expected an id, and a url or a path"),
        ("id,path,url\nx,gone.pdf,\n", "line 2: no such file"),
    ],
)
def test_a_wrong_sources_file_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    table = tmp_path / "sources.csv"
    table.write_text(text)
    with pytest.raises(InputError, match=message):
        list_sources([str(table)])


def test_a_sources_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "sources.csv"
    table.write_bytes("id,path,full_name\nx,x.pdf,Überblick\n".encode("latin-1"))
    with pytest.raises(InputError, match="expected CSV in UTF-8"):
        list_sources([str(table)])


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    with pytest.raises(InputError, match="no files in the folder"):
        list_sources([str(tmp_path)])


def test_a_missing_path_is_refused() -> None:
    with pytest.raises(InputError, match=r"no such file or folder: gone\.pdf"):
        list_sources(["gone.pdf"])


def test_an_address_gives_an_id_from_host_and_path() -> None:
    (source,), _ = list_sources(["https://example.org/docs/a%20b.pdf?x=1"])
    assert source.entry_id == "example.org-docs-a-20b"


def test_a_row_of_a_second_file_is_curated_by_the_page_of_its_own_file(tmp_path: Path) -> None:
    touch(tmp_path / "guide.pdf")
    touch(tmp_path / "page.html")
    rows = "id,path,curated_by\nguide,guide.pdf,page\npage,page.html,\n"
    (tmp_path / "a.csv").write_text(rows)
    (tmp_path / "b.csv").write_text(rows)
    sources, messages = list_sources([str(tmp_path / "a.csv"), str(tmp_path / "b.csv")])
    assert [(source.entry_id, curated_by(source)) for source in sources] == [
        ("guide", "page"),
        ("page", None),
        ("guide-2", "page-2"),
        ("page-2", None),
    ]
    assert len(messages) == 2
