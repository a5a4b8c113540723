"""The plan of plan.yaml, built by a script: the same model in another way.

python examples/plan.py [FOLDER] writes plan.docx and plan.pdf there.
"""

import sys
from datetime import date
from pathlib import Path

from csp_docs import (
    Achievement,
    Chart,
    Contact,
    CrossCuttingTheme,
    CspDocsError,
    Facts,
    Generated,
    ListOf,
    Month,
    Partner,
    Pending,
    Plan,
    Signatory,
    Table,
    bullets,
    callout,
    cell,
    diagram,
    grid,
    landscape,
    plan,
    priority,
    quote,
    save,
    section,
)

CROSSHEADING = (
    "https://www.legislation.gov.uk/ukpga/1998/37/part/I/chapter/I/crossheading/crime-and-disorder-strategies"
)
EQUALITY_ACT = "https://www.legislation.gov.uk/ukpga/2010/15/section/149"

DISTRICT = Facts(
    {
        "Area": "About 230 square miles, more than a quarter of Leicestershire",
        "Market towns": "Market Harborough and Lutterworth",
        "Large villages": "Broughton Astley, Fleckney, Great Glen and Kibworth",
        "Smaller villages": "More than 80, many with fewer than 1,000 residents",
        "Prison": "HMP Gartree, whose offences count in the district's figures",
    }
)

DUTY = quote(
    "… it shall be the duty of each authority to which this section applies to exercise its various functions "
    "with due regard to the likely effect of the exercise of those functions on, and the need to do all that "
    "it reasonably can to prevent, crime and disorder in its area (including anti-social and other behaviour "
    "adversely affecting the local environment) …",
    title="Crime and Disorder Act 1998, section 17(1), as amended",
)

CONCERNS = grid(
    cell(
        "Parish councils",
        "Their first concerns are:",
        bullets(
            "road safety, and speeding above all",
            "theft and burglary, with heritage crime",
            "the savings of vulnerable people",
        ),
    ),
    cell(
        "Residents",
        "Their first concerns are:",
        bullets(
            "violence, mostly through drink",
            "theft, and burglary above all",
            "anti-social behaviour, such as criminal damage",
        ),
    ),
    cell(
        "Farmers",
        "Their first concerns are:",
        bullets("burglary", "the theft of farm machinery", "heritage crime"),
    ),
    cell(
        "Everybody",
        "Fear of crime is higher than crime itself, most of all in the villages. We shall have to reassure "
        "as well as to prevent.",
    ),
)

PUBLIC_HEALTH = diagram(
    "steps",
    "What is the problem?",
    "What are its causes?",
    "What works, and for whom?",
    "Do more of what works",
    id="fig-public-health",
    caption="A public health approach in four steps",
    alt="Four boxes in a row, joined by arrows: What is the problem? What are its causes? What works, and for "
    "whom? Do more of what works.",
)

GROUPS = diagram(
    "tree",
    "Strategy Group",
    bullets(
        "Joint Action Group",
        bullets("People", "Places", "Property"),
        "Domestic Abuse Forum",
        "Road Safety Group",
    ),
    id="fig-groups",
    caption="Who carries out the plan",
    alt="The Strategy Group stands above the Joint Action Group, the Domestic Abuse Forum and the Road Safety Group. "
    "Below the Joint Action Group stand the groups for people, places and property.",
)

YEAR = diagram(
    "cycle",
    "Strategic assessment",
    "Priorities checked",
    "Action plan",
    "Work and reports",
    "Review",
    id="fig-year",
    caption="The plan's year",
    alt="Five boxes in a circle: strategic assessment, priorities checked, action plan, work and reports, review. "
    "The review leads to the next assessment.",
)

HELP = callout(
    "Call **999** when there is danger or when a crime is happening. At all other times:",
    bullets(
        "the police on **101**",
        "Crimestoppers on **0800 555 111**, without giving your name",
        "the National Domestic Abuse Helpline on **0808 2000 247**, day and night",
    ),
    title="Is somebody in danger?",
)

