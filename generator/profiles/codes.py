"""Every code a problem can have, with what is wrong, why it matters and how to mend it."""

from inspect import getdoc

from generator.profiles import text, validate
from generator.profiles.rules.mentor import MENTOR_RULES
from generator.profiles.rules.program import PROGRAM_RULES, ROADMAP_RULES, SETTINGS_RULES, VOCABULARY_RULES
from generator.profiles.shape import EXPLANATIONS

FILE_CODES = {
    "stray-file": "A file lies where nothing reads it.\n\nProfiles end in `.yml` and lie in mentors/, programs in programs/, "
    "roadmaps in programs/roadmaps/. Rename or move the file, or delete it.",
    "missing-file": "A file that every directory needs is missing.\n\nRestore it from Git, or copy it from the Lodestar repository.",
    "linked-file": "A file or folder is a symbolic link.\n\nLinks could lead out of the repository, so they are not followed. "
    "Put the file itself in its place.",
    "not-a-file": "Something that is not a file has the name of one.\n\nA folder called `ada.yml` cannot be read as a profile. Delete or rename it.",
    "unreadable-file": "The system does not let Lodestar open a file.\n\nAllow everybody to read it: `chmod a+r`.",
    "large-file": "A file is larger than 64 KiB.\n\nA profile with every field full is below 20 KiB, so something else got into it. Shorten it.",
    "many-problems": "A file has more than a hundred problems.\n\nNobody reads so many at once. Correct the ones shown, then check again.",
    "duplicate-mentor": "Two files stand for the same person.\n\nGitHub's names ignore capital letters, and so do pages. Keep one of the two.",
    "photo-owner": "A photo belongs to no profile, or a profile has two.\n\nPhotos are named after the profile: mentors/photos/<handle>.jpg.",
    "bad-photo": "A photo cannot be used.\n\nIt must be a JPEG, PNG or WebP picture of at most 2 MB, with the right ending and of a sensible size.",
    "not-your-file": "A pull request changes something that belongs to somebody else.\n\nA person may add or change only their own profile, "
    "unless they are a coordinator in the `directory.yml` of the base branch. Take the file out of the pull request, or ask its owner.",
}  # fmt: skip
YAML_CODES = {
    "yaml-syntax": "A part of the file is not YAML.\n\nThe message says what stands in the way: a missing space or quote, a bracket that "
    "is not closed, a line that is not in line. The rest of the file is checked all the same.",
    "yaml-tag": "A value has a type tag, a word that begins with `!`.\n\nTags can order a parser to run code, so no tag is read. Delete it.",
    "yaml-alias": "A value is named for reuse (`&`) or taken from elsewhere (`*`).\n\nReferences can make a small file explode, and nobody "
    "reads them with ease. Write the value out.",
    "yaml-directive": "A line gives orders to the YAML parser.\n\nFiles here need none, and another parser could obey it. Delete the line that begins with `%`.",
    "duplicate-field": "A field is set twice.\n\nYAML would silently drop the first. Keep one of the two.",
    "composed-key": "The name of a field is not a plain word.\n\nA list or group in front of a colon means nothing here. Write fields as `name: value`.",
    "too-deep": "Values are nested deeper than any field needs.\n\nSuch a file is a mistake or an attack. Flatten this part.",
    "second-document": "A line with `---` begins a second document.\n\nOne file describes one thing. Delete the line and what follows.",
}  # fmt: skip


def codes() -> dict[str, str]:
    """Return the explanation of every code, sorted by code; where two rules share a code the first speaks."""
    found = dict(FILE_CODES) | YAML_CODES
    found["empty-file"] = _doc(validate.empty_file)
    function: object
    for function, code in (
        (text._not_utf8, "not-utf8"),
        (text.byte_order_mark, "byte-order-mark"),
        (text.tabs, "tab-character"),
        (text.control_characters, "control-character"),
        (text.hidden_directions, "hidden-direction"),
    ):
        found[code] = _doc(function)
    for _, code, function in EXPLANATIONS:
        found.setdefault(code, _doc(function))
    for rules in (MENTOR_RULES, PROGRAM_RULES, ROADMAP_RULES, VOCABULARY_RULES, SETTINGS_RULES):
        for code, function in rules:
            found.setdefault(code, _doc(function))
    return dict(sorted(found.items()))


def _doc(function: object) -> str:
    return getdoc(function) or ""
