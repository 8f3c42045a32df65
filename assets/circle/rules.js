// What a round takes and from whom, so that the page offers nothing that would be refused. The hub decides
// (journal/domain/session/rules.h); this follows it.

const TAKES = {
  'arrive': ['word'],
  'quiet-read': ['comment'],
  'turns': ['moment', 'title'],
  'telling': ['moment', 'title'],
  'questions': ['question', 'comment'],
  'reveal': ['moment', 'question'],
  'talk': ['question', 'idea', 'pattern', 'barrier', 'comment', 'learning'],
  'themes': ['pattern', 'barrier', 'theme'],
  'actions': ['action'],
  'intentions': ['action'],
  'close': ['pattern', 'barrier', 'learning', 'word'],
};

/// The kinds of card that `me` may share now.
export function mayShare(plan, view) {
  if (!view.may.has('share')) return [];
  if (view.phase === 'lobby') return plan.anonymous ? [] : ['moment'];
  const round = plan.rounds[view.round];
  if (!round || round.keep === 'nothing') return [];
  if (round.keep === 'self' && round.kind !== 'intentions') return [];
  return (TAKES[round.kind] ?? []).filter((kind) => isMine(plan, view, round, kind));
}

function isMine(plan, view, round, kind) {
  const mine = view.floor === view.you;
  if (plan.anonymous && round.kind === 'reveal' && kind === 'moment') return false;
  if (round.kind === 'turns' || round.kind === 'telling') return mine;
  if (round.kind === 'questions' && kind === 'question') return !mine;
  return true;
}

/// Whether what everybody hands in is opened at once.
export function hasBox(plan, at) {
  const kind = plan.rounds[at]?.kind;
  return kind === 'votes' || (kind === 'reveal' && plan.anonymous);
}

/// A line that is no open question yet, or begins as advice does (ADDENDUM 18).
export function readsAsAdvice(text) {
  const line = text.trim();
  if (line === '') return false;
  if (/^(you (could|should|might|need to)|have you tried|i would|i('|\u2019)d|why don('|\u2019)?t you|try )/i.test(line)) return true;
  return !line.includes('?');
}

/// The sentences of a text, each whole: what can be chosen at a reveal.
export function sentencesOf(text) {
  const found = [];
  for (const line of text.split('\n')) {
    for (const match of line.matchAll(/\S.*?(?:[.!?\u2026]+["'\u2019\u201D)]*(?=\s|$)|$)/g)) {
      const sentence = match[0].trim();
      if (sentence !== '') found.push(sentence);
    }
  }
  return found;
}

/// Dots by theme, as sync/room/room_words.h counts them: a ballot with more dots than there are does not count at all,
/// dots for what is no theme any more count for nothing.
export function countDots(ballots, dots, candidates) {
  const sums = new Map(candidates.map((id) => [id, 0]));
  let people = 0;
  for (const ballot of ballots) {
    const given = Object.entries(ballot?.dots ?? {});
    const total = given.reduce((sum, [, n]) => sum + n, 0);
    if (!given.every(([, n]) => Number.isInteger(n) && n >= 0) || total === 0 || total > dots) continue;
    people += 1;
    for (const [id, n] of given) if (sums.has(id)) sums.set(id, sums.get(id) + n);
  }
  return {sums, people, total: [...sums.values()].reduce((a, b) => a + b, 0)};
}

export function themesOf(cards) {
  return cards.filter((card) => card.kind === 'theme' && card.text !== null);
}
