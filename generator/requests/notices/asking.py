"""What is said while a request waits for a yes or a no."""

from datetime import timedelta

from generator.matching.words import COMMITMENT_WORDS, choice, listed
from generator.model.request import Asked
from generator.requests.alternatives import fitting_mentors, reasons_for
from generator.requests.course import Course
from generator.requests.names import called, day, plain
from generator.requests.notices.notice import Notice, mention_of, words_to_say
from generator.requests.quoting import block, code
from generator.requests.registry import Registry
from generator.requests.timers import waiting_since

KIND_WORDS = {
    "mentorship": "mentorship",
    "quick-question": "an answer to a quick question",
    "interview": "an informational interview",
    "group": "a place in your group",
    "application": "a place with you in a program",
}
"""What is asked for, in a sentence that begins with "somebody asks for"."""
_MOST_SUGGESTED = 5


def told(course: Course, goals: str | None, registry: Registry) -> Notice:
    """Tell the mentor who is asked: what is wanted, why them, and the words to answer with."""
    name = plain(registry.name(course.mentor)) or course.mentor
    whom, mentions = mention_of(course.mentor, course, name)
    days = registry.directory.settings.requests.days
    start = waiting_since(course, registry.now)
    end = start + timedelta(days=days.expiry)
    parts = [
        f"{whom}, somebody asks you for {KIND_WORDS.get(course.kind, 'help')}.",
        asked_table(course.asked, registry) if course.asked else "",
        quoted_goals(goals),
        _reasons(reasons_for(course, registry)),
        "**It is your turn.** Write one of these words as the first line of a comment:",
        words_to_say("accept", "decline", "ask", "waitlist", "redirect"),
        _quick_answer(course),
        f"If there is no answer, I remind you after {days.first_reminder} and {days.second_reminder} days. On {day(end)} the request ends by itself, and its author is shown other mentors. A quick no is kinder than silence.",
    ]
    return Notice(_joined(parts), mentions, "request", course.mentor)


def told_everybody(course: Course, registry: Registry) -> Notice:
    """Tell the author of an open request who might fit; nobody is mentioned before they show interest."""
    fitting = fitting_mentors(course, registry, _MOST_SUGGESTED)
    days = registry.directory.settings.requests.days
    end = waiting_since(course, registry.now) + timedelta(days=days.expiry)
    if fitting:
        lines = ["These mentors have room and fit what you ask for:", "\n".join(suggestion(one.handle, one.sentence, registry) for one in fitting)]
        lines.append("None of them has been told yet. To ask one of them, write `/redirect @login` with their name as the first line of a comment. Or wait: mentors read the list of open requests, too.")
    else:
        lines = ["At the moment I find no mentor with room for exactly this, but somebody who reads the open requests may."]
    lines.append("**Mentors:** if this is one for you, write `/interested` as the first line of a comment. You then get the details and can accept.")
    lines.append(f"If nobody does, coordinators hear of it after {days.second_reminder} days, and the request ends on {day(end)}.")
    return Notice(_joined(lines))


def first_reminder(course: Course, registry: Registry) -> Notice:
    """Remind the mentor, once more with a mention."""
    name = plain(registry.name(course.mentor)) or course.mentor
    whom, mentions = mention_of(course.mentor, course, name)
    end = waiting_since(course, registry.now) + timedelta(days=registry.directory.settings.requests.days.expiry)
    body = f"{whom}, this request still waits for you. One word is enough: `/accept`, `/decline`, or `/ask` and a question. No answer by {day(end)} ends it."
    return Notice(body, mentions, "reminder", course.mentor)


def second_reminder(course: Course, registry: Registry) -> Notice:
    """Tell a coordinator that nobody answered; the mentor reads it too."""
    days = registry.directory.settings.requests.days
    end = waiting_since(course, registry.now) + timedelta(days=days.expiry)
    whom, mentions = addressed_coordinator(course, registry)
    since = f"for {(registry.now - waiting_since(course, registry.now)).days} days"
    if course.mentor:
        name = plain(registry.name(course.mentor)) or course.mentor
        body = f"{whom}, this request has been waiting for {name} {since}. You can pass it on with `/reassign @login`. {name}, it is still yours to answer: `/accept`, `/decline` or `/ask`. It ends on {day(end)}."
    else:
        fitting = [code(one.handle) for one in fitting_mentors(course, registry, 3)]
        hint = f" Who fits and has room: {listed(fitting)}." if fitting else ""
        body = f"{whom}, nobody has taken up this open request {since}. You can give it to somebody with `/reassign @login`.{hint} It ends on {day(end)}."
    return Notice(body, mentions, "reminder", course.mentor)


