// A view with its seals opened: names, cards and ballots as words. What is opened once is not opened again.

import {cardName, open, openSlot, slotName} from './crypto.js';
import {hasBox} from './rules.js';

const words = (value) => (typeof value === 'string' ? value : '');

/// The plan's words; null when these four words do not open them.
export async function openPlan(room, plan) {
  const opened = plan.sealed === '' ? {} : await open(room, 'plan', plan.sealed);
  if (opened === null) return null;
  const rounds = Array.isArray(opened.rounds) ? opened.rounds : [];
  return {
    ...plan,
    title: words(opened.title),
    format: words(opened.format),
    when: words(opened.when),
    agreement: textsOf(opened.agreement),
    actions: (Array.isArray(opened.actions) ? opened.actions : []).map((action) => ({
      text: words(action?.text), owner: words(action?.owner), due: words(action?.due),
    })),
    contacts: (Array.isArray(opened.contacts) ? opened.contacts : []).slice(0, 6).map((contact) => ({
      role: words(contact?.role), name: words(contact?.name), number: words(contact?.number),
    })).filter((contact) => contact.number !== ''),
    rounds: plan.rounds.map((round, at) => ({
      ...round, name: words(rounds[at]?.name), prompts: textsOf(rounds[at]?.prompts), who: words(rounds[at]?.who),
    })),
  };
}

function textsOf(value) {
  return (Array.isArray(value) ? value : []).map(words).filter((text) => text !== '');
}

export class Opener {
  #room;
  #plan;
  #known = new Map();

  constructor(room, plan) {
    this.#room = room;
    this.#plan = plan;
  }

  async view(view) {
    const [people, cards, ballots] = await Promise.all([
      Promise.all(view.people.map((person) => this.#person(person))),
      Promise.all(view.cards.map((card) => this.#card(card))),
      Promise.all(view.ballots.map((ballot) => this.#ballot(ballot))),
    ]);
    // An empty slot is nobody's word: it is no card. Nor is one that was put into the box with another key.
    const shown = cards.filter((card) => !this.#cameFromBox(card) || Boolean(card.text));
    return {...view, people, cards: shown, ballots: ballots.filter(Boolean)};
  }

  #once(key, opening) {
    if (!this.#known.has(key)) this.#known.set(key, opening());
    return this.#known.get(key);
  }

  async #person(person) {
    const opened = await this.#once(`name|${person.sealed}`, () => open(this.#room, 'name', person.sealed));
    return {...person, name: words(opened?.name)};
  }

  async #card(card) {
    const opened = await this.#once(`${card.id}|${card.kind}|${card.by}|${card.round}|${card.sealed}`, () => this.#openCard(card));
    const text = opened === null ? null : words(opened.text);
    const tags = (Array.isArray(opened?.tags) ? opened.tags : []).slice(0, 9).map((tag) => ({domain: words(tag?.domain), outcome: words(tag?.outcome)}));
    return {...card, text, tags: tags.filter((tag) => tag.outcome !== ''), owner: Number.isInteger(opened?.owner) ? opened.owner : 0, due: words(opened?.due)};
  }

  #openCard(card) {
    const what = this.#cameFromBox(card) ? slotName(card.round, card.id) : cardName(card.kind, card.id, card.by);
    return open(this.#room, what, card.sealed);
  }

  #cameFromBox(card) {
    return card.by === 0 && card.kind === 'moment' && hasBox(this.#plan, card.round);
  }

  // Which of the plan's votes it was the view does not say; only the right one opens it.
  #ballot(slot) {
    return this.#once(`ballot|${slot}`, async () => {
      for (let at = this.#plan.rounds.length - 1; at >= 0; at -= 1) {
        if (this.#plan.rounds[at].kind !== 'votes') continue;
        const opened = await openSlot(this.#room, at, slot);
        if (opened) return opened.value;
      }
      return null;
    });
  }
}
