"""Spanish."""

CUES = {
    "want": "quiero|quisiera|me gustaría|busco|estoy buscando|necesito|ayuda con|ayuda en|ayuda para|aprender|aprendiendo|"
    "aprendo|mejorar|me interesa|interesado en|interesada en|cómo|cómo puedo|empezar con|empezar en|nuevo en|nueva en|"
    "sin experiencia en|sin experiencia con|no sé|no tengo experiencia|nunca he|no solo|convertirme en|ser|pasar a|"
    "cambiar a|principiante|prepararme para|consejos|orientación|trabajar como|empleo como|empleo de|puesto de|puesto como|conseguir trabajo como|mejorar mis conocimientos de|mejorar mis conocimientos en|ampliar mis conocimientos de|ampliar mis conocimientos en|profundizar mis conocimientos en|adquirir conocimientos de|adquirir conocimientos en|ganar experiencia en|ganar experiencia con|más experiencia en|más experiencia con|no sé nada de|no sé nada sobre|sé poco de|ayudarme|podría ayudar|profundizar",
    "avoid": "no|sin|excepto|menos|salvo|en vez de|en lugar de|no quiero|no me interesa|nada de|evitar|no me gusta",
    "known": "ya sé|sé|conozco|ya conozco|experiencia en|experiencia con|años de|años con|tengo experiencia|trabajo con|"
    "he trabajado con|domino|manejo|mi manejo|familiarizado con|vengo de|conocimientos de|conocimientos en|llevo",
    "being": "soy|trabajo como|como|trabajé como|estoy trabajando como",
    "after": "de experiencia|hace años|desde hace años|por años",
    "refused": "no es lo mío|no va conmigo|me aburre|me aburren",
    "turn": "pero|ahora|sin embargo|sino|aunque|entonces",
}

VALUES = {
    "stage": {"beginner": "principiante|novato|novata|desde cero|estoy empezando", "mid": "intermedio|nivel medio",
              "junior": "recién graduado|recién graduada|recién egresado"},
    "time": {
        "mornings": "por la mañana|por las mañanas|mañanas", "afternoons": "por la tarde|por las tardes",
        "evenings": "por la noche|por las noches|noches|después del trabajo", "weekdays": "entre semana",
        "weekends": "fin de semana|fines de semana|los fines de semana",
        "mon": "lunes", "tue": "martes", "wed": "miércoles", "thu": "jueves", "fri": "viernes", "sat": "sábado|sábados",
        "sun": "domingo|domingos",
    },
    "commitment": {"30m": "media hora|30 minutos", "1h": "una hora|1 hora|una vez al mes",
                   "2h": "dos horas|2 horas|cada semana|una vez a la semana|semanal"},
    "formats": {"scheduled-calls": "llamada|llamadas|videollamada|videollamadas",
                "ad-hoc-qa": "por chat|por correo|pregunta rápida|preguntas rápidas"},
    "goals": {"career-guidance": "mi carrera|carrera profesional|orientación profesional", "project-help": "mi proyecto",
              "general-direction": "por dónde empezar|próximos pasos|estoy perdido|estoy perdida"},
}  # fmt: skip

LANGUAGE_NAMES = {"en": "inglés", "de": "alemán", "es": "español|castellano", "fr": "francés", "pt": "portugués",
                  "it": "italiano"}  # fmt: skip
SPOKEN_IN = "en|hablo|hable|hablar|habla|que hable"
SPOKEN_BY = "o inglés|nativo"

LEARN = "aprender aprendo aprendiendo estudiar usar uso conozco sé programar programo con mejorar dominar"
CRAFT = "desarrollador desarrolladora desarrollo programación programador lenguaje curso proyecto básico avanzado"
STOPS = (
    "yo tú él ella nosotros me te se mi mis tu su sus lo la los las el un una unos unas y o pero con en de del al a por "
    "para sin que qué quien cómo como cuando cuándo donde dónde no sí es soy eres son fue ser estar estoy está tengo "
    "tiene tener quiero quisiera gustaría busco buscar buscando necesito ayuda ayudar ayude ayudarme alguien alguno mentor "
    "mentora mentoría más muy ya también solo sólo ahora desde hace año años mes semana aprender aprendiendo mejorar "
    "gracias hola saber sé puede pueda podría puedo algo todo nuevo nueva bien mejor mucho mucha experiencia trabajo "
    "trabajar sobre entre hasta ello esto este esta ese esa si porque persona conmigo"
)
