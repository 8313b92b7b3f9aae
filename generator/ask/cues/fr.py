"""French."""

CUES = {
    "want": "je veux|je voudrais|voudrais|j'aimerais|aimerais|je cherche|cherche|besoin de|besoin d'aide|j'ai besoin|"
    "aide pour|aide avec|aide en|apprendre|apprends|améliorer|progresser en|intéressé par|intéressée par|intéresse|"
    "comment|débuter en|débuter avec|commencer|nouveau en|nouvelle en|sans expérience en|aucune expérience|"
    "je ne sais pas|je ne connais pas|jamais|pas sûr|pas sûre|pas seulement|devenir|passer à|débutant|débutante|"
    "travailler comme|emploi comme|emploi de|poste de|améliorer mes connaissances en|approfondir mes connaissances en|acquérir des connaissances en|acquérir de l'expérience en|plus d'expérience en|je ne sais rien de|je ne connais rien à|je ne connais rien en|préparer|conseils|m'orienter|approfondir|me reconvertir|reconversion",
    "avoid": "pas|pas de|sans|sauf|excepté|au lieu de|plutôt que|je ne veux pas|éviter|rien avec|plus de|surtout pas",
    "known": "je connais|connais déjà|je connais déjà|je sais|expérience en|expérience avec|ans de|années de|maîtrise|"
    "je maîtrise|familier avec|je travaille avec|travaillé avec|connaissances en|je viens de|déjà utilisé|j'utilise",
    "being": "je suis|suis|je travaille comme|en tant que|travaille comme",
    "after": "d'expérience|depuis des années|depuis",
    "refused": "n'est pas mon truc|pas mon truc|m'ennuie|ne m'intéresse pas",
    "turn": "mais|maintenant|cependant|plutôt|désormais|alors",
}

VALUES = {
    "stage": {"beginner": "débutant|débutante|grand débutant|à partir de zéro|de zéro", "mid": "intermédiaire",
              "junior": "jeune diplômé|jeune diplômée"},
    "time": {
        "mornings": "le matin|matin|matins", "lunch": "pause déjeuner|le midi", "afternoons": "après-midi|l'après-midi",
        "evenings": "le soir|soir|soirs|en soirée|après le travail", "weekdays": "en semaine",
        "weekends": "week-end|le week-end|les week-ends|weekend",
        "mon": "lundi|lundis", "tue": "mardi|mardis", "wed": "mercredi|mercredis", "thu": "jeudi|jeudis",
        "fri": "vendredi|vendredis", "sat": "samedi|samedis", "sun": "dimanche|dimanches",
    },
    "commitment": {"30m": "une demi-heure|demi-heure|30 minutes", "1h": "une heure|1 heure|une fois par mois",
                   "2h": "deux heures|2 heures|chaque semaine|une fois par semaine|hebdomadaire"},
    "formats": {"scheduled-calls": "appel|appels|visio|visioconférence|en visio",
                "ad-hoc-qa": "par chat|par mail|question rapide|questions rapides"},
    "goals": {"career-guidance": "ma carrière|évolution professionnelle", "project-help": "mon projet",
              "general-direction": "par où commencer|prochaines étapes|je suis perdu|je suis perdue"},
}  # fmt: skip

LANGUAGE_NAMES = {"en": "anglais", "de": "allemand", "es": "espagnol", "fr": "français", "pt": "portugais",
                  "it": "italien", "ar": "arabe"}  # fmt: skip
SPOKEN_IN = "en|parle|parler|parlant|qui parle"
SPOKEN_BY = "ou anglais|natif"

LEARN = "apprendre apprends étudier utiliser utilise connais sais programmer code coder en avec maîtriser améliorer"
CRAFT = "développeur développeuse développement programmation langage cours projet débutant bases"
STOPS = (
    "j'ai c'est n'ai j'aimerais s'il m'a je tu il elle on nous vous ils elles me te se moi mon ma mes ton ta ses son sa leur le la les l un une des du de d au "
    "aux et ou mais avec en dans sur pour par sans que qui quoi quel quelle comment quand où pourquoi ne pas plus est suis "
    "es sont être était ai as a avons ont avoir veux voudrais aimerais cherche chercher besoin aide aider quelqu quelqu'un "
    "mentor mentorat apprendre aussi très bien mieux déjà encore maintenant depuis an ans année années mois semaine jour "
    "ce cette ces ça cela tout tous toute bonjour merci svp plaît faire fais fait peut peux pouvoir pourrait expérience "
    "travaille travail travailler nouveau nouvelle comme si y même chez entre vers jusqu personne"
)
