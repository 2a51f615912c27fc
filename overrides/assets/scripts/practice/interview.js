/** The way through a mock interview: what it is to be, the interview, how it went. */

import { announce } from "../notice.js";
import { data } from "../site.js";
import { drawn, fitting, newSeed, USUAL_ROUND } from "./draw.js";
import { mock } from "./mock.js";
import { mockForm } from "./mockform.js";
import { summary } from "./summary.js";

/** @typedef {import("./mockform.js").Setting} Setting */

export class Interview {
  /** @param {import("./page.js").Practice} page */
  constructor(page) {
    this.page = page;
    this.minutes = USUAL_ROUND;
  }

  /** Ask what it is to be, unless that is asked already or an interview runs. */
  ask() {
    if (this.page.mode === "form" || this.page.mode === "mock") return false;
    this.others();
    return true;
  }

  /** Draw anew. */
  others() {
    this.page.wanted = { ...this.page.wanted, mock: null };
    this.form();
  }

  /** Ask what it is to be; a draw that the address names is kept. */
  form(takesFocus = true) {
    const { page } = this;
    const named = page.wanted.mock;
    const asked = page.track ? page.asked : null;
    const { filters } = page.wanted;
    const round = filters.round || asked?.questions.find(({ rounds }) => rounds.length)?.rounds[0] || "";
    const setting = { track: page.track, round, minutes: named?.minutes ?? this.minutes };
    const begin = () => {
      if (!asked || !round) return false;
      this.begin(setting, named?.seed ?? newSeed());
      return true;
    };
    const made = mockForm({
      setting,
      listed: page.listed,
      asked,
      repeats: Boolean(named),
      change: (changed) => this.#set(changed),
      begin,
      others: () => this.others(),
      leave: () => page.back(),
    });
    page.put("form", { ...made, begin }, takesFocus);
  }

  /** @param {Setting} setting */
  async #set({ track, round, minutes }) {
    const { page } = this;
    const name = /** @type {HTMLSelectElement | null} */ (document.activeElement)?.name;
    const isOther = track !== page.wanted.filters.track;
    this.minutes = minutes;
    page.wanted = { ...page.wanted, mock: null, filters: { track, round, domain: "", skill: "" } };
    if (isOther) await page.fetch();
    this.form(false);
    announce(page.middle.querySelector(".ct-state")?.textContent ?? "");
    /** @type {HTMLElement | null} */ (page.middle.querySelector(`select[name="${name}"]`))?.focus();
  }

  /** @param {Setting} setting @param {string} seed */
  begin({ track, round, minutes }, seed) {
    const { page } = this;
    page.want({ ...page.wanted, mock: { minutes, seed }, filters: { track, round, domain: "", skill: "" } });
    // By their ids, so that the same link draws the same when a guide moves its questions about.
    const pool = page.passing.sort((a, b) => (a.id < b.id ? -1 : 1));
    const stage = mock({
      questions: drawn(pool, fitting(minutes), seed),
      name: this.#name(track, round),
      minutes,
      cards: () => page.kept.cards,
      end: (results, spent) => this.#sum(results, spent, { track, round, minutes }, seed),
    });
    page.put("mock", stage, false);
    stage.open();
  }

  /** @param {string} track @param {string} round */
  #name(track, round) {
    return this.page.asked?.rounds[`${track}/${round}`] ?? round;
  }

  /** @param {import("./mock.js").Result[]} results @param {number} spent @param {Setting} setting @param {string} seed */
  async #sum(results, spent, setting, seed) {
    const { page } = this;
    const plan = await data(`plans/${setting.track}.json`).catch(() => ({ skills: [], phases: [] }));
    const made = summary({
      results,
      spent,
      plan,
      minutes: setting.minutes,
      name: this.#name(setting.track, setting.round),
      names: page.asked?.skills ?? {},
      again: () => this.begin(setting, seed),
      others: () => this.others(),
      leave: () => page.back(),
    });
    page.put("summary", made);
  }
}
