// Who is here and what they let the others see: a word, never how much or what.

import {button, h, keyed, setText, show} from './dom.js';
import {words} from './words.js';

export function makePeople(room) {
  const summary = h('summary', {});
  const list = h('ul', {class: 'people'});
  const rows = keyed(list, (person) => person.number, (person) => makePerson(room, person));
  const node = h('details', {class: 'people-box'}, summary, list);
  return {
    node,
    update() {
      const people = seated(room);
      setText(summary, summaryOf(room, people));
      rows(people);
    },
  };
}

export function seated(room) {
  return room.view.people.filter((person) => person.standing !== 'projector');
}

export function summaryOf(room, people) {
  const kind = room.round?.kind;
  const here = words.stage.people(people.length);
  if (kind !== 'silent-writing') return here;
  const counted = new Map();
  for (const person of people) {
    const state = person.away ? 'away' : person.activity;
    counted.set(state, (counted.get(state) ?? 0) + 1);
  }
  const parts = ['writing', 'thinking', 'ready', 'passing', 'away'].filter((state) => counted.has(state));
  return parts.map((state) => words.activity.count[state](counted.get(state))).join(', ');
}

function makePerson(room, first) {
  const name = h('span', {class: 'person-name'});
  const state = h('span', {class: 'small'});
  const initials = h('span', {class: 'initials', 'aria-hidden': 'true'});
  const node = h('li', {class: 'person'}, initials, name, state);
  const update = (person) => {
    setText(initials, initialsOf(room.nameOf(person.number)));
    setText(name, room.nameOf(person.number));
    setText(state, stateOf(room, person));
    node.classList.toggle('away', person.away);
    node.classList.toggle('ready', person.activity === 'ready');
  };
  update(first);
  return {node, update};
}

function stateOf(room, person) {
  const says = [];
  if (person.number === room.view.you) says.push(words.stage.you);
  if (person.standing === 'facilitator' || person.standing === 'co-facilitator') says.push(words.stage.facilitator);
  if (person.away) says.push(words.stage.away);
  else if (room.round?.kind === 'silent-writing') says.push(words.activity[person.activity] ?? '');
  if (person.hasFloor) says.push(words.stage.hasFloor);
  if (person.hand) says.push(words.stage.hand);
  return says.filter(Boolean).join(', ');
}

export function initialsOf(name) {
  const parts = name.split(/\s+/).filter(Boolean);
  const letters = parts.length > 1 ? [parts[0], parts[parts.length - 1]].map((part) => [...part][0]) : [...(parts[0] ?? '')].slice(0, 2);
  return letters.join('').toUpperCase();
}

/// Whose turn it is, who comes next, whose hand is up, and passing the floor on.
export function makeFloor(room) {
  const who = h('p', {class: 'floor-who'});
  const next = h('p', {class: 'small'});
  const hands = h('p', {class: 'small'});
  const pass = button(words.stage.pass, () => room.passFloor(), 'main');
  const node = h('section', {class: 'floor', 'aria-label': words.stage.speakingPart}, who, next, hands, pass);
  return {
    node,
    update() {
      const {view, round} = room;
      const speaks = round !== null && ['turns', 'telling', 'questions', 'talk', 'reveal'].includes(round.kind);
      show(node, speaks);
      if (!speaks) return;
      setText(who, whoText(room));
      setText(next, view.next.length > 0 ? words.stage.then(view.next.map((number) => room.nameOf(number))) : '');
      const up = seated(room).filter((person) => person.hand).map((person) => room.nameOf(person.number));
      setText(hands, up.length > 0 ? words.stage.handsUp(up.join(', ')) : '');
      show(who, view.floor !== 0 || round.turnSeconds > 0);
      for (const line of [next, hands]) show(line, line.textContent !== '');
      show(pass, room.may('pass-floor'));
      show(node, [...node.children].some((child) => !child.hidden));
    },
  };
}

/// My own hand: in every round but those in which nobody speaks.
export function makeHand(room) {
  const node = button(words.stage.raise, () => room.hand(!room.me?.hand));
  return {
    node,
    update() {
      const silent = ['silent-writing', 'quiet-read', 'breath'].includes(room.round?.kind);
      show(node, room.round !== null && !silent && room.may('raise-hand') && room.view.floor !== room.view.you);
      node.classList.toggle('on', room.me?.hand === true);
      setText(node, room.me?.hand ? words.stage.lower : words.stage.raise);
    },
  };
}

function whoText(room) {
  const {view} = room;
  if (view.floor === 0) return words.stage.nobodySpeaks;
  return view.floor === view.you ? words.stage.yourTurn : words.stage.speaking(room.nameOf(view.floor));
}
