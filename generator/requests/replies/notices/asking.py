"""What is said while a request waits for a yes or a no."""

from datetime import timedelta

from generator.model.request import Asked
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.timers import waiting_since
from generator.requests.replies.markdown_links import called, counted, page_of
from generator.requests.replies.notices.notice import Notice, mention_of, words_to_say
from generator.requests.replies.suggestions import fitting_mentors, reasons_for
from generator.text.counting import listed
from generator.text.dates import day
from generator.text.markdown_escape import block, code, plain
from generator.text.phrases import COMMITMENT_WORDS, choice

KIND_WORDS = {
    "mentorship": "asks you to be their mentor",
    "quick-question": "has a quick question for you",
    "interview": "asks you for an informational interview: one talk about your work",
    "group": "asks for a place in your group",
    "application": "applies for a place with you in a program",
}
"""What is asked for, in a sentence that begins with "somebody"."""
_FREE_TEXT = {"quick-question": "Their question", "interview": "What they would like to hear about"}
"""What the free text is called, where it is not called goals."""
_MOST_SUGGESTED = 5


def told(request: RequestState, goals: str | None, context: RequestContext) -> Notice:
    """Tell the mentor who is asked: what is wanted, why them, and the words to answer with."""
    name = plain(context.name(request.mentor)) or request.mentor
    whom, mentions = mention_of(request.mentor, request, name, context)
    lost = ""
    if request.mentor in context.reassigned_logins:
        coordinator, mentions = addressed_coordinator(request, context)
        lost = f"{coordinator}, the GitHub name in the profile of {name} belongs to somebody else now, so I called nobody. Please correct the profile, or pass this on with `/reassign @login`."
    days = context.directory.settings.requests.days
    start = waiting_since(request, context.now)
    end = start + timedelta(days=days.expiry)
    parts = [
        lost,
        f"{whom}, somebody {KIND_WORDS.get(request.kind, 'asks you for help')}.",
        asked_table(request.asked, context) if request.asked else "",
        quoted_goals(goals, request.kind),
        _reasons(reasons_for(request, context)),
        "**It is your turn.** Begin a comment with one of these words:",
        words_to_say("accept", "decline", "ask", "waitlist", "redirect"),
        _quick_answer(request),
        f"Without an answer, I remind you after {counted(days.first_reminder, 'day')}, and after {days.second_reminder} I ask the coordinators to help. On {day(end)} the request ends by itself, and its author hears who else has room. A quick no is a good answer, too.",
    ]
    return Notice(_joined(parts), mentions, "request", request.mentor)


def open_request(request: RequestState, context: RequestContext) -> Notice:
    """Tell the author of an open request who might fit; nobody is mentioned before they show interest."""
    fitting = fitting_mentors(request, context, _MOST_SUGGESTED)
    days = context.directory.settings.requests.days
    end = waiting_since(request, context.now) + timedelta(days=days.expiry)
    if fitting:
        lines = [
            f"{they_fit(len(fitting))}:",
            "\n".join(suggestion(one.handle, one.sentence, context) for one in fitting),
        ]
        lines.append(
            "Nobody has been told yet. To ask one of them, begin a comment with the words before their name. Or wait: other mentors find this in the list of open requests."
        )
    else:
        lines = [
            "At the moment nobody with room fits exactly this. It now stands in the list of open requests, where mentors can find it."
        ]
    lines.append(
        "**Mentors:** if this is one for you, begin a comment with `/interested`. I then tell you what is asked, and you can accept."
    )
    lines.append(
        f"If nobody does, I ask the coordinators to help after {counted(days.second_reminder, 'day')}. On {day(end)} the request ends by itself."
    )
    return Notice(_joined(lines))


def first_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Remind the mentor, with a second mention."""
    name = plain(context.name(request.mentor)) or request.mentor
    whom, mentions = mention_of(request.mentor, request, name, context)
    end = waiting_since(request, context.now) + timedelta(days=context.directory.settings.requests.days.expiry)
    body = f"{whom}, this request still waits for you. One word is enough: `/accept`, `/decline`, or `/ask` and a question. Without one it ends on {day(end)}."
    return Notice(body, mentions, "reminder", request.mentor)


def second_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Tell a coordinator that nobody answered; the mentor reads it too."""
    days = context.directory.settings.requests.days
    end = waiting_since(request, context.now) + timedelta(days=days.expiry)
    whom, mentions = addressed_coordinator(request, context)
    since = f"for {counted((context.now - waiting_since(request, context.now)).days, 'day')}"
    if request.mentor:
        name = plain(context.name(request.mentor)) or request.mentor
        body = f"{whom}, this request has been waiting for {name} {since}. You can pass it on with `/reassign @login`. {name}, it is still yours to answer: `/accept`, `/decline` or `/ask`. Without an answer it ends on {day(end)}."
    else:
        fitting = [code(one.handle) for one in fitting_mentors(request, context, 3)]
        hint = f" Who fits and has room: {listed(fitting)}." if fitting else ""
        body = f"{whom}, nobody has taken up this open request {since}. You can give it to a mentor with `/reassign @login`.{hint} Otherwise it ends on {day(end)}."
    return Notice(body, mentions, "reminder", request.mentor)


