"""Pieces of sentences that people in directories write, with gaps for skills, topics and places."""

FLAVOURS = (
    "friendly to career changers", "happy with first questions", "here for beginners", "patient with legacy code", "strong on tests",
    "fond of small teams", "for people who learn by doing", "no question too small", "twenty minutes at a time", "calm under deadlines",
    "for late starters", "from first commit to release", "open source at heart", "learning in public", "remote since long ago",
    "for returning parents", "between science and code", "with an eye for people", "for quiet voices", "one goal at a time",
    "happy to pair", "good at reading errors", "for self-taught people", "and former teacher", "who likes whiteboards",
)  # fmt: skip
HEADLINES = (
    "{path}, {flavour}", "{path} working with {skill}", "{skill} and {skill2}, {flavour}", "{path} in {domain}", "{skill} for beginners and beyond",
    "{path}: {skill}, {skill2}, {topic}", "Ask me about {skill} and {topic}", "{path}, ex {domain}", "Helping with {topic} and {skill}", "{skill} mentor, {flavour}",
)  # fmt: skip
OPENINGS = (
    "I have worked as a {path} for {years} years, most of them with {skill}.",
    "I came to {skill} late, after {years} years in {domain}.",
    "By day I am a {path}; in the evening I answer questions about {skill}.",
    "{skill} is what I do all day, and {skill2} is what I do for fun.",
    "After a degree in {domain} I taught myself {skill} from library books.",
    "I lead a small team in {domain} and still write {skill} every week.",
    "My first job was in {domain}, and nobody there had heard of {skill}.",
    "I am a {path} who moved from {city} to {city2} and started over.",
    "I write {skill} for a living and {skill2} when nobody is looking.",
    "Most of my {years} years in this field went into {skill} and into people who wanted to learn it.",
)
MIDDLES = (
    "What I enjoy most is {topic}.",
    "I can help you with {skill}, {skill2} and everything around {topic}.",
    "People usually come to me for {topic} and stay for {skill2}.",
    "When I was stuck, someone took half an hour for me, and I want to pass that on.",
    "I learned {skill} the hard way and will gladly save you some of it.",
    "We will look at your own code, not at made-up examples.",
    "I like working with people who are changing careers, because I did so myself.",
    "Bring a small project and we will make it better together.",
    "In {city} I run a monthly evening for people who are new to {skill}.",
    "I have reviewed more pull requests than I can count, and I still learn from each of them.",
    "At work we moved a large system to {skill2}, slowly and without a single lost night.",
    "I have hired people, and I know what a CV looks like from the other side of the table.",
    "If {skill} scares you, we will begin with one page of it and a cup of tea.",
    "My teams were spread over {city}, {city2} and three time zones, so writing things down is a habit.",
    "Debugging is a craft, and I would love to show you how I go about it.",
    "I speak at meetups now and then, mostly about {skill} and what went wrong with it.",
    "For two years I also taught {skill2} to school children.",
    "Ask me about {topic}, about reading documentation, and about saying no.",
    "I maintain a small library for {domain}, so I know both sides of an issue tracker.",
    "Some of my mentees had never opened a terminal; all of them shipped something within {weeks} weeks.",
    "I am not the right person for exam questions, but I am good at finding out what to learn next.",
    "My background is in {domain}, which is closer to {skill} than it sounds.",
    "I believe in short plans, honest feedback and long walks.",
    "You set the goal, and I ask the questions that make it smaller.",
    "It took me {weeks} weeks to understand {skill2}, and a good picture would have made it one.",
    "Imposter feelings come up in nearly every conversation, and they are welcome.",
    "We can meet by video or simply write; both have worked well.",
    "I care about accessible software, clear names and boring deployments.",
)
ENDINGS = (
    "Outside work I {hobby}.", "When the computer is off, I {hobby}.", "On weekends I {hobby} and {hobby2}.", "Write to me with one concrete question and I will answer within a week.",
    "I look forward to hearing what you are building!", "If we do not fit, I will gladly point you to someone else.", "Every level is welcome.", "Let's start with a short call.",
)  # fmt: skip
LISTS = (
    "What we can do together:\n\n- look at your **{skill}** code\n- plan your next step in {topic}\n- practise explaining what you built",
    "Good first questions:\n\n1. Which part of {skill} confuses you?\n2. What would you like to have made in {weeks} weeks?\n3. How do you learn best?",
    "I have used *{skill}* in {domain}, *{skill2}* in my free time, and `git bisect` more often than I like.",
    "Things I like to talk about:\n\n- **{topic}**\n- {skill} and how it came to be\n- choosing the boring solution",
)
HOBBIES = (
    "bake bread", "grow tomatoes on a balcony", "sing in a choir", "repair old radios", "hike in the rain", "watch birds", "play the bass badly", "sew", "climb",
    "keep bees", "row", "paint small landscapes", "learn a new alphabet every year", "ride night trains", "collect maps", "juggle", "swim in cold lakes",
    "play chess by post", "translate poems", "look at stars through a borrowed telescope",
)  # fmt: skip
CITIES = (
    "Leeds", "Lagos", "Lyon", "Leipzig", "La Paz", "Lisbon", "Lahore", "Lima", "Nairobi", "Utrecht", "Pune", "Porto", "Tartu", "Tbilisi", "Montréal", "Oslo",
    "Accra", "Austin", "Bogotá", "Busan", "Cardiff", "Cork", "Dakar", "Gdańsk", "Graz", "Hanoi", "Izmir", "Kraków", "Malmö", "Osaka",
)  # fmt: skip
APPROACHES = (
    "We agree on one goal a month and write it down.", "You bring the questions, I bring the follow-up questions.", "We meet on a fixed evening, and each time we end with one small task.",
    "I answer in writing, usually with an example you can run.", "First we look at what you have already tried.", "After the third meeting we look back and decide whether to go on.",
    "I will not write your code, but I will read all of it.", "Between meetings you can send me short questions at any time.", "We keep notes in a shared document, so nothing is lost.",
    "I prefer honest to polite, and kind to both.",
)  # fmt: skip
CAN_HELP = (
    "a first open-source contribution", "reading someone else's code", "choosing a first project", "a second opinion on a design", "preparing a talk", "setting up tests",
    "understanding error messages", "planning the next three months", "moving from tutorials to own work", "getting unstuck", "writing a good README", "a mock interview",
    "finding a thesis topic", "asking for a raise", "a portfolio with three good pieces",
)  # fmt: skip
CONSTRAINTS = (
    "No calls in August", "Evenings only", "Not during school holidays", "I answer messages on weekends", "Camera off before nine, please", "No calls on Fridays", "Away every first week of the month",
)  # fmt: skip
PREPARATIONS = (
    "send questions a day before", "have a small example ready", "tell me in two lines where you are", "share a link to your code", "think of one thing you want to leave with",
)  # fmt: skip
PRONOUNS = ("she/her", "he/him", "they/them", "she/they", "he/they", "any")

