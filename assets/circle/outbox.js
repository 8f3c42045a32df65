// Everything that is sent goes through here: kept before it is sent, in order, with an id of its own, and sent again until
// the hub has acknowledged it. Sent twice, it counts once.

import {random, toHex} from './bytes.js';
import {Later, Refused} from './hub.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;

export class Outbox {
  #store;
  #hub;
  #onRefused;
  #onChange;
  #running = false;
  #wake = null;
  #stopped = false;

  /// `onRefused(entry, refused)`: the hub will not take it; the words are in entry.note.
  constructor(store, hub, {onRefused, onChange}) {
    this.#store = store;
    this.#hub = hub;
    this.#onRefused = onRefused;
    this.#onChange = onChange;
  }

  get waiting() {
    return this.#store.data.outbox;
  }

  event(body, note = {}) {
    this.#put({way: 'event', body: {id: newEventId(), ...body}, note});
  }

  recall(card, secret, note = {}) {
    this.#put({way: 'recall', body: {id: newEventId(), card, secret}, note});
  }

  /// "Writing" after "thinking" that was never sent: only the newest word counts.
  activity(activity, round) {
    const body = {kind: 'activity-is', activity, round};
    this.#store.change((data) => {
      data.outbox = data.outbox.filter((entry, at) => (at === 0 && this.#running) || entry.body.kind !== 'activity-is');
    });
    this.event(body);
  }

  #put(entry) {
    this.#store.change((data) => data.outbox.push(entry));
    this.#onChange();
    this.flush();
  }

  /// Asks again at once, when something says that the hub may be there again.
  nudge() {
    this.#wake?.();
    this.flush();
  }

  stop() {
    this.#stopped = true;
    this.#wake?.();
  }

  async flush() {
    if (this.#running) return;
    this.#running = true;
    let wait = FIRST_WAIT_MS;
    while (!this.#stopped && this.waiting.length > 0) {
      const entry = this.waiting[0];
      try {
        await this.#send(entry);
        this.#done(entry);
        wait = FIRST_WAIT_MS;
      } catch (reason) {
        if (reason instanceof Refused) {
          this.#done(entry);
          this.#onRefused(entry, reason);
          continue;
        }
        if (!(reason instanceof Later)) reportError(reason);
        await this.#sleep(wait * (0.75 + Math.random() / 2));
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      }
    }
    this.#running = false;
  }

  #send(entry) {
    const me = this.#store.data.me;
    return entry.way === 'recall' ? this.#hub.recall(me, entry.body) : this.#hub.event(me, entry.body);
  }

  #done(entry) {
    this.#store.change((data) => {
      data.outbox = data.outbox.filter((other) => other.body.id !== entry.body.id);
    });
    this.#onChange();
  }

  #sleep(ms) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

export function newEventId() {
  return toHex(random(16));
}
