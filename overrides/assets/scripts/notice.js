/** Words to the reader: said aloud to those who listen, and seen by those who look. */

import { button, make } from "./dom.js";

/** Where the focus was before it came to a place. @type {WeakMap<HTMLElement, HTMLElement>} */
const before = new WeakMap();

/** @param {string} id @param {string} classes @param {string} role */
function region(id, classes, role) {
  const made = make("div", { id, class: classes, role });
  made.addEventListener("focusin", ({ relatedTarget: from }) => {
    if (from instanceof HTMLElement && !made.contains(from)) before.set(made, from);
  });
  document.body.append(made);
  return made;
}

// A place that comes together with its words may not be read out: these two stand there before anything is said.
const said = region("ct-said", "ct-said", "status");
const told = region("ct-notices", "ct-notices", "alert");
/** @type {HTMLElement | null} */
let offered = null;

/** Say something to those who listen, without showing it. @param {string} words */
export function announce(words) {
  said.textContent = said.textContent === words ? `${words}\u00a0` : words; // the same words are no change, and not heard
}

/** Show a message until the reader puts it away. The same message is shown once. @param {string} words */
export function tell(words) {
  if ([...told.children].some((there) => there.firstChild?.textContent === words)) return;
  const notice = make("p", {}, make("span", {}, words), " ", button("Close", () => close(notice, told)));
  told.append(notice);
}

/**
 * Offer to do something, quietly: it is said when the reader pauses, and nothing happens until it is taken up. A new
 * offer takes the place of the one before.
 * @param {string} words @param {string} label What the button says. @param {() => void} act
 * @param {() => void} [putOff] What follows if the reader does not want it now.
 */
export function offer(words, label, act, putOff) {
  const place = (offered ??= region("ct-offers", "ct-notices ct-offers", "status"));
  const later = () => {
    close(notice, place);
    putOff?.();
  };
  const notice = make("p", {}, make("span", {}, words), " ", button(label, act), " ", button("Later", later));
  setTimeout(() => place.replaceChildren(notice)); // after the place itself
}

/** Put a notice away; if it had the focus, the next one gets it, or what had it before. @param {HTMLElement} notice @param {HTMLElement} place */
function close(notice, place) {
  const held = notice.contains(document.activeElement);
  notice.remove();
  if (!held) return;
  const former = before.get(place);
  (place.querySelector("button") ?? (former?.isConnected ? former : title()))?.focus();
}

/** The title of the page, as a place for the focus. @returns {HTMLElement | null} */
function title() {
  const heading = /** @type {HTMLElement | null} */ (document.querySelector("main h1, h1"));
  heading?.setAttribute("tabindex", "-1");
  return heading;
}
