// What this phone keeps of a room until its person leaves: who they are in it, what they have written and not sent, and
// what was sent and is not acknowledged yet. Nothing is kept of a room without its four words, and the key is not kept.

const PREFIX = 'afternote.circle.';

function empty() {
  return {
    me: null, // {token, member, name}; member 0 until the hub has said
    drafts: {}, // by round: words that nobody else has seen
    outbox: [], // {way: 'event' | 'recall', body, note}
    secrets: {}, // by card: what takes an anonymous one back
    handed: {}, // by round: what this phone put into the closed box
    later: [], // ideas kept for later
    intentions: [], // {text, due}
  };
}

/// Where the storage is full or closed, the room lives in the page alone, and `keeps` says so.
export class Store {
  #name;
  #storage;

  constructor(roomId, storage = browserStorage()) {
    this.#name = PREFIX + roomId;
    this.#storage = storage;
    this.keeps = storage !== null;
    this.data = empty();
    this.#read();
  }

  #read() {
    try {
      const kept = JSON.parse(this.#storage?.getItem(this.#name) ?? 'null');
      if (kept && typeof kept === 'object') this.data = {...empty(), ...kept};
    } catch {
      this.keeps = false;
    }
  }

  save() {
    try {
      this.#storage?.setItem(this.#name, JSON.stringify(this.data));
      this.keeps = this.#storage !== null;
    } catch {
      this.keeps = false;
    }
  }

  change(edit) {
    edit(this.data);
    this.save();
  }

  draft(round) {
    return this.data.drafts[round] ?? '';
  }

  /// What was written before a round, latest first: what may be chosen from at a reveal.
  writtenBefore(round) {
    const rounds = Object.keys(this.data.drafts).map(Number).filter((at) => at <= round && this.draft(at).trim() !== '');
    return rounds.sort((a, b) => b - a).map((at) => this.draft(at));
  }

  clear() {
    this.data = empty();
    try {
      this.#storage?.removeItem(this.#name);
    } catch {
      this.keeps = false;
    }
  }
}

function browserStorage() {
  try {
    const storage = globalThis.localStorage;
    storage.setItem(PREFIX + 'try', '1');
    storage.removeItem(PREFIX + 'try');
    return storage;
  } catch {
    return null;
  }
}
