/** Fill copies of the page's own templates. Everything people wrote goes in as text, never as markup. */

/**
 * Copy a template and put texts into its slots.
 * @param {HTMLTemplateElement} template @param {Record<string, string>} texts by slot; a slot may occur several times
 * @returns {HTMLElement} its only element
 */
export function fromTemplate(template, texts) {
  const copy = template.content.cloneNode(true);
  for (const [name, text] of Object.entries(texts)) {
    for (const slot of copy.querySelectorAll(`[data-slot="${name}"]`)) slot.textContent = text;
  }
  return copy.firstElementChild;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {string} text @param {string} [className] @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, text, className) {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

/** @param {ParentNode} part @returns {(name: string) => any} what finds a slot in it */
export function slotsOf(part) {
  return (name) => part.querySelector(`[data-slot="${name}"]`);
}

/** Write a text and hide what would stay empty. @param {HTMLElement | null} element @param {string} text */
export function setText(element, text) {
  if (!element) return;
  element.textContent = text;
  element.hidden = !text;
}
