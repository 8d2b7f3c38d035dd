"""What else a day may be asked about: answered yes, answered no, or not asked (clinical.md A2, A5).

Only the signs whose advice is a routine appointment stand here so far. Those that need help at once come
together with the page that answers them at once.
"""

SIGNS = {
    "weakness": "Weakness",
    "stiffness": "Stiffness",
}

QUESTIONS = {
    "weakness": "Did a place that twitches feel weak?",
    "stiffness": "Did a place that twitches feel stiff?",
}