ACTIONS = Table(
    ["Priority", "Action", "Who leads", "By when", "What will show that it worked"],
    [
        [
            "People",
            "Train 120 members of staff to see the signs of abuse",
            "District council",
            "December 2020",
            "More referrals from staff who visit homes",
        ],
        [
            "People",
            "Begin a programme for those who abuse",
            "Police",
            "March 2021",
            "Fewer repeat cases among those who took part",
        ],
        [
            "People",
            "Visit every victim of doorstep fraud",
            "Trading Standards",
            "From September 2020",
            "Visits within a week",
        ],
        [
            "Places",
            "Speed checks with volunteers in ten villages",
            "Road Safety Group",
            "October 2020",
            "Lower average speeds",
        ],
        [
            "Places",
            "One officer for each place with repeated calls",
            "District council",
            "From July 2020",
            "Fewer places with five reports a month",
        ],
        [
            "Property",
            "Patrols and advice at car parks in the autumn",
            "Police",
            "September to November 2020",
            "Fewer thefts from vehicles than in 2019",
        ],
        ["Property", "Mark the machinery of fifty farms", "Police", "March 2021", "Marked property on fifty farms"],
    ],
    id="tab-actions",
    caption="What we shall do in 2020/21",
    row_headers=True,
    notes=["The plan is looked at every three months. Work may be moved when something more urgent comes up."],
)

FIRST_PLAN = Chart(
    "column",
    ["Assaults in town centres", "Theft from the person", "Burglary of homes", "Theft from vehicles"],
    {"Before the plan": [326, 61, 205, 344], "At its end": [261, 43, 222, 343]},
    id="fig-first-plan",
    caption="Cases recorded before the first plan and at its end",
    unit="cases",
    source="Harborough District Community Safety Partnership, plan for 2011 to 2014",
)

PRIORITIES = [
    priority(
        "People",
        "Violence is the largest part of recorded crime here, and domestic abuse has risen faster than anywhere else "
        "in the county. Much of it is never reported. Cheats on the telephone and at the door seek out people who live "
        "alone.",
        summary="To understand what lies behind violence and control, and to support those whom they hurt.",
        aims=[
            "More people who are abused or exploited come forward and get help",
            "Fewer people are hurt a second time",
            "Fewer people lose their savings to fraud",
        ],
        focus=[
            "Domestic abuse",
            "Exploitation[^exploitation]\n\n"
            "[^exploitation]: All kinds of grooming, county lines and radicalisation among them.\n",
            "Financial fraud",
            "Serious violence",
        ],
        actions=[
            "Train staff who visit homes to see the signs of abuse",
            "Work with those who abuse, too",
            "Visit every victim of doorstep fraud",
            "Talk about knives, drugs and county lines in every school",
        ],
        measures=[
            "The share of domestic abuse reports that lead to support",
            "The number of people who suffer violence more than once in a year",
            '{{ pending("Leicestershire Police", "how many fraud victims in the district were visited in 2019/20") }}',
        ],
        lead_agency=["Leicestershire Police leads this priority."],
        support=["Both councils, the health service and the probation services support it."],
    ),
    priority(
        "Places",
        "Parish councils put speeding first. Anti-social behaviour has fallen for three years, but no other matter "
        "brings us more calls, and in one street it can spoil daily life for everybody.",
        summary="To make streets, parks and town centres places where everybody feels at ease.",
        aims=[
            "Fewer people killed or seriously injured on the district's roads",
            "Fewer places to which we are called again and again",
        ],
        focus=["Road safety", "Anti-social behaviour", "Public order", "Criminal damage"],
        actions=[
            "Set up speed checks with volunteers in villages that ask for them",
            "Act on repeated calls within two weeks, with one officer for each place",
            "Use our powers, from warnings to injunctions, in good time",
        ],
        measures=[
            "People killed or seriously injured on the district's roads",
            "Places with five or more reports of anti-social behaviour in a month",
        ],
        lead_agency=["Harborough District Council leads this priority."],
        support=["Leicestershire Police and the Road Safety Group support it."],
    ),
    priority(
        "Property",
        "Vehicle crime grew more than any other kind in 2019. A burglary in the country can cost a farm its machines "
        "and a church its roof, and thieves count on long roads with nobody about.",
        labels={"focus": "Above all:"},
        summary="To help people look after what is theirs, and to use what the partners have to keep thieves away.",
        aims=[
            "Fewer burglaries and fewer thefts from vehicles",
            "Residents, farms and shops that know how to protect themselves",
        ],
        focus=[
            "Burglary of homes",
            "Theft from vehicles",
            "Crime on the internet",
            "Theft from shops",
            "Rural and heritage crime",
        ],
        actions=[
            "Patrol and advise where vehicles are broken into, before the peak in the autumn",
            "Mark farm machinery and church lead so that it can be traced",
            "Give better locks to people who were burgled, the oldest first",
        ],
        measures=[
            "Recorded thefts from vehicles, from September to November",
            "Homes burgled more than once in a year",
        ],
        lead_agency=["Leicestershire Police leads this priority."],
    ),
]

