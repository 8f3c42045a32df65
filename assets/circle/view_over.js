// The end of it, however it came: the session finished, the door was closed to this phone, the room is gone. What was
// written here stays until its person clears it.

import {button, h} from './dom.js';
import {intentionText, makeKept, takeAway} from './view_end.js';
import {makeCards} from './part_cards.js';
import {together} from './view_talk.js';
import {words} from './words.js';

/// While the room is still there: one may take cards back from it.
export function makeFinished(room) {
  return {
    ...together([
      {node: h('p', {}, words.over.finishedSay)},
      makeYours(room),
      makeCards(room, {heading: words.actions.title, empty: '', select: (card) => card.kind === 'action'}),
      makeCards(room, {heading: words.close.title, empty: words.close.none, names: false, select: (card) => card.leaves}),
    ]),
    title: words.over.finished,
  };
}

/// Own words, questions one was asked, and intentions: to be copied to wherever one keeps such things.
export function makeYours(room) {
  const written = writtenOf(room);
  const questions = (room.view?.cards ?? []).filter((card) => card.kind === 'question' && card.to !== 0 && card.to === room.view.you && card.text);
  const {intentions} = room.store.data;
  const nothing = written.length + questions.length + intentions.length === 0;
  const all = () => [
    ...written,
    ...section(words.over.questions, questions.map((card) => card.text)),
    ...section(words.over.tried, intentions.map(intentionText)),
  ].join('\n\n');
  const kept = makeKept(room);
  kept.update();
  return {node: h('section', {class: 'yours'},
    h('h2', {}, words.over.yours),
    nothing ? h('p', {class: 'small'}, words.over.nothing) : takeAway(room, all, words.over.copyAll),
    written.length > 0 ? h('h3', {}, words.over.written) : null, written.map((text) => h('p', {class: 'written'}, text)),
    questions.length > 0 ? h('h3', {}, words.over.questions) : null,
    h('ul', {hidden: questions.length === 0}, questions.map((card) => h('li', {}, card.text))),
    intentions.length > 0 ? h('h3', {}, words.over.tried) : null, kept.node), update: () => kept.update()};
}

function writtenOf(room) {
  return Object.values(room.store.data.drafts).filter((text) => text.trim() !== '');
}

function section(title, lines) {
  return lines.length > 0 ? [`${title}\n${lines.map((line) => `- ${line}`).join('\n')}`] : [];
}

/// `how`: 'out' or 'gone'. `onClear`: after the person has asked for the phone to be cleared.
export function showOver(room, main, how, onClear) {
  const heading = h('h1', {tabindex: '-1'}, words.over[how]);
  const yours = makeYours(room);
  const told = h('p', {class: 'small', role: 'status'});
  room.onChange(() => { told.textContent = room.notice; });
  main.dataset.stage = how;
  main.replaceChildren(heading, h('p', {}, words.over[`${how}Say`]), yours.node, told, button(words.over.clear, onClear, 'danger'));
  heading.focus();
}

export function showLeft(main, onAgain) {
  const heading = h('h1', {tabindex: '-1'}, words.leaving.done);
  main.dataset.stage = 'left';
  main.replaceChildren(heading, h('p', {}, words.leaving.doneSay), button(words.leaving.again, onAgain, 'main'));
  heading.focus();
}