def held(course: Course, registry: Registry) -> Notice:
    """Ask a coordinator to look first."""
    whom, mentions = addressed_coordinator(course, registry)
    about = "an application" if course.kind == "application" else "a request"
    body = f"{whom}, here is {about} for you to look at first. `/approve` lets it go on, `/reassign @login` gives it to a mentor, `/close` ends it."
    return Notice(body, mentions)


def held_reminder(course: Course, registry: Registry) -> Notice:
    """Ask again, without calling anybody."""
    return Notice("This still waits for a coordinator: `/approve`, `/reassign @login` or `/close`.")


def incomplete_reminder(course: Course, registry: Registry) -> Notice:
    """Tell an author that something is still missing, long before the end."""
    days = registry.directory.settings.requests.days
    end = course.since + timedelta(days=days.expiry)
    body = f"Nobody has been told of this request yet, because something is still missing; my first comment says what. When it is there, the request goes out at once. Otherwise it ends on {day(end)}."
    return Notice(body)


def question_reminder(course: Course, registry: Registry) -> Notice:
    """Remind the mentee of the mentor's question."""
    end = course.since + timedelta(days=registry.directory.settings.requests.days.expiry)
    body = f"There is a question for you above. Any answer hands the turn back to the mentor; `/withdraw` takes the request back. Without one this ends on {day(end)}."
    return Notice(body)


def waitlisted(course: Course, registry: Registry) -> Notice:
    """Tell the mentee what a waitlist means, and who has room now."""
    end = course.since + timedelta(days=registry.directory.settings.requests.days.waitlist)
    fitting = fitting_mentors(course, registry, 3)
    parts = [
        f"{called(course.mentor, registry)} would like to, and has no room right now. You keep your place until {day(end)}, and need to do nothing. `/withdraw` gives it up.",
        "\n".join(["If you would rather not wait, write `/withdraw` and ask one of these, who have room and fit, too:", "", *(f"- {called(one.handle, registry)}. {one.sentence}".rstrip() for one in fitting)]) if fitting else "",
    ]
    return Notice(_joined(parts))


def addressed_coordinator(course: Course, registry: Registry) -> tuple[str, tuple[str, ...]]:
    """Address one coordinator; they take turns by the request's number. Who asks or is asked cannot look at it from outside."""
    program = registry.directory.programs.get(course.asked.program) if course.asked else None
    named = (program.coordinators if program else ()) or registry.directory.settings.coordinators
    handles = [handle for handle in named if handle not in (course.mentor, course.mentee.handle)]
    if not handles:
        return "Coordinators", ()
    return mention_of(handles[course.number % len(handles)], course, "Coordinators")


def asked_table(asked: Asked, registry: Registry) -> str:
    """Write what the form says as a table; people's own words stand in code."""
    skills, topics = registry.directory.vocabularies.skills, registry.directory.vocabularies.topics
    must = {want.skill: want.importance == "must" for want in asked.skills}
    wants = [plain(skills.label(want.skill)) + (" (important)" if must[want.skill] else "") for want in asked.skills]
    wants += [plain(topics.label(topic)) for topic in asked.topics] + [code(word, 40) for word in asked.unknown]
    program = registry.directory.programs.get(asked.program)
    rows = [
        ("Wants help with", ", ".join(wants)),
        ("Format", choice(asked.format) if asked.format else ""),
        ("Time", COMMITMENT_WORDS.get(asked.commitment or "", "")),
        ("Relationship", choice(asked.relationship) if asked.relationship else ""),
        ("Languages", ", ".join(registry.language_name(tag) for tag in asked.languages)),
        ("Time zone", code(asked.timezone, 40) if asked.timezone else ""),
        ("Program", plain(program.title) if program else ""),
    ]
    lines = [f"| {name} | {value} |" for name, value in rows if value]
    return "\n".join(["| | |", "|---|---|", *lines]) if lines else ""


def quoted_goals(goals: str | None) -> str:
    """Quote the free text as it was sent; where it was changed since, say so instead."""
    if goals is None:
        return "Their goals stand above; the text was changed after it was sent."
    return f"Their goals, in their own words:\n\n{block(goals)}" if goals.strip() else ""


def _reasons(sentences: tuple[str, ...]) -> str:
    if not sentences:
        return ""
    return "\n".join(["What the match says about you, as its author reads it:", "", *(f"- {sentence}" for sentence in sentences)])


def _quick_answer(course: Course) -> str:
    return "For a quick question you can also simply answer here; that counts as a yes." if course.kind == "quick-question" else ""


def suggestion(handle: str, sentence: str, registry: Registry) -> str:
    """Write one mentor who fits as a line of a list, with the word that asks them; in code, it mentions nobody."""
    return f"- {called(handle, registry)}, `/redirect @{handle}`. {sentence}".rstrip()


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part)
