"""The public originals of the training files, read in the shapes that their authors publish."""

from __future__ import annotations

import csv
import gzip
import html
import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TextIO

from classifier.data.emotions import EMOTIONS, fold
from classifier.data.labelled_csv import DatasetError, lines, records

MENTION = re.compile(r"(?<!\w)@\w+")
LINK = re.compile(r"(?:https?://|www\.)\S+")


@dataclass(frozen=True, slots=True)
class Converted:
    """The rows of a training file under its column names, and how many were left out, and why."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    left_out: Counter[str]


def convert(original: str, path: Path) -> Converted:
    """Read the original named by one of `ORIGINALS` from `path`.

    Raises:
        DatasetError: there is no such file at `path`, it is damaged, or it holds none of the rows.
    """
    try:
        converted = ORIGINALS[original][0](path)
    except (
        OSError,
        EOFError,
        zlib.error,
        zipfile.BadZipFile,
        RuntimeError,  # a zip with a password
        NotImplementedError,  # or packed in a rare way
    ) as error:
        raise DatasetError(f"{path} cannot be read: {error}.") from error
    if not converted.rows:
        raise DatasetError(f"{path} holds no row of {original}. Is it the right file?")
    return converted


def sentiment140(path: Path) -> Converted:
    """Stanford's `trainingandtestdata.zip`, or the training CSV in it, as the article's file.

    The CSV is Latin-1, without a header: "polarity" (0 negative, 4 positive), "id", "date",
    "query", "user", "text"; see http://help.sentiment140.com/for-students. The result is sorted
    by text; mentions read USER and links URL; a text that occurs with both labels is left out.
    """
    left_out: Counter[str] = Counter()

    def labelled() -> Iterator[tuple[str, str]]:
        wanted = re.compile(r"training\.[\w.]+\.csv")
        for _, handle in _files(
            path, wanted, "latin-1", "training.1600000.processed.noemoticon.csv"
        ):
            for record in records(lines(handle, left_out), left_out):
                if len(record) != 6 or record[0] not in ("0", "4"):
                    left_out["not a row of six columns with polarity 0 or 4"] += 1
                    continue
                text = LINK.sub("URL", MENTION.sub("USER", html.unescape(record[5])))
                yield " ".join(text.split()), "1" if record[0] == "4" else "0"

    texts = _one_label_each(labelled(), left_out)
    rows = [
        (str(number), label, "Sentiment140", text)
        for number, (text, label) in enumerate(sorted(texts.items()), 1)
    ]
    return Converted(("ItemID", "Sentiment", "SentimentSource", "SentimentText"), rows, left_out)


def semeval(path: Path) -> Converted:
    """SemEval-2017 task 4's English download (a zip or its folder): the files of subtask A.

    They are `twitter-2013train-A.txt` and its like: id, label, text, parted by tabs, some with a
    tab too many at the end, some with quotes and letters escaped (`\\u2019`, `\\""`). Tweets that
    could no longer be had read "Not Available". The same tweet may stand in several years.
    """
    left_out: Counter[str] = Counter()
    splits: dict[str, str] = {}

    def labelled() -> Iterator[tuple[str, str]]:
        wanted = re.compile(r"twitter-\d{4}\w+-A\.(?:txt|tsv)")
        for name, handle in _files(path, wanted, "utf-8-sig", "twitter-2016train-A.txt"):
            year = re.match(r"twitter-(\d{4}\w+)-A\.", name)
            split = year[1] if year else name
            for line in lines(handle, left_out):
                _, named, *rest = [*line.rstrip("\r\n\t").split("\t"), ""]
                label = SEMEVAL_LABELS.get(named.strip('"').lower())
                text = " ".join(_unescaped(" ".join(rest).strip()).split())
                if label is None:
                    left_out["not a row of id, label and text"] += 1
                elif not text or text == "Not Available":
                    left_out["no longer available"] += 1
                else:
                    splits.setdefault(text, split)
                    yield text, label

    texts = _one_label_each(labelled(), left_out)
    rows = [(text, label, splits[text]) for text, label in texts.items()]
    return Converted(("text", "label", "split"), rows, left_out)


SEMEVAL_LABELS = {
    "negative": "negative",
    "neutral": "neutral",
    "positive": "positive",
    "objective": "neutral",
    "objective-or-neutral": "neutral",
}


def _unescaped(text: str) -> str:
    r"""`\u2019` as the character it names, `\""` as a quote, no quotes around it all."""
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    text = re.sub(r'\\?"+', '"', text.replace("\\n", " "))
    return html.unescape(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def goemotions(path: Path) -> Converted:
    """GoEmotions by google-research: `train.tsv`, or the raw `goemotions_1.csv` to `_3.csv`.

    PATH is one file, or the folder (or zip) that holds them; `train.tsv` is taken where there are
    both. Its lines are text, label numbers, id, parted by tabs. A raw line is one rater's opinion
    of a text: an emotion counts when two raters or more saw it, as in the paper
    (https://arxiv.org/abs/2005.00547).
    """
    left_out: Counter[str] = Counter()
    wanted = re.compile(r"train\.tsv|goemotions_\d\.csv")
    filtered: list[tuple[str, set[str]]] = []
    votes: dict[str, tuple[str, Counter[str]]] = {}
    for name, handle in _files(path, wanted, "utf-8-sig", "train.tsv or goemotions_1.csv"):
        if name.endswith("tsv"):
            filtered += _filtered(lines(handle, left_out), left_out)
        else:
            _count_votes(records(lines(handle, left_out), left_out), votes, left_out)
    agreed = filtered or [
        (text, {emotion for emotion, raters in seen.items() if raters >= AGREED})
        for text, seen in votes.values()
    ]

    def labelled() -> Iterator[tuple[str, str]]:
        for text, emotions in agreed:
            mood = fold(emotions)
            if not emotions:
                left_out["no emotion that two raters saw"] += 1
            elif mood is None:
                left_out["ambiguous or mixed emotions"] += 1
            else:
                yield " ".join(text.split()), mood

    texts = _one_label_each(labelled(), left_out)
    return Converted(("text", "label"), list(texts.items()), left_out)


def _filtered(rows: Iterable[str], left_out: Counter[str]) -> Iterator[tuple[str, set[str]]]:
    """Text and emotions from lines like "I love it<tab>18<tab>eew5j0j"."""
    names = list(EMOTIONS)
    for row in rows:
        fields = row.rstrip("\r\n").split("\t")
        numbers = fields[1].split(",") if len(fields) == 3 else []
        if not numbers or not all(n.isdecimal() and int(n) < len(EMOTIONS) for n in numbers):
            left_out["not a row of text, label numbers and id"] += 1
            continue
        yield fields[0], {names[int(number)] for number in numbers}


def _count_votes(
    rows: Iterator[list[str]],
    votes: dict[str, tuple[str, Counter[str]]],
    left_out: Counter[str],
) -> None:
    """Add one raw file's opinions to `votes`: a text's id to its text and the votes it got."""
    header = next(rows, [])
    missing = {"text", "id", *EMOTIONS} - set(header)
    if missing:
        raise DatasetError(
            f"A raw file of GoEmotions lacks the columns {', '.join(sorted(missing))}."
        )
    for row in rows:
        if len(row) != len(header):
            left_out["wrong number of columns"] += 1
            continue
        named = dict(zip(header, row, strict=True))
        _, seen = votes.setdefault(named["id"], (named["text"], Counter()))
        seen.update(emotion for emotion in EMOTIONS if named[emotion] == "1")


AGREED = 2  # raters who must have seen an emotion


def write(converted: Converted, path: Path) -> None:
    """Write a training file; gzipped where the name ends in `.gz`, the same bytes each time.

    Raises:
        DatasetError: the file cannot be written.
    """
    content = io.StringIO(newline="")
    writer = csv.writer(content, lineterminator="\n")
    writer.writerow(converted.columns)
    writer.writerows(converted.rows)
    packed = content.getvalue().encode()
    if path.suffix == ".gz":
        packed = gzip.compress(packed, mtime=0)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(packed)
    except OSError as error:
        raise DatasetError(f"{path} cannot be written: {error.strerror}.") from error


def _files(
    path: Path, wanted: re.Pattern[str], encoding: str, example: str
) -> Iterator[tuple[str, TextIO]]:
    """Open, one after the other by name, the wanted files of a folder or zip, or `path` itself.

    `example` is what a wanted file is called, for the words when there is none.
    """
    found = False
    for name, opened in _found(path, wanted):
        found = True
        with opened as binary:
            yield name, io.TextIOWrapper(binary, encoding, errors="replace", newline="\n")
    if not found:
        missing = "holds no such file" if path.exists() else "does not exist"
        raise DatasetError(f"{path} {missing}: expected was {example}, or a folder or zip with it.")


def _found(path: Path, wanted: re.Pattern[str]) -> Iterator[tuple[str, IO[bytes]]]:
    if path.is_file() and zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for member in sorted(archive.namelist()):
                name = member.rpartition("/")[2]
                if wanted.fullmatch(name):
                    yield name, archive.open(member)
    elif path.is_file():
        yield path.name, path.open("rb")
    else:
        for file in sorted(path.rglob("*")):
            if wanted.fullmatch(file.name):
                yield file.name, file.open("rb")


def _one_label_each(labelled: Iterable[tuple[str, str]], left_out: Counter[str]) -> dict[str, str]:
    """Text → label, each text once; a text with several labels is left out."""
    labels: dict[str, str] = {}
    torn: set[str] = set()
    for text, label in labelled:
        if labels.setdefault(text, label) != label:
            torn.add(text)
    for text in torn:
        del labels[text]
    if torn:
        left_out["text with more than one label"] = len(torn)
    return labels


ORIGINALS: dict[str, tuple[Callable[[Path], Converted], str]] = {
    "sentiment140": (sentiment140, "twitter-sentiment.csv.gz"),
    "semeval": (semeval, "semeval-2013-2016.csv.gz"),
    "goemotions": (goemotions, "goemotions-train.csv.gz"),
}
"""How each original is read, and the name of the file that training looks for."""
