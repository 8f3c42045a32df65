// Silent writing: a quiet paper. Every letter is kept on this phone as it is typed, and none of it is sent.

import {button, h, newId, say, setText} from './dom.js';
import {lock} from './icons.js';
import {countWords, words} from './words.js';

const QUIET_AFTER_MS = 20000;

export function makeWrite(room) {
  const round = room.view.round;
  const id = newId('paper');
  const area = h('textarea', {id, class: 'paper-text', 'aria-describedby': `${id}-only ${id}-kept`, placeholder: words.write.placeholder, autocapitalize: 'sentences', spellcheck: 'true'});
  const count = h('span', {});
  const ready = button('', () => {
    const now = room.me?.activity === 'ready';
    room.activity(now ? 'writing' : 'ready');
    if (!now) say(words.write.saidReady);
  }, 'main');
  const node = h('div', {class: 'write'},
    h('label', {class: 'unseen', for: id}, words.write.label),
    h('div', {class: 'paper'}, area,
      h('p', {class: 'paper-foot small'}, count, h('span', {class: 'only', id: `${id}-only`}, lock(), words.write.onlyYou))),
    ready,
    h('p', {class: 'small centre', id: `${id}-kept`}, `${words.write.next} ${words.write.kept}`));

  area.value = room.store.draft(round);
  let quiet = 0;
  area.addEventListener('input', () => {
    room.store.change((data) => { data.drafts[round] = area.value; });
    setText(count, words.write.count(countWords(area.value)));
    if (room.me?.activity !== 'ready') room.activity('writing');
    clearTimeout(quiet);
    quiet = setTimeout(() => room.me?.activity === 'writing' && room.activity('thinking'), QUIET_AFTER_MS);
  });
  return {
    node,
    focus: area,
    update() {
      setText(count, words.write.count(countWords(area.value)));
      setText(ready, room.me?.activity === 'ready' ? words.write.isReady : words.write.ready);
      ready.classList.toggle('on', room.me?.activity === 'ready');
    },
    leave: () => clearTimeout(quiet),
  };
}
