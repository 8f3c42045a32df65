// Before one is in: the four words, what others will see, what is agreed, and a name.

import {button, field, h, say, show} from './dom.js';
import {readCode} from './crypto.js';
import {words} from './words.js';

const LONGEST_NAME = 60;
const LONGEST_NAME_BYTES = 120;

/// `onCode(code)` resolves to '' or to a sentence that says what is wrong with it.
export function showCode(main, onCode, {fault = ''} = {}) {
  const typed = field(words.code.label, h('input', {type: 'text', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', enterkeyhint: 'go'}), words.code.hint);
  const go = h('button', {class: 'main'}, words.code.go);
  const form = h('form', {novalidate: true, onsubmit: async (event) => {
    event.preventDefault();
    const code = readCode(typed.control.value);
    if (code === null) return typed.complain(words.code.four);
    typed.complain('');
    await working(go, words.code.finding, async () => {
      const wrong = await onCode(code);
      if (wrong !== '') typed.complain(wrong);
    });
  }}, typed.node, go);
  const heading = h('h1', {tabindex: '-1'}, words.code.title);
  main.dataset.stage = 'code';
  main.replaceChildren(heading, h('p', {}, words.code.say), form);
  heading.focus();
  if (fault !== '') typed.complain(fault);
}

/// A button that says what it is doing, and cannot be pressed twice.
export async function working(button, saying, work) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  const before = button.textContent;
  button.textContent = saying;
  button.setAttribute('aria-disabled', 'true');
  say(saying);
  try {
    await work();
  } finally {
    button.textContent = before;
    button.removeAttribute('aria-disabled');
  }
}

/// The room was found. `door`: as the hub says; `plan`: opened. `onName(name)` as onCode above.
export function showDoor(main, {door, plan, name}, onName) {
  const typed = field(words.door.name, h('input', {type: 'text', autocomplete: 'given-name', enterkeyhint: 'go', value: name}), words.door.nameHint);
  const go = h('button', {class: 'main'}, words.door.comeIn);
  const form = h('form', {novalidate: true, onsubmit: async (event) => {
    event.preventDefault();
    const given = typed.control.value.trim().replace(/\s+/g, ' ');
    if (given === '') return typed.complain(words.door.nameMissing);
    if ([...given].length > LONGEST_NAME || new TextEncoder().encode(given).length > LONGEST_NAME_BYTES) return typed.complain(words.door.nameLong);
    typed.complain('');
    await working(go, words.door.comingIn, async () => {
      const wrong = await onName(given);
      if (wrong !== '') typed.complain(wrong);
    });
  }}, typed.node, go);
  const heading = h('h1', {tabindex: '-1'}, plan.title || words.aGroup);
  main.dataset.stage = 'door';
  main.replaceChildren(heading,
    h('p', {class: 'second'}, [plan.format, plan.when].filter(Boolean).join('. ')),
    h('p', {class: 'small'}, [door.phase === 'running' ? words.door.running : '', words.door.inside(door.people)].filter(Boolean).join(' ')),
    makeSees(plan), makeAgreed(plan), form);
  heading.focus();
}

function makeSees(plan) {
  const lines = [words.door.seesName, words.door.seesState, words.door.seesShared,
    plan.anonymous ? words.door.anonymous : words.door.named, words.door.sealed];
  return h('section', {class: 'sees'}, h('h2', {}, words.door.seesTitle), h('ul', {}, lines.map((line) => h('li', {}, line))));
}

function makeAgreed(plan) {
  const said = plan.agreement.length > 0 ? h('ol', {class: 'agreement'}, plan.agreement.map((line) => h('li', {}, line))) : h('p', {}, words.door.noAgreement);
  return h('section', {}, h('h2', {}, words.door.agreementTitle), said);
}

/// One sentence and what can be done about it.
export function showStopped(main, sentence, {again = null, other = null, stage = 'stopped'}) {
  const heading = h('h1', {tabindex: '-1'}, words.aGroup);
  const retry = button(words.door.again, () => again(), 'main');
  const elsewhere = button(words.door.other, () => other());
  show(retry, again !== null);
  show(elsewhere, other !== null);
  main.dataset.stage = stage;
  main.replaceChildren(heading, h('p', {class: 'please-look', role: 'alert'}, sentence), h('div', {class: 'row'}, retry, elsewhere));
  heading.focus();
}

export function showWaking(main, sentence) {
  const heading = h('h1', {tabindex: '-1'}, words.aGroup);
  main.dataset.stage = 'waking';
  main.replaceChildren(heading, h('p', {role: 'status'}, sentence));
}
