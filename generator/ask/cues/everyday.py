"""Everyday words that are spelt like a term, words too general to name one, and words that are no typing mistake."""

_GO = "to from through back over into deeper abroad for on with after freelance independent ahead wrong beyond about it out up down the a there home solo remote public live senior"
FALSE_FRIENDS = {
    "go": {
        "never_small_after": "to",
        "never_after": "can could should i we you they will would let lets must where how dont didnt cant may might ready good",
        "never_before": _GO, "after": "in golang into like as", "before": "golang routine goroutine channel rust java python",
        "tells": "capital",
    },
    "r": {
        "never_after": "t y", "never_before": "d u", "after": "in python an as rank", "tells": "capital",
        "before": "shiny rstudio ggplot tidyverse based cran markdown",
    },
    "c": {
        "never_after": "vitamin plan option", "never_before": "suite level", "after": "in as en em",
        "before": "linux embedded kernel pointer", "tells": "capital",
    },
    "express": {
        "never_before": "myself my yourself interest idea thought themselves clearly an it better",
        "after": "node nodejs js", "before": "js node nodejs server", "tells": "capital",
    },
    "spring": {
        "never_after": "this next last early late the", "after": "java", "before": "boot mvc security java cloud",
        "never_before": "semester break cleaning term cohort program into up 2025 2026 2027", "tells": "capital",
    },
    "rest": {
        "never_after": "the some get", "never_before": "of is day a", "before": "api endpoint graphql", "tells": "capital",
    },
    "dart": {"never_before": "board", "after": "flutter", "before": "flutter", "tells": "capital"},
    "julia": {"never_after": "am is im name hi", "after": "in python r", "before": "lang"},
    "unity": {"never_before": "in of among", "after": "in with", "before": "engine 3d game", "tells": "capital"},
    "sketch": {"never_before": "of out a", "after": "figma", "before": "figma", "tells": "capital"},
    "elm": {"before": "lang", "after": "in"},
    "phoenix": {"never_after": "in", "before": "elixir liveview", "after": "elixir"},
    "hugo": {"before": "site"},
    "galaxy": {"before": "workflow bioinformatics"},
    "spark": {"never_before": "joy interest my", "before": "hadoop scala", "after": "apache", "tells": "capital"},
    "make": {"before": "file", "after": "cmake"},
    "jest": {"before": "test cypress", "tells": "capital"},
    "stimulus": {"before": "rails hotwire", "after": "rails"},
    "shell": {"never_before": "company", "before": "scripting bash", "after": "bash linux unix"},
    "swift": {"never_before": "response reply answer action", "tells": "always"},
    "rust": {"never_before": "belt remover stain", "tells": "always"},
    "react": {"never_after": "people they we you i will can", "never_before": "to quickly badly well when if", "tells": "always"},
    "excel": {"never_after": "to can could will help", "never_before": "at as", "tells": "always"},
    "node": {"never_after": "leaf each every", "tells": "always"},
    "scala": {"never_after": "la", "tells": "always"},
    "it": {
        "never_small_after": "learn learning learned study studying master know knowing use using used write writing written "
        "teach teaching taught improve understand practice practise try trying like love prefer with about",
        "tells": "capital",
    },
    "speaking": {"never_after": "frankly generally honestly strictly technically practically broadly roughly", "tells": "always"},
}  # fmt: skip
"""By word: what may never come before or after it where the term is meant, and what tells that it is. `tells` says
what counts without any of these: "always", or a capital letter inside a sentence."""

GENERIC = (
    "mentoring mentor mentoria mentorat collaboration training coaching strategy technology education engineering writing "
    "performance research language translation imaging sequencing simulation health "
    "history media music sport literature law energy transport ethics researcher teacher consultant "
    "journalist professor library economics information advocacy development developer learning product"
)

QUIET = {
    "no": "sou quero mais muito também ainda fazer desenvolvedor desenvolvedora momento mercado estudo trabalho não em com meu minha do da dos das um uma ao pelo você estou eu gostaria preciso procuro",
    "mais": "sou quero não em um uma meu minha do da das ao pelo você estou eu gostaria preciso procuro muito também",
    "se": "quero um uma sou fui muito possível também porém não em com meu minha do da um uma de la le que je il pas",
    "sei": "ich der die das ist und",
    "so": "ich der die das ist und",
    "sin": "of the is",
    "war": "the of is",
    "am": "ich der die das und im",
}
"""Words of one language that say nothing where words of another are beside them: "no" is "in the" in Portuguese."""

