// What the hub says, as this page reads it: every field that was left out at its default, whatever else was sent passed
// over, and nothing trusted to be of its kind. Names as in sync/wire/room_messages.h.

const number = (value, otherwise = 0) => (Number.isFinite(value) ? value : otherwise);
const text = (value, otherwise = '') => (typeof value === 'string' ? value : otherwise);
const truth = (value) => value === true;
const list = (value) => (Array.isArray(value) ? value : []);
const id = (value) => (/^[0-9a-f]{32}$/.test(value) ? value : '');
const some = (value) => (value && typeof value === 'object' ? value : {});

export const NO_CARD = '0'.repeat(32);

function readRound(value) {
  const round = some(value);
  return {
    kind: text(round.kind, 'talk'),
    seconds: number(round.length),
    turnSeconds: number(round.turn),
    presenter: number(round.presenter),
    keep: text(round.keep, 'group'),
    dots: number(round.dots),
  };
}

function readPlan(value) {
  const plan = some(value);
  return {
    rounds: list(plan.rounds).map(readRound),
    anonymous: plan.naming === 'anonymous',
    presenters: number(plan.presenters),
    sealed: text(plan.words),
  };
}

export function readDoor(value) {
  const door = some(value);
  return {
    phase: text(door.phase, 'lobby'),
    open: door.open !== false,
    plan: readPlan(door.plan),
    people: number(door.people),
  };
}

function readClock(value) {
  const clock = some(value);
  return {leftMs: number(clock.leftMs), lengthMs: number(clock.lengthMs), stands: truth(clock.stands)};
}

function readPerson(value) {
  const person = some(value);
  return {
    number: number(person.number),
    standing: text(person.standing, 'participant'),
    device: text(person.device, 'laptop'),
    sealed: text(person.name),
    away: truth(person.away),
    agreed: truth(person.agreed),
    hand: truth(person.hand),
    activity: text(person.activity, 'thinking'),
    hasFloor: truth(person.hasFloor),
    presents: number(person.presents),
    pairedWith: number(person.pairedWith),
    handedIn: truth(person.handedIn),
    airtime: number(person.airtime),
  };
}

function readCard(value) {
  const card = some(value);
  return {
    id: id(card.id),
    kind: text(card.kind, 'moment'),
    by: number(card.by),
    to: number(card.to),
    round: number(card.round, -1),
    sealed: text(card.sealed),
    under: id(card.under) || NO_CARD,
    place: number(card.place),
    kept: truth(card.kept),
    leaves: truth(card.leaves),
    opposed: truth(card.opposed),
  };
}

function readView(value) {
  const view = some(value);
  return {
    phase: text(view.phase, 'lobby'),
    round: number(view.round, -1),
    pause: text(view.pause) || null,
    doorOpen: view.doorOpen !== false,
    you: number(view.you),
    floor: number(view.floor),
    next: list(view.next).map((member) => number(member)),
    roundClock: readClock(view.roundClock),
    turnClock: readClock(view.turnClock),
    people: list(view.people).map(readPerson),
    cards: list(view.cards).map(readCard).filter((card) => card.id !== ''),
    ballots: list(view.ballots).map((ballot) => text(ballot)),
    boxOpen: truth(view.boxOpen),
    may: new Set(list(view.may).filter((deed) => typeof deed === 'string')),
  };
}

export function readAnswer(value) {
  const answer = some(value);
  return {nowMs: number(answer.now), number: number(answer.number), view: readView(answer.view)};
}
