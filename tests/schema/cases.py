"""One hundred files of our own and more, right and wrong, of every kind: a small file of its kind with one change each.

A change is a text and what takes its place. A text without such an arrow is added at the end of the file.
"""

from __future__ import annotations

from csp_docs.documents.schema.shipped import COUNCIL

_COUNCIL = "council: {council: {name: Anytown Borough Council}, partnership: {name: Safer Anytown}}\n"
_REPORT = f"{_COUNCIL}title: Parking charges\nmeeting: {{body: Cabinet, date: 2014-02-11}}\n"
BASES = {
    "cabinet_report": f"kind: cabinet_report\n{_REPORT}recommendations: [agree the charges]\n",
    "scrutiny_report": f"kind: scrutiny_report\n{_REPORT}",
    "highlight_report": f"kind: highlight_report\n{_COUNCIL}title: Road safety\nrag: green\n",
    "plan": f"kind: plan\n{_COUNCIL}title: Community Safety Plan\nperiod: 2026-2029\n",
    "strategic_assessment": f"kind: strategic_assessment\n{_COUNCIL}title: Assessment\nkey_findings: [Crime fell.]\n",
    COUNCIL: "council: {name: Anytown Borough Council}\n",
}
"""A right file of each kind, and a template."""
ARROW = " => "


def _block(text: str) -> str:
    return f"sections: [{{title: Crime, content: [{text}]}}]\n"


