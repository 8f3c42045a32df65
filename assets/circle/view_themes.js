// Sorting cards into themes: by a menu of buttons, so that it works for fingers, keys and screen readers alike.

import {button, h, keyed, newId, say, setText, show} from './dom.js';
import {makeCard, short} from './part_cards.js';
import {makeCompose} from './part_compose.js';
import {themesOf} from './rules.js';
import {words} from './words.js';
import {NO_CARD} from './wire.js';
import {together} from './view_talk.js';

const SORTED = ['moment', 'title', 'pattern', 'barrier', 'idea', 'comment', 'learning'];

export function makeThemes(room) {
  const none = h('p', {class: 'small'}, words.themes.noThemes);
  const list = h('div', {class: 'themes'});
  // A card that somebody moved takes the focus along to where it went.
  let following = '';
  const follow = (card) => { following = card; };
  const rows = keyed(list, (theme) => theme.id, (theme) => makeTheme(room, theme, follow));
  const loose = {id: NO_CARD, text: words.themes.ungrouped};
  return together([
    {node: h('p', {class: 'small'}, words.themes.say)},
    {node: h('div', {}, none, list), update() {
      const themes = themesOf(room.view.cards);
      show(none, themes.length === 0);
      rows([...themes, loose]);
      const card = following && list.querySelector(`[data-card="${following}"]`);
      if (!card || card.contains(document.activeElement)) return;
      following = '';
      card.querySelector('button')?.focus();
    }},
    makeCompose(room, {kinds: ['theme', 'pattern', 'barrier'], name: `theme-${room.view.round}`}),
  ], words.themes.title);
}

function cardsUnder(room, id) {
  const themes = new Set(themesOf(room.view.cards).map((theme) => theme.id));
  return room.view.cards.filter((card) => SORTED.includes(card.kind) && (themes.has(card.under) ? card.under : NO_CARD) === id);
}

function makeTheme(room, first, follow) {
  const title = h('h2', {});
  const count = h('p', {class: 'small'});
  const list = h('ul', {class: 'cards'});
  const rows = keyed(list, (card) => card.id, (card) => makeCard(room, card, (one) => makeMove(room, one, follow)));
  const node = h('section', {class: 'theme'}, title, count, list);
  const update = (theme) => {
    const cards = cardsUnder(room, theme.id);
    setText(title, theme.text);
    setText(count, theme.id === NO_CARD && cards.length === 0 ? words.themes.allGrouped : words.themes.passages(cards.length));
    node.classList.toggle('loose', theme.id === NO_CARD);
    rows(cards);
  };
  update(first);
  return {node, update};
}

function makeMove(room, first, follow) {
  let card = first;
  const menu = h('div', {class: 'menu', id: newId('menu'), hidden: true});
  const open = button(words.themes.move, () => (menu.hidden ? openMenu() : closeMenu()));
  open.setAttribute('aria-controls', menu.id);
  const node = h('div', {class: 'move'}, open, menu);
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || menu.hidden) return;
    closeMenu();
    event.stopPropagation();
  });

  function openMenu() {
    const places = themesOf(room.view.cards).filter((theme) => theme.id !== card.under);
    const items = places.map((theme) => button(words.themes.moveTo(short(theme.text)), () => to(theme.id, theme.text)));
    if (card.under !== NO_CARD) items.push(button(words.themes.moveOut, () => to(NO_CARD, '')));
    menu.replaceChildren(...items);
    show(menu, true);
    open.setAttribute('aria-expanded', 'true');
    items[0]?.focus();
  }
  function closeMenu() {
    show(menu, false);
    open.setAttribute('aria-expanded', 'false');
    open.focus();
  }
  function to(theme, name) {
    const place = theme === NO_CARD ? 0 : cardsUnder(room, theme).length;
    closeMenu();
    follow(card.id);
    room.sort(card, theme, place);
    say(theme === NO_CARD ? words.themes.movedOut : words.themes.moved(name, place + 1, place + 1));
  }
  return {
    node,
    update(now) {
      card = now;
      show(node, room.may('sort') && (themesOf(room.view.cards).length > 0 || now.under !== NO_CARD));
      open.setAttribute('aria-expanded', String(!menu.hidden));
      open.setAttribute('aria-label', words.themes.moveName(short(now.text ?? '')));
    },
  };
}
