"""Portuguese."""

CUES = {
    "want": "quero|queria|gostaria|gostaria de|procuro|estou procurando|procurando|busco|preciso|preciso de|ajuda com|ajuda em|"
    "ajuda para|aprender|aprendendo|estudar|melhorar|aprimorar|aperfeiçoar|interesse em|interessado em|interessada em|"
    "como|como posso|começar|começar com|começar em|iniciar|novo em|nova em|sem experiência em|sem experiência com|"
    "sem conhecimento|não sei|não tenho experiência|nunca|não só|não apenas|tornar|me tornar|virar|migrar|migrar para|"
    "mudar para|seguir|focar|foco em|iniciante|preparar|me preparar|dicas|orientação|conselhos|mergulhar|"
    "auxiliar|me ajude|aprofundar|pretendo|mentor de|mentoria de|mentoria para|mentor em|pouco contato|interesse|"
    "intenção|estou estudando|estou começando|partir para|ingressar|emprego como|trabalhar como|atuar como|vaga como|vaga de|carreira como|estágio como|melhorar meu conhecimento em|melhorar meus conhecimentos em|melhorar meus conhecimentos de|aprofundar meus conhecimentos em|aprimorar meus conhecimentos em|ampliar meus conhecimentos em|aperfeiçoar meus conhecimentos em|adquirir conhecimento em|ganhar experiência em|ganhar experiência com|mais experiência em|mais experiência com|não sei nada de|não sei nada sobre|sei pouco de|sei pouco sobre|mais específico|mais especificamente|entrar",
    "avoid": "não|sem|exceto|menos|em vez de|ao invés de|não quero|não me interessa|nada de|evitar|não gosto",
    "known": "já sei|sei|conheço|já conheço|domino|experiência em|experiência com|anos de|anos com|tenho experiência|"
    "trabalho com|trabalhei com|trabalhando com|conhecimento em|conhecimentos em|tenho conhecimento|familiarizado com|"
    "venho de|formado em|formada em|já mexi com|já vi|já fiz|já programo|já programei|cheguei a fazer|cheguei a estudar|atuo com|manjo|manjo de|conhecimento básico em|conhecimento básico de|básico conhecimento|deixar de ser|deixar de trabalhar com|implemento em|já trabalhei|professor de|professora de",
    "being": "sou|trabalho como|atuo como|como desenvolvedor|como desenvolvedora|sou um|sou uma|atualmente trabalho como",
    "after": "de experiência|há anos|faz anos|há vários anos|há mais de",
    "refused": "não é a minha praia|não é minha praia|me entedia|não faz meu estilo",
    "turn": "mas|agora|porém|entretanto|contudo|hoje|então|todavia",
}

VALUES = {
    "stage": {"beginner": "iniciante|do zero|novato|novata|estou começando|bem básico|sou novo", "mid": "pleno|intermediário",
              "junior": "júnior|jr|recém formado|recém formada|estagiário|estagiária"},
    "time": {
        "mornings": "de manhã|pela manhã|manhãs", "afternoons": "à tarde|de tarde|tardes",
        "evenings": "à noite|de noite|noites|depois do trabalho|após o trabalho", "weekdays": "durante a semana",
        "weekends": "fim de semana|fins de semana|final de semana|finais de semana",
        "mon": "segunda feira|segundas", "tue": "terça feira|terças", "wed": "quarta feira|quartas",
        "thu": "quinta feira|quintas", "fri": "sexta feira|sextas", "sat": "sábado|sábados", "sun": "domingo|domingos",
    },
    "commitment": {"30m": "meia hora|30 minutos", "1h": "uma hora|1 hora|uma vez por mês",
                   "2h": "duas horas|2 horas|toda semana|uma vez por semana|semanal"},
    "formats": {"scheduled-calls": "chamada|chamadas|videochamada|chamada de vídeo|reunião|reuniões",
                "ad-hoc-qa": "por chat|por email|pergunta rápida|tirar dúvidas|dúvidas rápidas"},
    "goals": {"career-guidance": "minha carreira|carreira|plano de carreira", "project-help": "meu projeto",
              "general-direction": "por onde começar|próximos passos|estou perdido|estou perdida|fico perdido|"
              "o que estudar|melhor caminho"},
}  # fmt: skip

LANGUAGE_NAMES = {"en": "inglês", "de": "alemão", "es": "espanhol", "fr": "francês", "pt": "português",
                  "it": "italiano"}  # fmt: skip
SPOKEN_IN = "em|falo|fale|falar|fala|que fale"
SPOKEN_BY = "ou inglês|nativo"

LEARN = "aprender aprendo aprendendo estudar estudo estudando usar uso conheço sei programar programo com melhorar dominar em"
CRAFT = "desenvolvedor desenvolvedora desenvolvimento programação programador linguagem curso projeto básico avançado"
STOPS = (
    "eu tu ele ela nós você me te se meu minha meus minhas seu sua o a os as um uma uns umas e ou mas com em no na nos nas "
    "de do da dos das ao à aos às por para pra pro pelo pela sem que quem qual como quando onde não sim é sou são foi ser "
    "estar estou está tenho tem ter quero queria gostaria procuro procura procurando busco buscar preciso precisando ajuda "
    "ajudar ajude auxiliar alguém mentor mentora mentoria mais muito muita já também só apenas agora hoje desde há faz ano "
    "anos mês meses semana aprender aprendendo melhorar obrigado obrigada olá oi bem melhor saber sei pode possa poderia "
    "posso algo tudo novo nova pouco pouca experiência trabalho trabalhar sobre entre até isso este esta esse essa se "
    "porque pessoa atualmente ainda depois antes além nível conhecimento conhecimentos básico área momento principal "
    "vou meio dia dias gente caminho"
)
