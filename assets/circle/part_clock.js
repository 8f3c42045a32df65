// The one clock, drawn as a stave whose note walks across while time passes. The number carries the time; the note is
// for the eye, and stands still where movement is not wanted.

import {minutesText, toSay} from './clock.js';
import {h, noteHead, say, setText, show} from './dom.js';
import {words} from './words.js';

/// From the middle of the note to the words beside it, with some air at the other end.
const BESIDE_PX = 36;

const still = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)');

export function makeClock(room) {
  const label = h('span', {class: 'stave-label', role: 'timer'});
  const note = h('span', {class: 'stave-note'}, noteHead('filled', 36));
  const run = h('span', {class: 'stave-run'});
  const node = h('div', {class: 'stave'}, h('span', {class: 'stave-lines', 'aria-hidden': 'true'}), run, note, label);
  let told = null;

  function tick() {
    const chosen = clockOf(room);
    show(node, chosen !== null);
    if (chosen === null) return;
    const {clock, turn} = chosen;
    const left = room.left(clock);
    setText(label, labelOf(clock, turn, left));
    place(clock, left);
    speak(clock, turn, left);
  }

  function place(clock, left) {
    const passed = Math.min(1, Math.max(0, 1 - left / clock.lengthMs));
    const whole = still?.matches ? Math.floor((passed * clock.lengthMs) / 60000) * 60000 / clock.lengthMs : passed;
    node.style.setProperty('--passed', whole.toFixed(4));
    const wide = node.clientWidth;
    node.classList.toggle('late', wide * whole + BESIDE_PX + label.offsetWidth > wide);
    node.classList.toggle('last-minute', left < 60000);
  }

  function speak(clock, turn, left) {
    const what = `${room.view.round}|${room.view.floor}|${turn}|${clock.lengthMs}`;
    const due = told?.what === what ? toSay(clock.lengthMs, told.left, left) : null;
    told = {what, left};
    if (due) say(words.clock[due]);
  }

  return {node, update: tick, tick};
}

/// A turn that is timed comes before the round it is part of.
function clockOf(room) {
  const {view} = room;
  if (!view || view.phase !== 'running') return null;
  if (view.floor !== 0 && view.turnClock.lengthMs > 0) return {clock: view.turnClock, turn: true};
  return view.roundClock.lengthMs > 0 ? {clock: view.roundClock, turn: false} : null;
}

function labelOf(clock, turn, left) {
  if (left <= 0) return words.clock.over;
  const time = minutesText(left);
  if (clock.stands) return words.clock.paused(time);
  return turn ? words.clock.leftToSpeak(time) : words.clock.left(time);
}