RIGHT: dict[str, list[str]] = {
    "cabinet_report": [
        "",
        "title: Parking charges => title: 2014",
        "title: Parking charges => title: no",
        "title: Parking charges => title: {en: Charges, cy: Taliadau}",
        "title: Parking charges => title: {text: Taliadau, language: cy-GB}",
        "date: 2014-02-11 => date: to be confirmed",
        "date: 2014-02-11 => date: {owner: Democratic Services, what: the date, due: 2026-03}",
        "recommendations: [agree the charges] => recommendations: agree the charges",
        "report_number: 7\n",
        "period: 2013/14\n",
        "period: 2013\n",
        "period: 2009-12/2010-03\n",
        "access: {confidential: yes, reason: It names people.}\n",
        "status: for_decision\n",
        "language: en-GB\n",
        "wards: Ashby\n",
        "wards: {en: [All wards], cy: [Pob ward]}\n",
        "access: open\n",
        "access: {exempt: [3], reason: It names tender prices., marking: OFFICIAL}\n",
        "key_decision: {financial: yes, community: No, wards: [Ashby]}\n",
        "options: [{title: Keep them, advantages: [cheap], preferred: yes}]\n",
        "implications: {legal: None., financial: [The costs would be, [one, two]]}\n",
        "contacts: [{name: A. Example, email: a@example.org}]\n",
        "glossary: {ASB: Anti-social behaviour}\n",
        "terms: {appendix: Annex}\n",
        "layouts: {cabinet_report: {numbering: {headings: no, paragraphs: continuous}}}\n",
        "theme: {colours: {accent: '#5B2A86'}}\n",
        "appendices: [{title: Orders, label: Z, content: [An order.]}]\n",
        "appendices: [{title: The plan, document: {kind: plan, title: Plan, period: 2026-2029}}]\n",
        _block("A text., [a bullet, [one below it]]"),
        _block("page_break, {plain: A text.}"),
        _block("{numbered: [first, second]}, {numbered: {style: (a), start: 3, items: [third]}}"),
        _block("{callout: One text.}, {quote: {title: The Act, content: [due regard]}}"),
        _block("{table: {columns: [Year, Crimes], rows: [[2024, '2,410']], align: [left, right]}}"),
        _block(
            "{table: {columns: [A, {column: RAG, rating: yes}], rows: [{band: One}, [b, green], {across: Progress}]}}"
        ),
        _block("{chart: {type: pie, categories: [A, B], series: {Crimes: [12, 30]}}}"),
        _block("{chart: {type: line, categories: [2021, 2022], series: {Safe: [91%, [x]]}, target: {value: 75%}}}"),
        _block("{performance: {measures: [{name: Burglary, current: 253, previous: 153, target_change: -13%}]}}"),
        _block(
            "{performance: {columns: [name, {change: {on: baseline}}], measures: [{name: A, current: 1, baseline: 2}]}}"
        ),
        _block("{actions: [{action: Light the car parks, due: Ongoing, rag: amber}]}"),
        _block("{risks: [{risk: The money ends, likelihood: 4, impact: 5}]}"),
        _block("{facts: {Lead: Head of Service}}, {list_of: other_agencies}")
        + "partnership: {other_agencies: [Victim Support]}\n",
        _block("{figure: {caption: The wards, pending: {owner: Analyst, what: the map}}}"),
        _block("{grid: {columns: 4, cells: [{content: [They speak.]}]}}"),
        _block("{grid: [{title: Residents, content: [They speak.]}]}"),
        _block("{diagram: {type: cycle, items: [Plan, Do]}}"),
        _block("{passage: {access: {exempt: [3], reason: Prices.}, content: [It costs £4.]}}"),
    ],
    "scrutiny_report": [
        "",
        "outcomes_sought: [To say what should change]\n",
        "sensitive: false\n",
        "highlight_reports: [{title: Burglary, rag: red, priority: Fewer burglaries}]\n",
    ],
    "highlight_report": [
        "",
        "priority: {title: Safer roads, aims: [Fewer people are hurt]}\n",
        "activity: Speed checks\n",
        "risks: [{risks: [{risk: Ice, likelihood: 2, impact: 3}]}]\n",
        "date: 2014-02\n",
    ],
    "plan": [
        "",
        "contents: yes\n",
        "foreword: {content: [Thank you.], signed_by: {name: A. Example, role: [Chair, Leader]}}\n",
        "foreword: [{content: [One.]}, {content: [Two.], title: More}]\n",
        "priorities: [{title: Safer streets, aims: [Fewer people are hurt], labels: {aims: What we want}}]\n"
        "sections: [{generate: priorities}]\n",
        "partners: [{name: Police, role: Prevents crime.}]\nsections: [{generate: partners, title: Who we are}]\n",
    ],
    "strategic_assessment": [
        "",
        "topics: [{title: Burglary, trend: [It fell.]}]\nsections: [{generate: topics, title: Topics}]\n",
        "executive_summary: The picture is good.\n",
        "date: 2024\n",
    ],
    COUNCIL: [
        "",
        "extends: harborough\n",
        "formats: {date: ordinal}\n",
        "measures: {amber: 10%, small_base: 50, direction: yes}\n",
        "layouts: {cabinet_report: {header: [One, {text: Two, align: left}], cover: [title, {field: wards}]}}\n",
        "layouts: {plan: {cover: [title, period], numbering: {headings: ['1.', '1.1']}}}\n",
        "files: [docx, html]\n",
        "theme: {page: {left: 1.5, top: 6}}\n",
        "editions: [cy-GB, en-GB]\n",
        "sensitivity: {site: 01234567-89ab-cdef-0123-456789abcdef}\n",
    ],
}
WRONG: dict[str, list[str]] = {
    "cabinet_report": [
        "kind: cabinet_report => kind: cabinet_reprot",
        "title: Parking charges\n => ",
        "meeting: {body: Cabinet, date: 2014-02-11}\n => ",
        "body: Cabinet, => ",
        "2014-02-11 => 11/02/2014",
        "2014-02-11 => 2014-02-31",
        "2014-02-11 => 2014-02",
        "recomendations: [more]\n",
        "subtitle: [a, list]\n",
        "subtitle: {a: text}\n",
        "subtitle:\n",
        "language: fr-FR\n",
        "period: last year\n",
        "access: closed\n",
        "access: {exemt: [3]}\n",
        "access: {exempt: 3, reason: It names prices.}\n",
        "key_decision: {financial: maybe}\n",
        "options: [{assessment: No title}]\n",
        "options: [{title: Keep them, prefered: yes}]\n",
        "contacts: [{nmae: A. Example}]\n",
        "glossary: [ASB]\n",
        "terms: {apendix: Annex}\n",
        "layouts: {cabinet_report: {numbring: {headings: no}}}\n",
        "theme: {colours: {acent: '#5B2A86'}}\n",
        "theme: {colours: {accent: purple}}\n",
        "background_papers: [{url: 'https://example.org'}]\n",
        "sections: [{titel: Crime}]\n",
        "sections: {title: Crime}\n",
        "sections: [{generate: contentz}]\n",
        "appendices: [{content: [No title.]}]\n",
        "appendices: [{title: The plan, document: {kind: plan, title: Plan, prioritys: []}}]\n",
        _block("{tabel: {columns: [A], rows: [[b]]}}"),
        _block("{plain: A text., lines: [b]}"),
        _block("{table: {columns: [A]}}"),
        _block("{table: {columns: [A], rows: [[b]], captoin: Crimes}}"),
        _block("{table: {columns: [A], rows: [[b]], align: [middle]}}"),
        _block("{table: {columns: [A], rows: [b]}}"),
        _block("{chart: {type: donut, categories: [A, B], series: {Crimes: [12, 30]}}}"),
        _block("{chart: {type: pie, categories: [A, B], series: {Crimes: [12, many]}}}"),
        _block("{performance: {measures: [{name: Burglary, current: many}]}}"),
        _block("{performance: {measures: [{name: Burglary, current: 1, better: more}]}}"),
        _block("{actions: [{action: Light the car parks, due: [soon]}]}"),
        _block("{actions: [{lead: Council}]}"),
        _block("{risks: [{risk: The money ends, likelihood: 9, impact: 5}]}"),
        _block("{risks: []}"),
        _block("{figure: {caption: The wards, pending: {owner: Analyst}}}"),
        _block("{figure: {pending: {owner: Analyst, what: the map}, width: 150%}}"),
        _block("{list_of: agencies}"),
        _block("{page_break: no}"),
        _block("{grid: {columns: 5, cells: [{content: [They speak.]}]}}"),
        _block("{numbered: {start: 0, items: [One]}}"),
        "title: Parking charges => title: ''",
        "body: Cabinet => body: ' '",
        "recommendations: [agree the charges] => recommendations: []",
        "key_decision: {}\n",
        "period: 2009-12\n",
        "access: {reason: It names tender prices.}\n",
        "access: {public_reason: It names prices.}\n",
        "layouts: {cabinet_report: {cover: [title, {label: Wards}]}}\n",
        "layouts: {cabinet_report: {header: [{label: To}]}}\n",
    ],
    "scrutiny_report": [
        "highlight_reports: [{title: Burglary, rag: purple}]\n",
        "highlight_reports: [{title: Burglary, glossary: {ASB: Words}}]\n",
        "highlight_reports: [{kind: plan, title: Burglary}]\n",
        "priorities: [{title: Of a plan}]\n",
        "sensitive: perhaps\n",
    ],
    "highlight_report": [
        "rag: green => rag: Green light",
        "recommendations: [agree]\n",
        "priority: {aims: [Fewer people are hurt]}\n",
        "performance: {measures: []}\n",
        "date: 11 February\n",
    ],
    "plan": [
        "period: 2026-2029 => period: 2026-29",
        "contents: perhaps\n",
        "foreword: {signed_by: {name: A. Example}}\n",
        "foreword: {content: [Thank you.], signed_by: {role: Chair}}\n",
        "priorities: [{aims: [Fewer people are hurt]}]\n",
        "priorities: [Safer streets]\n",
        "partners: [{name: Anytown Police, rol: Prevents crime.}]\n",
        "meeting: {body: Cabinet}\n",
    ],
    "strategic_assessment": [
        "topics: [{title: Burglary, trends: [It fell.]}]\n",
        "topics: [{trend: [It fell.]}]\n",
        "key_finding: [Crime rose.]\n",
        "cover_picture: {alt: A town}\n",
    ],
    COUNCIL: [
        "name: Anytown Borough Council => nam: Anytown Borough Council",
        "formats: {date: usual}\n",
        "measures: {amber: some}\n",
        "risks: {medium: low}\n",
        "theme: {page: {left: wide}}\n",
        "layouts: {cabinet_report: {cover: [{feild: title}]}}\n",
        "layouts: {cabinet_report: {cover_style: boxes}}\n",
        "layouts: {plan: {front: [cover, index]}}\n",
        "layout: {plan: {}}\n",
        "theme: {page: {left: 9}}\n",
        "theme: {page: {top: 1.5}}\n",
        "name: Anytown Borough Council => name: Anytown Borough Council, logo: {file: crest.svg, height: 9}",
        "sensitivity: {site: 1}\n",
        "sensitivity: {labels: {OFFICIAL: official}}\n",
        "editions: [en-GB, en-GB]\n",
        "files: [docx, odt]\n",
        "terms: [Annex]\n",
        "name: Anytown Borough Council => name: Anytown Borough Council, nation: france",
    ],
}


def changed(kind: str, change: str) -> str:
    """Return the file of a kind with a change."""
    old, arrow, new = change.partition(ARROW)
    if not arrow:
        return BASES[kind] + change
    assert old in BASES[kind], change
    return BASES[kind].replace(old, new)
