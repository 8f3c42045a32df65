// Rounds in which people speak, and those in which nobody does: arriving, turns, telling, questions, talk, pairs, a
// quiet re-read, a breath.

import {tooLongBy} from './crypto.js';
import {button, h, keyed, say, setText, show} from './dom.js';
import {makeCards} from './part_cards.js';
import {keptText, makeCompose} from './part_compose.js';
import {seated} from './part_people.js';
import {mayShare, readsAsAdvice} from './rules.js';
import {dayText, words} from './words.js';

const HINT_AFTER_MS = 600;

/// The agreement, and saying that one agrees. In the lobby and in the first round.
export function makeAgreement(room) {
  const agree = button(words.stage.agree, () => room.agree(), 'main');
  const done = h('p', {class: 'tick'}, words.stage.agreed);
  const count = h('p', {class: 'small'});
  const list = h('ol', {class: 'agreement'}, room.plan.agreement.map((line) => h('li', {}, line)));
  const node = h('section', {}, h('h2', {}, words.door.agreementTitle),
    room.plan.agreement.length > 0 ? list : h('p', {}, words.door.noAgreement), agree, done, count);
  return {
    node,
    update() {
      const people = seated(room);
      show(agree, room.may('agree'));
      show(done, room.me?.agreed === true);
      setText(count, words.stage.agreedCount(people.filter((person) => person.agreed).length, people.length));
    },
  };
}

export function makeLastActions(room) {
  const items = room.plan.actions.map((action) =>
    h('li', {class: 'card'}, h('p', {class: 'card-text'}, action.text),
      h('p', {class: 'small card-by'}, words.actions.ownerAndDate(action.owner || words.actions.nobody, dayText(action.due)))));
  return {node: h('section', {hidden: items.length === 0}, h('h2', {}, words.stage.actionsLast), h('ul', {class: 'cards'}, items))};
}

export function makeLobby(room) {
  const parts = [
    {node: h('p', {}, words.stage.lobbySay)}, makeAgreement(room), makeLastActions(room),
    makeCompose(room, {kinds: ['moment'], name: 'bring'}),
    makeCards(room, {heading: words.cards.title, select: (card) => card.kind === 'moment', empty: ''}),
  ];
  return together(parts, words.stage.lobby);
}

export function makeArrive(room) {
  return together([makeAgreement(room), makeLastActions(room), makeCompose(room, {kinds: ['word'], name: 'word'}),
    makeCards(room, {heading: words.cards.title, select: (card) => card.kind === 'word' && card.round === room.view.round, empty: ''})]);
}

/// What is there to read, and a field for whatever this round takes.
export function makeTalk(room) {
  const kinds = ['title', 'moment', 'idea', 'pattern', 'barrier', 'comment', 'learning', 'question', 'word'];
  const nothing = h('p', {class: 'small'}, words.stage.nothing);
  const quiet = h('p', {}, words.stage.quiet);
  const pair = h('p', {class: 'floor-who'});
  return together([
    {node: pair, update() {
      show(pair, room.round?.kind === 'pairs');
      const other = room.me?.pairedWith ?? 0;
      setText(pair, other ? words.stage.pairWith(room.nameOf(other)) : words.stage.pairNobody);
    }},
    {node: quiet, update: () => show(quiet, room.round?.kind === 'quiet-read')},
    makeLater(room),
    makeCompose(room, {kinds, name: `say-${room.view.round}`, to: () => room.view.floor}),
    {node: nothing, update: () => show(nothing, room.round?.keep === 'nothing' && room.round?.kind !== 'breath')},
    makeCards(room, {
      heading: words.cards.title, empty: '',
      select: (card) => !['theme', 'action'].includes(card.kind) && !(card.kind === 'word' && card.round !== room.view.round),
    }),
  ]);
}

export function makeBreath() {
  return together([{node: h('p', {class: 'read'}, words.stage.breath)}]);
}

/// Questions, to whoever has the floor or presents; they choose which to keep.
export function makeQuestions(room) {
  const asked = () => room.view.floor || room.view.people.find((person) => person.presents === room.round?.presenter)?.number || 0;
  const mine = () => asked() === room.view.you;
  const about = h('p', {class: 'small'});
  const back = h('p', {class: 'small'});
  const cards = makeCards(room, {
    heading: words.cards.title, empty: '', select: (card) => card.kind === 'moment' || card.kind === 'title',
  });
  return together([
    {node: about, update() {
      setText(about, mine() ? words.questions.yours : words.questions.say);
    }},
    makeAsk(room, asked),
    makeQuestionList(room),
    {node: back, update() {
      show(back, !mine() && asked() !== 0);
      setText(back, words.questions.back(room.nameOf(asked())));
    }},
    makeCompose(room, {kinds: ['comment'], name: `comment-${room.view.round}`}),
    cards,
  ]);
}

