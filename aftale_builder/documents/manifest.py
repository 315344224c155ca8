"""manifest.json: what the package holds, what made it, and how it was judged. The next run knows by it what was rendered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from aftale_builder import RULESET, __version__
from aftale_builder.assessment import Assessment
from aftale_builder.documents.registry import Design
from aftale_builder.documents.rendering import Rendered
from aftale_builder.findings import Severity

NAME = "manifest.json"
_FORMAT = "aftale-builder-pakke-1"
_SAYS = {
    Design.LBF: "Landsbyggefondens egen skabelon",
    Design.EGEN: "Ikke LBF’s skabelon: brug skabelonen på sagen i driftsstøttesystemet",
    Design.UDEN_SKABELON: "LBF har ingen skabelon",
    Design.MEDBRAGT: "Jeres egen skabelon, udfyldt",
}


@dataclass(frozen=True)
class Known:
    """What an earlier run wrote: the digest of a file's bytes and of what it says, and what it was made of («» if not told)."""

    sha256: str
    content: str
    code: str = ""


def manifest(
    rendered: Iterable[Rendered], others: Mapping[str, tuple[bytes, str]], assessment: Assessment, *, draft: bool
) -> bytes:
    """Return the manifest. `others` are the files that are no documents, with the digest of what they say.

    It holds nothing that depends on the day, the machine or the folder.
    """
    whole = {
        "format": _FORMAT,
        **judged(assessment, draft=draft),
        "files": [
            *(
                {
                    "name": file.name,
                    "document": file.document.id,
                    "form": file.document.design.value,
                    "form_note": _SAYS[file.document.design],
                    "sha256": file.sha256,
                    "content": file.content,
                    "code": file.code,
                }
                for file in rendered
            ),
            *({"name": name, "sha256": _sha256(data), "content": content} for name, (data, content) in others.items()),
        ],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def judged(assessment: Assessment, *, draft: bool) -> dict[str, Any]:
    """Return what a manifest says of what made the package and how the agreement was judged, by which rules, from which files."""
    return {
        "tool": {"name": "aftale-builder", "version": __version__},
        "ruleset": RULESET,
        "regulation": assessment.regulation,
        "verdict": assessment.verdict.value,
        "draft": draft,
        "counts": {severity.value: assessment.count(severity) for severity in Severity} | {"undtaget": assessment.exempted},
        "sources": [{"file": name, "sha256": _sha256(file.text.encode())} for name, file in sorted(assessment.files.items())],
    }


def known(data: bytes) -> dict[str, Known] | None:
    """Return what a manifest says was rendered, by file name; None when it is no manifest of ours."""
    try:
        whole: Any = json.loads(data)
        if whole["format"] != _FORMAT:
            return None
        return {
            str(file["name"]): Known(str(file["sha256"]), str(file["content"]), str(file.get("code", "")))
            for file in whole["files"]
            if _is_name(file["name"])
        }
    except (ValueError, KeyError, TypeError):
        return None


@dataclass(frozen=True)
class Made:
    """What an earlier run was made of: the digests of the sources by file, and whether it was a draft."""

    sources: Mapping[str, str]
    draft: bool


def made_of(data: bytes) -> Made | None:
    """Return what a manifest says that the package was made of; None when it is no manifest of ours."""
    try:
        whole: Any = json.loads(data)
        if whole["format"] != _FORMAT:
            return None
        return Made({str(source["file"]): str(source["sha256"]) for source in whole["sources"]}, bool(whole["draft"]))
    except (ValueError, KeyError, TypeError):
        return None


def _is_name(name: object) -> bool:
    """Tell whether this is the name of a file in the folder itself, and leads nowhere else."""
    return isinstance(name, str) and name not in ("", ".", "..") and not any(sign in name for sign in "/\\:\0")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
