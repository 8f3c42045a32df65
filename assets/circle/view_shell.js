// What stays on the screen of a running room whatever the stage: title, notices, the clock, who is here, the way out.
// It changes the stage when the room does, and moves the focus to its heading then.

import {button, h, say, setText, show} from './dom.js';
import {makeClock} from './part_clock.js';
import {makeMine} from './part_cards.js';
import {makeFloor, makeHand, makePeople, seated} from './part_people.js';
import {makeActions, makeClose, makeIntentions} from './view_end.js';
import {makeFinished} from './view_over.js';
import {makeReveal} from './view_reveal.js';
import {makeArrive, makeBreath, makeLobby, makeQuestions, makeTalk} from './view_talk.js';
import {makeThemes} from './view_themes.js';
import {makeVotes} from './view_votes.js';
import {makePauseCard} from './view_worried.js';
import {makeWrite} from './view_write.js';
import {words} from './words.js';

const STAGES = {
  'arrive': makeArrive, 'silent-writing': makeWrite, 'reveal': makeReveal, 'questions': makeQuestions, 'themes': makeThemes,
  'votes': makeVotes, 'actions': makeActions, 'intentions': makeIntentions, 'breath': makeBreath, 'close': makeClose,
};

export function makeShell(room, main) {
  const notices = makeNotices(room);
  const clock = makeClock(room);
  const heading = h('h1', {tabindex: '-1'});
  const prompts = h('ul', {class: 'prompts'});
  const floor = makeFloor(room);
  const holder = h('div', {class: 'stage'});
  const pauseCard = makePauseCard(room);
  const people = makePeople(room);
  const hand = makeHand(room);
  const mine = makeMine(room);
  let key = '';
  let stage = null;
  main.replaceChildren(clock.node, notices.node, heading, prompts, pauseCard, h('div', {class: 'running'}, floor.node, holder), hand.node, mine.node, people.node);
  const ticking = setInterval(clock.tick, 1000);

  function update() {
    if (!room.view) return;
    changeStage();
    const stopped = room.view.pause === 'safeguarding';
    show(pauseCard, stopped);
    show(holder.parentElement, !stopped);
    show(prompts, !stopped && prompts.childElementCount > 0);
    for (const part of [notices, clock, floor, hand, people, mine, stage]) part.update();
    setText(heading, stopped ? words.pause.cardTitle : titleOf(room, stage));
    heading.classList.toggle('prompt', !stopped && isPrompt(room, stage));
    showHead(room);
  }

  function changeStage() {
    const {view} = room;
    const now = `${view.phase}|${view.round}|${view.boxOpen}|${view.pause === 'safeguarding'}`;
    if (now === key) return;
    const first = key === '';
    const sameStage = key.split('|').slice(0, 2).join() === now.split('|').slice(0, 2).join();
    key = now;
    if (!sameStage) {
      stage?.leave?.();
      stage = makerOf(room)(room);
      holder.replaceChildren(stage.node);
      const lines = (room.round?.prompts ?? []).slice(isPrompt(room, stage) ? 1 : 0);
      prompts.replaceChildren(...lines.map((line) => h('li', {}, line)));
      main.dataset.stage = room.round?.kind ?? view.phase;
    }
    if (view.pause === 'safeguarding') say(words.pause.cardTitle, {now: true});
    queueMicrotask(() => {
      heading.focus({preventScroll: first});
      if (!first) globalThis.scrollTo?.({top: 0});
    });
  }

  return {update, stop: () => {
    clearInterval(ticking);
    stage?.leave?.();
  }};
}

function makerOf(room) {
  if (room.view.phase === 'lobby') return makeLobby;
  if (room.view.phase === 'finished') return makeFinished;
  return STAGES[room.round?.kind] ?? makeTalk;
}

function isPrompt(room, stage) {
  return !stage.title && (room.round?.prompts.length ?? 0) > 0;
}

function titleOf(room, stage) {
  if (stage.title) return stage.title;
  if (isPrompt(room, stage)) return room.round.prompts[0];
  return room.round?.name || words.stage.kindName[room.round?.kind] || room.plan.title || words.aGroup;
}

function showHead(room) {
  const title = room.plan.title || words.aGroup;
  setText(document.getElementById('head-title'), title);
  const step = document.getElementById('head-step');
  show(step, room.round !== null);
  if (room.round) {
    const name = room.round.name || words.stage.kindName[room.round.kind] || '';
    setText(step, words.stage.step(room.view.round + 1, room.plan.rounds.length, name));
  }
  document.title = words.pageTitle(title);
}

/// What is safe, what happened: said once to those who cannot see it, shown for as long as it is so.
function makeNotices(room) {
  const lost = h('p', {class: 'notice'}, words.head.reconnecting);
  const paused = h('p', {class: 'notice'});
  const unkept = h('p', {class: 'notice'}, words.head.notKept);
  const told = h('p', {class: 'notice-text'});
  const once = h('div', {class: 'notice row'}, told, button(words.ok, () => room.tell('')));
  const waiting = h('p', {class: 'small waiting-count'});
  const node = h('div', {class: 'notices'}, lost, paused, unkept, once, waiting);
  let before = {lost: false, pause: null, notice: '', cards: null};
  function speak() {
    const now = {lost: room.lost, pause: room.view.pause, notice: room.notice, cards: room.view.cards.length};
    if (now.lost && !before.lost) say(words.head.reconnecting);
    if (now.pause !== before.pause && now.pause !== 'safeguarding') say(now.pause ? pauseText(room) : words.pause.resumed, {now: now.pause !== null});
    if (now.notice !== before.notice) say(now.notice);
    if (before.cards !== null && now.cards > before.cards) say(words.cards.arrived(now.cards - before.cards));
    before = now;
  }
  return {
    node,
    update() {
      show(lost, room.lost);
      show(paused, room.view.pause !== null && room.view.pause !== 'safeguarding');
      setText(paused, pauseText(room));
      show(unkept, !room.store.keeps);
      show(once, room.notice !== '');
      setText(told, room.notice);
      const things = room.waiting.filter((entry) => entry.body.kind !== 'activity-is').length;
      show(waiting, room.lost && things > 0);
      setText(waiting, words.head.waiting(things));
      show(node, [...node.children].some((child) => !child.hidden));
      speak();
    },
  };
}

function pauseText(room) {
  if (room.view.pause !== 'no-facilitator') return words.pause.asked;
  const leader = seated(room).find((person) => person.standing === 'facilitator');
  return words.pause.noFacilitator(leader?.name || words.pause.aFacilitator);
}
