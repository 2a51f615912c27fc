/** The search: a field, what it narrows down by, what was found. Built when it is first opened. */

import { make } from "../dom.js";
import { address, data } from "../site.js";
import { addressed } from "./asked.js";
import { hits, synonym, telling, wordings } from "./names.js";
import { find, forget, hitItem, index, show } from "./results.js";

/** @typedef {import("./results.js").Chosen} Chosen */

/** Milliseconds without a key before a query is taken for whole. */
const PAUSE = 150;
const HINT = "Words of a page, or the name of a role or skill: “MLE”, “feature store”, “system design interview”.";

const field = /** @type {HTMLInputElement} */ (
  make("input", { type: "text", role: "searchbox", "aria-label": "Search this site", placeholder: "Search", autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "search", maxlength: 200 })
);
const close = make("button", { type: "button", onclick: () => dialog.close() }, "Close");
const narrow = make("div", {});
const said = make("p", { class: "ct-search-status", role: "status" }, HINT);
const found = make("div", { class: "ct-search-found" });
const dialog = /** @type {HTMLDialogElement} */ (
  make("dialog", { class: "ct-search ct-tool", "aria-label": "Search" }, make("div", { class: "ct-search-top" }, field, close), narrow, said, found)
);

/** @type {Chosen} */
let chosen = {};
/** @type {ReturnType<typeof import("./facets.js").facetFields> | null} */
let facets = null;
let turn = 0;
let wait = 0;
/** Whether a pointer went down beside the dialog: only a click that begins and ends there closes it. */
let pressed = false;
/** What is under way: the answer to the words in the field. @type {Promise<void>} */
let answer = Promise.resolve();

/** Open the search. @param {import("./asked.js").Asked | null} asked What for; null for what was asked before. */
export function openSearch(asked) {
  if (!dialog.isConnected) build();
  if (!dialog.open) {
    chosen = asked?.chosen ?? {};
    field.value = asked?.query ?? field.value;
    dialog.showModal();
    if (field.value) search();
  }
  field.focus();
  field.select();
}

function build() {
  document.body.append(dialog);
  field.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(search, PAUSE);
  });
  dialog.addEventListener("keydown", onKey);
  dialog.addEventListener("pointerdown", (event) => (pressed = isBeside(event)));
  dialog.addEventListener("click", (event) => pressed && isBeside(event) && dialog.close());
  dialog.addEventListener("close", () => {
    takeTurn(); // what is under way comes too late
    remember("", {});
  });
  index().catch(() => {}); // asked for early; a search says what is wrong
}

/** Whether a pointer is beside the dialog: on what lies behind it, not on its own edge. @param {MouseEvent} event */
function isBeside(event) {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  const isWithin = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
  return event.target === dialog && !isWithin;
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.isComposing) return;
  const stops = [field, .../** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll(".ct-search-status button, .ct-search-found :is(a, button)"))];
  const here = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && here >= 0) {
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, here + step))].focus();
  } else if (event.key === "Enter" && here === 0) {
    event.preventDefault();
    openFirst();
  } else if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    field.focus();
    field.select();
  }
}

async function openFirst() {
  if (wait) search();
  const mine = turn;
  await answer;
  if (mine === turn) found.querySelector("a")?.click();
}

/** Whatever was to come, or is still to come, is of no interest any more. */
function takeTurn() {
  clearTimeout(wait);
  wait = 0;
  return ++turn;
}

/** Search for what is in the field. */
function search() {
  answer = run(field.value.trim(), takeTurn());
}

/** @param {string} query @param {number} mine Whose turn it is: a later query takes over. */
async function run(query, mine) {
  if (!query) {
    remember("", {});
    found.replaceChildren();
    said.textContent = HINT;
    return;
  }
  const entries = (await data("names.json").catch(() => ({ names: [] }))).names;
  if (mine !== turn) return;
  const names = wordings(entries);
  const direct = Object.keys(chosen).length ? [] : hits(names, query);
  const also = synonym(names, query);
  const queries = (also ? [query, also] : [query]).map(telling);
  const list = make("ol", {});
  found.replaceChildren(...direct.length ? [make("ul", { class: "ct-search-hits", "aria-label": "Roles and skills" }, ...direct.map(hitItem))] : [], list);
  try {
    const pages = await find(queries, chosen);
    if (mine !== turn) return;
    const named = new Set(direct.map((entry) => address(entry.url)));
    await show(pages, list, (page) => mine === turn && !named.has(new URL(page.url, location.href).href));
    if (mine !== turn) return;
    remember(query, chosen);
    tell(query, also, pages.length, direct.length);
    // What follows is no part of the answer: Enter need not wait for it, and without it the answer is still one.
    offerFacets(entries, queries, mine).catch(() => {});
    if (!direct.length) offerMended(names, query, pages.length === 0, mine).catch(() => {});
  } catch {
    if (mine !== turn) return;
    forget();
    remember(query, chosen);
    said.textContent = "The index of the search could not be loaded. With a connection, try again.";
  }
}

/** @param {string} query @param {string} also @param {number} pages @param {number} direct */
function tell(query, also, pages, direct) {
  const count = pages === 1 ? "1 page" : `${pages} pages`;
  const words = pages ? `${count} found.` : `No page has “${query}”${direct ? ", but this is what it names" : ""}.`;
  said.textContent = also ? `${words} Also searched for: ${also}` : words;
}

/** @param {import("./names.js").Entry[]} entries @param {string[]} queries @param {number} mine */
async function offerFacets(entries, queries, mine) {
  const [{ facetFields }, { countsOf }] = await Promise.all([import("./facets.js"), import("./counts.js")]);
  const counts = await countsOf(queries, chosen);
  if (mine !== turn) return;
  if (!facets) {
    facets = facetFields(entries, (now) => {
      chosen = now;
      search();
    });
    narrow.append(facets.element);
  }
  facets.show(counts, chosen);
}

/** @param {import("./names.js").Name[]} names @param {string} query @param {boolean} inParts @param {number} mine */
async function offerMended(names, query, inParts, mine) {
  const { mended } = await import("./nearest.js");
  const better = mended(names, query, inParts);
  if (!better || mine !== turn) return;
  const take = make("button", { type: "button" }, better);
  take.addEventListener("click", () => {
    field.value = better;
    field.focus();
    search();
  });
  said.append(" Did you mean ", take, "?");
}

/** Put the search into the address, so that it can be sent, and that Back leads to it. @param {string} query @param {Chosen} now */
function remember(query, now) {
  const href = addressed(location.href, query, now);
  if (href !== location.href) history.replaceState(history.state, "", href);
}
