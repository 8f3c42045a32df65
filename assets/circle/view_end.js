// What comes of it: actions with an owner and a date, intentions that stay with whoever has them, and what may leave
// the room.

import {button, field, h, keyed, newId, say, setText, show} from './dom.js';
import {tooLongBy} from './crypto.js';
import {makeCards} from './part_cards.js';
import {keptText, makeCompose} from './part_compose.js';
import {seated} from './part_people.js';
import {mayShare} from './rules.js';
import {together} from './view_talk.js';
import {makeResult} from './view_votes.js';
import {copyText, shareText} from './take_away.js';
import {dayText, words} from './words.js';

const DAY_MS = 24 * 60 * 60 * 1000;

export function isoDay(ms) {
  const day = new Date(ms);
  return [day.getFullYear(), String(day.getMonth() + 1).padStart(2, '0'), String(day.getDate()).padStart(2, '0')].join('-');
}

export function makeActions(room) {
  const result = makeResult(room);
  return together([
    makeCards(room, {heading: words.actions.title, empty: words.actions.none, select: (card) => card.kind === 'action'}),
    makeActionForm(room),
    {node: result.node, update() {
      show(result.node, room.view.ballots.length > 0);
      if (room.view.ballots.length > 0) result.update();
    }},
  ]);
}

function makeActionForm(room) {
  const typed = keptText(room, 'action', {label: words.actions.text, hint: words.compose.noNames});
  const owner = h('select', {id: newId('owner')});
  const due = field(words.actions.due, h('input', {type: 'date', value: isoDay(Date.now() + 14 * DAY_MS)}), words.actions.dueHint);
  const add = button(words.actions.add, async () => {
    const value = {text: typed.area.value.trim(), owner: Number(owner.value), due: due.control.value};
    if (value.text === '') return typed.complain(words.actions.needText);
    if (value.due === '') return due.complain(words.actions.needDate);
    const over = tooLongBy(value);
    if (over > 0) return typed.complain(words.reveal.tooLong(over));
    if (value.owner === 0) delete value.owner;
    await room.share('action', value, {half: 'action'});
    typed.clear();
    due.complain('');
    say(words.actions.added);
  }, 'main');
  const node = h('section', {class: 'compose', 'aria-label': words.actions.add}, typed.node,
    h('div', {class: 'field'}, h('label', {for: owner.id}, words.actions.owner), owner), due.node, add);
  let offered = '';
  return {
    node,
    update() {
      show(node, mayShare(room.plan, room.view).includes('action'));
      typed.update();
      const people = seated(room);
      const now = people.map((person) => `${person.number} ${person.name}`).join('|');
      if (now === offered) return;
      offered = now;
      const before = owner.value || String(room.view.you);
      owner.replaceChildren(h('option', {value: 0}, words.actions.nobody), ...people.map((person) => h('option', {value: person.number}, room.nameOf(person.number))));
      owner.value = before;
    },
  };
}

/// An intention never leaves this phone by itself.
export function makeIntentions(room) {
  const typed = keptText(room, 'intention', {label: words.intentions.text});
  const due = field(words.intentions.due, h('input', {type: 'date', value: isoDay(Date.now() + 14 * DAY_MS)}));
  const keep = button(words.intentions.keep, () => {
    const text = typed.area.value.trim();
    if (text === '') return typed.complain(words.compose.empty);
    room.store.change((data) => data.intentions.push({text, due: due.control.value}));
    typed.clear();
    room.tell(words.intentions.kept);
  }, 'main');
  return together([
    {node: h('p', {}, words.intentions.say)},
    {node: h('section', {class: 'compose', 'aria-label': words.intentions.title}, typed.node, due.node, keep), update: () => typed.update()},
    makeKept(room),
    makeCards(room, {heading: words.actions.title, empty: '', select: (card) => card.kind === 'action'}),
  ], words.intentions.title);
}

export function makeKept(room) {
  const list = h('ul', {class: 'cards'});
  const rows = keyed(list, (one) => `${one.text}|${one.due}`, (one) => ({
    node: h('li', {class: 'card'}, h('p', {class: 'card-text'}, one.text), h('p', {class: 'small'}, one.due ? words.intentions.by(dayText(one.due)) : ''),
      h('div', {class: 'row'}, takeAway(room, () => intentionText(one)),
        button(words.intentions.remove, () => {
          room.store.change((data) => { data.intentions = data.intentions.filter((other) => other.text !== one.text || other.due !== one.due); });
          room.tell('');
        }))),
  }));
  return {node: list, update: () => rows(room.store.data.intentions)};
}

export function intentionText(one) {
  return one.due ? `${one.text} (${words.intentions.by(dayText(one.due))})` : one.text;
}

/// Copy, or the phone's own way of sending something to oneself where it has one.
export function takeAway(room, textOf, label = words.copy) {
  const copy = button(label, async () => room.tell((await copyText(textOf())) ? words.copied : words.notCopied));
  const send = button(words.share, () => shareText(textOf()));
  show(send, typeof navigator.share === 'function');
  return h('div', {class: 'row'}, copy, send);
}

/// What leaves the room; anybody may keep it in, and nobody sees whose wish that was.
export function makeClose(room) {
  return together([
    {node: h('p', {}, words.close.say)},
    makeCards(room, {
      heading: words.close.title, empty: words.close.none, names: false, select: (card) => card.leaves || card.opposed,
      extra: (first) => makeStay(room, first),
    }),
    {node: h('p', {class: 'small'}, words.close.wish)},
    makeCompose(room, {kinds: ['word', 'learning', 'pattern', 'barrier'], name: `close-${room.view.round}`}),
    makeCards(room, {heading: words.cards.title, empty: '',
      select: (card) => !card.leaves && !card.opposed && card.round === room.view.round}),
  ]);
}

function makeStay(room, first) {
  let card = first;
  const stay = button(words.close.stay, () => {
    room.oppose(card);
    say(words.close.stays);
  });
  const stays = h('p', {class: 'tick'}, words.close.stays);
  return {
    node: h('div', {class: 'row'}, stay, stays),
    update(now) {
      card = now;
      show(stay, now.leaves);
      show(stays, now.opposed);
      stay.setAttribute('aria-label', words.close.stayName(now.text ?? ''));
    },
  };
}