export function makeQuestionList(room) {
  return makeCards(room, {
    heading: words.questions.title, empty: words.questions.none,
    select: (card) => card.kind === 'question' && card.round === room.view.round,
    extra: (first) => makeKeep(room, first),
  });
}

function makeKeep(room, first) {
  let card = first;
  const keep = button(words.questions.keep, () => room.keep(card, !card.kept));
  const kept = h('p', {class: 'tick'}, words.questions.kept);
  return {
    node: h('div', {class: 'row'}, kept, keep),
    update(now) {
      card = now;
      const mine = now.to === room.view.you;
      show(keep, mine);
      keep.setAttribute('aria-pressed', String(now.kept));
      keep.setAttribute('aria-label', words.questions.keepName(now.text ?? ''));
      show(kept, now.kept && !mine);
    },
  };
}

/// Only the writer sees the hint; it blocks nothing and nothing of it is kept (ADDENDUM 18).
export function makeAsk(room, asked) {
  let waiting = 0;
  const hint = h('div', {class: 'hint'}, h('p', {class: 'hint-say'}, words.questions.hint),
    h('p', {class: 'small'}, words.questions.example), h('p', {class: 'small'}, words.questions.onlyYou));
  hint.hidden = true;
  const typed = keptText(room, 'question', {label: words.compose.label.question, oninput: (text) => {
    clearTimeout(waiting);
    if (!readsAsAdvice(text)) show(hint, false);
    waiting = setTimeout(() => lookAt(typed.area.value), HINT_AFTER_MS);
  }});
  const lookAt = (text) => {
    const advice = readsAsAdvice(text);
    if (advice && hint.hidden) say(words.questions.hint);
    show(hint, advice);
    show(later, advice);
  };
  const ask = button(words.questions.ask, async () => {
    const text = typed.area.value.trim();
    if (text === '') return typed.complain(words.compose.empty);
    const over = tooLongBy({text});
    if (over > 0) return typed.complain(words.reveal.tooLong(over));
    await room.share('question', {text}, {to: asked(), half: 'question'});
    done(words.questions.asked);
  }, 'main');
  const later = button(words.questions.keepForLater, () => {
    room.store.change((data) => data.later.push(typed.area.value.trim()));
    done(words.questions.keptForLater);
  });
  later.hidden = true;
  const done = (sentence) => {
    typed.clear();
    clearTimeout(waiting);
    show(hint, false);
    show(later, false);
    room.tell(sentence);
  };
  const node = h('section', {class: 'compose', 'aria-label': words.questions.title}, typed.node, hint, h('div', {class: 'row'}, ask, later));
  return {
    node,
    update() {
      show(node, mayShare(room.plan, room.view).includes('question'));
      typed.update();
    },
  };
}

/// Ideas that were held back in a round of questions, for when they are wanted.
function makeLater(room) {
  const list = h('ul', {class: 'mine'});
  const node = h('section', {}, h('h2', {}, words.questions.later), list);
  const drop = (text) => {
    room.store.change((data) => { data.later = data.later.filter((other) => other !== text); });
    room.tell('');
  };
  const rows = keyed(list, (text) => text, (text) => ({
    node: h('li', {}, h('span', {class: 'mine-text'}, text), h('div', {class: 'row'},
      button(words.questions.shareIdea, async () => {
        await room.share('idea', {text}, {half: `say-${room.view.round}`});
        drop(text);
      }),
      button(words.questions.letGo, () => drop(text)))),
  }));
  return {
    node,
    update() {
      const wanted = mayShare(room.plan, room.view).includes('idea');
      rows(wanted ? room.store.data.later : []);
      show(node, wanted && room.store.data.later.length > 0);
    },
  };
}

/// Several parts as one.
export function together(parts, title = '') {
  return {
    title,
    node: h('div', {class: 'parts'}, parts.map((part) => part.node)),
    update() {
      for (const part of parts) part.update?.();
    },
  };
}
