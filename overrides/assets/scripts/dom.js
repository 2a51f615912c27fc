/** Elements, built without markup: what comes from data stays text. */

/**
 * @param {string} tag
 * @param {Record<string, string | number | boolean | ((event: Event) => void)>} [attributes] `on…` are listeners;
 *   `true` sets an attribute without a value, `false` leaves it out.
 * @param {...(Node | string | null | undefined | false)} content
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false) element.setAttribute(name, String(value));
  }
  element.append(...content.filter((part) => part !== null && part !== undefined && part !== false));
  return element;
}

/**
 * A button; `key` is shown on it where there is a keyboard, and is not part of its name.
 * @param {string} words
 * @param {() => void} press
 * @param {{key?: string, main?: boolean}} [more] `main` marks what most readers come for.
 * @returns {HTMLElement}
 */
export function button(words, press, { key = "", main = false } = {}) {
  const hint = key ? make("kbd", { "aria-hidden": "true" }, key) : null;
  const shortcut = key ? { "aria-keyshortcuts": key } : {};
  return make("button", { type: "button", class: main && "ct-main", onclick: press, ...shortcut }, words, hint);
}
