"""The file between the bot and the site, as an edge: reads `activity.json` where there is one.

A file that cannot be used stops the build instead of being skipped: without it, mentors who are full or
taking a break would be shown with all their spots open, while the site built before is still right.
"""

from pathlib import Path

from generator.insight.activity import ActivityError, read_activity
from generator.model.activity import Activity
from generator.text.catalogue import _

ACTIVITY_FILE = "activity.json"


def find_activity(root: Path, file: Path | None = None) -> Activity | None:
    """Read the activity from a file, or from the one at the directory's root; without that, nothing is known.

    Raise ActivityError where the file cannot be used, or where the one asked for is not there.
    """
    path = file or root / ACTIVITY_FILE
    if file is None and not path.is_symlink() and not path.exists():
        return None
    try:
        return read_activity(path.read_text(encoding="utf-8"))
    except ActivityError as error:
        reason = str(error)
    except UnicodeDecodeError:
        reason = _("it isn't text in UTF-8")
    except OSError as error:
        reason = error.strerror or str(error)
    raise ActivityError(
        _(
            "{path} can't be used: {reason}\n"
            "  help: write it again with 'lodestar activity'. Or delete it: all spots are then shown as open",
            path=path,
            reason=reason,
        )
    )