COMMON = (
    "tentar tentando adore agility agricultural algebraic alignment allied alternate analytical anxiously appendice appraised "
    "apprenticed architectural archived archiving artistic ascended ascension asserting assertion astrology "
    "astronomer automobile autonomous backed backing baking balking banding banging banning barking basking bellied "
    "bellying belonging bender blackened blanching blander blanking blazer blended blinder blogged blogger blonder "
    "blunder bogging brandying breaching broaching brunching bulled bulling bundle bundled bungler bunking caching "
    "calculuse cancel canker canter carpenter carrier ceding certificated certificating chant chapt charm cider "
    "clarity clause climaxe closure cloudy clout codding coincidence coking colder collaborating collaborator collage "
    "commence commenced commendation commodity communicable communicated communing communion communique communism "
    "communist compensating compile compiled concentrated conciliate conciliation concurrence concurrent concurrently "
    "condensation condiment confidant confidently confiding confounded conservatism conservative consisted consisting "
    "consoled consternation constricting constructing consultancy contacting contained contender continent contracted "
    "contradicting contrasting contributed contributory cooing coping cording coring couching counteracting cower "
    "cowing coyer crackling cradling crafty crisp crisper crispy croft crossword crouching crypt cultured curricula "
    "damnation danced dancer debunking debut defeating defecating deficiency deign deigning delegated delighting "
    "depleting deploring depressing designating designed desisting destining destruction detonation detracted "
    "developed devoid devour digression diplomacy diplomat diplomata disable disciplinary discourage discoursed "
    "discriminate discriminating disgraced distinction distracting distrusted diversify docked doctoring documentary "
    "documented domination drafty draping drawling drift droned drove dunce durability economical economist economize "
    "educating election electrode emigrated emigration empress emulation engendering entomology ergonomic escort "
    "ethnic etymology examine exhausting exhaustive expatriating expel export facilitated faction fairer faring "
    "feminist fiance filing filling financed financier finess fiver flank flash flatter flounder fluster fluttered "
    "focuse focuss followed fonder forecasted foresting foreswore foretaste foretasting forming founded foundered "
    "fractional framing freely freshen friction frond fronted frost functionally functioned gaging gander gaping "
    "gating gazing generality generalize generic genii giant governmental graduation graft graphite grounding grunt "
    "haired hared haring harking harnessed hawking healthy hearth heath hereditary hided hiding hijacking hiked "
    "hiking hived hiving hocking housework illegitimate illustrate illustrated illustrating illustrative imaged "
    "imagine imagining immigrant immigrated immigrating independence inferring innovative inserting instructed "
    "instructing instructive integrating intending inter interpret interpreted interring interviewed interviewer "
    "intimated intimating intimidate intimidation intonation intrusive inventive inventor inventory inverting "
    "invocation ironic iteration lagging later leaded leaden leaner leaning lecture lectured legging lettering lewder "
    "libertarian licenced licencing licensed loader lobbing locker lodging logic longing looked looser lugging "
    "magenta maintained mango marketed marveling mashe massaging matche matte median mediated medicate medicated "
    "medicinal meditate meditated memoir mentioning metabolic microscope microscopic midwife mitigated moderating "
    "moderator modernity modulation mopping mucking mutilated mutilation mythology negotiable negotiated nervously "
    "networked north nutritional nutritious operating operational operative optimism optimist optimized overlooked "
    "oversee paining paralleling paring parring parse parsec parsed patching patter pattering patterned pertest "
    "philosopher pickaxing pilot piloting pinching plane planet plank plateaus plateaux platformed pliant police "
    "polishing posture potting practiced preempting prefixing preservation preserving pretending preventing pricking "
    "prickling priding priming privation prizing processor procrastinated produce profaning professed profiting "
    "programing promoting proportion protective protesting protestor providing psychiatric punishing qualify quart "
    "quartz queen raciest rapist reaction reactor reallocate reallocating rebate reception recession recounting "
    "recreating recruited redid reduction reelected reflected reflection reflector refraction regressing rehearsed "
    "rejecting relaxation relegating reloading relocated renovating renovation replicate replicating replication "
    "reported repression researche researched resentful resort respected resumed retain retention retort retraction "
    "retrospecting retrospectively retry rewriting rustling salable scalar scald scalding scalp scalping scaly "
    "scaring scram scramming scrap scraped scrapping screaming scrub searche sentencing serum shade shaded shadier "
    "shark shaver shelf shelling shift shine short simulating simulator siring sketche sketchy smelling sneaker "
    "sneaking snort solidarity solidify spaced spade spank sparing spate spearing specking spell spelling spice spicy "
    "splint spore spout sprang spreading sprig springy sprinting sprung spurt spying squeaking stadium stagnate "
    "stagnation starch stark statistically statistician stimulation stipulation strapping streaking string stripping "
    "strum stylistic supervised supervisory swell swelling taste tasting teache teeter tenting tenured terminally "
    "terminate terracing testis thatching threat threshing timider toiling tolling tooting topography torche touch "
    "tracking trading tradition trailer trailing trained trainee transacting transaction transcended transformation "
    "transformed transistor transiting transitting translated transpire transplanting transported transpose tread "
    "treading trenching typographic underlain underpant underpass unify unite unmitigated unread vacant vacate valley "
    "viability waiting writhing "
)
"""Common words that are one slip of a finger from a term and are no slip."""