def held(request: RequestState, context: RequestContext) -> Notice:
    """Ask a coordinator to look first."""
    whom, mentions = addressed_coordinator(request, context)
    end = request.since + timedelta(days=2 * context.directory.settings.requests.days.expiry)
    about = "an application" if request.kind == "application" else "a request"
    body = f"{whom}, here is {about} to look at before it goes on. `/approve` lets it go on, `/reassign @login` gives it to a mentor, `/close` ends it. Without a word it ends on {day(end)}."
    return Notice(body, mentions)


def held_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Ask again, without calling anybody."""
    end = request.since + timedelta(days=2 * context.directory.settings.requests.days.expiry)
    return Notice(
        f"This still waits for a coordinator: `/approve`, `/reassign @login` or `/close`. Without a word it ends on {day(end)}."
    )


def incomplete_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Tell an author that something is still missing, long before the end."""
    days = context.directory.settings.requests.days
    end = request.since + timedelta(days=days.expiry)
    body = f"Nobody has been told of this request yet: something is still missing, and my first comment says what. Once it is there, the request goes out. Otherwise it ends on {day(end)}, and you can ask again at any time."
    return Notice(body)


def question_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Remind the mentee of the mentor's question."""
    end = request.since + timedelta(days=context.directory.settings.requests.days.expiry)
    body = f"The mentor asked something, above. Any comment of the mentee hands the turn back to the mentor; `/withdraw` takes the request back. Without an answer this ends on {day(end)}."
    return Notice(body)


def waitlisted(request: RequestState, context: RequestContext) -> Notice:
    """Tell the mentee what a waitlist means, and who has room now."""
    end = request.since + timedelta(days=context.directory.settings.requests.days.waitlist)
    fitting = fitting_mentors(request, context, 3)
    parts = [
        f"{called(request.mentor, context)} would like to, but has no room right now. This request is kept until {day(end)}, and you need to do nothing. `/withdraw` takes it back.",
        "\n".join(
            [
                f"If you would rather not wait, write `/withdraw` and ask somebody else. {they_fit(len(fitting))}:",
                "",
                *(f"- {called(one.handle, context)}. {one.sentence}".rstrip() for one in fitting),
            ]
        )
        if fitting
        else "",
    ]
    return Notice(_joined(parts))


def addressed_coordinator(request: RequestState, context: RequestContext) -> tuple[str, tuple[str, ...]]:
    """Address one coordinator; they take turns by the request's number. Who asks or is asked cannot look at it from outside."""
    program = context.directory.programs.get(request.asked.program) if request.asked else None
    named = (program.coordinators if program else ()) or context.directory.settings.coordinators
    handles = [handle for handle in named if handle not in (request.mentor, request.mentee.handle)]
    if not handles:
        return "Coordinators", ()
    return mention_of(handles[request.number % len(handles)], request, "Coordinators", context)


def asked_table(asked: Asked, context: RequestContext) -> str:
    """Write what the form says as a table; people's own words stand in code."""
    skills, topics = context.directory.vocabularies.skills, context.directory.vocabularies.topics
    must = {want.skill: want.importance == "must" for want in asked.skills}
    wants = [plain(skills.label(want.skill)) + (" (important)" if must[want.skill] else "") for want in asked.skills]
    wants += [plain(topics.label(topic)) for topic in asked.topics] + [code(word, 40) for word in asked.unknown]
    program = context.directory.programs.get(asked.program)
    rows = [
        ("Wants help with", ", ".join(wants)),
        ("Format", choice(asked.format) if asked.format else ""),
        ("Time", COMMITMENT_WORDS.get(asked.commitment or "", "")),
        ("Relationship", choice(asked.relationship) if asked.relationship else ""),
        ("Languages", ", ".join(context.language_name(tag) for tag in asked.languages)),
        ("Time zone", code(asked.timezone, 40) if asked.timezone else ""),
        ("Program", plain(program.title) if program else ""),
    ]
    lines = [f"| {name} | {value} |" for name, value in rows if value]
    return "\n".join([lines[0], "|:--|:--|", *lines[1:]]) if lines else ""


def quoted_goals(goals: str | None, kind: str) -> str:
    """Quote the free text as it was sent; where it was changed since, say so instead."""
    if goals is None:
        return "What they wrote stands at the top of this page; it was changed after it was sent."
    return f"{_FREE_TEXT.get(kind, 'Their goals')}, in their own words:\n\n{block(goals)}" if goals.strip() else ""


def _reasons(sentences: tuple[str, ...]) -> str:
    if not sentences:
        return ""
    return "\n".join(
        [
            "Why this may be for you, as the match puts it to the person who asks:",
            "",
            *(f"- {sentence}" for sentence in sentences),
        ]
    )


def _quick_answer(request: RequestState) -> str:
    return "Or simply write the answer here: that counts as a yes." if request.kind == "quick-question" else ""


def they_fit(number: int) -> str:
    """Begin a list of mentors who fit."""
    return (
        "This mentor has room and fits what you ask for"
        if number == 1
        else "These mentors have room and fit what you ask for"
    )


def suggestion(handle: str, sentence: str, context: RequestContext) -> str:
    """Write one mentor who fits as a line of a list, with the word that asks them; in code, it mentions nobody."""
    name = plain(context.name(handle)) or handle
    url = page_of(handle, context)
    return f"- `/redirect @{handle}` asks {f'[{name}]({url})' if url else name}. {sentence}".rstrip()


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part)
