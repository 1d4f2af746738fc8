"""The rules of the house, held by walking the imports."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
WINGS = ("corpus", "qa", "eval", "service", "training")
GROUND = {"qa.types", "qa.errors", "qa.proceedings", "qa.reading"}
MAY_KNOW = {
    "corpus": {"corpus"},
    "qa": {"qa"},
    "eval": {"eval", "qa"},
    "service": {"service", "qa", "corpus", "eval"},
    "training": {"training", "qa"},
}
HOMES = {
    "faiss": {"qa.index.vectors", "eval.bench"},  # the bench measures beside bare FAISS
    "bm25s": {"qa.index.lexical"},
    "sentence_transformers": {"qa.encoder", "qa.sentence_encoder", "eval.bench", "training.train"},
    "torch": {
        "qa.adaptation.low_rank",
        "qa.encoder",
        "qa.sentence_encoder",
        "training.low_rank_layers",
        "training.train",
    },
    "lingua": {"qa.language"},
    "langdetect": {"qa.language"},
    "matplotlib": {"eval.plot"},
    "pypdfium2": {
        "corpus.readers.pdf_fields",
        "corpus.readers.pdf_file",
        "corpus.readers.pdf_rulings",
        "corpus.readers.pdf_words",
    },
}
"""Each outside library has one home."""
WING_OF_LIBRARY = {
    "fastapi": "service",
    "starlette": "service",
    "typer": "service",
    "jinja2": "service",
    "charset_normalizer": "corpus",
}
ALSO_FOR_CORPUS = {"qa.alignment", "qa.sentences", "qa.swedish_dates", "qa.text"}
"""Small rooms on the ground floor that know nothing of questions."""
LONGEST_FILE = 320


def modules() -> Iterator[tuple[str, Path]]:
    for wing in WINGS:
        for path in sorted((ROOT / wing).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            yield name.removesuffix(".__init__"), path


MODULES = list(modules())


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively; write the whole name"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def wing_of(name: str) -> str:
    return name.split(".")[0]


@pytest.mark.parametrize(("name", "path"), MODULES, ids=[name for name, _ in MODULES])
def test_a_wing_imports_only_wings_it_may_know(name: str, path: Path) -> None:
    names = {imported for imported in imports_of(path) if wing_of(imported) in WINGS}
    foreign = {imported for imported in names if wing_of(imported) not in MAY_KNOW[wing_of(name)]}
    if wing_of(name) == "corpus":
        allowed = GROUND | ALSO_FOR_CORPUS
        foreign = {
            imported
            for imported in foreign
            if not any(f"{imported}.".startswith(f"{room}.") for room in allowed)
        }
        foreign.discard("qa")
    assert not foreign


@pytest.mark.parametrize(("name", "path"), MODULES, ids=[name for name, _ in MODULES])
def test_inside_qa_imports_point_one_way(name: str, path: Path) -> None:
    floors = [
        "qa.index",
        "qa.question",
        "qa.retrieval",
        "qa.extraction",
        "qa.confidence",
        "qa.refusal",
        "qa.why",
        "qa.voting",
        "qa.answer",
    ]
    own = next((place for place, floor in enumerate(floors) if name.startswith(floor)), None)
    if not name.startswith("qa."):
        return
    ceiling = -1 if own is None else own
    above = {
        imported
        for imported in imports_of(path)
        for place, floor in enumerate(floors)
        if place > ceiling and f"{imported}.".startswith(f"{floor}.")
    }
    assert not above


@pytest.mark.parametrize(("name", "path"), MODULES, ids=[name for name, _ in MODULES])
def test_each_outside_library_has_one_home(name: str, path: Path) -> None:
    libraries = {wing_of(imported) for imported in imports_of(path)}
    strays = {library for library, homes in HOMES.items() if library in libraries and name not in homes}
    strays |= {
        library for library, wing in WING_OF_LIBRARY.items() if library in libraries and wing_of(name) != wing
    }
    assert not strays


@pytest.mark.parametrize(("name", "path"), MODULES, ids=[name for name, _ in MODULES])
def test_no_file_is_a_heap(name: str, path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_importing_the_house_loads_nothing_heavy() -> None:
    heavy = ["torch", "transformers", "sentence_transformers", "lingua", "langdetect", "matplotlib"]
    light = ["faiss", "fastapi"]
    program = (
        "import sys, qa, qa.types, qa.settings, qa.answer, qa.index.build, corpus, eval, service.cli\n"
        f"print([name for name in {heavy!r} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == "[]", done.stdout
    program = f"import sys, service.cli\nprint([name for name in {heavy + light!r} if name in sys.modules])\n"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == "[]", done.stdout
