"""German."""

CUES = {
    "want": "ich möchte|möchte|möchten|ich will|will|würde gern|würde gerne|gerne|suche|ich suche|brauche|ich brauche|"
    "hilfe bei|hilfe mit|hilfe beim|helfen bei|lernen|lerne|erlernen|verbessern|interessiere mich für|interesse an|"
    "wie kann|wie lerne|wie mache|einsteigen in|einstieg in|anfangen mit|neu in|keine erfahrung mit|"
    "keine ahnung von|kenne mich nicht aus mit|noch nie|nicht sicher|unsicher|nicht nur|werden|wechseln zu|"
    "umstieg auf|anfänger|anfängerin|vorbereiten auf|stelle als|job als|anstellung als|einstieg als|mehr erfahrung mit|mehr erfahrung in|erfahrung sammeln mit|weiß nichts über|weiß wenig über|verstehe nichts von|wenig erfahrung mit|tipps|rat|mehr über|wechseln in|wechsel in",
    "avoid": "nicht|kein|keine|keinen|keiner|ohne|außer|bloß nicht|statt|anstatt|will nicht|möchte nicht|"
    "nichts mit|weg von|lieber nicht|auf keinen fall",
    "known": "ich kann|kann schon|kann bereits|kenne|kenne schon|ich kenne|erfahrung mit|erfahrung in|erfahrungen mit|"
    "jahre|seit jahren|bereits|vertraut mit|arbeite mit|habe mit|komme aus|kenntnisse in|studium in|studiert",
    "being": "ich bin|bin|ich arbeite als|arbeite als|als|war",
    "after": "erfahrung|kenntnisse|seit jahren|jahre lang",
    "refused": "liegt mir nicht|ist nicht mein ding|nicht mein ding|langweilt mich|"
    "interessiert mich nicht|interessieren mich nicht",
    "turn": "aber|jetzt|nun|jedoch|sondern|trotzdem|stattdessen|dann",
}

VALUES = {
    "stage": {
        "beginner": "anfänger|anfängerin|einsteiger|einsteigerin|neuling|von null|ganz am anfang",
        "junior": "berufseinsteiger|berufseinsteigerin|berufsanfänger",
        "mid": "fortgeschritten|fortgeschrittene",
    },
    "time": {
        "mornings": "morgens|vormittags|am vormittag|vor der arbeit",
        "lunch": "mittags|mittagspause",
        "afternoons": "nachmittags|am nachmittag",
        "evenings": "abends|am abend|abend|nach der arbeit|feierabend|nach feierabend",
        "weekdays": "unter der woche|werktags",
        "weekends": "wochenende|am wochenende|wochenenden",
        "mon": "montag|montags", "tue": "dienstag|dienstags", "wed": "mittwoch|mittwochs",
        "thu": "donnerstag|donnerstags", "fri": "freitag|freitags", "sat": "samstag|samstags", "sun": "sonntag|sonntags",
    },
    "commitment": {
        "30m": "halbe stunde|eine halbe stunde|30 minuten", "1h": "eine stunde|1 stunde|einmal im monat",
        "2h": "zwei stunden|2 stunden|jede woche|wöchentlich|einmal die woche",
    },
    "formats": {
        "scheduled-calls": "telefonieren|videoanruf|videocall|anruf|anrufe",
        "ad-hoc-qa": "per chat|kurze frage|kurze fragen|per mail|per email",
    },
    "goals": {
        "career-guidance": "karriere|berufliche entwicklung|karriereberatung",
        "project-help": "mein projekt|meinem projekt|eigenes projekt",
        "general-direction": "orientierung|wo anfangen|nächste schritte",
    },
}  # fmt: skip

LANGUAGE_NAMES = {"en": "englisch", "de": "deutsch", "es": "spanisch", "fr": "französisch", "pt": "portugiesisch",
                  "it": "italienisch", "tr": "türkisch", "ru": "russisch", "pl": "polnisch", "ar": "arabisch"}  # fmt: skip
SPOKEN_IN = "auf|spreche|spricht|sprechen|in"
SPOKEN_BY = "sprechen|spricht|sprachig|oder englisch"

LEARN = "lernen lerne lernt kann kenne nutze nutzen benutze programmiere programmieren schreiben mit möchte"
CRAFT = (
    "entwickler entwicklerin entwicklung programmierer programmiersprache sprache kenntnisse projekt kurs grundlagen"
)
STOPS = (
    "ich du er sie es wir ihr mich mir mein meine meinen meinem meiner dich dein deine uns unser der die das den dem des "
    "ein eine einen einem einer eines und oder aber mit bei beim von vom zu zum zur in im an am auf aus für als auch "
    "nicht kein keine keinen ist sind bin war sein habe hat haben hatte werde wird werden kann können könnte möchte will "
    "wollen würde gern gerne suche suchen brauche hilfe helfen hilft jemand jemanden der die mentor mentorin mehr sehr so "
    "wie was wer wo wann warum schon noch nur jetzt nun seit jahren jahre jahr monat woche über um nach vor bis durch "
    "gegen ohne wenn dass weil dann da hier dort etwas alles lernen bitte danke hallo gut besser neu arbeite arbeiten "
    "erfahrung kenntnisse ganz bereits beruflich mal dabei damit dazu mich einfach frage fragen"
)
