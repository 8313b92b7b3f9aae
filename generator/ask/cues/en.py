"""English."""

CUES = {
    "want": "as well as|lead me to|wants|i want|would like|would love|id like|id love|wish|looking for|look for|search for|seek|seeking|"
    "need|needs|help with|help me|help in|help on|learn|learning|to learn|study|studying|improve|improving|"
    "get better at|better at|get good at|getting good at|become good at|be good at|be good in|become good in|get good with|get into|getting into|dive into|interested in|interest in|curious about|intrigued by|became interested|to be a|to be an|be a|want to know|like to know|excited about|"
    "excited to|passionate about|eager to|hoping to|hope to|aim|my goal|plan to|planning to|going to|how to|how do|"
    "how can|how should|how does|how will|should i|what is|which|where to|guide|guidance|advice|tips|teach me|"
    "show me|explain|support with|struggle with|struggling with|stuck with|stuck on|not sure|unsure|not confident|"
    "no experience with|no experience in|no experience of|no knowledge of|no background in|without experience in|"
    "without knowledge of|dont know|do not know|didnt know|not know|no idea about|no clue about|never used|"
    "never worked with|never done|never learned|never written|have not used|havent used|not good at|bad at|weak in|"
    "weak at|new to|new at|beginner in|beginner at|beginner|newbie|newcomer|little experience|little experience with|little experience in|very little experience with|very little|"
    "how much|how many|how deep|cant|cannot|unable to|not able to|not only|not just|why not|if not|"
    "afraid of|scared of|intimidated by|confused|confused about|lost in|switch to|switch into|switching to|"
    "move to|move into|moving to|moving into|migrate to|transition to|transition into|become|becoming|to become|"
    "aspiring|would be great|let me|prepare for|preparing for|deeper|deepen|mentor for|mentor in|mentor with|"
    "mentoring in|mentorship in|mentored in|but not enough|not familiar with|not experienced in|not an expert in|"
    "job as a|job as an|role as a|role as an|position as a|position as an|career as a|career as an|internship as a|internship as an|"
    "know nothing about|know little about|know very little about|know almost nothing about|know little to nothing about|"
    "little to nothing about|not capable of|incapable of|improve my knowledge of|improve my knowledge in|deepen my knowledge of|"
    "expand my knowledge of|gain knowledge of|gain knowledge in|gain experience in|gain experience with|get experience in|"
    "get experience with|more experience in|more experience with|not much|not yet|not too late|do i need|is it worth|worth learning|more about|currently learning|"
    "tried learning|wanted to|start with|starting with|get started with|getting started with|start|starting",
    "avoid": "dont really want|dont really like|do not really want|not|no|without|except|except for|excluding|anything but|nothing with|nothing about|dont want|do not want|"
    "dont need|do not need|dont care about|not interested in|no interest in|not looking for|dont like|do not like|"
    "hate|avoid|avoiding|other than|rather than|instead of|not into|never again|no more|tired of|fed up with|"
    "sick of|bored of|leave out|but not|and not|neither|nor|isnt about|not about|not really|away from|dislike",
    "known": "i know|know|i already know|already know|ive done|i have done|have done|ive used|have used|ive been using|"
    "ive worked with|worked with|have worked with|working with|i work with|i am working in|im working in|ive worked in|i have worked in|experience with|experience in|"
    "experience of|extensive experience|experienced in|experienced with|experienced|significant experience|"
    "previous experience|years of|year of|years in|years with|familiar with|proficient in|proficient with|"
    "proficient|good at|im good at|good with|im good with|good knowledge of|knowledge of|solid knowledge|"
    "background in|my background is|comfortable with|comfortable in|confident with|confident in|expert in|"
    "skilled in|strong in|fluent in|i can code with|can code with|ive been doing|have been doing|"
    "ive been programming with|programming with|i use|i used|using|ive learned|i have learned|have learned|"
    "finished|completed|coming from|i come from|moving from|switching from|came from|migrating from|"
    "done with|ive built|i have built|i already use|already use|already do|taught myself|i do|a degree in|"
    "graduate in|graduated in|degree in|my stack is|certified in|mid level in|intermediate in|basic knowledge of|basic knowledge in|some knowledge of|just basic knowledge of|been programming with|been programming in|been coding in|been working with|have basic knowledge of",
    "being": "my job as a|my job as an|my role as a|my role as an|my current role as a|like a|can a|im on a|i am on a|im in a|i am in a|in a role as|i am a|i am an|im a|im an|i work as|i worked as|work as a|work as an|working as|as a|as an|currently a|"
    "currently an|i was a|i was an|been a|been an|my job is|employed as|i am currently a|im currently a",
    "after": "experience|background|for years|for a year|for several years|for many years|for a long time|"
    "in the past|since years|at work already",
    "refused": "isnt my thing|is not my thing|not my thing|not my cup of tea|bores me|"
    "seems boring|sounds boring|looks boring|seems a pain|seems like a pain|sounds like a pain|doesnt interest me|"
    "does not interest me|dont interest me|puts me off",
    "turn": "but|however|now|although|though|nevertheless|yet|instead|rather|then|whereas|while|so|still|"
    "what i want|what i need",
}

