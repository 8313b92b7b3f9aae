"""What comes next where something ended: other people, or the list of all of them."""

from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState, wants_of
from generator.requests.replies.markdown_links import find_mentors
from generator.requests.replies.notices.notice import exact_commands, paragraphs
from generator.requests.replies.suggestions import commands_to_ask, fitting_mentors, linked_names
from generator.requests.stats.waiting_times import waiting_times
from generator.text.catalogue import _
from generator.text.dates import span

_MOST = 3


def ask_another(
    request: RequestState, context: RequestContext, opening: str = "", foot: str = "", commands: tuple[str, ...] = ()
) -> str:
    """Name who is free and fits, to be asked by replying with a name; without anyone, lead to the list.

    `foot` comes below, and last of all, folded away, `commands` with those that ask each of them.
    """
    fitting = fitting_mentors(request, context, _MOST)
    if not fitting:
        return paragraphs([nobody_free(context), foot, exact_commands(*commands)])
    free = opening or (
        _("This mentor is free and fits:") if len(fitting) == 1 else _("These mentors are free and fit:")
    )
    return paragraphs(
        [
            f"{free} {linked_names(fitting, context)}",
            _("**Reply with a name**, or “anyone”, and I’ll pass it on. You don’t have to write it again."),
            foot,
            exact_commands(*commands, more=commands_to_ask(fitting, "redirect", context)),
        ]
    )


def meet_others(request: RequestState, context: RequestContext) -> str:
    """Name who is free and fits, where the request itself can no longer be passed on."""
    fitting = fitting_mentors(request, context, _MOST)
    if not fitting:
        return nobody_free(context)
    return _("Free and a good fit: {names}.", names=linked_names(fitting, context))


def waited_lately(request: RequestState, context: RequestContext) -> str:
    """Say how long others waited lately, and how many of them found a mentor; nothing where these are too few."""
    lately = waiting_times(context.other_requests, context.now, wants_of(request.asked))
    if lately is None:
        return ""
    return _(
        "Lately, {matched} of {asked} people found a mentor, half of them within {span}.",
        matched=lately.matched,
        asked=lately.asked,
        span=span(lately.days),
    )


def nobody_free(context: RequestContext) -> str:
    """Lead to the list of mentors, where nobody who fits has a free spot."""
    return _(
        "No other mentor who fits has a free spot right now. [New ones appear here]({mentors}).",
        mentors=find_mentors(context),
    )
