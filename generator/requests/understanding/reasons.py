"""Why a reply was read as it was, in sentences for people."""

from generator.requests.understanding.evidence import Sign
from generator.text.catalogue import N_, _

SAYS = {
    "yes": N_("“{words}” says yes."),
    "no": N_("“{words}” says no."),
    "no-capacity": N_("“{words}” says that there is no free time or spot."),
    "not-my-area": N_("“{words}” says that it is someone else's field."),
    "timing": N_("“{words}” says that the times don't match."),
    "stage": N_("“{words}” says that someone else could help better at this stage."),
    "format": N_("“{words}” says that they work in a different way."),
    "hedge": N_("“{words}” leaves it open."),
    "condition": N_("“{words}” sets a condition."),
    "stall": N_("“{words}” says that they want to think or look first."),
    "another": N_("“{words}” asks for another mentor."),
    "affirm": N_("“{words}” confirms what was asked."),
    "misread": N_("“{words}” says that this was not meant."),
    "later": N_("“{words}” speaks of a later time."),
    "redirect": N_("“{words}” points to someone else."),
    "away": N_("“{words}” says that they are away."),
    "report": N_("“{words}” repeats what someone said."),
    "mentee_role": N_("“{words}” speaks of being a mentee."),
    "process_question": N_("“{words}” asks how this works."),
    "thanks": N_("“{words}” is a thank-you."),
    "help": N_("“{words}” asks for someone from the team."),
    "withdraw": N_("“{words}” takes the request back."),
    "started": N_("“{words}” says that they have begun."),
    "active": N_("“{words}” says that it goes on."),
    "complete": N_("“{words}” says that they are done."),
    "end": N_("“{words}” says that they want to stop."),
    "undo": N_("“{words}” takes something back."),
    "pause": N_("“{words}” asks for no new requests."),
    "resume": N_("“{words}” asks for new requests again."),
    "capacity": N_("“{words}” says how many mentees they take."),
    "confirm": N_("“{words}” says that the profile is right."),
}
"""How each kind of cue is explained."""
_MOST = 4
_SIGNS = {"yessign": "👍", "nosign": "👎", "sign": "", "somehandle": "@..."}


def sentence_of(signs: Sign) -> str:
    """Explain one cue."""
    words = " ".join(_SIGNS.get(word, word) for word in signs.words.split())
    return _(SAYS[signs.kind], words=words)


def sentences_of(*signs: Sign) -> tuple[str, ...]:
    """Explain some cues, each once and not too many."""
    told = dict.fromkeys(sentence_of(one) for one in signs if one.kind in SAYS)
    return tuple(told)[:_MOST]
