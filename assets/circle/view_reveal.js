// The reveal: each chooses sentences of what they wrote, sees exactly what others will see, and shares it or passes.
// With names the card goes on the table at once; without, everybody's go into a closed box and are turned over together.

import {button, h, keyed, newId, setText, show} from './dom.js';
import {tooLongBy} from './crypto.js';
import {makeCards} from './part_cards.js';
import {keptText} from './part_compose.js';
import {seated} from './part_people.js';
import {hasBox, mayShare, sentencesOf} from './rules.js';
import {makeAsk, together} from './view_talk.js';
import {words} from './words.js';

export function makeReveal(room) {
  const boxed = hasBox(room.plan, room.view.round);
  const state = h('p', {class: 'read'});
  const again = h('p', {class: 'small'});
  const choose = makeChoose(room, boxed);
  const parts = together([
    {node: h('div', {}, state, again), update() {
      setText(state, boxed ? boxState(room) : namedState(room));
      setText(again, boxed && room.me?.handedIn && !room.view.boxOpen ? words.reveal.handedInAgain : '');
      show(state, state.textContent !== '');
    }},
    choose,
    makeWaiting(room, boxed),
    makeCards(room, {heading: words.cards.title, select: (card) => card.kind === 'moment', empty: words.cards.none}),
    makeAsk(room, () => room.view.floor),
    makeCards(room, {heading: words.questions.title, empty: '',
      select: (card) => card.kind === 'question' && card.round === room.view.round}),
  ]);
  return {node: parts.node, update: parts.update, get title() {
    return choose.node.hidden ? words.reveal.turnedOver : words.reveal.title;
  }};
}

function boxState(room) {
  if (room.view.boxOpen || !room.me?.handedIn) return '';
  const handed = room.store.data.handed[room.view.round]?.words ?? null;
  return handed !== null && handed.length === 0 ? words.reveal.handedInNothing : words.reveal.handedIn;
}

function namedState(room) {
  return room.me?.activity === 'passing' ? words.reveal.passed : '';
}

/// The sentences to choose from, and the card as it will be.
function makeChoose(room, boxed) {
  const source = room.store.writtenBefore(room.view.round);
  const sentences = [...new Set(source.flatMap(sentencesOf))];
  const chosen = new Set();
  const own = `own-${room.view.round}`;
  const typed = keptText(room, own, {label: words.reveal.own, hint: words.compose.noNames, oninput: () => preview()});
  const card = h('p', {class: 'card-text'});
  const under = h('p', {class: 'small card-by'});
  const fault = h('p', {class: 'fault', hidden: true, role: 'alert'});
  const send = button(boxed ? words.reveal.handIn : words.reveal.share, go, 'main');
  const pass = button(words.reveal.pass, passNow);
  const text = () => [...sentences.filter((sentence) => chosen.has(sentence)), typed.area.value.trim()].filter(Boolean).join(' ');

  function preview() {
    setText(card, text() || words.reveal.empty);
    card.classList.toggle('empty', text() === '');
    setText(under, room.plan.anonymous ? words.reveal.noName : room.nameOf(room.view.you));
    complain('');
  }
  function complain(sentence) {
    setText(fault, sentence);
    show(fault, sentence !== '');
  }
  async function go() {
    const value = {text: text()};
    if (value.text === '') return complain(words.compose.empty);
    const over = tooLongBy(value, {slot: boxed});
    if (over > 0) return complain(words.reveal.tooLong(over));
    if (boxed) await room.handInWords([value]);
    else await room.share('moment', value, {half: own});
    chosen.clear();
    for (const box of boxes) box.checked = false;
    typed.clear();
    preview();
    room.tell(boxed ? words.reveal.handedIn : words.reveal.shared);
  }
  async function passNow() {
    if (boxed) await room.handInWords([]);
    else room.activity('passing');
  }

  const boxes = [];
  const list = h('fieldset', {class: 'sentences', hidden: sentences.length === 0}, h('legend', {}, words.reveal.sentences),
    sentences.map((sentence) => sentenceRow(sentence, chosen, boxes, preview)));
  const node = h('section', {class: 'choose'},
    h('p', {}, sentences.length > 0 ? words.reveal.say : words.reveal.nothingWritten), list, typed.node,
    h('h2', {class: 'small-head'}, words.reveal.preview), h('div', {class: 'card'}, card, under), fault, h('div', {class: 'row'}, send, pass));
  preview();
  return {
    node,
    update() {
      const can = boxed ? room.may('hand-in') : mayShare(room.plan, room.view).includes('moment');
      show(node, can);
      typed.update();
      preview();
    },
  };
}

function sentenceRow(sentence, chosen, boxes, preview) {
  const box = h('input', {type: 'checkbox', id: newId('sentence')});
  box.addEventListener('change', () => {
    if (box.checked) chosen.add(sentence);
    else chosen.delete(sentence);
    preview();
  });
  boxes.push(box);
  return h('div', {class: 'sentence'}, box, h('label', {for: box.id}, sentence));
}

/// Who is still choosing, passes or is away: so that nobody is waited for without knowing it.
function makeWaiting(room, boxed) {
  const count = h('p', {class: 'small'});
  const list = h('ul', {class: 'waiting'});
  const rows = keyed(list, (person) => person.number, () => {
    const node = h('li', {});
    return {node, update: (person) => setText(node, waitingText(room, person))};
  });
  return {
    node: h('div', {}, count, list),
    update() {
      const people = seated(room);
      show(count, boxed && !room.view.boxOpen);
      setText(count, words.reveal.handedInCount(people.filter((person) => person.handedIn).length, people.length));
      rows(boxed ? [] : people.filter((person) => person.number !== room.view.you && waitingText(room, person) !== ''));
    },
  };
}

function waitingText(room, person) {
  const name = room.nameOf(person.number);
  if (room.view.cards.some((card) => card.by === person.number && card.kind === 'moment')) return '';
  if (person.away) return words.reveal.reconnecting(name);
  if (person.activity === 'passing') return words.reveal.passes(name);
  return person.standing === 'facilitator' ? '' : words.reveal.choosing(name);
}
