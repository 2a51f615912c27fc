/** What is practised: what is asked for, the questions that came of it, and what is kept of them. */

import { tell } from "../notice.js";
import { today } from "../store.js";
import { ALL, passes, wanted as read } from "./filters.js";
import { kept } from "./kept.js";
import { inTurn } from "./leitner.js";
import { sound } from "./sound.js";
import { questions } from "./source.js";

/** @typedef {import("./filters.js").Wanted} Wanted */

export class Subject {
  /** @param {import("./source.js").Track[]} listed @param {import("../aliases.js").Aliases} aliases */
  constructor(listed, aliases) {
    this.listed = listed;
    this.aliases = aliases;
    this.wanted = read("");
    /** What is being fetched; what the reader does next takes its place. @type {Wanted | null} */
    this.awaited = null;
    /** @type {import("./source.js").Asked | null} */
    this.asked = null;
  }

  /**
   * Fetch the questions that are asked for, and leave out of what is asked what is not there. Until they have come,
   * and if they do not come, all stays as it was.
   * @param {Wanted} wanted
   * @returns {Promise<"here" | "late" | "lost">} Late, if something else is wanted by now; lost, if they did not come.
   */
  async fetch(wanted) {
    const awaited = sound(wanted, this.listed, null, tell);
    this.awaited = awaited;
    const { track } = awaited.filters;
    const asked = track ? await questions(track, this.listed).catch((error) => void console.warn(error)) : null;
    if (this.awaited !== awaited) return "late";
    this.awaited = null;
    if (asked === undefined) return "lost";
    this.asked = asked;
    this.wanted = sound(awaited, this.listed, asked, tell);
    return "here";
  }

  /** The questions that pass the filters. */
  get passing() {
    return this.asked?.questions.filter((question) => passes(question, this.wanted.filters)) ?? [];
  }

  /** What is kept of the questions, and what is archived. */
  get kept() {
    return kept(this.asked?.questions ?? [], this.listed, this.aliases);
  }

  /** How many there are to do. */
  get counts() {
    const turn = inTurn(this.passing.map(({ id }) => id), this.kept.cards, today());
    return `${turn.due.length} due today, ${turn.unseen.length} new, ${this.passing.length} in all`;
  }

  /** The track that a mock interview can be of: one, not all. */
  get track() {
    return this.wanted.filters.track === ALL ? "" : this.wanted.filters.track;
  }

  /** What a track is called, where there are several. @param {string} slug */
  owner(slug) {
    return this.track ? "" : this.listed.find((track) => track.slug === slug)?.title ?? "";
  }
}
