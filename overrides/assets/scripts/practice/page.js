/** The page `/practice/`: what the address asks for, shown. */

import { make } from "../dom.js";
import { announce, tell } from "../notice.js";
import { data } from "../site.js";
import { load, today, watch } from "../store.js";
import { chooser, trackField } from "./chooser.js";
import { ALL, passes, query, wanted as read } from "./filters.js";
import { foot } from "./foot.js";
import { Interview } from "./interview.js";
import { kept } from "./kept.js";
import { keyList, keysOf, listen } from "./keys.js";
import { inTurn } from "./leitner.js";
import { heading, lead } from "./parts.js";
import { practise } from "./practise.js";
import { sound } from "./sound.js";
import { questions, tracks } from "./source.js";

/** @typedef {import("./filters.js").Wanted} Wanted */
/** @typedef {"practise" | "form" | "mock" | "summary"} Mode */
/**
 * What stands in the middle. What it can do bears the name that `keysOf` calls it by, and gives false if there was
 * nothing to do.
 * @typedef {{element: HTMLElement, title: HTMLElement | null, leave?: () => void} & Record<string, any>} Stage
 */

/** The parts of the page, and what it shows. */
export class Practice {
  /**
   * @param {HTMLElement} place
   * @param {import("./source.js").Track[]} listed
   * @param {import("../aliases.js").Aliases} aliases
   */
  constructor(place, listed, aliases) {
    this.listed = listed;
    this.aliases = aliases;
    this.wanted = read("");
    /** @type {import("./source.js").Asked | null} */
    this.asked = null;
    /** @type {Mode} */
    this.mode = "practise";
    /** @type {Stage | null} */
    this.stage = null;
    this.isOpen = false;
    this.interview = new Interview(this);
    [this.bar, this.middle, this.foot] = ["bar", "middle", "foot"].map((part) => make("div", { class: `ct-practice-${part}` }));
    const keys = keysOf(this);
    this.keys = keyList(keys);
    place.replaceChildren(this.bar, this.middle, this.foot, this.keys.element);
    listen(keys);
    watch(() => this.#count());
    addEventListener("popstate", () => {
      // A link to a place on this page is such a step, too, and asks for nothing else.
      if (query(read(location.search)) !== query(this.wanted)) this.follow(true);
    });
  }

  /** Show what the address asks for. */
  async follow(takesFocus = false) {
    this.wanted = read(location.search);
    const planned = load().track;
    if (!this.wanted.filters.track && this.listed.some(({ slug }) => slug === planned)) this.wanted.filters.track = planned;
    await this.fetch();
    if (this.wanted.mock) this.interview.form(takesFocus);
    else this.practise(takesFocus);
  }

  /** Fetch the questions that are asked for, and leave out of what is asked what is not there. */
  async fetch() {
    this.wanted = sound(this.wanted, this.listed, null, tell);
    const { track } = this.wanted.filters;
    this.asked = track ? await questions(track, this.listed) : null;
    this.wanted = sound(this.wanted, this.listed, this.asked, tell);
  }

  /** Ask for something else: a step that the reader can go back from. @param {Wanted} wanted */
  want(wanted) {
    this.wanted = wanted;
    history.pushState(null, "", location.pathname + query(wanted));
  }

  /** The questions that pass the filters. */
  get passing() {
    return this.asked?.questions.filter((question) => passes(question, this.wanted.filters)) ?? [];
  }

  /** What is kept of the questions, and what is archived. */
  get kept() {
    return kept(this.asked?.questions ?? [], this.listed, this.aliases);
  }

  /** Put something in the middle. @param {Mode} mode @param {Stage} stage */
  put(mode, stage, takesFocus = true) {
    this.stage?.leave?.();
    this.mode = mode;
    this.stage = stage;
    history.replaceState(null, "", location.pathname + query(this.wanted) + location.hash);
    this.#frame();
    this.middle.replaceChildren(stage.element);
    if (takesFocus && stage.title) lead(stage.title);
  }

  /** One question at a time. */
  practise(takesFocus = true) {
    if (!this.asked) return this.put("practise", this.#trackless(), takesFocus);
    const stage = practise({
      questions: this.passing,
      asked: this.asked,
      cards: () => this.kept.cards,
      minutes: this.wanted.answer,
      owner: (slug) => (this.track ? "" : this.listed.find((track) => track.slug === slug)?.title ?? ""),
    });
    return this.put("practise", stage, takesFocus);
  }

  /** To practice, from wherever. */
  back() {
    if (this.mode === "practise") return false;
    this.want({ ...this.wanted, mock: null });
    this.practise();
    return true;
  }

  /** To the filters. */
  choose() {
    const details = /** @type {HTMLDetailsElement | null} */ (this.bar.querySelector("details"));
    if (details) details.open = this.isOpen = true;
    const field = /** @type {HTMLElement | null} */ (this.bar.querySelector("select") ?? this.middle.querySelector("select"));
    field?.focus();
    return field !== null;
  }

  /** Ask which track it is to be. @returns {Stage} */
  #trackless() {
    const title = heading(2, "Which track do you practise for?");
    const change = (/** @type {string} */ track) => this.#change({ ...this.wanted, filters: { ...this.wanted.filters, track } }, "track");
    const field = make("div", { class: "ct-fields" }, trackField("", this.listed, change));
    return { element: make("section", { class: "ct-card" }, title, field), title };
  }

  /** The filters above, and the ways onward below: only while one practises, so that nothing competes with a mock. */
  #frame() {
    const isPractice = this.mode === "practise" && this.asked !== null;
    this.bar.replaceChildren(...(isPractice ? [this.#chooser()] : []));
    this.foot.replaceChildren(...foot({
      track: isPractice ? this.wanted.filters.track : "",
      archived: isPractice ? this.kept.archived : [],
      mock: isPractice ? () => this.interview.ask() : null,
      end: this.mode === "mock" ? () => this.stage?.finish() : null,
      keys: () => this.keys.open(),
    }));
  }

  /** How many there are to do. */
  get counts() {
    const turn = inTurn(this.passing.map(({ id }) => id), this.kept.cards, today());
    return `${turn.due.length} due today, ${turn.unseen.length} new, ${this.passing.length} in all`;
  }

  /** Say it anew: what is kept has changed, here or in another window. */
  #count() {
    const shown = this.bar.querySelector(".ct-counts");
    if (shown) shown.textContent = this.counts;
  }

  #chooser() {
    const made = chooser({
      wanted: this.wanted,
      listed: this.listed,
      asked: this.asked,
      counts: this.counts,
      isOpen: this.isOpen,
      change: (wanted, field) => this.#change(wanted, field),
    });
    made.addEventListener("toggle", () => { this.isOpen = made.open; });
    return made;
  }

  /** @param {Wanted} wanted @param {string} field The name of the field that was changed; it keeps the focus. */
  async #change(wanted, field) {
    const isFirst = !this.asked;
    const isOther = wanted.filters.track !== this.wanted.filters.track;
    this.wanted = wanted;
    this.isOpen = !isFirst;
    if (isOther) await this.fetch();
    this.practise(isFirst);
    announce(`${this.counts}.`);
    if (!isFirst) /** @type {HTMLElement | null} */ (this.bar.querySelector(`select[name="${field}"]`))?.focus();
  }

  /** The track that a mock interview can be of: one, not all. */
  get track() {
    return this.wanted.filters.track === ALL ? "" : this.wanted.filters.track;
  }
}

async function start() {
  const place = /** @type {HTMLElement} */ (document.querySelector(".ct-practice"));
  try {
    const [listed, aliases] = await Promise.all([tracks(), data("aliases.json")]);
    await new Practice(place, listed, aliases).follow();
  } catch (error) {
    console.warn(error);
    tell("The questions could not be fetched. Look whether you are connected, and load the page again.");
  }
}

start();