# Sentences of short bios in other languages: what people of the group write about themselves.
FOREIGN = {
    "de": ("Ich arbeite seit {years} Jahren mit {skill} und helfe gern beim Einstieg.", "Am liebsten schaue ich mir mit dir deinen eigenen Code an.", "Fragen sind immer willkommen, auch die ganz kleinen.", "Früher war ich in einem anderen Beruf, deshalb verstehe ich Umwege gut."),
    "fr": ("Je travaille avec {skill} depuis {years} ans et j'aime transmettre ce que je sais.", "On avance par petits pas, avec un objectif clair à chaque fois.", "N'hésitez pas à poser des questions simples : ce sont souvent les meilleures.", "J'ai changé de métier à trente ans, je connais bien ce chemin."),
    "es": ("Llevo {years} años trabajando con {skill} y me gusta enseñar.", "Podemos revisar tu código juntos y decidir el siguiente paso.", "Todas las preguntas son bienvenidas, también las primeras.", "Aprendí por mi cuenta, así que conozco bien las dudas del principio."),
    "pt": ("Trabalho com {skill} há {years} anos e adoro ajudar quem está começando.", "Prefiro conversas curtas com um objetivo claro.", "Traga um projeto pequeno e vamos melhorá-lo juntos."),
    "nl": ("Ik werk al {years} jaar met {skill} en help graag beginners op weg.", "We kijken samen naar je eigen project, stap voor stap.", "Geen vraag is te klein."),
    "ru": ("Я работаю с {skill} уже {years} лет и люблю объяснять сложное простыми словами.", "Помогу разобраться с вашим кодом и составить план обучения.", "Любые вопросы приветствуются, даже самые первые."),
    "tr": ("{years} yıldır {skill} ile çalışıyorum ve bildiklerimi paylaşmayı seviyorum.", "Kendi projen üzerinden birlikte ilerleyebiliriz.", "Hiçbir soru küçük değildir."),
    "ar": ("أعمل في مجال {skill} منذ {years} سنوات وأحب مساعدة المبتدئين.", "نبدأ بهدف صغير وواضح ثم نتقدم خطوة خطوة.", "كل الأسئلة مرحب بها."),
    "hi": ("मैं {years} वर्षों से {skill} पर काम कर रहा हूँ और सिखाना मुझे अच्छा लगता है।", "हम आपके अपने प्रोजेक्ट पर साथ मिलकर काम करेंगे।", "कोई भी सवाल छोटा नहीं होता।"),
    "zh": ("我从事{skill}相关工作已有{years}年，喜欢和初学者一起解决问题。", "我们可以一起看你的代码，一步一步来。", "任何问题都欢迎提问。"),
    "ja": ("{skill}の仕事を{years}年続けています。初心者の質問を歓迎します。", "一緒にコードを読みながら、少しずつ進めましょう。", "どんな小さな質問でも大丈夫です。"),
    "ko": ("{skill} 분야에서 {years}년째 일하고 있으며 처음 배우는 분들을 돕는 것을 좋아합니다.", "작은 목표부터 함께 시작해요.", "어떤 질문이든 환영합니다."),
    "yo": ("Mo ti ń ṣiṣẹ́ pẹ̀lú {skill} fún ọdún {years}.", "Mo fẹ́ràn láti kọ́ àwọn tí wọ́n ṣẹ̀ṣẹ̀ bẹ̀rẹ̀.", "Ẹ bi mí ní ìbéèrè yòówù."),
}  # fmt: skip