VALUES = {
    "stage": {
        "exploring": "exploring options|just exploring|just curious|not sure what i want|no idea what i want",
        "beginner": "beginner|absolute beginner|complete beginner|total beginner|newbie|rank newbie|noob|from scratch|"
        "from zero|just starting|just started|starting out|just getting started|never programmed|never coded",
        "junior": "junior|jr|entry level|new grad|recent graduate|fresh graduate|fresher|early career",
        "mid": "mid level|intermediate|midlevel|middle developer|semi senior",
        "senior": "im a senior|i am a senior|as a senior|senior developer|senior engineer|senior dev|very experienced",
        "lead": "im a tech lead|i am a tech lead|im a team lead|i am a team lead|as a lead|staff engineer",
    },
    "time": {
        "mornings": "mornings|morning|in the morning|before work|early mornings",
        "lunch": "lunch|lunchtime|lunch break|at noon",
        "afternoons": "afternoon|afternoons|in the afternoon",
        "evenings": "evening|evenings|in the evening|after work|at night|nights|after hours|after office hours",
        "weekdays": "weekday|weekdays|during the week|on working days",
        "weekends": "weekend|weekends|on the weekend|at the weekend",
        "mon": "monday|mondays", "tue": "tuesday|tuesdays", "wed": "wednesday|wednesdays",
        "thu": "thursday|thursdays", "fri": "friday|fridays", "sat": "saturday|saturdays", "sun": "sunday|sundays",
    },
    "commitment": {
        "15m": "15 minutes|15 min|fifteen minutes|quarter of an hour",
        "30m": "30 minutes|30 min|half an hour|thirty minutes|half hour",
        "1h": "1 hour|one hour|an hour|1h|60 minutes|once a month|monthly",
        "2h": "2 hours|two hours|2h|a couple of hours|every week|once a week|weekly|twice a month|"
        "every two weeks|biweekly",
    },
    "formats": {
        "scheduled-calls": "call|calls|video call|video calls|zoom|meet regularly|regular meetings|video chat|"
        "regular calls|face to face|one on one calls",
        "ad-hoc-qa": "async|asynchronous|asynchronously|chat|messages|quick question|quick questions|via email|"
        "by email|over slack|on slack|over chat|small questions|now and then|from time to time",
        "resource-sharing": "resources|links|books|reading list|recommend books|learning material|materials",
    },
    "goals": {
        "career-guidance": "career|my career|career advice|career guidance|professional growth",
        "project-help": "my project|side project|my own project|help with a project|my app|my startup|my website",
        "general-direction": "direction|what to do next|which path|what path|where to start|feel lost|im lost|"
        "next step|next steps|where to go from here",
        "specific-skills": "a skill|specific skills|skills",
    },
}  # fmt: skip

LANGUAGE_NAMES = {
    "en": "english", "de": "german", "es": "spanish", "fr": "french", "pt": "portuguese", "it": "italian",
    "nl": "dutch", "pl": "polish", "ru": "russian", "uk": "ukrainian", "tr": "turkish", "ar": "arabic",
    "hi": "hindi", "bn": "bengali", "ur": "urdu", "ta": "tamil", "te": "telugu", "zh": "chinese|mandarin",
    "ja": "japanese", "ko": "korean", "vi": "vietnamese", "id": "indonesian", "sv": "swedish", "da": "danish",
    "no": "norwegian", "fi": "finnish", "cs": "czech", "el": "greek", "he": "hebrew", "fa": "persian|farsi",
    "ro": "romanian", "hu": "hungarian", "sw": "swahili",
}  # fmt: skip
SPOKEN_IN = "in|speak|speaks|speaking|who speaks|i speak|preferably in|talk in|fluent in"
SPOKEN_BY = "speaking|speaker|speaking mentor|please|language|or english|native"

LEARN = (
    "learn learning learned study studying master know knowing use using used code coding write writing written "
    "program programming teach teaching taught improve understand practice practise try trying like love prefer "
    "mentor mentoring experience with knowledge started basic advanced about new some little vs versus "
)
CRAFT = (
    "developer dev development programming programmer language lang code coding coder engineer framework library app "
    "apps mentor mentoring mentorship tutor course courses project projects backend frontend script scripts scripting "
    "basics beginner beginners skills skill job jobs package packages module modules tutorial stack software data "
    "statistics experience ecosystem service services microservices api apis"
)
STOPS = (
    "a an and or the of in on at to from for with by as is are am was were be been being do does did doing done have "
    "has had having i me my mine myself you your yours we us our they them their he she his her it its this that these "
    "those there here what which who whom whose when where why how if so than then too very just only also even more "
    "most much many some any all both each few other others such own same again once ever never always often sometimes "
    "not no nor yes can could will would shall should may might must cant cannot dont doesnt didnt wont wouldnt "
    "couldnt shouldnt isnt arent wasnt havent hasnt hadnt im ive id ill youre weve theyre thats whats lets about into "
    "over under up down out off through during before after above below between against among per via around near "
    "because until while although though however but now hi hello hey dear sir please thanks thank mentor mentors "
    "mentoring mentorship mentee help helps helping need needs want wants wanted like liked love look looking find "
    "finding found search searching seek someone somebody anyone anybody person people guy guys who get gets getting "
    "got give gives make makes making made go goes going come comes take takes taking let work works working worked "
    "thing things stuff something anything nothing everything lot lots bit kind sort way ways time times really quite "
    "actually currently recently lately already still yet soon today maybe perhaps well good better best great nice "
    "bad new old big small little first last next long able ready sure know knows knowing think thinking feel feeling "
    "try trying tried start starts starting started begin want would like learn learning learned lessons lesson year "
    "years month months week weeks day days advice tip tips question questions guide guidance guiding suggest "
    "suggestion suggestions recommend recommendation improve improving become becoming interested experience "
    "experienced knowledge background level basic advanced use using used one two three four five six seven eight nine "
    "ten am pm etc eg ie ok hope wish best regards part full fully able done am im myself self kindly right kind "
    "expert senior beginner"
)
