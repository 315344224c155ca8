"""The files of an agreement: read, decoded, joined by `!fil`, never outside the agreement's folder."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from aftale_builder.findings import Anchored, Fault, Place
from aftale_builder.source.compose import compose, illegal_characters
from aftale_builder.source.limits import MAX_FILE_BYTES, MAX_FILES, MAX_INCLUDES
from aftale_builder.source.node import Node, Scalar, SourceFile, Span, Unreadable

ROOT = "aftale.yaml"
STORE = ".aftale"
"""The folder in an agreement's own in which lies what its rendered files are compared with."""
TEXT_ENDINGS = (".md", ".txt")
YAML_ENDINGS = (".yaml", ".yml")
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class NoFile:
    """The place of a file that could not be read at all."""

    name: str

    def place(self) -> Place:
        """Return the file's beginning."""
        return Place(self.name, line=1, column=1, end_line=1, end_column=1)


@dataclass(slots=True)
class Tree:
    """What the files hold: the root node (None where nothing could be read), the files by name, and the faults."""

    folder: Path
    root: Node | None = None
    files: dict[str, SourceFile] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read_tree(path: Path) -> Tree:
    """Return the tree of an agreement: its folder, or a root file. Files are named by the path as it was given."""
    is_folder = path.is_dir()
    folder = path if is_folder else path.parent
    tree = Tree(folder)
    reader = _Reader(tree)
    target = folder / ROOT if is_folder else path
    file = reader.decode(target, NoFile(reader.name(target)))
    if file is not None:
        tree.root = reader.compose(file, target, None, "")
        if tree.root is None and not any(fault.code == "KLD002" for fault in tree.faults):
            reader.fault("KLD002", NoFile(file.name), "Filen er tom.", "Begynd med regulativ: og navn:, eller kør aftale init.")
    return tree


def attached(folder: Path, scalar: Scalar) -> tuple[Fault, ...]:
    """Return what is wrong with a value that names a file to go with the agreement: nothing, where it lies in the folder."""
    tree = Tree(folder)
    _Reader(tree).resolve(scalar, folder, endings=())
    return tuple(tree.faults)


