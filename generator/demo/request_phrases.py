"""What people of a demo write in their requests: goals, answers, and the words around commands."""

GOALS = (
    "I have learned {skill} from tutorials and want to finish something of my own by {season}.",
    "My team has moved to {skill}, and I am the one who has to know it by {season}.",
    "I come from {domain} and would like to work with {skill} one day.",
    "For {weeks} weeks I have been stuck between beginner courses in {skill} and real projects.",
    "I want to make my first contribution to open source, in something that uses {skill}.",
    "I am returning after {weeks} months away and would like to get up to date in {skill}.",
    "I teach myself {skill} in the evenings and have nobody to ask whether I am on the right way.",
    "In {weeks} weeks I begin a new job where {skill} is used every day.",
)  # fmt: skip
TRIED = (
    "I have read two books and built a small thing that nobody uses.", "So far I have followed an online course to the end and half of another one.",
    "I have a repository with a few tests and many questions.", "I tried a study group, but we lost each other after the third week.", "Nothing works yet, but I have notes of everything I tried.",
    "I finished a boot camp and found that it was only the beginning.", "At work I have fixed some small bugs in it.",
)  # fmt: skip
WHY = (
    "I ask you because your profile says that you came from another field, too.", "What you write about one goal at a time is what I need.", "We share a language, and that makes asking much easier for me.",
    "You seem to like the questions that others find too small.", "I would be glad about half an hour a month.", "",
)  # fmt: skip
OFFERS = (
    "I can write up what I learn for others.",
    "In return I would gladly proofread or translate.",
    "I am good at testing things on slow machines.",
    "",
    "",
)
QUESTIONS = (
    "How did you decide what to learn after {skill}? Every list I find is longer than the one before.", "Is {skill} still a good choice for a first project, or would you take something else today?",
    "My tests for {skill} pass on my machine and fail everywhere else. Where would you look first?", "What do you wish someone had told you about {skill} in your first year?",
    "How much {skill} do I need before I can apply for a first job?",
)  # fmt: skip
TALKS = (
    "I think about leaving {domain} after ten years. What are your weeks like, and what would you learn first today?", "How did you get from your first job to where you are now? I would write down what I hear for others.",
    "I would like to hear what working with {skill} is like when it is no hobby any more.",
)  # fmt: skip
SEASONS = ("spring", "summer", "autumn", "winter", "the end of the year")
UNKNOWN = ("spreadsheet magic", "my thesis", "Minecraft mods", "COBOL-85", "talking to my boss", "pixel art")
YES = (
    "Happy to. Let us start small.",
    "Gladly, I was in the same place once.",
    "Yes! Have a small example ready, and we will look at it together.",
    "Sounds good to me.",
    "",
)
NO = ("Sorry, this year is full to the brim.", "Please do not take it personally.", "I wish you all the best.", "", "")
ASK = (
    "what have you built so far?",
    "which part of it do you want to begin with?",
    "how much time do you have each week?",
    "have you seen the roadmap on this site? Where on it are you?",
)
REPLY = (
    "Good question. So far only small scripts, nothing that anyone else has used.",
    "About three hours a week, mostly at weekends.",
    "I would like to begin with the part that everyone skips.",
    "I am at the second step of it.",
)
ANSWERS = (
    "I would begin with the smallest thing that you would use yourself, and only then look at lists.", "It is. What you learn with it stays true elsewhere.",
    "Look at what differs between the machines before you look at the code: versions first, then paths, then time zones.", "That errors are letters from someone who wanted to help.",
)  # fmt: skip
STARTED = (
    "We had our first call yesterday.",
    "We have written to each other and agreed on an evening.",
    "",
    "Thank you for the quick contact!",
)
GOAL = (
    "a first merged pull request",
    "a small app that two friends use",
    "tests for everything that matters",
    "one page of notes after each talk",
    "a portfolio with three good pieces",
)
UPDATE = (
    "half of the roadmap is done, and I understand why the other half is there.",
    "the first version is online.",
    "we looked at tests, and I rewrote most of mine.",
    "slow weeks, but it goes on.",
    "I reviewed someone else's code for the first time.",
)
TALK = (
    "See you on Thursday then.",
    "I have put my notes into the repository.",
    "That worked, thank you!",
    "Could we move it by a week?",
    "Here is what I found out so far: it was the cache.",
)
DONE = ("It is online, and it is mine.", "We are there. What a ride!", "My question is answered, thank you.", "")
THANKS = (
    "for your patience and for all the small questions you took seriously.",
    "you made this feel possible.",
    "I will pass it on.",
    "for half an hour that saved me half a year.",
)
WITHDRAWN = ("I found someone at work.", "Things have changed here, sorry.", "")
ENDED = ("My plans have changed.", "We did not find a time that suits both of us.", "")
DESK = "Here mentors say how much they can take: `/pause 3 weeks`, `/resume`, `/capacity 2` or `/confirm` as the first line of a comment."
REVIEW_THANKS = (
    "Thank you for every honest sentence.",
    "Thank you for taking my small questions seriously.",
    "Thank you, I would not have dared to begin alone.",
    "",
)
REVIEW_WORDS = (
    "We met every two weeks and looked at what I had written. I now ask for review without fear.",
    "I came with a vague wish and left with something that runs. The first meeting, on what I really wanted, helped most.",
    "Short answers, always the same week, and always with a next step.",
    "We changed the goal halfway. That was the best part.",
    "",
)
REVIEW_ANSWERS = (
    "It was a pleasure. Keep going!",
    "I learned at least as much.",
    "Come back when you mentor someone yourself.",
)
