"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from game import files


def test_a_file_is_written_as_it_is(tmp_path: Path) -> None:
    files.write(tmp_path / "a.txt", "one\r\ntwo\n\u00e4")
    assert (tmp_path / "a.txt").read_bytes() == b"one\r\ntwo\n\xc3\xa4"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_where_writing_fails_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("old")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        files.write(tmp_path / "a.txt", "new")
    assert (tmp_path / "a.txt").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    link = tmp_path / "link.txt"
    try:
        link.symlink_to(tmp_path / "real.txt")
    except OSError:
        pytest.skip("no links here")
    files.write(link, "new")
    assert link.is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


@pytest.mark.skipif(os.name == "nt", reason="devices are no files there")
def test_a_device_is_written_to_and_stays() -> None:
    files.write(Path(os.devnull), "gone")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("text", ["x = " + "[" * 5_000, "x" + ".x" * 200_000 + " = 1", "[x" + ".x" * 200_000 + "]"])
def test_toml_nested_without_end_is_refused_at_once(text: str) -> None:
    with pytest.raises(ValueError, match="too deep"):
        files.toml(text)
