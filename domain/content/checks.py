"""What the shape of one file cannot tell: the rules between files and the writing rules one can count."""

import re
from collections.abc import Iterator
from pathlib import Path

from domain.content.bundle import Bundle, Fault, Placed
from domain.content.files import Reader, read_folder
from domain.content.schema import ChallengeFile, DomainFile, FieldFile, ImageFile, SkillFile, Text
from families.registry import TEMPLATES

MAX_BYTES = 2 * 1024 * 1024
LOCALES = ("en", "fr")


def check(root: Path) -> tuple[Bundle | None, list[Fault]]:
    """Every fault of the content folder, in the order of the files; the bundle when it can be read."""
    bundle, reader = read_folder(root)
    if bundle is None:
        return None, sorted(reader.faults)
    faults = [
        *_tree_faults(bundle, reader),
        *_identity_faults(bundle, reader),
        *_name_faults(bundle, reader),
        *_share_faults(bundle),
    ]
    for placed in bundle.skills:
        faults.extend(_SkillCheck(root, placed, reader).faults())
    return bundle, sorted(faults)


def _tree_faults(bundle: Bundle, reader: Reader) -> Iterator[Fault]:
    """A code begins with the code it is under, and is used once."""
    seen: set[str] = set()
    for domain in bundle.domains:
        file = f"framework/{domain.code}-{domain.slug}.yaml"
        for code, above, path in _codes(domain):
            line = reader.line(file, *path, "code")
            if not code.startswith(f"{above}."):
                yield Fault(file, line, f"Code {code} is not one of {above}.", "Move it, or correct it.")
            if code in seen:
                yield Fault(file, line, f"Code {code} is used twice.", "Give each its own code.")
            seen.add(code)


def _codes(domain: DomainFile) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """Each code of a domain, the code it is under, and its place in the file."""
    for row, competence in enumerate(domain.competences):
        yield competence.code, domain.code, ("competences", row)
        for place, topic in enumerate(competence.topics):
            yield topic.code, competence.code, ("competences", row, "topics", place)


def _identity_faults(bundle: Bundle, reader: Reader) -> Iterator[Fault]:
    topics = {t.code: c for d in bundle.domains for c in d.competences for t in c.topics}
    for placed in bundle.skills:
        file = file_of(placed)
        if placed.skill.topic not in topics:
            line = reader.line(file, "topic")
            yield Fault(
                file, line, f"Topic {placed.skill.topic} is not in the framework.", "Use a code of framework/."
            )
        elif placed.folder != (home := f"{topics[placed.skill.topic].code}-{topics[placed.skill.topic].slug}"):
            yield Fault(file, 1, f"This skill belongs to competences/{home}/.", "Move the file.")


def _name_faults(bundle: Bundle, reader: Reader) -> Iterator[Fault]:
    """A challenge has a name of its own, and a demo plays challenges that exist."""
    seen: dict[str, str] = {}
    for placed in bundle.skills:
        file = file_of(placed)
        for index, challenge in enumerate(placed.skill.challenges):
            if challenge.id in seen:
                line = reader.line(file, "challenges", index, "id")
                yield Fault(file, line, f"Challenge {challenge.id} is also in {seen[challenge.id]}.", "Rename one.")
            seen[challenge.id] = file
    for demo in bundle.demos:
        file = f"demos/{demo.slug}.yaml"
        for index, name in enumerate(demo.challenges):
            if name not in seen:
                line = reader.line(file, "challenges", index)
                yield Fault(file, line, f"No challenge is called {name}.", "Correct it.")


