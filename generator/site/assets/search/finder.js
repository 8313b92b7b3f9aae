/**
 * Answer what a page asks: filters, goals, presets and an order become the cards of one screen, with reasons for these
 * alone. Knows neither a page nor a network; the worker around it brings the files.
 *
 * @typedef {import("./url-state.js").Search} Search
 * @typedef {object} Question
 * @property {Search} search @property {number} from @property {number} limit @property {string[]} counted facets to count
 * @property {object | null} learner a learner's file once goals are stated @property {string} zone the reader's
 * @property {string[]} windows the reader's free hours @property {string} today in UTC
 * @typedef {import("../match/match.js").Match} Match
 * @typedef {{handle: string, github: string | null, name: string}} Who
 * @typedef {object} Matched what is known of a mentee on a day @property {string} key
 * @property {import("../match/prepared.js").MatchContext} context @property {import("../match/prepared.js").PreparedMentee} mentee
 * @property {import("../match/rank.js").PreparedMentors} mentors @property {import("../match/rank.js").Ranking} ranking
 * @typedef {object} Opened what the files gave so far
 * @property {import("./columns.js").Index} index with the columns of match.json once these are here
 * @property {import("./lexicon.js").Lexicon} lexicon @property {import("./query.js").Texts} texts
 * @property {{vocabularies: object, settings: object} | null} match
 * @property {string[] | null} names of everyone, once all cards are here
 */

import { isIn, keepCommon, leaveOut, membersInOrder, membersOf, sizeOf } from "./bitset.js";
import { mentorOf } from "./decode-mentor.js";
import { withCommonHours, withinHours, weeksOf, commonHours, UNKNOWN } from "./shared-hours.js";
import { LOCALE } from "../lib/messages.js";
import { freeTime } from "../match/overlap.js";
import { find, fittingBut, withoutEach } from "./query.js";
import { commonPresets, presetsFor } from "./presets.js";
import { byName, largestFirst, smallestFirst } from "./sorting.js";
import { tokenizeQuery, tokenize } from "./tokenize.js";

const LOOKED_AT = 500;
const NAMED = 5;
const ADVISED = 3;

/** What is kept between questions, because it only changes with the goals, the day or the files. */
export class Finder {
  #orders = new Map();
  #matched = null;
  #weeks = null;
  #mentors = null;
  #kept = new Map();

  /** @param {Opened} opened which may learn more later, but never other things */
  constructor(opened) {
    this.opened = opened;
    /** @type {typeof import("./found.js") | null} what only a search needs; without it the order is that of the list */
    this.found = null;
    /** @type {typeof import("./matching.js") | null} what only goals need */
    this.matching = null;
  }

  /** @param {Question} question @param {boolean} complete whether all words that it searches are here */
  answer(question, complete) {
    const { index, lexicon } = this.opened;
    const { search, counted } = question;
    const texts = this.#textsFor(search);
    const matched = question.learner ? this.#match(question.learner, question.today) : null;
    const presets = this.#presetsFor(matched, question.zone);
    const limits = this.#limits(question, matched, presets);
    const finding = find(index, lexicon, { ...texts, forgiving: complete }, search, counted, limits);
    return {
      matched,
      finding,
      positions: this.#positions(question, finding, matched, texts),
      presets: countPresets(presets, fittingBut(finding, index.count, "preset")),
      advice: complete && finding.total === 0 ? this.#advice(finding, question, matched).slice(0, ADVISED) : [],
      unknown: complete ? this.#unknown(finding) : [],
    };
  }

