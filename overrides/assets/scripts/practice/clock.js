/** Time as it is spent: a clock that starts and pauses, and its words. */

import { counted } from "../words.js";

/** A clock. It asks `now` for the time and never looks at it otherwise. */
export class Clock {
  /** @param {() => number} [now] Milliseconds, from whenever. */
  constructor(now = () => Date.now()) {
    this.now = now;
    this.spent = 0;
    /** @type {number | null} */
    this.since = null;
  }

  get isRunning() {
    return this.since !== null;
  }

  /** Milliseconds that it ran so far. */
  get elapsed() {
    return this.spent + (this.since === null ? 0 : this.now() - this.since);
  }

  start() {
    this.since ??= this.now();
  }

  pause() {
    this.spent = this.elapsed;
    this.since = null;
  }
}

/** `2:05`; whole seconds, those begun not counted. @param {number} milliseconds @returns {string} */
export function digits(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** `2 minutes 5 seconds`. @param {number} milliseconds @returns {string} */
export function spoken(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [[Math.floor(seconds / 60), "minute"], [seconds % 60, "second"]].filter(([amount]) => amount);
  return parts.map(([amount, unit]) => counted(amount, unit)).join(" ") || "0 seconds";
}
