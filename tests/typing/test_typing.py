"""mypy --strict accepts what people write and refuses their slips; the files beside this one are the cases."""

from mypy import api


def test_mypy_accepts_and_refuses_what_the_cases_say() -> None:
    report, trouble, _ = api.run(["tests/typing"])
    assert trouble == ""
    assert report.startswith("Success: "), report
