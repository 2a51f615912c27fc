/** The page `/practice/`: what the address asks for, shown. */

import { make } from "../dom.js";
import { announce, tell } from "../notice.js";
import { data } from "../site.js";
import { load, watch } from "../store.js";
import { chooser, trackless } from "./chooser.js";
import { query, wanted as read } from "./filters.js";
import { foot } from "./foot.js";
import { keyList, keysOf, listen } from "./keys.js";
import { lead, redrawn } from "./parts.js";
import { practise } from "./practise.js";
import { tracks } from "./source.js";
import { Subject } from "./subject.js";

/** @typedef {import("./filters.js").Wanted} Wanted */
/** @typedef {"practise" | "form" | "mock" | "summary"} Mode */
/**
 * What stands in the middle. What it can do bears the name that `keysOf` calls it by, and gives false if there was
 * nothing to do.
 * @typedef {{element: HTMLElement, title: HTMLElement | null, leave?: () => void} & Record<string, any>} Stage
 */

/** The parts of the page, and what it shows. */
export class Practice {
  /** @type {import("./interview.js").Interview | null} */
  #interview = null;

  /** @param {HTMLElement} place @param {Subject} subject */
  constructor(place, subject) {
    this.place = place;
    this.subject = subject;
    /** @type {Mode} */
    this.mode = "practise";
    /** @type {Stage | null} */
    this.stage = null;
    this.isOpen = false;
    [this.bar, this.middle, this.foot] = ["bar", "middle", "foot"].map((part) => make("div", { class: `ct-practice-${part}` }));
    const keys = keysOf(this);
    this.keys = keyList(keys);
    listen(keys);
    watch(() => this.#count());
    addEventListener("popstate", () => {
      // A link to a place on this page is such a step, too, and asks for nothing else.
      if (query(read(location.search)) !== query(subject.awaited ?? subject.wanted)) this.follow(true);
    });
  }

  /** Show what the address asks for. */
  async follow(takesFocus = false) {
    const wanted = read(location.search);
    const planned = load().track;
    if (!wanted.filters.track && this.subject.listed.some(({ slug }) => slug === planned)) wanted.filters.track = planned;
    if (!(await this.fetch(wanted))) return;
    if (this.subject.wanted.mock) await this.interview((interview) => interview.form(takesFocus));
    else this.practise(takesFocus);
  }

  /** Fetch what is asked for. @param {Wanted} wanted @returns {Promise<boolean>} Whether it is here, and still wanted. */
  async fetch(wanted) {
    const came = await this.subject.fetch(wanted);
    if (came === "lost") this.#stay();
    return came === "here";
  }

  /** What was asked for could not be fetched: what was there still holds, and is shown again. */
  #stay() {
    tell("The questions could not be fetched. Look whether you are connected, and try again.");
    if (!this.stage) return; // what the page says without scripts stands there still
    redrawn(() => {
      if (this.mode === "form") this.#interview?.form(false);
      else if (this.subject.asked) this.#frame();
      else this.practise(false);
    });
  }

  /** Ask for something else: a step that the reader can go back from. @param {Wanted} wanted */
  want(wanted) {
    this.subject.wanted = wanted;
    if (query(wanted) === query(read(location.search))) return;
    history.pushState(null, "", location.pathname + query(wanted, location.search));
  }

  /** Put something in the middle. @param {Mode} mode @param {Stage} stage */
  put(mode, stage, takesFocus = true) {
    this.stage?.leave?.();
    if (!this.stage) this.place.replaceChildren(this.bar, this.middle, this.foot, this.keys.element);
    this.mode = mode;
    this.stage = stage;
    this.subject.awaited = null;
    this.#frame();
    this.middle.replaceChildren(stage.element);
    if (takesFocus && stage.title) lead(stage.title);
  }

  /** Do something on the way through a mock interview, whose modules come when one is wanted first. @param {(interview: import("./interview.js").Interview) => void} act */
  async interview(act) {
    try {
      const { Interview } = await import("./interview.js");
      act((this.#interview ??= new Interview(this)));
    } catch (error) {
      console.warn(error);
      tell("The mock interview could not be fetched. Look whether you are connected, and load the page again.");
    }
  }

  /** Ask what an interview is to be, unless that is asked already or one runs. */
  ask() {
    if (this.mode === "form" || this.mode === "mock") return false;
    void this.interview((interview) => interview.others());
    return true;
  }

  /** One question at a time. */
  practise(takesFocus = true) {
    const { subject } = this;
    if (!subject.asked) return this.put("practise", this.#trackless(), takesFocus);
    const stage = practise({
      questions: subject.passing,
      asked: subject.asked,
      cards: () => subject.kept.cards,
      minutes: subject.wanted.answer,
      owner: (slug) => subject.owner(slug),
    });
    return this.put("practise", stage, takesFocus);
  }

  #trackless() {
    const { listed, wanted } = this.subject;
    return trackless(listed, (track) => this.#change({ ...wanted, filters: { ...wanted.filters, track } }, "track"));
  }

  /** To practice, from wherever; an interview that runs is ended first, so that what was graded is summed up. */
  back() {
    if (this.mode === "practise") return false;
    if (this.mode === "mock" && this.stage?.finish()) return true;
    this.want({ ...this.subject.wanted, mock: null });
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

  /**
   * What is round the middle: the address; the filters above and the ways onward below, only while one practises, so
   * that nothing competes with a mock.
   */
  #frame() {
    const { subject } = this;
    history.replaceState(null, "", location.pathname + query(subject.wanted, location.search) + location.hash);
    const isPractice = this.mode === "practise" && subject.asked !== null;
    this.bar.replaceChildren(...(isPractice ? [this.#chooser()] : []));
    this.foot.replaceChildren(...foot({
      track: isPractice ? subject.wanted.filters.track : "",
      archived: isPractice ? subject.kept.archived : [],
      mock: isPractice ? () => this.ask() : null,
      end: this.mode === "mock" ? () => this.stage?.finish() : null,
      keys: () => this.keys.open(),
    }));
  }

  /** Say anew how many there are: what is kept has changed, here or in another window. */
  #count() {
    const shown = this.bar.querySelector(".ct-counts");
    if (shown) shown.textContent = this.subject.counts;
  }

  #chooser() {
    const { wanted, listed, asked, counts } = this.subject;
    const change = (/** @type {Wanted} */ changed, /** @type {string} */ field) => void this.#change(changed, field);
    const made = chooser({ wanted, listed, asked, counts, isOpen: this.isOpen, change });
    made.addEventListener("toggle", () => { this.isOpen = made.open; });
    return made;
  }

  /** @param {Wanted} wanted @param {string} field The name of the field that was changed; it keeps the focus. */
  async #change(wanted, field) {
    const { subject } = this;
    const isFirst = !subject.asked;
    const isOther = wanted.filters.track !== subject.wanted.filters.track;
    if (isOther && !(await this.fetch(wanted))) return;
    if (!isOther) subject.wanted = wanted;
    this.isOpen = !isFirst;
    this.practise(isFirst);
    announce(`${subject.counts}.`);
    if (!isFirst) /** @type {HTMLElement | null} */ (this.bar.querySelector(`select[name="${field}"]`))?.focus();
  }
}

async function start() {
  const place = /** @type {HTMLElement} */ (document.querySelector(".ct-practice"));
  try {
    const [listed, aliases] = await Promise.all([tracks(), data("aliases.json")]);
    await new Practice(place, new Subject(listed, aliases)).follow();
  } catch (error) {
    console.warn(error);
    tell("The questions could not be fetched. Look whether you are connected, and load the page again.");
  }
}

start();