def _share_faults(bundle: Bundle) -> Iterator[Fault]:
    """The shares a competence must keep: practical tasks, pure knowledge, choices among options."""
    for folder in sorted({placed.folder for placed in bundle.skills}):
        challenges = [c for placed in bundle.skills if placed.folder == folder for c in placed.skill.challenges]
        where = f"competences/{folder}"
        practical = sum(c.pedagogy == "do" for c in challenges) / len(challenges)
        knowledge = sum(c.pedagogy == "know" for c in challenges) / len(challenges)
        choices = sum(c.kind in {"choice", "choices"} for c in challenges) / len(challenges)
        if practical < 0.60:
            yield Fault(where, 1, f"{practical:.0%} of the challenges are practical.", "Reach 60 %.")
        if knowledge > 0.20:
            yield Fault(where, 1, f"{knowledge:.0%} of the challenges are pure knowledge.", "Stay under 20 %.")
        if choices > 0.35:
            yield Fault(where, 1, f"{choices:.0%} of the challenges are choices among options.", "Stay under 35 %.")


def file_of(placed: Placed) -> str:
    """Where a skill is written: its topic and its level name the file."""
    return f"competences/{placed.folder}/{placed.id}.yaml"


def words(*texts: str) -> int:
    """How many words, Markdown signs left out."""
    return sum(len(re.findall(r"\w+(?:['’.-]\w+)*", text)) for text in texts)


def _both(text: Text | None) -> list[str]:
    return [] if text is None else list(dict.fromkeys([text.en, text.fr]))


