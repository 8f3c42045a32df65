// The room as this phone knows it: what the hub last said, what waits to be sent, and everything its person can do.
// Screens read it and are told of every change; nothing else talks to the hub.

import {cardName, newSecret, seal, sealSlot, SLOTS} from './crypto.js';
import {leftNow} from './clock.js';
import {Link} from './link.js';
import {Opener} from './opened.js';
import {newEventId, Outbox} from './outbox.js';
import {words} from './words.js';

const SAID_LATELY_MS = 2000;

export class Room {
  /// `keys`: of crypto.js; `plan`: opened; `store`: with who we are in it.
  constructor(keys, code, plan, store, hub) {
    this.keys = keys;
    this.code = code;
    this.plan = plan;
    this.store = store;
    this.view = null;
    this.lost = false;
    this.ended = null; // 'out' | 'gone' | 'left'
    this.notice = ''; // the last sentence the person should see
    this.heardAt = 0;
    this.#hub = hub;
    this.#opener = new Opener(keys, plan);
    this.#outbox = new Outbox(store, hub, {
      onRefused: (entry, refused) => this.#refused(entry, refused),
      onChange: () => this.#changed(),
    });
  }

  #hub;
  #opener;
  #outbox;
  #link = null;
  #said = {activity: '', at: 0};
  #listeners = new Set();

  onChange(listener) {
    this.#listeners.add(listener);
  }
  #changed() {
    for (const listener of this.#listeners) listener(this);
  }

  start() {
    this.#link = new Link(this.#hub, this.store.data.me, {
      onAnswer: async (answer) => {
        const heardAt = performance.now();
        this.view = await this.#opener.view(answer.view);
        this.heardAt = heardAt;
        this.#outbox.nudge();
        this.#changed();
      },
      onLost: () => this.#lostIs(true),
      onBack: () => this.#lostIs(false),
      onEnd: (refused) => this.#end(refused.status === 404 ? 'gone' : 'out'),
    });
    this.#link.run();
    this.#outbox.flush();
  }

  #lostIs(lost) {
    this.lost = lost;
    this.notice = lost ? '' : words.head.back;
    this.#changed();
  }

  nudge(how) {
    this.#link?.nudge(how);
    this.#outbox.nudge();
  }

  #end(how) {
    this.ended = how;
    this.stop();
    this.#changed();
  }

  stop() {
    this.#link?.stop();
    this.#outbox.stop();
  }

  #refused(entry, refused) {
    if (refused.status === 401) return this.#end('out');
    this.notice = refused.say || words.head.refused;
    if (entry.note.half && entry.note.text) this.setHalf(entry.note.half, entry.note.text);
    if (entry.body.kind === 'handed-in') this.store.change((data) => { delete data.handed[entry.body.round]; });
    this.#changed();
  }

  tell(sentence) {
    this.notice = sentence;
    this.#changed();
  }

  get me() {
    return this.view?.people.find((person) => person.number === this.view.you) ?? null;
  }
  get round() {
    return this.view && this.view.phase === 'running' ? this.plan.rounds[this.view.round] ?? null : null;
  }
  get waiting() {
    return this.#outbox.waiting;
  }
  may(deed) {
    return this.view?.may.has(deed) ?? false;
  }
  person(number) {
    return this.view?.people.find((person) => person.number === number) ?? null;
  }
  nameOf(number) {
    return this.person(number)?.name || words.somebody;
  }
  left(clock) {
    return leftNow(clock, this.heardAt);
  }
  isMine(card) {
    return (card.by !== 0 && card.by === this.view.you) || card.id in this.store.data.secrets;
  }

  /// Words half written in a small field: back in it after a reload, or when the hub would not take them.
  half(name) {
    return this.store.data.drafts[name] ?? '';
  }
  setHalf(name, text) {
    this.store.change((data) => {
      if (text === '') delete data.drafts[name];
      else data.drafts[name] = text;
    });
  }

  agree() {
    this.#outbox.event({kind: 'agreed'});
  }
  /// Said once: while the room has not shown it yet, not with every letter again.
  activity(activity) {
    if (!this.round || this.me?.activity === activity) return;
    const now = performance.now();
    if (this.#said.activity === activity && now - this.#said.at < SAID_LATELY_MS) return;
    this.#said = {activity, at: now};
    this.#outbox.activity(activity, this.view.round);
  }
  hand(up) {
    this.#outbox.event({kind: 'hand-raised', on: up});
  }
  passFloor() {
    this.#outbox.event({kind: 'floor-passed', round: this.view.round});
  }
  keep(card, on) {
    this.#outbox.event({kind: 'kept', card: card.id, on});
  }
  sort(card, under, place) {
    this.#outbox.event({kind: 'sorted', card: card.id, under, count: place});
  }
  oppose(card) {
    this.#outbox.event({kind: 'leave-opposed', card: card.id});
  }
  stopForSafety() {
    this.#outbox.event({kind: 'paused', cause: 'safeguarding'});
  }

  /// `value`: {text, ...}; `half`: the field that gets the words back when the hub will not take them.
  async share(kind, value, {to = 0, half = ''} = {}) {
    const by = this.plan.anonymous ? 0 : this.view.you;
    const round = this.view.round;
    const {secret, card} = await newSecret();
    const sealed = await seal(this.keys, cardName(kind, card, by), value);
    if (by === 0) this.store.change((data) => { data.secrets[card] = secret; });
    const body = {kind: 'shared', card, cardKind: kind, round, sealed};
    if (to !== 0) body.to = to;
    this.#outbox.event(body, {text: value.text, half});
  }

  /// Everything else of the card stays as it was. Only under a name: an anonymous author takes it back and shares anew.
  async reword(card, text) {
    const value = {text};
    if (card.tags.length > 0) value.tags = card.tags;
    if (card.owner !== 0) value.owner = card.owner;
    if (card.due !== '') value.due = card.due;
    const sealed = await seal(this.keys, cardName(card.kind, card.id, card.by), value);
    this.#outbox.event({kind: 'reworded', card: card.id, sealed}, {text});
  }

  takeBack(card) {
    const secret = this.store.data.secrets[card.id];
    if (secret) this.#outbox.recall(card.id, secret);
    else this.#outbox.event({kind: 'withdrawn', card: card.id});
  }

  /// Words into the closed box: up to three, always as three slots of one size.
  async handInWords(values) {
    const round = this.view.round;
    const slots = [];
    const secrets = {};
    for (let at = 0; at < SLOTS; at += 1) {
      const {secret, card} = await newSecret();
      slots.push(await sealSlot(this.keys, round, card, values[at] ?? {}));
      if (values[at]) secrets[card] = secret;
    }
    this.store.change((data) => {
      Object.assign(data.secrets, secrets);
      data.handed[round] = {words: values.map((value) => value.text)};
    });
    this.#outbox.event({kind: 'handed-in', round, slots});
  }

  async handInDots(dots) {
    const round = this.view.round;
    const {card} = await newSecret();
    const slot = await sealSlot(this.keys, round, card, {dots});
    this.store.change((data) => { data.handed[round] = {dots}; });
    this.#outbox.event({kind: 'handed-in', round, slots: [slot]});
  }

  /// Says goodbye if the hub can be reached, and forgets everything either way.
  async leave() {
    this.#outbox.stop();
    const me = this.store.data.me;
    const goodbye = {id: newEventId(), kind: 'left'};
    this.store.clear();
    this.#link?.stop();
    await Promise.race([this.#hub.event(me, goodbye).catch(() => null), new Promise((done) => setTimeout(done, 2000))]);
    this.ended = 'left';
    this.#changed();
  }
}
