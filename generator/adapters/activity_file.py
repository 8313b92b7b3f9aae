"""The file between the bot and the site, as an edge: reads `activity.json` where there is one.

A file that cannot be used stops the build instead of being passed over: without it, mentors who pause
or are full would be shown with all their places, while the site built before still tells the truth.
"""

from pathlib import Path

from generator.insight.activity import ActivityError, read_activity
from generator.model.activity import Activity

ACTIVITY_FILE = "activity.json"


class ActivityFileError(Exception):
    """The file is there and cannot be used; the message is for people and ends with a line break."""


def find_activity(root: Path, file: Path | None = None) -> Activity | None:
    """Read the activity from a file, or from the one at the directory's root; without that, nothing is known.

    Raise ActivityFileTrouble where the file cannot be used, or where the one asked for is not there.
    """
    path = file or root / ACTIVITY_FILE
    if file is None and not path.is_symlink() and not path.exists():
        return None
    try:
        return read_activity(path.read_text(encoding="utf-8"))
    except ActivityError as trouble:
        reason = str(trouble)
    except UnicodeDecodeError:
        reason = "it is not text in UTF-8"
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
    raise ActivityFileError(
        f"{path} cannot be used: {reason}\n"
        "  help: write it anew with 'lodestar activity', or delete it; everybody is then shown as if nobody had asked them yet\n"
    )
