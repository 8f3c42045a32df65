// A screen on the wall: what everybody may see, in letters that are read from the back of a room, with nothing to press.

import {h, keyed, setText, show} from './dom.js';
import {makeClock} from './part_clock.js';
import {makeCards} from './part_cards.js';
import {seated, summaryOf} from './part_people.js';
import {makeResult} from './view_votes.js';
import {makePauseCard} from './view_worried.js';
import {words} from './words.js';

export function makeWall(room, main) {
  const clock = makeClock(room);
  const heading = h('h1', {tabindex: '-1'});
  const prompts = h('ul', {class: 'prompts'});
  const who = h('p', {class: 'floor-who'});
  const here = h('p', {class: 'second'});
  const paused = h('p', {class: 'notice'}, words.pause.asked);
  const pauseCard = makePauseCard();
  const parts = [makeJoin(room), makeWallThemes(room), makeWallResult(room),
    makeCards(room, {heading: words.actions.title, empty: '', select: (card) => card.kind === 'action' && room.round?.kind === 'actions'}),
    makeCards(room, {heading: words.cards.title, empty: '', select: (card) => onTable(room, card)})];
  const body = h('div', {class: 'wall-body'}, parts.map((part) => part.node));
  main.replaceChildren(clock.node, paused, heading, prompts, pauseCard, who, body, here);
  main.classList.add('wall');
  const ticking = setInterval(clock.tick, 1000);
  let round = null;

  function update() {
    const {view} = room;
    if (!view) return;
    const stopped = view.pause === 'safeguarding';
    main.dataset.stage = `wall-${room.round?.kind ?? view.phase}`;
    setText(heading, stopped ? words.pause.cardTitle : wallTitle(room));
    show(pauseCard, stopped);
    show(body, !stopped);
    show(paused, view.pause !== null && !stopped);
    show(prompts, !stopped && room.round !== null);
    if (round !== view.round) {
      round = view.round;
      prompts.replaceChildren(...(room.round?.prompts ?? []).map((line) => h('li', {}, line)));
    }
    setText(who, view.floor !== 0 ? words.stage.speaking(room.nameOf(view.floor)) : '');
    setText(here, room.round?.kind === 'silent-writing' ? `${words.wall.writing} ${summaryOf(room, seated(room))}.` : words.wall.here(seated(room).length));
    for (const part of [clock, ...parts]) part.update();
    setText(document.getElementById('head-title'), room.plan.title || words.aGroup);
  }
  return {update, stop: () => clearInterval(ticking)};
}

function wallTitle(room) {
  if (room.view.phase === 'lobby') return words.wall.come;
  if (room.view.phase === 'finished') return words.over.finished;
  return room.round?.name || words.stage.kindName[room.round?.kind] || '';
}

function onTable(room, card) {
  const kind = room.round?.kind;
  if (kind === 'questions') return card.kind === 'question' && card.round === room.view.round;
  return ['reveal', 'turns', 'telling', 'talk', 'close'].includes(kind) && !['theme', 'action', 'question'].includes(card.kind);
}

function makeJoin(room) {
  const node = h('section', {class: 'wall-join'}, h('p', {}, words.wall.at(`${location.host}/circle`)),
    h('p', {class: 'wall-code'}, room.code.split('-').map((word) => h('span', {}, `${word} `))));
  return {node, update: () => show(node, room.view.phase === 'lobby' && room.view.doorOpen)};
}

function makeWallThemes(room) {
  const list = h('div', {class: 'themes'});
  const rows = keyed(list, (theme) => theme.id, (theme) => {
    const title = h('h2', {}, theme.text);
    const cards = makeCards(room, {heading: words.themes.passages(0), level: 3, empty: '', select: (card) => card.under === theme.id});
    cards.node.querySelector('h3').className = 'unseen';
    return {node: h('section', {class: 'theme'}, title, cards.node), update: (now) => {
      setText(title, now.text);
      cards.update();
    }};
  });
  return {node: list, update() {
    const shown = room.round?.kind === 'themes';
    show(list, shown);
    rows(shown ? room.view.cards.filter((card) => card.kind === 'theme' && card.text !== null) : []);
  }};
}

function makeWallResult(room) {
  const result = makeResult(room);
  const hidden = h('p', {class: 'read'}, words.wall.hidden);
  return {node: h('div', {}, hidden, result.node), update() {
    const votes = room.round?.kind === 'votes';
    show(hidden, votes && !room.view.boxOpen);
    show(result.node, votes && room.view.boxOpen);
    if (votes && room.view.boxOpen) result.update();
  }};
}
