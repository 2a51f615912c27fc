/** Boxes to tick, where checkpoints and skills stand on a track's pages. */

import { make } from "../dom.js";
import { announce } from "../notice.js";
import { data } from "../site.js";
import { load, moment, update, watch } from "../store.js";
import { inWords, isDone, items, progress, ticked } from "./progress.js";

/** @typedef {import("./progress.js").Item} Item */

const BUCKETS = ":is(.ct-easier, .ct-new)";
/** On the page of a whole track its pages are parts: headings stand a level lower, and ids have the part before them. */
const WHOLE = ".ct-whole";
const PLACES = `.ct-checkpoints li, ${BUCKETS} h3[id]:not(${WHOLE} *), ${WHOLE} ${BUCKETS} h4[id]`;
const PART = /^(roadmap|skills)-/;

/** Put a box at everything on the page that can be ticked. @param {string} track */
export async function addTicks(track) {
  const places = document.querySelectorAll(PLACES);
  if (!places.length) return;
  const all = items(await data(`plans/${track}.json`).catch(() => ({ phases: [], skills: [] })));
  const boxes = [...places].map((place) => addBox(place, all)).filter((box) => box !== null);
  watch((state) => boxes.forEach(({ box, item }) => (box.checked = isDone(state, item))));
}

/** @param {Element} place @param {Item[]} all */
function addBox(place, all) {
  const isSkill = place.matches("h3, h4");
  const id = isSkill ? place.id : place.querySelector("span[id]")?.id;
  const anchor = place.closest(WHOLE) ? id?.replace(PART, "") : id;
  const item = all.find((one) => one.anchor === anchor && (one.kind === "skill") === isSkill);
  if (!item) return null;
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox" }));
  box.checked = isDone(load(), item);
  box.addEventListener("change", () => {
    update(ticked(item, box.checked, moment()));
    announce(inWords(progress(load(), all)));
  });
  if (isSkill) addLabel(place, box, item);
  else wrap(place, box);
  return { box, item };
}

/** @param {Element} heading @param {HTMLElement} box @param {Item} item */
function addLabel(heading, box, item) {
  box.setAttribute("aria-label", `I have this: ${item.title}`);
  heading.after(make("p", { class: "ct-tick" }, make("label", {}, box, "I have this")));
}

/** The words of a checkpoint become the label of its box; links in it stay links. @param {Element} place @param {HTMLElement} box */
function wrap(place, box) {
  place.classList.add("ct-tickable");
  const words = make("span", { id: `${place.querySelector("span[id]")?.id}-words` });
  words.append(...place.childNodes);
  box.setAttribute("aria-labelledby", words.id);
  place.append(make("label", { class: "ct-box" }, box), words);
}
