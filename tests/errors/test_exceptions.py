"""Errors and findings go to other processes and come back as they were."""

import copy
import pickle
import re
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from pkgutil import walk_packages

import pytest
from hypothesis import given
from hypothesis import strategies as st

import csp_docs
from csp_docs import CheckError, ModelError, highlight_report
from csp_docs.errors import (
    Code,
    CspDocsError,
    DocumentWarning,
    LoadError,
    Located,
    Origin,
    Problem,
    RenderError,
    Severity,
    TemplateError,
    exceptions,
)
from csp_docs.reading.areas import _FeatureError
from csp_docs.reading.faults import Refused
from csp_docs.reading.pictures import PictureError
from csp_docs.reading.pictures.svg import SvgError
from csp_docs.text.expressions.faults import ExpressionError
from csp_docs.text.markup.markdown import TooDeepError

FINDING = Problem(Code.NOT_A_DATE, "found x", "write a date", Origin("a.yaml", 4, 32, "meeting.date"))
WARNING = Problem(Code.CHARACTERS_LEFT_OUT, "left out", "", Origin(path="title"), Severity.WARNING)
SAMPLES: tuple[Exception, ...] = (
    *(kind([FINDING, WARNING]) for kind in (CspDocsError, LoadError, TemplateError, CheckError, RenderError)),
    DocumentWarning(WARNING),
    ModelError(Code.NOT_A_DATE, "found x", "write a date", ("rows", 3)),
    ExpressionError(Code.UNKNOWN_NAME, "there is no name", "write another"),
    PictureError("it is damaged", "save it anew"),
    SvgError("the logo", "has a script", "save it anew"),
    Refused([(("rows", 3), FINDING)]),
    TooDeepError(),
    _FeatureError("it is not a feature", "save it", Located.at("key", Origin("a.yaml", 1, 1))),
)


@pytest.mark.parametrize("again", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy])
@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
def test_an_error_comes_back_as_it_was(error: Exception, again: Callable[[Exception], Exception]) -> None:
    other = again(error)
    assert type(other) is type(error)
    assert str(other) == str(error)
    assert vars(other) == vars(error)


def test_all_errors_of_the_package_are_among_the_samples() -> None:
    names = [module.name for module in walk_packages(csp_docs.__path__, "csp_docs.")]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    kinds = {
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Exception) and kind.__module__.startswith("csp_docs.")
    }
    assert kinds == {type(error) for error in SAMPLES}
    assert {kind for kind in kinds if not issubclass(kind, CspDocsError)} == {DocumentWarning}


def test_the_tree_of_errors_is_that_of_the_classes() -> None:
    tree = re.findall(r"^(?:[├└]── )?(\w+Error) +\w", exceptions.__doc__ or "", re.MULTILINE)
    public = {kind.__name__ for kind in map(type, SAMPLES) if hasattr(csp_docs, kind.__name__)}
    assert set(tree) == public - {"DocumentWarning"}


texts = st.text(max_size=20)
origins = st.none() | st.builds(Origin, texts, st.integers(0, 99), st.integers(0, 99), texts, texts, texts)
problems = st.builds(Problem, st.sampled_from(Code), texts, texts, origins, st.sampled_from(Severity))
errors = st.one_of(
    *(st.builds(kind, st.lists(problems, max_size=3)) for kind in (CspDocsError, LoadError, CheckError, RenderError)),
    st.builds(ModelError, st.sampled_from(Code), texts, texts, st.tuples(texts | st.integers()), st.lists(problems)),
    st.builds(ExpressionError, st.sampled_from(Code), texts, texts),
    st.builds(PictureError, texts, texts),
)


@given(errors, st.integers(0, pickle.HIGHEST_PROTOCOL))
def test_any_error_and_any_finding_comes_back_as_it_was(error: CspDocsError, protocol: int) -> None:
    for other in (pickle.loads(pickle.dumps(error, protocol)), copy.copy(error), copy.deepcopy(error)):
        assert (type(other), str(other), vars(other)) == (type(error), str(error), vars(error))
        assert [found.origin and found.origin.within for found in other.findings] == [
            found.origin and found.origin.within for found in error.findings
        ]


def test_a_finding_comes_back_as_it_was() -> None:
    assert pickle.loads(pickle.dumps(FINDING)) == copy.deepcopy(FINDING) == FINDING
    assert pickle.loads(pickle.dumps(FINDING)).code is Code.NOT_A_DATE


def test_an_error_tells_errors_from_other_findings() -> None:
    error = CheckError([WARNING, FINDING, WARNING])
    assert (error.problems, error.findings) == ((FINDING,), (WARNING, FINDING))
    assert str(error) == str(FINDING)


def test_how_findings_read() -> None:
    assert str(FINDING) == "a.yaml:4:32: meeting.date: found x [CSP204]\n  hint: write a date"
    assert str(WARNING) == "title: left out [CSP402]"
    assert (WARNING.file, WARNING.line, WARNING.column, WARNING.path) == ("", None, None, "title")
    assert (FINDING.file, FINDING.line, FINDING.column, FINDING.path) == ("a.yaml", 4, 32, "meeting.date")


def build(folder: Path, number: int) -> str:
    words = "bad {{ nothing }}" if number == 1 else "fine"
    [written] = highlight_report("Update", council="harborough").position(words).save(folder / f"{number}.docx")
    return written.name


def test_a_bad_document_in_a_pool_of_processes_is_one_failed_future(tmp_path: Path) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        futures = [pool.submit(build, tmp_path, number) for number in range(3)]
        assert [future.result() for future in (futures[0], futures[2])] == ["0.docx", "2.docx"]
        with pytest.raises(CheckError) as caught:
            futures[1].result()
    assert [problem.code for problem in caught.value.problems] == [Code.UNKNOWN_NAME]


def test_a_warning_is_made_of_its_finding() -> None:
    finding = Problem(Code.NOT_PRINTED, "the layout does not print it")
    assert DocumentWarning(finding).args == (finding,)