class _Reader:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.real_folder = Path(os.path.realpath(tree.folder))
        self.open: list[Path] = []

    def name(self, path: Path) -> str:
        return unicodedata.normalize("NFC", path.as_posix())

    def fault(self, code: str, at: Anchored, message: str, help: str) -> None:
        self.tree.faults.append(Fault(code, at, message, help))

    def decode(self, path: Path, at: Anchored) -> SourceFile | None:
        """Return the file's text, None (and a fault) where it can't be read as UTF-8."""
        data = self.data(path, at)
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            kind = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "en anden tegnkodning end UTF-8"
            self.fault("KLD001", at, f"«{path.name}» er gemt som {kind} (linje {line}).", "Gem filen som UTF-8, og prøv igen.")
            return None
        file = SourceFile(self.name(path), text, bom=data.startswith(b"\xef\xbb\xbf"))
        self.tree.files[file.name] = file
        return file

    def data(self, path: Path, at: Anchored) -> bytes | None:
        try:
            size = path.stat()
            if not stat.S_ISREG(size.st_mode):
                self.fault("KLD001", at, f"«{path.name}» er ikke en almindelig fil.", "Peg på en tekstfil.")
            elif size.st_size > MAX_FILE_BYTES:
                message = f"«{path.name}» fylder mere end {MAX_FILE_BYTES // 1_000_000} MB."
                self.fault("KLD011", at, message, "Del teksten i flere filer.")
            else:
                return path.read_bytes()
        except FileNotFoundError:
            self.fault("KLD001", at, f"Filen «{path.name}» findes ikke.", "Ret stien, eller begynd med aftale init.")
        except OSError:
            help = "Se, om filen er åben i et andet program, og om du har adgang til den."
            self.fault("KLD001", at, f"«{path.name}» kan ikke åbnes.", help)
        return None

    def compose(self, file: SourceFile, path: Path, parent: Node | None, step: str | int) -> Node | None:
        self.open.append(path)
        try:
            return compose(file, self.tree.faults, lambda scalar: self.include(scalar, path.parent), parent, step)
        finally:
            self.open.pop()

    def include(self, scalar: Scalar, folder: Path) -> Node:
        """Return what the file of a `!fil` holds, with its own file's places."""
        target = self.resolve(scalar, folder)
        unreadable = Unreadable(scalar.span, scalar.parent, scalar.step)
        if target is None:
            return unreadable
        if any(target.samefile(other) for other in self.open):
            self.fault("KLD009", scalar, f"«{scalar.value}» henter sig selv.", "Slet henvisningen det ene sted.")
            return unreadable
        if len(self.open) > MAX_INCLUDES:
            message = f"Her henter mere end {MAX_INCLUDES} filer hinanden i kæde."
            self.fault("KLD011", scalar, message, "Saml delene i færre filer.")
            return unreadable
        if len(self.tree.files) >= MAX_FILES:
            self.fault("KLD011", scalar, f"Aftalen henter mere end {MAX_FILES} filer.", "Saml teksterne i færre filer.")
            return unreadable
        file = self.decode(target, scalar)
        if file is None:
            return unreadable
        if target.suffix.lower() in TEXT_ENDINGS:
            return self.text(file, scalar)
        node = self.compose(file, target, scalar.parent, scalar.step)
        if node is None:
            if not any(fault.code == "KLD002" and fault.at.place().file == file.name for fault in self.tree.faults):
                return Scalar(Span(file, 0, 0), scalar.parent, scalar.step, via=scalar.span)
            return unreadable
        node.via = scalar.span
        return node

    def text(self, file: SourceFile, scalar: Scalar) -> Node:
        illegal = tuple(illegal_characters(file))
        self.tree.faults.extend(illegal)
        span = Span(file, 0, len(file.text))
        if illegal:
            return Unreadable(span, scalar.parent, scalar.step, via=scalar.span)
        value = unicodedata.normalize("NFC", file.text).replace("\r\n", "\n")
        return Scalar(span, scalar.parent, scalar.step, via=scalar.span, value=value.rstrip("\n"), style="file")

    def resolve(self, scalar: Scalar, folder: Path, endings: tuple[str, ...] = TEXT_ENDINGS + YAML_ENDINGS) -> Path | None:
        """Return the file that a value names, None (and a fault) where it lies outside the folder or is not there.

        `endings` are those that are allowed; any, where there are none.
        """
        name = scalar.value.strip()
        help = "Skriv stien fra filens egen mappe med skråstreg, for eksempel tekster/vision.md."
        if not name:
            self.fault("KLD009", scalar, "Her mangler et filnavn.", help)
        elif "\\" in name:
            self.fault("KLD009", scalar, f"«{name}» har omvendt skråstreg.", help)
        elif name.startswith("/") or _DRIVE.match(name):
            self.fault("KLD009", scalar, f"«{name}» er en fuld sti; filen skal ligge i aftalens mappe.", help)
        elif endings and Path(name).suffix.lower() not in endings:
            self.fault("KLD009", scalar, f"«{name}» er hverken .md, .txt eller .yaml.", help)
        else:
            return self.inside(scalar, folder, name)
        return None

    def inside(self, scalar: Scalar, folder: Path, name: str) -> Path | None:
        path = Path(os.path.normpath(folder / name))
        found = _find(path)
        real = Path(os.path.realpath(found or path))
        if not real.is_relative_to(self.real_folder):
            self.fault("KLD009", scalar, f"«{name}» fører ud af aftalens mappe.", "Læg filen i mappen, og ret stien.")
            return None
        if found is None:
            near = _nearest(path, self.open)
            help = f"Mente du «{near}»?" if near else "Opret filen, eller ret stien."
            self.fault("KLD009", scalar, f"Filen «{name}» findes ikke.", help)
        return found


def _find(path: Path) -> Path | None:
    """Return the file as it is named on disk: æøå may be stored composed or decomposed, in each step of the way."""
    if path.exists():
        return path
    if path.parent == path or (folder := _find(path.parent)) is None:
        return None
    wanted = unicodedata.normalize("NFC", path.name)
    try:
        return next((entry for entry in folder.iterdir() if unicodedata.normalize("NFC", entry.name) == wanted), None)
    except OSError:
        return None


def _nearest(path: Path, opened: list[Path]) -> str | None:
    """Return the file beside it that was probably meant; never one that is being read."""
    from difflib import get_close_matches

    try:
        names = [entry.stem for entry in path.parent.iterdir() if entry.suffix == path.suffix and entry not in opened]
    except OSError:
        return None
    near = get_close_matches(path.stem, names, 1, 0.75)
    return f"{near[0]}{path.suffix}" if near else None