class _SkillCheck:
    """The rules of one skill's file."""

    def __init__(self, root: Path, placed: Placed, reader: Reader) -> None:
        self.root, self.placed, self.reader, self.file = root, placed, reader, file_of(placed)

    def faults(self) -> Iterator[Fault]:
        skill = self.placed.skill
        yield from self._tutorial(skill)
        if sum(3 if c.template else 1 for c in skill.challenges) < 3:
            yield self._fault("The skill has fewer than 3 distinct plays.", "Write more challenges.", "challenges")
        for index, challenge in enumerate(skill.challenges):
            yield from self._challenge(index, challenge)

    def _fault(self, what: str, remedy: str, *path: str | int) -> Fault:
        return Fault(self.file, self.reader.line(self.file, *path), what, remedy)

    def _tutorial(self, skill: SkillFile) -> Iterator[Fault]:
        for locale in LOCALES:
            count = words(skill.tutorial.body.in_(locale))
            if not 150 <= count <= 250:
                what = f"Words of the tutorial in {locale}: {count}."
                yield self._fault(what, "Stay between 150 and 250.", "tutorial", "body", locale)
        if skill.tutorial.diagram:
            yield from self._image(skill.tutorial.diagram, "tutorial", "diagram")

    def _challenge(self, index: int, challenge: ChallengeFile) -> Iterator[Fault]:
        at = ("challenges", index)
        if challenge.template is not None:
            template = TEMPLATES.get(challenge.template)
            if template is None:
                yield self._fault(f"No template is called {challenge.template}.", "See families/.", *at, "template")
            elif self.placed.skill.level not in template.levels:
                yield self._fault(f"{template.name} does not reach this level.", "Choose another.", *at, "template")
            return
        yield from self._length(challenge, *at)
        yield from self._options(challenge, *at)
        yield from self._fields(challenge, *at)
        yield from self._files(challenge, *at)

    def _length(self, challenge: ChallengeFile, *at: str | int) -> Iterator[Fault]:
        most = 60 if self.placed.skill.level <= 2 else 90
        for locale in LOCALES:
            parts = [part.in_(locale) for part in (challenge.context, challenge.question) if part]
            if (count := words(*parts)) > most:
                yield self._fault(
                    f"The question has {count} words in {locale}.", f"Stay under {most}.", *at, "question"
                )

    def _options(self, challenge: ChallengeFile, *at: str | int) -> Iterator[Fault]:
        right = sum(option.right for option in challenge.options)
        if challenge.kind == "choice" and (right != 1 or not 3 <= len(challenge.options) <= 5):
            yield self._fault("A single choice has 3 to 5 options, one of them right.", "Count them.", *at)
        if challenge.kind == "choices" and (right < 2 or not 4 <= len(challenge.options) <= 7):
            yield self._fault("A multiple choice has 4 to 7 options, two of them right at least.", "Count them.", *at)
        yield from self._twice([option.id for option in challenge.options], *at, "options")
        for number, option in enumerate(challenge.options):
            if not option.right and option.feedback is None:
                yield self._fault(
                    f"Option {option.id} is wrong and says nothing.", "Add its feedback.", *at, "options", number
                )

    def _fields(self, challenge: ChallengeFile, *at: str | int) -> Iterator[Fault]:
        if challenge.kind == "fields" and not 1 <= len(challenge.fields) <= 4:
            yield self._fault("A challenge with fields has 1 to 4 of them.", "Split it.", *at)
        if challenge.any_order and len(challenge.fields) < 2:
            yield self._fault("any_order needs two fields or more.", "Remove it.", *at, "any_order")
        yield from self._twice([field.name for field in challenge.fields], *at, "fields")
        for number, field in enumerate(challenge.fields):
            yield from self._field(field, *at, "fields", number)
            yield from self._mistakes(field, *at, "fields", number)

    def _twice(self, names: list[str], *at: str | int) -> Iterator[Fault]:
        for number, name in enumerate(names):
            if name in names[:number]:
                yield self._fault(f"{name} is the name of two of them.", "Give each its own.", *at, number)

    def _field(self, field: FieldFile, *at: str | int) -> Iterator[Fault]:
        if field.spelling and (field.exact or field.accept is None):
            yield self._fault("spelling is for words that need not be exact.", "Remove one.", *at)
        for accepted in (*field.accept.en, *field.accept.fr) if field.spelling and field.accept else ():
            if len(accepted) < 5:
                yield self._fault(
                    f"{accepted} is too short for a spelling tolerance.", "Remove spelling.", *at, "spelling"
                )
        ids = [option.id for option in field.options]
        yield from self._twice(ids, *at, "options")
        units = {unit.casefold() for unit in field.number.units} if field.number else set()
        for unit in _both(field.unit) if field.number else []:
            if unit.casefold() not in units:
                yield self._fault(
                    f"The unit shown, {unit}, is not read behind a number.", "List it in units.", *at, "unit"
                )
        if field.format == "select" and field.right not in ids:
            yield self._fault("The right option is not in the list.", "Correct its id.", *at, "right")

    def _mistakes(self, field: FieldFile, *at: str | int) -> Iterator[Fault]:
        wrong = {option.id for option in field.options} - {field.right}
        for number, mistake in enumerate(field.mistakes):
            parts = {"text": mistake.text, "number": mistake.number, "date": mistake.day, "select": mistake.option}
            if parts[field.format] is None:
                what = f"A field of format {field.format} cannot hold this mistake."
                yield self._fault(what, "Write it in the same format.", *at, "mistakes", number)
            elif mistake.option is not None and mistake.option not in wrong:
                what = f"{mistake.option} is not a wrong option of the list."
                yield self._fault(what, "Correct its id.", *at, "mistakes", number, "option")

    def _files(self, challenge: ChallengeFile, *at: str | int) -> Iterator[Fault]:
        if challenge.image:
            yield from self._image(challenge.image, *at, "image")
        for number, piece in enumerate(challenge.files):
            for base in _both(piece.name):
                for ending in piece.formats:
                    yield from self._asset(f"{base}.{ending}", *at, "files", number)

    def _image(self, image: ImageFile, *at: str | int) -> Iterator[Fault]:
        for src in _both(image.src):
            yield from self._asset(src, *at, "src")

    def _asset(self, name: str, *at: str | int) -> Iterator[Fault]:
        path = self.root / "competences" / self.placed.folder / "assets" / name
        if not path.is_file():
            yield self._fault(f"assets/{name} does not exist.", "Add the file or correct its name.", *at)
        elif path.stat().st_size > MAX_BYTES:
            yield self._fault(f"assets/{name} is over 2 MB.", "Make it lighter.", *at)