  /**
   * Return what a card shows of a match and of common hours; nothing before goals are stated.
   * @param {number} position @param {Who} who @param {Matched | null} matched
   */
  reasons(position, who, matched) {
    if (!matched) return { match: null, hours: null };
    const { mentee, ranking, context } = matched;
    const { explain, prepareMentor } = this.matching;
    const hours = ranking.hours[this.#weeks.weeks.of[position]];
    return {
      match: withLabels(explain(mentee, prepareMentor(mentorOf(this.opened.index, who, position), context), context), mentee),
      hours: hours === UNKNOWN ? null : hours,
    };
  }

  /**
   * Name what matched on one card, so that the page can mark it. @param {number} position
   * @param {import("./cards.js").Card} card @param {{helps: string[], written: string}} words @param {object} answer what `answer` returned
   */
  matched(position, card, words, { finding }) {
    return this.found?.matchedOn(this.opened.index, finding, position, card, words) ?? null;
  }

  /** Say the same of mentors as the API describes them. @param {object[]} mentors @param {object} learner @param {string} today */
  explain(mentors, learner, today) {
    const { mentee, context } = this.#match(learner, today);
    const { explain, prepareMentor, reasonsAgainst } = this.matching;
    return mentors.map((profile) => {
      const mentor = prepareMentor(profile, context);
      const reasons = reasonsAgainst(mentee, mentor, context);
      return reasons.length ? { reasons } : { reasons, match: withLabels(explain(mentee, mentor, context), mentee) };
    });
  }

  /**
   * Name mentors whom the words of a search mean by name, but whom something else keeps out, and say what.
   * @param {Question} question @param {object} answer what `answer` returned @param {(position: number) => Who} who
   */
  leftOut({ search }, { finding, matched }, who) {
    const byText = finding.parts.get("text");
    const asked = tokenizeQuery(search.text).flat();
    if (!byText || finding.parts.size < 2 || !asked.length) return [];
    const others = byText.slice();
    leaveOut(others, finding.found);
    const named = [];
    for (const position of membersOf(others, 0, LOOKED_AT)) {
      const one = who(position);
      const words = tokenize(`${one.name} ${one.handle}`);
      if (!asked.every((word) => words.some((whole) => whole.startsWith(word)))) continue;
      const parts = [...finding.parts].filter(([, bits]) => !isIn(bits, position)).map(([part]) => part);
      named.push({ ...one, parts: parts.filter((part) => part !== "goals"), reasons: this.#against(position, one, matched) });
      if (named.length === NAMED) break;
    }
    return named;
  }

  /** @param {number} position @param {Who} who @param {Matched | null} matched @returns {string[]} */
  #against(position, who, matched) {
    if (!matched) return [];
    const { mentee, context } = matched;
    const { prepareMentor, reasonsAgainst } = this.matching;
    return reasonsAgainst(mentee, prepareMentor(mentorOf(this.opened.index, who, position), context), context);
  }

  #presetsFor(matched, zone) {
    const { index } = this.opened;
    const shared = this.#once("common presets", [], () => commonPresets(index));
    return this.#once("presets", [matched?.key, zone], () => presetsFor(index, matched, zone, shared));
  }

  #limits(question, matched, presets) {
    const { index } = this.opened;
    const { search, zone, windows, today } = question;
    const limits = new Map();
    if (matched) limits.set("goals", matched.ranking.eligible);
    if (search.within && zone) {
      limits.set("within", this.#once("within", [zone, search.within, today], () => withinHours(index, zone, search.within, today)));
    }
    if (search.common && this.opened.match) {
      const { weeks } = this.#weeksOn(today);
      const hours = this.#hoursWith(windows, zone, today);
      limits.set("common", this.#once("common", [windows, zone, today, search.common], () => withCommonHours(weeks, hours, search.common)));
    }
    if (presets.has(search.preset)) limits.set("preset", presets.get(search.preset).bits);
    return limits;
  }

  #hoursWith(windows, zone, today) {
    const { weeks } = this.#weeksOn(today);
    return this.#once("hours", [windows, zone, today], () => commonHours(weeks, freeTime(windows, zone, today)));
  }

  /** Make something again only when what it is made from changes. */
  #once(name, from, make) {
    const key = JSON.stringify(from);
    if (this.#kept.get(name)?.key !== key) this.#kept.set(name, { key, made: make() });
    return this.#kept.get(name).made;
  }

  /** What to take back, most helpful first: a word, a choice, or one wish of the goals with its field and label. */
  #advice(finding, { learner }, matched) {
    const { count } = this.opened.index;
    const wishes = withoutEach(finding, count);
    if (!matched) return wishes;
    const others = fittingBut(finding, count, "goals");
    const goals = this.matching.withoutEachGoal(learner, matched.mentors, matched.context).map(({ field, id, eligible }) => {
      keepCommon(eligible, others);
      const kind = field === "want" ? "skills" : field;
      return { part: "goals", value: id, field, label: matched.context.vocabularies[kind]?.terms.get(id)?.label ?? id, total: sizeOf(eligible) };
    });
    const helping = goals.filter(({ total }) => total > 0);
    return [...(helping.length ? wishes.filter(({ part }) => part !== "goals") : wishes), ...helping].sort((one, other) => other.total - one.total);
  }

