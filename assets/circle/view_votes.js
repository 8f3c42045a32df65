// Dots: placed here, sealed here, counted here. They show nothing before the box is opened, and then show for each theme
// how many; which of them are one's own only one's own phone knows.

import {allow, button, h, keyed, noteHead, say, setText, show} from './dom.js';
import {hiddenEye} from './icons.js';
import {seated} from './part_people.js';
import {countDots, themesOf} from './rules.js';
import {words} from './words.js';

export function makeVotes(room) {
  const round = room.view.round;
  const dots = room.plan.rounds[round].dots;
  const placed = {...(room.store.data.handed[round]?.dots ?? {})};
  const left = () => dots - Object.values(placed).reduce((sum, n) => sum + n, 0);
  const nothing = h('p', {class: 'read'}, words.votes.nothing);
  const about = h('p', {class: 'second'}, words.votes.say(dots));
  const list = h('ul', {class: 'cards'});
  const rows = keyed(list, (card) => card.id, (card) => makeBallotRow(room, card, placed, dots, left, () => update()));
  const leftNow = h('span', {class: 'strong'});
  const state = h('p', {class: 'read'});
  const count = h('p', {class: 'small'});
  const send = button(words.votes.send, async () => {
    await room.handInDots(Object.fromEntries(Object.entries(placed).filter(([, n]) => n > 0)));
    say(words.votes.sent);
  }, 'main');
  const place = h('div', {}, about, list, h('div', {class: 'dots-left'}, h('span', {class: 'row'}, noteHead('filled', 26), leftNow),
    h('span', {class: 'small only'}, hiddenEye(), words.votes.anonymous)), send, state, count);
  const result = makeResult(room);

  function update() {
    const some = themesOf(room.view.cards);
    const open = room.view.boxOpen;
    show(nothing, some.length === 0);
    show(place, some.length > 0 && !open);
    show(result.node, open);
    rows(some);
    setText(leftNow, words.votes.left(left()));
    allow(send, left() < dots && room.may('hand-in'));
    setText(send, room.me?.handedIn ? words.votes.change : words.votes.send);
    setText(state, room.me?.handedIn ? words.votes.sent : '');
    const people = seated(room);
    setText(count, words.votes.waiting(people.filter((person) => person.handedIn).length, people.length));
    if (open) result.update();
  }
  return {title: words.votes.title, node: h('div', {class: 'votes'}, nothing, place, result.node), update};
}

function makeBallotRow(room, first, placed, dots, left, onChange) {
  let card = first;
  const title = h('h2', {class: 'card-title'});
  const under = h('p', {class: 'small'});
  const heads = h('span', {class: 'dots', 'aria-hidden': 'true'}, Array.from({length: dots}, () => noteHead('hollow', 28)));
  const count = h('span', {class: 'small end'});
  const change = (by) => {
    placed[card.id] = Math.max(0, (placed[card.id] ?? 0) + by);
    onChange();
    say(`${words.votes.result(placed[card.id], card.text)}. ${words.votes.left(left())}.`);
  };
  const fewer = button('\u2212', () => change(-1), 'square');
  const more = button('+', () => change(1), 'square');
  const node = h('li', {class: 'card ballot'}, title, under, h('div', {class: 'row'}, fewer, heads, more, count));
  const update = (now) => {
    card = now;
    const n = placed[card.id] ?? 0;
    const passages = room.view.cards.filter((other) => other.under === card.id).length;
    setText(title, card.text);
    setText(under, words.themes.passages(passages));
    setText(count, words.votes.on(n));
    node.classList.toggle('chosen', n > 0);
    [...heads.children].forEach((head, at) => head.setAttribute('class', `note ${at < n ? 'filled' : 'hollow'}`));
    fewer.setAttribute('aria-label', words.votes.fewer(card.text));
    more.setAttribute('aria-label', words.votes.more(card.text));
    allow(fewer, n > 0);
    allow(more, left() > 0);
  };
  update(first);
  return {node, update};
}

/// Bars with the number beside them, most dots first.
export function makeResult(room) {
  const total = h('p', {class: 'second'});
  const list = h('ul', {class: 'cards'});
  const yours = h('p', {class: 'small'}, words.votes.yoursOnly);
  const rows = keyed(list, (row) => row.card.id, () => makeBar());
  const node = h('section', {}, h('h2', {}, words.votes.resultTitle), total, list, yours);
  return {
    node,
    update() {
      const {rows: counted, sum, own} = resultOf(room);
      setText(total, words.votes.total(sum.total, sum.people));
      rows(counted);
      show(yours, own > 0);
    },
  };
}

export function resultOf(room) {
  const cards = themesOf(room.view.cards);
  const rounds = room.plan.rounds;
  const at = Math.max(...rounds.map((round, n) => (round.kind === 'votes' && n <= room.view.round ? n : -1)));
  const mine = room.store.data.handed[at]?.dots ?? {};
  const sum = countDots(room.view.ballots, rounds[at]?.dots ?? 0, cards.map((card) => card.id));
  const most = Math.max(1, ...sum.sums.values());
  const rows = cards.map((card) => ({card, n: sum.sums.get(card.id), most, own: mine[card.id] ?? 0}));
  return {rows: rows.sort((a, b) => b.n - a.n), sum, own: rows.reduce((all, row) => all + row.own, 0)};
}

function makeBar() {
  const title = h('h3', {class: 'card-title'});
  const count = h('span', {class: 'figure'});
  const heads = h('span', {class: 'dots', 'aria-hidden': 'true'});
  const own = h('span', {class: 'small'});
  const node = h('li', {class: 'card bar'}, title, h('div', {class: 'row'}, count, heads), own);
  return {
    node,
    update(row) {
      setText(title, row.card.text);
      setText(count, words.votes.on(row.n));
      setText(own, row.own > 0 ? words.votes.yours(row.own) : '');
      const wanted = Array.from({length: row.n}, (_, at) => (at < row.own ? 'own' : 'counted'));
      if (heads.dataset.drawn === wanted.join()) return;
      heads.dataset.drawn = wanted.join();
      heads.replaceChildren(...wanted.map((kind) => h('span', {class: `dot ${kind}`}, noteHead(kind === 'own' ? 'filled' : 'dark', 20))));
    },
  };
}
