/** Fill the page's own card template. Everything people wrote goes in as text, never as markup. */

/**
 * @param {HTMLTemplateElement} template @param {import("./cards.js").Card} card @param {string} root the way back to the
 * site's root, ending in a slash @returns {DocumentFragment}
 */
export function filledCard(template, card, root) {
  const filled = template.content.cloneNode(true);
  const slot = (name) => filled.querySelector(`[data-slot="${name}"]`);
  for (const name of ["name", "headline", "commitment", "languages"]) write(slot(name), card[name]);
  write(slot("availability"), card.badge);
  slot("availability")?.classList.add(`mentor-badge--${card.availability}`);
  slot("card")?.setAttribute("data-handle", card.handle);
  slot("link")?.setAttribute("href", `${root}mentors/${encodeURIComponent(card.handle)}/`);
  showPortrait(slot("photo"), slot("avatar"), card, root);
  listSkills(slot("skills"), card);
  return filled;
}

function showPortrait(photo, avatar, card, root) {
  if (photo && card.photo) {
    photo.setAttribute("src", root + card.photo);
    photo.hidden = false;
    avatar?.remove();
  } else {
    photo?.remove();
    write(avatar, card.initials);
    avatar?.setAttribute("data-hue", String(card.hue));
  }
}

function listSkills(list, card) {
  if (!list) return;
  const skills = card.skills.map((skill) => made("li", skill));
  if (card.more) {
    const more = made("li", `+${card.more}`);
    const spoken = made("span", " more");
    spoken.className = "mentor-unseen";
    more.append(spoken);
    skills.push(more);
  }
  list.replaceChildren(...skills);
}

function write(element, text) {
  if (element) element.textContent = text;
}

function made(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
