/**
 * What people do with their own profile: choose how long or how many, copy the command, and go to where it is said. Who
 * said "this is me" in this browser has it open at the top; a link that ends in #manage opens it where it is.
 */

import { element } from "../lib/dom.js";
import { dayOf } from "../lib/local-time.js";
import { _, dayInWords, ngettext } from "../lib/messages.js";
import { StoredValue } from "../lib/storage.js";

const DAY = 86_400_000;
const MOST_SPOTS = 20;
const LONGEST_PAUSE = 365;
const USUAL_PAUSE = 30;

/** @param {HTMLDetailsElement} fold */
export function startManage(fold) {
  const { manage: handle = "", root = "" } = fold.dataset;
  const me = new StoredValue("me", root);
  const said = Object.assign(element("p", "", "lo-manage__said"), { role: "status" });
  for (const way of fold.querySelectorAll("[data-way]")) if (way.querySelector("code")) offerCopy(way, fold.dataset.place ?? "", said);
  // Who only learns has neither a break nor spots, and a file that the form for mentors doesn't open.
  const pause = fold.querySelector("[data-way=pause]");
  if (pause) choosePause(pause);
  const spots = fold.querySelector("[data-way=capacity]");
  if (spots) chooseSpots(spots, Number(fold.dataset.spots));
  const edit = fold.querySelector("[data-way=edit]");
  if (edit) {
    edit.querySelector("a").href = `${root}join/#edit=${encodeURIComponent(handle)}`;
    edit.querySelector("small").textContent = _("In a form that checks as you type. It ends on GitHub.");
  }

  const whose = element("button", "", "lo-button lo-button--line lo-button--small");
  whose.type = "button";
  const isMine = () => String(me.read()?.login ?? "").toLowerCase() === handle;
  const place = document.createComment("");
  fold.before(place);
  const show = () => {
    const mine = isMine();
    const hadFocus = document.activeElement === whose;
    fold.classList.toggle("lo-manage--mine", mine);
    fold.querySelector("summary").textContent = mine ? _("Your profile") : _("Is this your profile?");
    whose.textContent = mine ? _("This isn’t me") : _("This is me");
    document.querySelector("[data-fit]")?.toggleAttribute("hidden", mine);
    if (mine) document.querySelector(".lo-profile").prepend(fold);
    else place.after(fold);
    if (mine) fold.open = true;
    if (hadFocus) whose.focus();
  };
  whose.addEventListener("click", () => {
    const mine = isMine();
    me.write(mine ? null : { login: handle });
    show();
    said.textContent = mine ? _("Forgotten.") : _("Kept in this browser. This opens at the top of your profile from now on.");
    if (!mine) fold.scrollIntoView({ block: "start" });
  });
  const foot = element("div", "", "lo-manage__foot");
  foot.append(whose, said);
  fold.querySelector(".lo-manage__in").append(foot);
  me.onChange(show);
  show();
  const arrive = () => {
    if (location.hash !== "#manage") return;
    fold.open = true;
    fold.scrollIntoView({ block: "start" });
  };
  addEventListener("hashchange", arrive);
  arrive();
}

/** Copy what is shown; where there is one place to say it, the same tap leads there. */
function offerCopy(way, place, said) {
  const code = way.querySelector("code");
  const button = element(place ? "a" : "button", "", "lo-button lo-button--line lo-button--small");
  const icon = element("span", "", `lo-i lo-i--${place ? "arrow" : "copy"}`);
  icon.ariaHidden = "true";
  const name = element("span", "", "lo-unseen");
  button.append(icon, place ? _("Copy, open GitHub") : _("Copy"), " ", name);
  if (place) Object.assign(button, { href: place, target: "_blank", rel: "noopener" });
  else button.type = "button";
  const rename = () => (name.textContent = code.textContent);
  new MutationObserver(rename).observe(code, { childList: true });
  rename();
  button.addEventListener("click", async () => {
    const command = code.textContent;
    try {
      await navigator.clipboard.writeText(command);
      said.textContent = _("{command} is copied. Paste it as a comment, and send it.", { command });
    } catch {
      getSelection()?.selectAllChildren(code);
      said.textContent = _("Your browser didn’t let me copy. Write {command} as a comment.", { command });
    }
  });
  const row = element("div", "", "lo-manage__say");
  code.replaceWith(row);
  row.append(code, button);
}

/** @param {HTMLElement} way */
function choosePause(way) {
  const code = way.querySelector("code");
  const hint = way.querySelector("small");
  const tomorrow = dayOf(new Date(Date.now() + DAY));
  const until = Object.assign(element("input", "", "lo-in"), {
    type: "date", min: tomorrow, max: dayOf(new Date(Date.now() + LONGEST_PAUSE * DAY)),
  }); // prettier-ignore
  const say = (words, last) => {
    code.textContent = `/pause ${words}`;
    hint.textContent = _("No new requests. It ends by itself on {day}.", { day: dayInWords(last, true) });
  };
  const group = element("div", "", "lo-manage__choose");
  group.setAttribute("role", "group");
  group.ariaLabel = _("How long?");
  const buttons = [
    [14, ngettext("{count} week", "{count} weeks", 2)],
    [USUAL_PAUSE, ngettext("{count} month", "{count} months", 1)],
    [90, ngettext("{count} month", "{count} months", 3)],
  ].map(([days, label]) => {
    const button = Object.assign(element("button", String(label), "lo-chip"), { type: "button" });
    button.addEventListener("click", () => {
      until.value = "";
      choose(button);
      say(`${days}d`, new Date(Date.now() + Number(days) * DAY));
    });
    return button;
  });
  const choose = (chosen) => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button === chosen));
  };
  const label = element("label", "", "lo-manage__until");
  label.append(element("span", _("until")), until);
  until.addEventListener("input", () => {
    if (!until.value || !until.checkValidity()) return;
    choose(null);
    say(until.value, new Date(`${until.value}T12:00:00Z`));
  });
  group.append(...buttons, label);
  hint.after(group);
  buttons[1].click();
}

/** @param {HTMLElement} way @param {number} now */
function chooseSpots(way, now) {
  const code = way.querySelector("code");
  let spots = now;
  const number = Object.assign(element("output", String(spots), "lo-manage__number"), { ariaLive: "polite" });
  const step = (by, sign, name) => {
    const button = Object.assign(element("button", sign, "lo-chip"), { type: "button", ariaLabel: name });
    button.addEventListener("click", () => {
      spots = Math.min(MOST_SPOTS, Math.max(0, spots + by));
      number.textContent = String(spots);
      code.textContent = `/capacity ${spots}`;
    });
    return button;
  };
  const group = element("div", "", "lo-manage__choose");
  group.setAttribute("role", "group");
  group.ariaLabel = _("How many?");
  group.append(step(-1, "−", _("One spot less")), number, step(1, "+", _("One spot more")));
  way.querySelector("small").after(group);
}
