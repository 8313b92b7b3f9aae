"""Compose headlines and bios from pieces, with the person's own skills in their gaps."""

from random import Random

from generator.demo import phrases

LONGEST_HEADLINE, LONGEST_BIO = 100, 1450


class Writer:
    """Fills gaps for one person: their skills, path, topic and domain as labels, and places and hobbies of chance."""

    def __init__(self, random: Random, skills: list[str], path: str, topic: str, domain: str, years: int) -> None:
        self._random = random
        self._gaps = {
            "skill": skills[0], "skill2": skills[1] if len(skills) > 1 else "a bit of everything", "path": path,
            "topic": topic, "domain": domain, "years": str(max(2, years)),
        }  # fmt: skip

    def headline(self) -> str:
        """Compose one line; most are about forty characters long."""
        pattern = self._random.choice(phrases.HEADLINES)
        line = pattern.format(**self._gaps, flavour=self._random.choice(phrases.FLAVOURS))
        return line if len(line) <= LONGEST_HEADLINE else line[: LONGEST_HEADLINE - 1].rsplit(" ", 1)[0] + "…"

    def bio(self, language: str) -> str:
        """Compose a bio of a real bio's length, in the person's language when there are sentences in it."""
        foreign = phrases.FOREIGN.get(language)
        if foreign and self._random.random() < 0.6:
            sentences = self._random.sample(foreign, self._random.randint(1, len(foreign)))
            return ("" if language in ("zh", "ja") else " ").join(self._fill(sentence) for sentence in sentences)
        return self._english_bio(self._length())

    def approach(self) -> str:
        """Compose one to three sentences on how someone works."""
        return " ".join(self._random.sample(phrases.APPROACHES, self._random.choice((1, 2, 2, 3))))

    def _length(self) -> int:
        """Draw a length: half the people write like Exercism's mentors, half like Women Coding Community's."""
        median, spread = ((148, 0.6), (463, 0.55))[self._random.random() < 0.5]
        return int(max(46, min(LONGEST_BIO, median * 2.718 ** (spread * self._random.gauss(0, 1)))))

    def _english_bio(self, length: int) -> str:
        opening = self._fill(self._random.choice(phrases.OPENINGS))
        if length <= len(opening):
            return opening
        middles = self._random.sample(phrases.MIDDLES, len(phrases.MIDDLES))
        blocks, block, written = [], opening, len(opening)
        while middles and written < length - 60:
            sentence = self._fill(middles.pop())
            written += len(sentence) + 1
            if len(block) > 260 and self._random.random() < 0.5:
                blocks.append(block)
                block = sentence
            else:
                block = f"{block} {sentence}"
        blocks.append(block)
        if written > 350 and self._random.random() < 0.4:
            blocks.append(self._fill(self._random.choice(phrases.LISTS)))
        if written > 120:
            blocks[-1] = self._ended(blocks[-1])
        return _shortened("\n\n".join(blocks))

    def _ended(self, block: str) -> str:
        ending = self._fill(self._random.choice(phrases.ENDINGS))
        return f"{block}\n\n{ending}" if "\n" in block else f"{block} {ending}"

    def _fill(self, sentence: str) -> str:
        if "{" not in sentence:
            return sentence
        choose = self._random.sample
        city, city2 = choose(phrases.CITIES, 2)
        hobby, hobby2 = choose(phrases.HOBBIES, 2)
        gaps = self._gaps | {
            "city": city,
            "city2": city2,
            "hobby": hobby,
            "hobby2": hobby2,
            "weeks": str(self._random.randint(3, 12)),
        }
        return sentence.format(**gaps)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_BIO else text[:LONGEST_BIO].rsplit(". ", 1)[0] + "."
