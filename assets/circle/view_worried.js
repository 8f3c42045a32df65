// "Worried about someone?" on every screen, with or without a room, online or not; and the card that stops a session.
// Words as assets/safeguarding.json; nothing here is counted or sent, but the pause that somebody asks for.

import {button, h, newId, show} from './dom.js';
import {words} from './words.js';

/// Opens over whatever is there. `room`: null outside of one.
export function openWorried(room) {
  const say = words.worried;
  const title = newId('worried');
  const close = button(say.back, () => dialog.close());
  const pause = button(say.pause, () => {
    room.stopForSafety();
    dialog.close();
  }, 'danger');
  const inGroup = h('section', {}, h('h3', {}, say.pauseTitle), h('p', {}, say.pauseSay), pause);
  show(inGroup, Boolean(room?.view?.phase === 'running' && room.view.pause !== 'safeguarding' && room.me?.standing !== 'projector'));
  const dialog = h('dialog', {class: 'worried', 'aria-labelledby': title},
    h('h2', {id: title, tabindex: '-1', autofocus: true}, say.title),
    h('p', {class: 'please-look'}, say.first),
    h('p', {}, h('a', {class: 'main', href: 'tel:999'}, say.call)),
    h('h3', {}, say.child), h('p', {}, contactsOf(room).length > 0 ? say.childSayWho : say.childSay), makeContacts(room),
    h('h3', {}, say.adult), h('p', {}, say.adultSay),
    inGroup,
    h('p', {class: 'small'}, say.never), close);
  const before = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before?.isConnected) before.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

const contactsOf = (room) => room?.plan?.contacts ?? [];

/// Whom the facilitator's service has named, each to be rung with one press. Nothing where there is nobody.
function makeContacts(room) {
  const rows = contactsOf(room).map(({role, name, number}) => h('li', {},
    h('span', {}, name === '' ? role : `${role}, ${name}`),
    h('a', {class: 'main', href: `tel:${number.replace(/[^0-9+]/g, '')}`}, words.worried.ring(number))));
  return h('ul', {class: 'contacts', hidden: rows.length === 0}, rows);
}

/// What every screen shows while the session is stopped for somebody's safety (domain 5.3).
export function makePauseCard(room) {
  return h('section', {class: 'please-look pause-card'},
    words.pause.cardLines.map((line) => h('p', {}, line)),
    h('p', {}, h('a', {class: 'main', href: 'tel:999'}, words.worried.call)),
    makeContacts(room),
    h('p', {class: 'small'}, words.pause.cardWait));
}

export function openLeave(room, onLeft) {
  const say = words.leaving;
  const title = newId('leave');
  const go = button(say.go, async () => {
    dialog.close();
    await onLeft();
  }, 'danger');
  const stay = button(say.stay, () => dialog.close(), 'main');
  const dialog = h('dialog', {'aria-labelledby': title},
    h('h2', {id: title, tabindex: '-1', autofocus: true}, say.title),
    h('p', {}, say.say), h('p', {}, say.shared),
    h('p', {class: 'please-look', hidden: room.waiting.length === 0}, say.waiting),
    h('div', {class: 'row'}, stay, go));
  const before = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before?.isConnected) before.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
