"""The words of the neutral document, all made up; {place}, {small}, {large} and {share} are filled in when used."""

from __future__ import annotations

FIRST = ("Amber", "Birch", "Copper", "Drift", "Ember", "Fallow", "Grain", "Hollow", "Iron", "Juniper")
LAST = ("bridge Vale", "combe Water", "dale Hundred", "field Rise", "gate Heath", "holt Marsh", "leigh Downs",
        "mere Coast", "stone Valley", "wold Forest")  # fmt: skip
PLACES = [f"{first}{last}" for last in LAST for first in FIRST]

COVER = [
    ["Report title", "Community Safety Partnership: Three Year Plan 2026 to 2029"],
    ["Council", "{place} District Council"],
    ["Meeting", "Cabinet"],
    ["Date of meeting", "16 March 2026"],
    ["Report number", "CAB/2026/014"],
    ["Report author", "Community Safety Manager"],
    ["Responsible officer", "Director of Neighbourhoods"],
    ["Portfolio holder", "Cabinet Member for Safer Neighbourhoods"],
    ["Status", "Draft, version 2"],
    ["Exempt information", "None. The whole report is for the public."],
    ["Wards affected", "All wards in {place}"],
    [
        "Key decision",
        "Yes. The plan changes what is spent in more than two wards. Notice was given on 2 February 2026.",
    ],
    ["Legal implications", "The council must have a plan. The monitoring officer has read this report."],
    ["Financial implications", "The plan costs £{large} in 2026/27, which the budget of the service already covers."],
    ["Equality implications", "An assessment was made in January 2026. It is published with this report."],
    ["Risk implications", "The largest risk is that a grant ends early. The risk register has it as number {small}."],
    ["Recommendation", "That Cabinet approves the plan and asks Council to adopt it."],
    ["Contact", "Community Safety Team, {place} District Council"],
]

CHAPTERS = (
    ("Foreword", ()),
    ("Introduction", ("Why we have a plan", "How to read it")),
    ("{place} today", ("People and homes", "Work and travel", "What people say about safety")),
    ("Who we are", ("The members of the partnership", "How we decide", "How we work with our neighbours")),
    ("What we did last year", ("What went well", "What we did not finish", "What we learned")),
    ("How we chose our priorities", ("What the figures show", "What residents asked for", "What partners see")),
    ("Priority 1: homes that are safe", ("Where we are now", "What we will do", "How we will know")),
    ("Priority 2: streets and parks", ("Where we are now", "What we will do", "How we will know")),
    ("Priority 3: young people", ("Where we are now", "What we will do", "How we will know")),
    ("Priority 4: safer roads", ("Where we are now", "What we will do", "How we will know")),
    ("Priority 5: shops and businesses", ("Where we are now", "What we will do", "How we will know")),
    ("How we are doing", ("Our measures", "What the measures do not show", "When we look at them again")),
    ("Money and people", ("What we spend", "Who does the work", "Grants that end")),
    ("Talking and listening", ("Meetings in public", "Surveys", "Comments and complaints")),
    ("Appendix: words that we use", ("Terms", "Sources", "Earlier plans", "Where to write to")),
)
"""The chapters with their sections."""
WITH_FIGURES = "Our measures"
"""The section that has the table and the chart."""
WITH_STEPS = ("How we decide", "What we learned", "When we look at them again")
"""The sections that have a numbered list."""

