// Cards as everybody sees them, and taking one's own back.

import {tooLongBy} from './crypto.js';
import {button, field, h, keyed, say, setText, show} from './dom.js';
import {shapeOf} from './icons.js';
import {dayText, words} from './words.js';

/// `extra(card)`: gives {node, update(card)} for a control under the card, or null. `names`: whether they stand beside.
export function makeCards(room, {heading, level = 2, select, extra = () => null, empty = words.cards.none, names = true}) {
  const list = h('ul', {class: 'cards'});
  const none = h('p', {class: 'small'}, empty);
  const rows = keyed(list, (card) => card.id, (card) => makeCard(room, card, extra, names));
  const title = h(`h${level}`, {}, heading);
  const node = h('section', {class: 'cards-part'}, title, none, list);
  return {
    node,
    update() {
      const cards = room.view.cards.filter(select);
      rows(cards);
      show(none, cards.length === 0 && empty !== '');
      show(node, cards.length > 0 || empty !== '');
    },
  };
}

export function makeCard(room, first, extra = () => null, names = true) {
  const text = h('p', {class: 'card-text'});
  const by = h('p', {class: 'small card-by'});
  const more = extra(first);
  const tags = h('p', {class: 'small tags'}, first.tags.map((tag) => h('span', {class: 'tag'}, shapeOf(tag.domain), `${tag.domain.slice(0, 1).toUpperCase()}${tag.domain.slice(1)}: ${tag.outcome}`)));
  show(tags, first.tags.length > 0);
  const node = h('li', {class: 'card', 'data-card': first.id}, text, by, tags, more?.node);
  const update = (card) => {
    setText(text, card.text ?? words.cards.unread);
    node.classList.toggle('speaking', card.by !== 0 && card.by === room.view.floor);
    setText(by, names ? underOf(room, card) : '');
    show(by, by.textContent !== '');
    more?.update?.(card);
  };
  update(first);
  return {node, update};
}

function underOf(room, card) {
  const says = [];
  if (card.kind === 'action') says.push(words.actions.ownerAndDate(card.owner ? room.nameOf(card.owner) : words.actions.nobody, dayText(card.due)));
  else if (card.by !== 0) says.push(room.nameOf(card.by));
  if (room.isMine(card)) says.push(words.cards.yours);
  return says.join(', ');
}

/// What this person has shared so far, in every round and on every screen, each with a way back.
export function makeMine(room) {
  const list = h('ul', {class: 'mine'});
  const node = h('details', {class: 'people-box'}, h('summary', {}, words.cards.mine), list);
  const rows = keyed(list, (card) => card.id, (card) => makeMineRow(room, card));
  return {
    node,
    update() {
      const mine = room.view.cards.filter((card) => room.isMine(card));
      rows(mine);
      show(node, mine.length > 0);
    },
  };
}

function makeMineRow(room, first) {
  let card = first;
  const text = h('span', {class: 'mine-text'});
  const back = button(words.cards.takeBack, () => {
    room.takeBack(card);
    say(words.cards.tookBack);
  });
  const change = button(words.cards.change, () => edit(true));
  const typed = field(words.cards.newWords, h('textarea', {rows: 3, autocapitalize: 'sentences', spellcheck: 'true'}));
  const save = button(words.cards.save, async () => {
    const value = {text: typed.control.value.trim()};
    if (value.text === '') return typed.complain(words.compose.empty);
    const over = tooLongBy(value);
    if (over > 0) return typed.complain(words.reveal.tooLong(over));
    await room.reword(card, value.text);
    edit(false);
    say(words.cards.changed);
  });
  const editing = h('div', {class: 'compose', hidden: true}, typed.node, h('div', {class: 'row'}, save, button(words.cancel, () => edit(false))));
  const node = h('li', {}, text, h('div', {class: 'row'}, change, back), editing);

  function edit(open) {
    show(editing, open);
    change.setAttribute('aria-expanded', String(open));
    if (open) typed.control.value = card.text ?? '';
    typed.complain('');
    (open ? typed.control : change).focus();
  }
  function update(now) {
    card = now;
    setText(text, now.text ?? words.cards.unread);
    show(change, now.by !== 0 && now.text !== null && room.view.phase !== 'finished');
    change.setAttribute('aria-expanded', String(!editing.hidden));
    change.setAttribute('aria-label', words.cards.changeName(short(now.text ?? '')));
    back.setAttribute('aria-label', words.cards.takeBackName(short(now.text ?? '')));
  }
  update(first);
  return {node, update};
}

export function short(text, most = 60) {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}\u2026`;
}
