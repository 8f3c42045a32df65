// The long poll: asks for the room as it is now, hears of each change as it comes, and finds its own way back when the
// network was gone.

import {Later, Refused} from './hub.js';
import {readAnswer} from './wire.js';

const WAIT_S = 25;
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 5000;
/// Shorter silences than this are not worth a word.
const SAY_AFTER_MS = 2500;

export class Link {
  #hub;
  #me;
  #hears;
  #stop = new AbortController();
  #again = null;
  #inFlight = null;
  #lostSince = 0;
  #said = false;

  /// `hears`: onAnswer(answer), onLost(), onBack(), onEnd(refused).
  constructor(hub, me, hears) {
    this.#hub = hub;
    this.#me = me;
    this.#hears = hears;
  }

  async run() {
    let after = 0;
    let wait = FIRST_WAIT_MS;
    // The first answer comes at once; asking for what is newer than nothing never waits.
    while (!this.#stop.signal.aborted) {
      try {
        const answer = readAnswer(await this.#ask(after));
        wait = FIRST_WAIT_MS;
        this.#found();
        after = answer.number;
        await this.#hears.onAnswer(answer);
      } catch (reason) {
        if (this.#stop.signal.aborted) return;
        if (reason instanceof Refused) {
          this.#hears.onEnd(reason);
          return;
        }
        // A mistake of ours must not end the listening: it is reported, and the room asked again.
        if (!(reason instanceof Later)) reportError(reason);
        this.#lost();
        await this.#sleep(wait);
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      }
    }
  }

  #ask(after) {
    this.#inFlight = new AbortController();
    // While lost, ask for an answer at once, so that coming back shows at once.
    return this.#hub.view(this.#me, after, this.#lostSince ? 0 : WAIT_S, this.#inFlight.signal);
  }

  #lost() {
    if (this.#lostSince === 0) this.#lostSince = Date.now();
    if (!this.#said && Date.now() - this.#lostSince >= SAY_AFTER_MS) {
      this.#said = true;
      this.#hears.onLost();
    }
  }

  #found() {
    const told = this.#said;
    this.#lostSince = 0;
    this.#said = false;
    if (told) this.#hears.onBack();
  }

  /// The device has the network again, or the page is in front again: a poll that hangs in a dead connection is given up.
  nudge({dead = false} = {}) {
    if (dead) this.#inFlight?.abort();
    this.#again?.();
  }

  stop() {
    this.#stop.abort();
    this.#inFlight?.abort();
    this.#again?.();
  }

  #sleep(ms) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#again = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
