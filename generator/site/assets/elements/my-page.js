/**
 * My page: remembers a login in this browser, leads to one's own profile, and shows and deletes all that is kept here.
 */

import { slotsOf } from "../lib/dom.js";
import { _, ngettext } from "../lib/messages.js";
import { readShortlist } from "../lib/shortlist.js";
import { forgetEverything, StoredValue } from "../lib/storage.js";
import { goalsInWords, readLearner } from "../match/learner.js";

const LOGIN = /^[a-z\d](?:-?[a-z\d]){0,38}$/i;
const SCHEME = "lodestar:scheme";

class MyPage {
  /** @param {HTMLElement} page */
  constructor(page) {
    this.page = page;
    this.root = page.dataset.root;
    this.slotOf = slotsOf(page);
    this.kept = Object.fromEntries(["goals", "words", "shortlist", "profile", "worksheets", "me"].map((name) => [name, new StoredValue(name, this.root)]));
    this.form = page.querySelector("[data-who]");
  }

  start() {
    this.form.addEventListener("submit", (event) => this.#remember(event));
    for (const item of this.page.querySelectorAll("[data-kept]")) {
      item.querySelector("[data-do=forget]").addEventListener("click", () => this.#forget(item.dataset.kept));
    }
    this.page.querySelector("[data-do=forget-all]").addEventListener("click", () => this.#forgetAll());
    addEventListener("storage", () => this.#show());
    // Going back from the finder may bring this page as it was left.
    addEventListener("pageshow", ({ persisted }) => persisted && this.#show());
    this.#show();
    // Sent before this listens, the name would be in an address.
    this.form.inert = false;
  }

  get #login() {
    const login = this.kept.me.read()?.login;
    return typeof login === "string" && LOGIN.test(login) ? login : "";
  }

  #remember(event) {
    event.preventDefault();
    const login = this.form.elements.login.value.trim().replace(/^@/, "");
    if (!LOGIN.test(login)) {
      this.slotOf("who-said").textContent = _("This can't be a GitHub name. It has letters, digits and single hyphens.");
      return;
    }
    this.kept.me.write({ login });
    this.#show();
  }

  #show() {
    const learner = readLearner(this.kept.goals.read() ?? {}).learner;
    const words = this.kept.words.read() ?? {};
    const saved = readShortlist(this.kept.shortlist.read()?.handles).length;
    const sheets = Object.keys(this.kept.worksheets.read() ?? {}).length;
    const says = {
      goals: Object.keys(learner).length ? goalsInWords(learner, (kind, id) => words[kind]?.[id] ?? id) || _("Some answers") : "",
      shortlist: saved ? ngettext("{count} mentor", "{count} mentors", saved) : "",
      profile: this.kept.profile.read() ? _("Not sent yet") : "",
      worksheets: sheets ? ngettext("{count} worksheet", "{count} worksheets", sheets) : "",
      me: this.#login,
      scheme: schemeInWords(),
    };
    for (const item of this.page.querySelectorAll("[data-kept]")) {
      const text = says[item.dataset.kept];
      slotsOf(item)("says").textContent = text || _("Nothing kept");
      item.querySelector("[data-do=forget]").hidden = !text;
    }
    if (this.#login) this.form.elements.login.value = this.#login;
    this.#showProfile();
  }

  /** Lead to one's own profile where there is one. */
  async #showProfile() {
    const login = this.#login;
    const handle = login.toLowerCase();
    const mentors = login && (await isListed(`${this.root}api/mentors/${encodeURIComponent(handle)}.json`));
    const found = mentors || (login && (await looksForMentor(`${this.root}api/mentees.json`, handle)));
    if (login !== this.#login) return;
    for (const name of ["profile-item", "edit-item", "manage-item"]) this.slotOf(name).hidden = !found;
    if (found) {
      this.slotOf("profile").href = `${this.root}mentors/${encodeURIComponent(handle)}/`;
      this.slotOf("manage").href = `${this.slotOf("profile").getAttribute("href")}#manage`;
      this.slotOf("ways").textContent = mentors ? _("Pause, spots, confirm or leave") : _("Change what you look for, or leave");
      this.slotOf("how").textContent = mentors ? _("One command each, no pull request") : _("Everything in one place on your profile");
      this.slotOf("edit").href = `${this.page.dataset.editor}${encodeURIComponent(handle)}.yml`;
    }
    if (login) this.slotOf("who-said").textContent = found ? _("Your profile is above.") : _("Remembered. There is no profile with this name here.");
  }

  #forget(name) {
    if (name === "scheme") forgetScheme();
    else this.kept[name].write(null);
    if (name === "goals") this.kept.words.write(null);
    if (name === "me") this.#emptyName();
    this.slotOf("said").textContent = _("Deleted from this browser.");
    this.#changed();
  }

  #forgetAll() {
    for (const value of Object.values(this.kept)) value.write(null);
    forgetEverything(this.root);
    forgetScheme();
    this.#emptyName();
    this.slotOf("said").textContent = _("Everything is deleted from this browser.");
    this.#changed();
  }

  #emptyName() {
    this.form.elements.login.value = "";
    this.slotOf("who-said").textContent = "";
  }

  #changed() {
    this.#show();
    dispatchEvent(new CustomEvent("lodestar:saved"));
  }
}

async function isListed(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

/** Who only learns is not among the mentors, and has a page all the same. */
async function looksForMentor(address, handle) {
  try {
    const { mentees } = await (await fetch(address)).json();
    return mentees.some((one) => one.handle === handle);
  } catch {
    return false;
  }
}

function schemeInWords() {
  const scheme = document.documentElement.dataset.scheme;
  return scheme === "dark" ? _("Dark") : scheme === "light" ? _("Light") : "";
}

function forgetScheme() {
  delete document.documentElement.dataset.scheme;
  try {
    localStorage.removeItem(SCHEME);
  } catch {
    // Where nothing is kept, there is nothing to delete.
  }
}

const page = document.querySelector("[data-me]");
if (page instanceof HTMLElement) new MyPage(page).start();