THEMES = [
    CrossCuttingTheme(
        "Substance misuse",
        summary="Drink and drugs lie behind much of the violence and theft that this plan speaks of.",
        actions=[
            "Make people aware of what substances do, early and without preaching",
            "Bring those who want to stop to treatment, from custody as well as from home",
        ],
    ),
    CrossCuttingTheme(
        "Engagement",
        summary="A plan works when people know of it and have their say.",
        actions=[
            "Meet residents in every part of the district at least once a year",
            "Tell people what became of what they told us",
        ],
    ),
    CrossCuttingTheme(
        "Sharing information",
        summary="Partners may tell each other what they need to know, within the law.",
        actions=["Renew the agreement on sharing information, and train those who use it"],
    ),
]

PARTNERS = [
    Partner(
        "Harborough District Council",
        role=[
            "Supports the partnership with its community safety team, deals with anti-social behaviour, licensing and "
            "noise, and houses people who flee from violence."
        ],
    ),
    Partner(
        "Leicestershire County Council",
        role=[
            "Protects children and adults at risk, pays for treatment of addiction and for the support of victims of "
            "domestic abuse, and looks after the roads."
        ],
    ),
    Partner(
        "Leicestershire Police",
        role=["Prevents and investigates crime, brings offenders to justice, and works with neighbourhoods."],
    ),
    Partner(
        "Leicestershire Fire and Rescue Service",
        role=["Prevents fires and accidents on the road, checks the safety of homes, and works with young people."],
    ),
    Partner(
        "Office of the Police and Crime Commissioner",
        role=["Sets the police's priorities and budget, and gives grants to partnerships."],
    ),
    Partner(
        "Violence Reduction Network",
        role=["Brings together those who can prevent serious violence in Leicester, Leicestershire and Rutland."],
    ),
]

ACHIEVEMENTS = [
    Achievement(
        "Violence",
        pledges=[
            "we would cut violence in town centres by 15%",
            "more people would report domestic abuse and hate crime",
        ],
        outcomes=[
            "Assaults with less serious injuries went {{ change(326, 261) }}, from 326 to 261.",
            "Reports of domestic abuse went {{ change(955, 984) }}, and of hate crime from 14 to 33.",
        ],
    ),
    Achievement(
        "Anti-social behaviour",
        pledges=["we would cut it by 5%"],
        outcomes=["Cases went {{ change(2528, 2058) }}, from {{ number(2528) }} to {{ number(2058) }}."],
    ),
    Achievement(
        "Burglary and theft",
        pledges=["we would cut burglary by 3%"],
        outcomes=[
            "Burglary of homes went {{ change(205, 222) }}: this promise was not kept.",
            "Theft from the person went {{ change(61, 43) }}, which nobody had promised.",
        ],
    ),
]

