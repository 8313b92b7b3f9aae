"""Turn the files of a whole directory into a checked Directory, or into all of their problems."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.model.directory import Directory, Settings
from generator.model.problem import Problem
from generator.model.story import Story
from generator.model.vocabulary import Vocabularies, Vocabulary
from generator.profiles.parse import (
    parse_community,
    parse_event,
    parse_mentor,
    parse_phrases,
    parse_program,
    parse_roadmap,
    parse_settings,
    parse_shared_resource,
    parse_vocabulary,
    sorted_proxy,
)
from generator.profiles.rules.community import LIST_RULES
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.rules.mentor import MENTOR_RULES
from generator.profiles.rules.phrases import PHRASES_RULES
from generator.profiles.rules.program import PROGRAM_RULES, ROADMAP_RULES, SETTINGS_RULES, VOCABULARY_RULES
from generator.profiles.source import PUBLIC_LISTS, SETTINGS_FILE, VOCABULARY_FILES, SourceFile, kind_of
from generator.profiles.stories import validate_story
from generator.profiles.validate import Validated, refusal_problem, stray_problem, validate
from generator.profiles.violation import quoted
from generator.text.catalogue import _

PhotoCheck = Callable[[str, bytes], tuple[str, str] | None]
Validator = Callable[[SourceFile, str, tuple[Rule, ...], RuleContext], Validated]


@dataclass(frozen=True, slots=True)
class Checked:
    """The directory, or None if there is an error; all problems in order; how many files were checked; what mentors are judged by."""

    directory: Directory | None
    problems: tuple[Problem, ...]
    count: int
    context: RuleContext

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that block."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def check_files(
    files: Iterable[SourceFile],
    today: date,
    photo_defect: PhotoCheck,
    handles: Iterable[str] = (),
    validate: Validator = validate,
) -> Checked:
    """Check every file and everything between them.

    `handles` adds profiles that exist but are not to be checked, so that a part of a directory can be
    checked. `photo_defect` returns from a photo's name and bytes what is wrong with it, and how to fix it.
    `validate` may be one that remembers its results.
    """
    by_kind: dict[str, list[SourceFile]] = {}
    for file in files:
        kind = kind_of(file.path)
        if kind:
            by_kind.setdefault(kind, []).append(file)
    return _Check(by_kind, today, photo_defect, handles, validate).run()


def read_vocabularies(files: Iterable[SourceFile], today: date) -> Vocabularies:
    """Read the vocabularies alone; one with a mistake is empty."""
    return _read_vocabularies(files, today, validate)[0]


def _read_vocabularies(
    files: Iterable[SourceFile], today: date, validate: Validator
) -> tuple[Vocabularies, list[Problem]]:
    by_path = {file.path: file for file in files}
    read: dict[str, Vocabulary] = {}
    problems: list[Problem] = []
    for path, name in VOCABULARY_FILES.items():
        file = by_path.get(path, SourceFile(path, refusal="missing"))
        validated = validate(file, "vocabulary", VOCABULARY_RULES, RuleContext(today))
        problems += validated.problems
        read[name] = parse_vocabulary(validated.fields) if isinstance(validated.fields, list) else Vocabulary()
    return Vocabularies(**read), problems


class _Check:
    """One run over the files, kind by kind: settings and vocabularies first, then what refers to them."""

    def __init__(
        self,
        by_kind: dict[str, list[SourceFile]],
        today: date,
        photo_defect: PhotoCheck,
        handles: Iterable[str],
        validate: Validator,
    ) -> None:
        self.validate = validate
        self.by_kind = by_kind
        self.today = today
        self.photo_defect = photo_defect
        self.problems: list[Problem] = []
        self.handles = frozenset(handles) | {file.stem.lower() for file in self.of("mentor")}

    def of(self, kind: str) -> list[SourceFile]:
        return self.by_kind.get(kind, [])

    def run(self) -> Checked:
        settings = self._settings()
        logo = self._logo(settings)
        context = RuleContext(
            self.today,
            self._vocabularies(),
            self.handles,
            frozenset(file.stem for file in self.of("program")),
            frozenset(file.stem for file in self.of("roadmap")),
            private_requests=bool(settings and settings.private_repository),
        )
        phrases = self._each("phrases", PHRASES_RULES, context)
        programs = self._each("program", PROGRAM_RULES, context)
        roadmaps = self._each("roadmap", ROADMAP_RULES, context)
        mentors = self._each("mentor", MENTOR_RULES, context)
        events, communities, resources = (self._listed(name, context) for name in PUBLIC_LISTS)
        stories = self._stories(context)
        self._same_handles()
        self._coordinators_have_accounts(settings, programs, mentors)
        photos = self._photos()
        self.problems += (
            stray_problem(file) if not file.refusal else refusal_problem(file) for file in self.of("stray")
        )
        self.problems.sort()
        directory = None
        if settings and not any(problem.severity == "error" for problem in self.problems):
            directory = Directory(
                settings,
                context.vocabularies,
                sorted_proxy({file.stem.lower(): parse_mentor(fields, file.stem) for file, fields in mentors}),
                sorted_proxy({file.stem: parse_program(file.stem, fields) for file, fields in programs}),
                sorted_proxy({file.stem: parse_roadmap(file.stem, fields) for file, fields in roadmaps}),
                sorted_proxy(photos),
                sorted_proxy({file.stem.lower(): file.path for file, _ in mentors}),
                logo,
                tuple(map(parse_event, events)),
                tuple(map(parse_community, communities)),
                tuple(map(parse_shared_resource, resources)),
                stories=sorted_proxy(stories),
                phrases=parse_phrases(fields for _, fields in phrases),
            )
        return Checked(directory, tuple(self.problems), sum(map(len, self.by_kind.values())), context)

    def _each(
        self, kind: str, rules: tuple[Rule, ...], context: RuleContext
    ) -> list[tuple[SourceFile, dict[str, Any]]]:
        usable = []
        for file in self.of(kind):
            validated = self.validate(file, kind, rules, context)
            self.problems += validated.problems
            if isinstance(validated.fields, dict):
                usable.append((file, validated.fields))
        return usable

    def _stories(self, context: RuleContext) -> dict[str, Story]:
        found: dict[str, Story] = {}
        for file in self.of("story"):
            story, problems = validate_story(file, context, self.validate)
            self.problems += problems
            if story:
                found[story.id] = story
        return found

    def _listed(self, name: str, context: RuleContext) -> list[dict[str, Any]]:
        return [one for _file, fields in self._each(name, LIST_RULES[name], context) for one in fields[name]]

    def _settings(self) -> Settings | None:
        files = self.of("settings") or [SourceFile(SETTINGS_FILE, refusal="missing")]
        logos = frozenset(file.path for file in self.of("logo"))
        validated = self.validate(files[0], "directory", SETTINGS_RULES, RuleContext(self.today, logos=logos))
        self.problems += validated.problems
        return parse_settings(validated.fields) if isinstance(validated.fields, dict) else None

    def _logo(self, settings: Settings | None) -> str:
        """Read the logo that the settings name; another SVG file is not ours."""
        for file in self.by_kind.pop("logo", []):
            from generator.profiles.logo import LogoError, read_logo

            if settings and file.path == settings.look.logo:
                self.by_kind["logo"] = [file]
                if file.refusal:
                    self.problems.append(refusal_problem(file))
                    return ""
                try:
                    return read_logo(file.content)
                except LogoError as error:
                    self.problems.append(_file_problem(file.path, "bad-logo", error.reason, error.help))
        return ""

    def _vocabularies(self) -> Vocabularies:
        read, problems = _read_vocabularies(self.of("vocabulary"), self.today, self.validate)
        self.problems += problems
        return read

    def _same_handles(self) -> None:
        first: dict[str, str] = {}
        for file in self.of("mentor"):
            known = first.setdefault(file.stem.lower(), file.path)
            if known != file.path:
                self.problems.append(
                    _file_problem(
                        file.path, "duplicate-mentor", _("this is the same person as {file}", file=known),
                        _("keep one of the two files; GitHub ignores capital letters in names"),
                    )
                )  # fmt: skip

    def _coordinators_have_accounts(
        self,
        settings: Settings | None,
        programs: list[tuple[SourceFile, dict[str, Any]]],
        mentors: list[tuple[SourceFile, dict[str, Any]]],
    ) -> None:
        """Find a profile without GitHub under a coordinator's login: nobody could tell whom the login means."""
        logins = {login.lower() for _file, fields in programs for login in fields.get("coordinators", ())}
        logins.update(settings.coordinators if settings else ())
        for file, fields in mentors:
            handle = file.stem.lower()
            if "github" not in fields and handle in logins:
                self.problems.append(
                    _file_problem(
                        file.path, "file-name",
                        _("{handle} is a coordinator's GitHub name, but this profile has no github", handle=quoted(handle)),
                        _("add the line github: {handle}, or give the file another name", handle=handle),
                    )
                )  # fmt: skip

    def _photos(self) -> dict[str, str]:
        photos: dict[str, str] = {}
        for file in self.of("photo"):
            defect = self._photo_problem(file, photos)
            if defect:
                self.problems.append(defect)
            else:
                photos[file.stem.lower()] = file.path
        return photos

    def _photo_problem(self, file: SourceFile, photos: dict[str, str]) -> Problem | None:
        if file.refusal:
            return refusal_problem(file)
        handle = file.stem.lower()
        if handle not in self.handles:
            return _file_problem(
                file.path, "photo-owner", _("no profile has the name of this photo"),
                _("name the photo after its profile, like mentors/photos/ada-l.jpg, or delete it"),
            )  # fmt: skip
        if handle in photos:
            message = _("{photo} is a photo of the same person", photo=photos[handle])
            return _file_problem(file.path, "photo-owner", message, _("keep one of the two"))
        defect = self.photo_defect(file.path, file.content)
        return _file_problem(file.path, "bad-photo", *defect) if defect else None


def _file_problem(path: str, code: str, message: str, help: str) -> Problem:
    return Problem(path, 1, 1, 2, "error", code, message, help)
