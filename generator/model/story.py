"""What a community tells about itself: true stories of mentorships, each with the consent of those it tells about."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """One story; `id` is the name of its file, `text` what follows below its fields, in Markdown.

    `mentor` is a handle and `mentee` what someone wants to be called; either may be empty. `consent` says who agreed.
    """

    id: str
    title: str
    summary: str
    date: datetime.date
    consent: tuple[str, ...]
    kind: str = "story"
    mentor: str = ""
    mentee: str = ""
    skills: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    career_paths: tuple[str, ...] = ()
    text: str = ""