SENTENCES = (
    "**{place} is a quiet place to live**, and most people who answered our survey feel safe after dark.",
    "The partnership met {small} times at the town hall last year, and anybody could come and listen.",
    "Over the year the police recorded {large} offences in {place}, which is {share}% fewer than in the year before.",
    "About {share}% of homes are rented, and in the older streets near the market the share is higher.",
    "The council's wardens made {large} visits, mostly in the evening and at weekends.",
    "We asked {large} households what worries them; {share}% named speeding, and fewer than that named burglary.",
    "Many reports are about the same few places, so we look at those first.",
    "A small number of people are harmed again and again, and their cases are reviewed by all partners together.",
    "The fire and rescue service fitted {large} smoke alarms, of which {small} were in sheltered housing.",
    "Where a street has lights that do not work, residents can report it by telephone or on the council's website.",
    "It costs £{large} a year to run the scheme, and the grant covers {share}% of it.",
    "The figures for the last quarter are provisional (*they may change when later reports are added*).",
    "Schools in {place} took part in {small} projects, and about {large} pupils came to at least one of them.",
    "We do not know yet whether the change will last, because the counts of a single year go up and down by chance.",
    "Two roads have a lower limit now, and {share}% of drivers keep to it, as our count in May showed.",
    "Officers from housing, health and the police share one office, so that a family has to explain things only once.",
    "Not everything that happens is reported: our survey suggests that about {share}% of cases are.",
    "The market square was repaved in 2024-25, and it has benches, more lights and a taxi rank.",
    "Shopkeepers can call the same number at any hour, and {small} of them are members of the radio scheme.",
    "When a person leaves prison, a worker meets them on the same day and helps them to find a home.",
    "**Most of what we do costs little**: it is a matter of telling each other what we know.",
    "Bicycles are stolen mainly at the two stations, where {large} spaces are now covered by cameras.",
    "Our volunteers gave {large} hours of their time, and we're grateful to every one of them.",
    "The youth centre was open on {small} evenings in the spring; it was closed for repairs from May to July.",
    "If the grant ends, the council will decide by the autumn which parts of the work can go on.",
    "People who live near the river asked for better paths, and the first {small} are finished.",
    "Each case has one named officer, who writes to the person within {small} working days.",
    "In {place} there are {large} people aged 65 and over, and their number should grow by {share}% in ten years.",
    "The health service runs a clinic on Tuesdays and Thursdays, and {share}% of those who are invited come.",
    "We've changed the form so that it takes five minutes to fill in rather than twenty.",
    "Landlords who do not repair doors and windows after a break-in are reminded, and then they are fined.",
)

ITEMS = (
    "check the locks of {large} homes, beginning with those that were broken into",
    "meet the residents of every street that has had more than {small} reports",
    "keep the parks open and well lit until nine in the evening",
    "publish what we found within {small} weeks",
    "train {small} more volunteers, so that every ward has at least two",
    "spend £{large} on lights, paths and hedges near the schools",
    "**reduce repeat cases by {share}%** over three years",
    "the {place} Tenants' Association and its members",
    "the district's fire and rescue service",
    "the probation team for {place} and the surrounding parishes",
    "Brightwater Housing, which manages about {large} homes",
    "the Lantern Trust, a charity for young people",
    "ask those who moved away why they did",
    "write to the owners of empty buildings at least every {small} months",
    "share figures with neighbouring districts, without names or addresses",
    "look at each serious case together within {small} days",
    "offer every child a place in a club during the summer holidays",
    "fewer people are hurt on the roads: {small} or fewer each year",
    "more people say that they know whom to call ({share}% in the last survey)",
    "work with shops on how and where they keep goods that are often stolen",
    "keep one list of all projects, with what they cost and who leads them",
    "a telephone line that is open from 8 am to 8 pm",
    "mark bicycles and tools at {small} events in markets, stations and colleges",
)

INDICATORS = (
    "Burglary of homes, offences", "Theft of or from vehicles, offences", "Anti-social behaviour, reports",
    "Damage to property, offences", "Violence with injury, offences", "Domestic abuse, reports to the police",
    "Hate crime, reports from all sources", "People killed or badly hurt on the roads", "Theft from shops, offences",
    "Fires that were started on purpose",
)  # fmt: skip
HEADER = ["Measure", "2024/25", "Target", "2025/26", "Status"]
CATEGORIES = ["Burglary", "Vehicles", "Nuisance", "Damage", "Violence", "Shops"]
