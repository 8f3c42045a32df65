// A small field that shares one card: kept while half written, cleared when it is on its way, back when it was refused.

import {button, field, h, newId, say, setText, show} from './dom.js';
import {tooLongBy} from './crypto.js';
import {mayShare} from './rules.js';
import {words} from './words.js';

/// A field whose words outlive the page.
export function keptText(room, name, {label, hint = '', rows = 2, oninput = () => {}}) {
  const area = h('textarea', {rows, autocapitalize: 'sentences', spellcheck: 'true'});
  const made = field(label, area, hint);
  area.value = room.half(name);
  area.addEventListener('input', () => {
    room.setHalf(name, area.value);
    made.complain('');
    oninput(area.value);
  });
  return {
    ...made,
    area,
    update() {
      if (document.activeElement !== area && area.value !== room.half(name)) area.value = room.half(name);
    },
    clear() {
      area.value = '';
      room.setHalf(name, '');
      oninput('');
    },
  };
}

/// For the kinds that this round takes: one is a plain field; of several one is chosen.
export function makeCompose(room, {kinds, to = () => 0, name}) {
  let offered = [];
  const chosen = () => (select.hidden ? offered[0] : select.value);
  const select = h('select', {id: newId('kind')});
  const selectLabel = h('label', {for: select.id}, words.compose.addTo);
  const typed = keptText(room, name, {label: '', hint: words.compose.noNames});
  const label = typed.node.querySelector('label');
  const send = button(words.compose.send, go);
  const node = h('section', {class: 'compose', 'aria-label': words.compose.send}, selectLabel, select, typed.node, send);
  select.addEventListener('change', () => setText(label, words.compose.label[chosen()]));

  async function go() {
    const text = typed.area.value.trim();
    if (text === '') return typed.complain(words.compose.empty);
    const over = tooLongBy({text});
    if (over > 0) return typed.complain(words.reveal.tooLong(over));
    await room.share(chosen(), {text}, {to: chosen() === 'question' || chosen() === 'idea' ? to() : 0, half: name});
    typed.clear();
    say(words.compose.sent);
  }

  return {
    node,
    update() {
      const now = kinds.filter((kind) => mayShare(room.plan, room.view).includes(kind));
      show(node, now.length > 0);
      if (now.join() !== offered.join()) {
        offered = now;
        select.replaceChildren(...now.map((kind) => h('option', {value: kind}, words.cards.kind[kind])));
        show(select, now.length > 1);
        show(selectLabel, now.length > 1);
        if (now.length > 0) setText(label, words.compose.label[chosen()]);
      }
      typed.update();
    },
  };
}
