"""Records behave as the frozen classes of attrs that they are."""

from typing import Any

import attrs
import pytest
from attrs import field
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.records import record


class _Fields:
    plain: Any = None
    hidden: Any = field(default=None, repr=False)
    unlike: Any = field(default=None, eq=False)
    shown: Any = field(default=None, repr=lambda value: f"<{value}>")


def made(decorator: Any) -> Any:
    """Return a class with the fields above, made by ``decorator``."""
    return decorator(type("Made", (), {**vars(_Fields)}))


OURS, THEIRS = made(record), made(attrs.frozen)
VALUES = st.tuples(*[st.one_of(st.none(), st.integers(0, 1), st.text("ab", max_size=1))] * 4)


@given(VALUES, VALUES)
def test_they_are_compared_hashed_and_shown_as_attrs_does(first: tuple[Any, ...], second: tuple[Any, ...]) -> None:
    ours, theirs = (OURS(*first), OURS(*second)), (THEIRS(*first), THEIRS(*second))
    assert (ours[0] == ours[1], ours[0] != ours[1]) == (theirs[0] == theirs[1], theirs[0] != theirs[1])
    assert len(set(ours)) == len(set(theirs))
    assert list(map(repr, ours)) == list(map(repr, theirs))


def test_one_of_another_class_is_never_equal() -> None:
    @record
    class Animal:
        name: str

    @record
    class Dog(Animal):
        legs: int = 4

    assert Animal("Rex") != Dog("Rex")
    assert Dog("Rex") != Animal("Rex")
    assert Dog("Rex") == Dog("Rex")
    assert repr(Dog("Rex")) == "Dog(name='Rex', legs=4)"


def test_they_are_frozen_and_take_the_arguments_of_attrs() -> None:
    @record(kw_only=True)
    class Named:
        name: str = ""

    assert attrs.evolve(Named(name="a"), name="b") == Named(name="b")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Named().name = "a"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Named("a")  # type: ignore[call-arg]
