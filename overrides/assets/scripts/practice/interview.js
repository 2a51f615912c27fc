/** The way through a mock interview: what it is to be, the interview, how it went. */

import { announce } from "../notice.js";
import { data } from "../site.js";
import { drawn, fitting, newSeed, USUAL_ROUND } from "./draw.js";
import { mock } from "./mock.js";
import { mockForm } from "./mockform.js";
import { redrawn } from "./parts.js";
import { summary } from "./summary.js";

/** @typedef {import("./mockform.js").Setting} Setting */

export class Interview {
  /** @param {import("./page.js").Practice} page */
  constructor(page) {
    this.page = page;
    this.subject = page.subject;
    this.minutes = USUAL_ROUND;
    /** Those that are being summed up. @type {import("./mock.js").Result[] | null} */
    this.results = null;
  }

  /** Draw anew. */
  others() {
    this.subject.wanted = { ...this.subject.wanted, mock: null };
    this.form();
  }

  /** Ask what it is to be; a draw that the address names is kept. */
  form(takesFocus = true) {
    const { page } = this;
    const named = this.subject.wanted.mock;
    const asked = this.subject.track ? this.subject.asked : null;
    const { filters } = this.subject.wanted;
    const round = filters.round || asked?.questions.find(({ rounds }) => rounds.length)?.rounds[0] || "";
    const setting = { track: this.subject.track, round, minutes: named?.minutes ?? this.minutes };
    const begin = () => {
      if (!asked || !round) return false;
      this.begin(setting, named?.seed ?? newSeed());
      return true;
    };
    const made = mockForm({
      setting,
      listed: this.subject.listed,
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
    const wanted = { ...this.subject.wanted, mock: null, filters: { track, round, domain: "", skill: "" } };
    const isOther = track !== this.subject.wanted.filters.track;
    if (isOther && !(await page.fetch(wanted))) return;
    if (!isOther) this.subject.wanted = wanted;
    this.minutes = minutes;
    redrawn(() => this.form(false));
    announce(page.middle.querySelector(".ct-state")?.textContent ?? "");
  }

  /** @param {Setting} setting @param {string} seed */
  begin({ track, round, minutes }, seed) {
    const { page } = this;
    data(`plans/${track}.json`).catch(() => {}); // early, so that the end need not wait for it; the end asks again
    page.want({ ...this.subject.wanted, mock: { minutes, seed }, filters: { track, round, domain: "", skill: "" } });
    // By their ids, so that the same link draws the same when a guide moves its questions about.
    const pool = this.subject.passing.sort((a, b) => (a.id < b.id ? -1 : 1));
    const stage = mock({
      questions: drawn(pool, fitting(minutes), seed),
      name: this.#name(track, round),
      minutes,
      cards: () => this.subject.kept.cards,
      end: (results, spent) => this.#sum(stage, results, spent, { track, round, minutes }, seed),
      reopen: () => {
        this.results = null;
        page.put("mock", stage, false);
      },
    });
    page.put("mock", stage, false);
    stage.open();
  }

  /** @param {string} track @param {string} round */
  #name(track, round) {
    return this.subject.asked?.rounds[`${track}/${round}`] ?? round;
  }

  /**
   * Show how it went, unless the reader has left or gone on meanwhile.
   * @param {import("./page.js").Stage} stage The interview.
   * @param {import("./mock.js").Result[]} results @param {number} spent @param {Setting} setting @param {string} seed
   */
  async #sum(stage, results, spent, setting, seed) {
    const { page } = this;
    this.results = results;
    const plan = await data(`plans/${setting.track}.json`).catch(() => ({ skills: [], phases: [] }));
    if (page.stage !== stage || this.results !== results) return;
    const undo = stage.canUndo ? () => stage.undo() : null;
    const made = summary({
      results,
      spent,
      plan,
      minutes: setting.minutes,
      name: this.#name(setting.track, setting.round),
      names: this.subject.asked?.skills ?? {},
      again: () => this.begin(setting, seed),
      others: () => this.others(),
      undo,
      leave: () => page.back(),
    });
    page.put("summary", { ...made, ...(undo && { undo }) });
  }
}
