"""Priorities, themes and achievements in the council's patterns: their numbers, their headings, their labels."""

from __future__ import annotations

from typing import TypeAlias

from attrs import fields

from csp_docs import blocks as b
from csp_docs.blocks import Inlines
from csp_docs.blocks.run_in import led_in
from csp_docs.compose.context import AssessmentContext, Context, PlanContext
from csp_docs.council.layouts import ItemStyle, parts_of
from csp_docs.errors import Code, did_you_mean
from csp_docs.measures import formats
from csp_docs.model import Achievement, CrossCuttingTheme, Priority, Topic
from csp_docs.model.reach import classes_in, types_of
from csp_docs.text.expressions import names_in

Item: TypeAlias = Priority | CrossCuttingTheme | Achievement | Topic


def plan_with(name: str, at: str, context: Context) -> PlanContext | None:
    """Return the context of a plan that gives ``name``; None, and a problem, for another kind or without it."""
    if not isinstance(context, PlanContext):
        context.problem(
            Code.PART_NOT_OF_KIND, f'a {_kind(context)} has no "{name}"', "only a plan has this part; remove it", at
        )
        return None
    if not getattr(context.document, name):
        context.problem(
            Code.PART_NOT_GIVEN, f'the plan does not give "{name}"', f"add `{name}:`, or remove this part", at
        )
        return None
    return context


def assessment_with(name: str, at: str, context: Context) -> AssessmentContext | None:
    """Return the context of a strategic assessment; None, and a problem, for another kind."""
    if not isinstance(context, AssessmentContext):
        hint = "only a strategic assessment can; remove this part"
        context.problem(Code.PART_NOT_OF_KIND, f'a {_kind(context)} cannot generate "{name}"', hint, at)
        return None
    return context


def _kind(context: Context) -> str:
    return context.document.kind.replace("_", " ")


def title_of(item: Item) -> str:
    """Return the name of an item; an achievement is named by its heading."""
    return item.heading if isinstance(item, Achievement) else item.title


def naming(item: Item, number: int, context: Context) -> Context:
    """Return a context where ``{{ }}`` can use an item as the council's patterns do."""
    heading = item.heading if isinstance(item, Priority) and item.heading else title_of(item)
    return context.naming(
        number=number,
        number_word=formats.number_word(number, context.document.language.value),
        title=_words(title_of(item), context),
        heading=_words(heading, context),
    )


def _words(text: str, context: Context) -> str | Inlines:
    """Return plain words as text, so that ``| upper`` can change them; others with their marks."""
    inlines = context.inlines(text)
    if all(isinstance(inline, b.Text) for inline in inlines):
        return "".join(inline.text for inline in inlines if isinstance(inline, b.Text))
    return inlines


def bullets(texts: tuple[str, ...], lead_in: str, context: Context) -> b.List:
    """Return texts as bullets, each after ``lead_in``."""
    words = context.inlines(lead_in)
    return b.List(tuple(led_in(words, context.paragraphs(text)) for text in texts))


def style_of(name: str, context: Context) -> ItemStyle | None:
    """Return how the layout prints the items of the document's field ``name``; None for other fields."""
    kinds = classes_in(types_of(type(context.document)).get(name))
    styles = (getattr(context.layout, field.name) for field in fields(type(context.layout)))
    return next((style for style in styles if isinstance(style, ItemStyle) and style.kind in kinds), None)


def note_title(name: str, items: tuple[Item, ...], pattern: str, context: Context) -> None:
    """Note which names of the items of the field ``name`` a ``pattern`` prints: titles, headings in their place."""
    used = names_in(pattern)
    headed = [item for item in items if isinstance(item, Priority) and item.heading]
    if "title" in used or ("heading" in used and not headed):
        context.printed.add(f"{name}.title")
    if "heading" in used or (items and isinstance(items[0], Achievement)):
        context.printed.add(f"{name}.heading")


def check_labels(items: tuple[Item, ...], style: ItemStyle, context: Context) -> None:
    """Refuse labels for parts that do not exist, and warn of those for parts that are not printed."""
    known = parts_of(style.kind)
    for item in items:
        for name, label in () if isinstance(item, CrossCuttingTheme) else item.labels.items():
            if name not in known:
                context.problem(
                    Code.UNKNOWN_PART, f'there is no part "{name}" to label', did_you_mean(name, known, "parts"), name
                )
            elif not getattr(item, name):
                fact = f'the label "{label}" is not printed, because the part "{name}" is empty'
                context.warn(Code.NOT_PRINTED, fact, f"add `{name}:`, or remove the label", label)
