"""What only the mentee says about their request."""

from generator.requests.commands.command import ANSWERABLE, MENTEE, Command, moves_to
from generator.text.catalogue import N_

WITHDRAW = Command(
    "withdraw",
    (MENTEE,),
    ("incomplete", "held", *ANSWERABLE, "accepted"),
    moves_to("withdrawn"),
    summary=N_("Take the request back. You don't need to give a reason."),
)
