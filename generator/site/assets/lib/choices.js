/** Every fixed list of choices, written by `python -m scripts.script_choices` from the schemas: do not edit. */

import { N_ } from "./messages.js";

export const GOALS = ["specific-skills", "career-guidance", "project-help", "general-direction"];
export const FORMATS = ["ad-hoc-qa", "scheduled-calls", "resource-sharing"];
export const RELATIONSHIP_TYPES = ["traditional", "long-term", "project-focused", "one-to-many", "mentorship-circle", "cohort", "near-peer", "study-buddy-plus", "reciprocal", "organization-program", "course", "career"];
export const STAGES = ["exploring", "beginner", "junior", "mid", "senior", "lead"];
export const COMMITMENTS = ["15m", "30m", "1h", "2h"];
export const STRUCTURES = ["structured", "balanced", "flexible"];
export const GUIDANCES = ["directive", "balanced", "exploratory"];
export const IMPORTANCES = ["must", "nice"];
export const LEVELS = ["new", "basics", "working", "confident"];
export const SIGNALS = ["expertise", "goals", "commitment", "overlap", "openings", "style", "stage"];
export const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** What each signal of a match is called. @type {Record<string, string>} */
export const SIGNAL_LABELS = {
  "expertise": N_("Expertise"),
  "goals": N_("Goals"),
  "commitment": N_("Time"),
  "overlap": N_("Hours in common"),
  "openings": N_("Open spots"),
  "style": N_("Style"),
  "stage": N_("Stage"),
};

/** What each filter's name in an address filters by. */
export const FACETS = {"skill": "skills", "topic": "topics", "domain": "domains", "career_path": "career_paths", "language": "languages", "country": "country", "city": "city", "timezone": "timezone", "commitment": "commitment", "format": "formats", "channel": "channels", "relationship_type": "relationship_types", "structure": "structure", "guidance": "guidance", "stage": "stages_supported", "program": "programs", "background": "background", "affiliation": "affiliations", "accessibility": "accessibility", "office_hours": "office_hours", "availability": "availability"};

/** How much is counted, where a community does not say otherwise. */
export const WEIGHTS = {"expertise": 40, "goals": 20, "commitment": 8, "overlap": 8, "openings": 4, "style": 10, "stage": 10};
export const BANDS = {"strong": 75, "good": 55, "some": 35};
/** @type {Record<string, number>} */
export const IMPORTANCE = {"must": 2, "nice": 1};
export const TAUGHT = {"confident": 1.0, "introduced": 0.8};
export const SIMILARITY = {"same": 1.0, "broader": 0.7, "related": 0.4};

/** Choices as they are written inside a sentence. @type {Record<string, string>} */
export const IN_SENTENCES = {
  "specific-skills": N_("specific skills"),
  "career-guidance": N_("career guidance"),
  "project-help": N_("project help"),
  "general-direction": N_("general direction"),
  "ad-hoc-qa": N_("ad-hoc Q&A"),
  "scheduled-calls": N_("scheduled calls"),
  "resource-sharing": N_("resource sharing"),
  "traditional": N_("traditional"),
  "long-term": N_("long-term"),
  "project-focused": N_("project-focused"),
  "one-to-many": N_("one-to-many"),
  "mentorship-circle": N_("mentorship circle"),
  "cohort": N_("cohort"),
  "near-peer": N_("near-peer"),
  "study-buddy-plus": N_("study buddy plus"),
  "reciprocal": N_("reciprocal"),
  "organization-program": N_("organization program"),
  "course": N_("course"),
  "career": N_("career"),
  "exploring": N_("exploring"),
  "beginner": N_("beginner"),
  "junior": N_("junior"),
  "mid": N_("mid-level"),
  "senior": N_("senior"),
  "lead": N_("lead"),
  "structured": N_("structured"),
  "balanced": N_("balanced"),
  "flexible": N_("flexible"),
  "directive": N_("directive"),
  "exploratory": N_("exploratory"),
};
/** @type {Record<string, string>} */
export const COMMITMENTS_IN_SENTENCES = {
  "15m": N_("about 15 minutes"),
  "30m": N_("about 30 minutes"),
  "1h": N_("about 1 hour"),
  "2h": N_("about 2 hours"),
};