  /** Words that nobody uses, each with skills and topics that read alike. */
  #unknown({ unknown, found }) {
    const { index } = this.opened;
    return unknown.map((word) => ({ ...word, near: this.found?.nearestTerms(word.typed, index, found, NAMED) ?? [] }));
  }

  /** Bios are searched only when someone asks for it, even if they are here. */
  #textsFor({ written }) {
    const { texts } = this.opened;
    return written ? texts : { ...texts, written: undefined };
  }

  #positions({ search, from, limit }, finding, matched, texts) {
    const order = this.#order(search.sort || (matched ? "match" : "relevance"), matched) ?? this.#relevance(search, finding, matched, texts);
    return order ? membersInOrder(finding.found, order, from, limit) : membersOf(finding.found, from, limit);
  }

  #relevance({ sort }, finding, matched, texts) {
    const asked = sort === "relevance" || (!sort && !matched);
    return (asked && this.found?.byRelevance(this.opened.index, texts, finding)) || null;
  }

  /** Returns null for the order of the static list. */
  #order(sort, matched) {
    const { index, names } = this.opened;
    if (sort === "match") return matched?.ranking.order ?? null;
    if (!this.#orders.has(sort)) {
      if (sort === "experience") this.#orders.set(sort, largestFirst(index.numbers.years_experience));
      if (sort === "confirmed") this.#orders.set(sort, smallestFirst(index.numbers.days_since_confirmed));
      if (sort === "name" && names) this.#orders.set(sort, byName(names));
    }
    return this.#orders.get(sort) ?? null;
  }

  #weeksOn(today) {
    if (this.#weeks?.today !== today) {
      this.#weeks = { today, weeks: weeksOf(this.opened.index, today) };
      this.#mentors = null;
    }
    return this.#weeks;
  }

  #match(learner, today) {
    const key = JSON.stringify([learner, today]);
    if (this.#matched?.key !== key) {
      const { index, match } = this.opened;
      const { matchContext, prepareMentee, prepareMentors, rankAll } = this.matching;
      const { weeks } = this.#weeksOn(today);
      this.#mentors ??= prepareMentors(index, weeks);
      const languages = new Map(Object.entries(namesOf(index.facets.get("languages"), learner.languages)));
      const context = { ...this.#once("context", [today], () => matchContext({ ...match, today })), languages };
      const mentee = prepareMentee(learner, context);
      const hours = this.#hoursWith(learner.windows, learner.timezone, today);
      this.#matched = { key, context, mentee, mentors: this.#mentors, ranking: rankAll(mentee, this.#mentors, context, hours) };
    }
    return this.#matched;
  }
}

/** Name what is wanted by its labels. @param {Match} match @param {import("../match/prepared.js").PreparedMentee} mentee @returns {Match} */
function withLabels(match, { wanted }) {
  const labels = new Map(wanted.map(({ id, label }) => [id, label]));
  const named = (/** @type {string[]} */ ids) => ids.map((id) => labels.get(id) ?? id);
  return { ...match, can_help_with: named(match.can_help_with), not_offered: named(match.not_offered) };
}

/** How many of those that all the rest of a search finds are in each preset. */
function countPresets(presets, others) {
  const entries = [...presets].map(([name, { bits, sentence }]) => {
    const here = others.slice();
    keepCommon(here, bits);
    return [name, { total: sizeOf(here), sentence }];
  });
  return Object.fromEntries(entries);
}

/** Names of languages: those that mentors speak as the site writes them, the mentee's others as the browser does. */
function namesOf({ values, labels }, mine = []) {
  const names = Object.fromEntries(values.map((tag, at) => [tag, labels[at]]));
  const browser = new Intl.DisplayNames([LOCALE], { type: "language" });
  for (const tag of mine) names[tag] ??= browser.of(tag) ?? tag;
  return names;
}
