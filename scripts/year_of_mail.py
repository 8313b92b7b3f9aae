"""Print a whole year of one pair as the e-mails that reach them: subject, preview and text.

`python scripts/year_of_mail.py [--short]` plays the year in a temporary folder, with the bot and the directory of
this repository. Read it aloud: is it always clear who should do what, is anything said twice, would you mute it?
"""

import re
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from generator.app import bot, sandbox
from generator.forge.folder import FolderForge
from generator.requests.replies.notices.notice import visible

ROOT = Path(__file__).parent.parent
START = datetime(2026, 11, 21, 9, tzinfo=UTC)
MENTOR, MENTEE = "example-tomasz", "grace"
YEAR = {
    1: (MENTOR, "Happy to help! When are you free?"),
    2: (MENTEE, "Great, thank you! Tuesday at six would work."),
    5: (MENTOR, "We had our first call, and it went well."),
    37: (MENTEE, "Yes, this works well for me."),
    38: (MENTOR, "For me too, let's go on."),
    120: (MENTOR, "Yes, we still meet every month."),
    200: (MENTEE, "All good, we talked last week."),
    300: (MENTEE, "yes, still going well"),
    355: (MENTEE, "My tool is on PyPI. We're done, thank you so much!"),
    356: (MENTOR, "It was a pleasure. Congratulations!"),
}
"""What the two write, by the day: plain words only, and nothing for months."""
_HIDDEN = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_FOLDED = re.compile(r"<details>.*?</details>\n*|</?sub>", re.DOTALL)


def main() -> None:
    """Play the year and print it."""
    short = "--short" in sys.argv
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        answers = {"kind": "mentorship", "mentor": MENTOR, "skills": "python!, testing", "languages": "English"}
        answers |= {"program": "", "goals": "A small tool of my own by spring."}
        number, _run = sandbox.open_request(folder, ROOT, MENTEE, answers, None, START)
        printed: set[int] = set()
        for day in range(366):
            now = START + timedelta(days=day)
            if day:
                bot.sweep(FolderForge(folder, now), ROOT, now)
            if day in YEAR:
                who, words = YEAR[day]
                sandbox.say(folder, ROOT, number, who, words, now + timedelta(hours=8))
            stored = FolderForge(folder, now).thread(number)
            if stored:
                _print_new(stored, printed, number, short)


def _print_new(stored: dict[str, Any], printed: set[int], number: int, short: bool) -> None:
    for comment in stored["comments"]:
        if comment["id"] in printed:
            continue
        printed.add(comment["id"])
        text = _FOLDED.sub("", _HIDDEN.sub("", comment["body"])).strip()
        who = "the bot" if comment["user"].get("type") == "Bot" else comment["user"]["login"]
        if who == "the bot" and "lodestar:status" in comment["body"]:
            who = "the bot, status"
        preview = " ".join(visible(text).split())[:90]
        print(f"{comment['created_at'][:10]}  {who}")
        print(f"  Re: {stored['issue']['title']} (#{number})")
        print(f"  {preview}")
        if not short:
            print("\n" + "\n".join(f"    {line}" for line in text.splitlines()))
        print()


if __name__ == "__main__":
    main()