GLOSSARY = {
    "Anti-social behaviour": "What causes or may cause alarm, harassment or distress to people of another household",
    "County lines": "Gangs that bring drugs from cities to small towns, with mobile phones and often with the help of "
    "children",
    "Heritage crime": "Offences that harm historic buildings, churches and monuments",
    "Joint Action Group": "The group of officers from all partners that shares out the work each month",
    "Responsible authority": "A body that must take part in the partnership by law",
    "Strategic assessment": "The yearly analysis of crime, disorder and substance misuse on which the plan rests",
    "Strategy Group": "The senior people of the responsible authorities, who answer for the plan",
}

three_year_plan: Plan = (
    plan("Three Year Partnership Plan", council="harborough", period="2020-2023")
    .strapline("A safe district, together")
    .status("draft")
    .version("V2")
    .date(Month(2020, 7))
    .contents()
    .vision("We want Harborough to be {{ partnership.vision }}.")
    .statement(
        "This plan is made under section 6 of the Crime and Disorder Act 1998. It runs for three years and is looked "
        "at afresh every year."
    )
    .foreword(
        "Harborough is one of the safest places in Leicestershire, and we mean to keep it so.",
        "Crime here is low, but it does not feel low to somebody who has been burgled, cheated or hurt at home. Over "
        "the past year more residents told the police about domestic abuse, and more vans and cars were broken into. "
        "Reports of anti-social behaviour fell for the third year in a row, and yet it is still one of the things that "
        "you ring us about most.",
        "No single body can put this right. The police, the two councils, the fire and rescue service, probation and "
        "the health service plan together, so that a person in trouble meets one partnership and not seven offices.",
        "This plan has three priorities: people, places and property. They come from the figures, and from what "
        "residents, parish councils and farmers told us. Thank you to all who gave us their time, and to the many "
        "volunteers who make this district what it is.",
        signed_by=Signatory(
            name="Councillor A. Example",
            role=["Lead Member for Community Safety", "Chair of the Strategy Group"],
            organisation="{{ partnership.name }}",
        ),
    )
    .section(
        "About this plan",
        "This plan says what the {{ partnership.name }} will work on from 2020 to 2023, why, and how you will be able "
        "to tell whether it worked.",
        "It covers the whole district, from its two market towns to its smallest villages.",
        DISTRICT,
        'The action plan for the first year is {{ ref("first-year") }}. {{ ref("first-plan") }} looks back at the '
        "first plan that the partnership made.",
    )
    .section(
        "The partnership",
        "Community safety partnerships were set up by [sections 5 to 7 of the Crime and Disorder Act "
        f"1998]({CROSSHEADING}). The bodies that must take part are called responsible authorities. Here they are:",
        ListOf("responsible_authorities"),
        "Others work with us because they choose to:",
        ListOf("other_agencies"),
        "All that they do counts towards the same end. The Act puts it this way:",
        DUTY,
        Generated("partners", "What some of the partners do"),
        id="partnership",
    )
    .section(
        "What the evidence says",
        "Every year we prepare a strategic assessment. It brings together what is recorded of crime, disorder and "
        "substance misuse, and what people have told us. This plan rests on the assessment of 2020.",
        section(
            "Recorded crime",
            "Crime has risen for three years, and by **6.4%** in 2019. These findings stood out:",
            bullets(
                "**Violence, vehicle crime and anti-social behaviour** are reported most. Two in three of the cases "
                "recorded as violence leave nobody injured, and knives and other weapons are very rarely used.",
                "**Domestic abuse.** Reports rose by more than anywhere else in the county. Part of the rise is good "
                "news: more people come forward and more are referred to us.",
                "**Vehicle crime** rose most of all, with a peak in thefts from vehicles in the autumn of 2019.",
                "**Anti-social behaviour** reported to the police fell for the third year in a row.",
                "**Shops and businesses.** Theft from shops fell again after a rise in 2018. One person was behind "
                "most burglaries of businesses in the summer of 2019.",
            ),
        ),
        section(
            "What people told us",
            "Their answers to our survey of 2019/20, and what we heard at a rural crime event, agree in much.",
            CONCERNS,
        ),
        "We also want to know how safe people feel. In the latest survey of the county, "
        '{{ pending("Leicestershire County Council", "the share of residents who feel safe after dark") }} of '
        "residents said that they feel safe when they are out after dark.",
    )
    .section(
        "Duties and other plans",
        "The law asks more of partnerships than it did in 1998. Besides crime and disorder they now plan against "
        "anti-social behaviour, the misuse of drugs and alcohol, and reoffending, and they review deaths through "
        "domestic abuse. The Government has said that serious violence will be added.",
        "The Police and Crime Commissioner and the partnership must have regard to each other's priorities. The "
        "commissioner's plan for 2017 to 2021 stays in force until after the next election, which has been put off to "
        "May 2021 because of the coronavirus.",
        section(
            "A public health approach to violence",
            "Violence spreads, and it can be prevented. With the Violence Reduction Network we treat it as doctors "
            'treat an illness: find out where it begins, and stop it there. {{ ref("fig-public-health") }} shows the '
            "way of working that the World Health Organization recommends.",
            PUBLIC_HEALTH,
            "County lines and modern slavery are part of this work. Gangs from cities sell drugs in small towns, and "
            "use children and vulnerable adults to carry and store them.",
        ),
        section(
            "Fair to everybody",
            f"We carry out this plan with the [Equality Act 2010]({EQUALITY_ACT}) in mind: to end discrimination, to "
            "give everybody the same chances, and to help people to get on with each other. An assessment of the "
            "plan's effects on equality is published beside it.",
            Pending("the council's equality officer", "the assessment's web address", date(2020, 9, 30)),
        ),
    )
    .section(
        "Our priorities for 2020 to 2023",
        "We have chosen three priorities:",
        ListOf("priorities"),
        "Three themes run through all of them; the next chapter names them. A grant from the Police and Crime "
        "Commissioner helps to pay for the work.",
        Generated("priorities"),
        id="priorities",
    )
    .generate("cross_cutting", "Themes that cut across")
    .section(
        "How the plan is carried out",
        "The Strategy Group answers for the plan. The Joint Action Group meets every month, shares out the work and "
        'deals with what comes up ({{ ref("fig-groups", lower=true) }}).',
        GROUPS,
        section(
            "Every year",
            "Each year goes round in the same way, so that the plan never grows old "
            '({{ ref("fig-year", lower=true) }}).',
            YEAR,
            "The Strategy Group hears of progress every three months.",
        ),
    )
    .section(
        "How to report a crime, and how to reach us",
        HELP,
        "You find news at [www.harborough.gov.uk/communitysafety](https://www.harborough.gov.uk/communitysafety). "
        "Write to us for this plan in another form.",
        Generated("contact"),
    )
    .priorities(*PRIORITIES)
    .cross_cutting(*THEMES)
    .partners(*PARTNERS)
    .appendix("Action plan for the first year", landscape(ACTIONS), id="first-year")
    .appendix(
        "The first plan, 2008 to 2011",
        'The first plan made promises that could be counted. {{ ref("fig-first-plan") }} shows what came of some.',
        FIRST_PLAN,
        Generated("achievements", numbered=False),
        id="first-plan",
    )
    .achievements(*ACHIEVEMENTS)
    .glossary(GLOSSARY)
    .contact(
        Contact(
            team="Community Safety Team",
            organisation="Harborough District Council",
            email="communitysafety@harborough.gov.uk",
        )
    )
    .build()
)

if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    try:
        files = folder / "plan.docx", folder / "plan.pdf"
        for path in save(three_year_plan, *files, folder=Path(__file__).parent):  # its pictures are next to it
            print(path)
    except CspDocsError as error:
        sys.exit(str(error))
