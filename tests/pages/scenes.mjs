// A room in every state that a phone can meet it in, sealed with the page's own code. Everybody in it is invented.
import {crypt, wire} from './page_modules.mjs';

export const CODE = 'fiddle-canopy-amber-drum';
export const keys = await crypt.openRoom(CODE);
export const NAMES = ['Gethin', 'Sheila', 'Imani', 'Callum', 'Aoife', 'Tomasz', 'Priti', 'Joss', 'Denise'];
const LONG = 'Bartholomew-Alexander Featherstonehaugh-Cholmondeley of Ynys';

export const ROUNDS = [
  {kind: 'arrive', name: 'Arrive and agree', prompts: ['Anything from last time we said we would do?', 'One word for how you arrive.']},
  {kind: 'quiet-read', name: 'Quiet re-read', keep: 'self', prompts: ['Look back over your entries. Which moment still has a pull on you?']},
  {kind: 'silent-writing', name: 'Silent writing', keep: 'self', prompts: ['When did a young person change your plan, and what did you let go of?']},
  {kind: 'reveal', name: 'Reveal', prompts: []},
  {kind: 'turns', name: 'One moment each', turn: 180, prompts: ['Set the scene without names or school.', 'What did you notice, hear, feel?']},
  {kind: 'questions', name: 'Two go deeper', presenter: 1, prompts: ['What were you hoping would happen?']},
  {kind: 'talk', name: 'What are we noticing?', keep: 'themes', prompts: ['What runs through several of these?', 'What is outside our control that someone should know?']},
  {kind: 'pairs', name: 'In pairs', keep: 'nothing', prompts: ['What would you try?']},
  {kind: 'themes', name: 'Themes', keep: 'themes', prompts: []},
  {kind: 'votes', name: 'Votes', dots: 3, prompts: []},
  {kind: 'actions', name: 'Actions', prompts: []},
  {kind: 'intentions', name: 'Next time I will', keep: 'self', prompts: ['One small thing, by when, and how will you know?']},
  {kind: 'breath', name: 'Breath', keep: 'nothing', prompts: []},
  {kind: 'close', name: 'Close', keep: 'themes', prompts: ['What stays in the room? What may leave it, in what words?']},
];
export const roundAt = (kind) => ROUNDS.findIndex((round) => round.kind === kind);

export const AGREEMENT = [
  'We talk about our own practice and learn from everyone\u2019s. Nobody is being assessed.',
  'No names, no school, no telling detail. If we need to point to someone we use the code.',
  'What is said here stays here. What leaves is what we agree at the close, in words we agree.',
  'The exception: if we hear that a child or adult may be at risk, we stop, and the person who knows tells the DSL today.',
  'Questions before ideas; ideas only if wanted. Anyone may pass, or leave for a while.',
];

export async function door({anonymous = false, open = true, phase = 'lobby', people = 8} = {}) {
  const words = await crypt.seal(keys, 'plan', {
    title: 'Thursday reflection group', format: 'Half-term round', when: 'Thursday 22 January, 16:30', agreement: AGREEMENT,
    rounds: ROUNDS.map(({name, prompts}) => ({name, prompts, who: 'Everyone'})),
    contacts: [
      {role: 'DSL of the service', name: 'Farida Haleem', number: '01422 555 010'},
      {role: 'Deputy DSL', name: '', number: '01422 555 011'},
    ],
    actions: [{text: 'Leave the first five minutes of one session unplanned, and write about it.', owner: 'Imani', due: '2026-01-29'}],
  });
  const rounds = ROUNDS.map(({kind, turn = 0, presenter = 0, keep = 'group', dots = 0}) => ({kind, length: 600, turn, presenter, keep, dots}));
  return {phase, open, people, plan: {rounds, naming: anonymous ? 'anonymous' : 'named', presenters: 2, words}};
}

export async function people({long = false, ...changes} = {}) {
  return Promise.all(NAMES.map(async (name, at) => ({
    number: at + 1,
    standing: at === 0 ? 'facilitator' : 'participant',
    device: at % 2 ? 'phone' : 'laptop',
    name: await crypt.seal(keys, 'name', {name: long && at > 1 ? `${LONG} ${at}` : name}),
    away: at === 8, agreed: at < 5, activity: ['thinking', 'thinking', 'writing', 'ready', 'thinking', 'writing', 'passing', 'ready', 'writing'][at],
    presents: at === 3 ? 1 : 0,
    ...(changes[at + 1] ?? {}),
  })));
}

let made = 0;
export const idOf = (n) => n.toString(16).padStart(32, '0');
export async function card(kind, text, {by = 0, round = 3, more = {}, value = {}} = {}) {
  made += 1;
  const id = idOf(0xabc000 + made);
  return {id, kind, by, round, sealed: await crypt.seal(keys, crypt.cardName(kind, id, by), {text, ...value}), ...more};
}

/// A card that came out of the closed box of an anonymous reveal.
export async function boxCard(text, secret, round = roundAt('reveal')) {
  const {card: id} = await crypt.newSecret(secret);
  const slot = await crypt.sealSlot(keys, round, id, text === '' ? {} : {text});
  const whole = Buffer.from(slot, 'base64url');
  return {id, kind: 'moment', by: 0, round, sealed: whole.subarray(16).toString('base64url')};
}

export async function ballot(dots, round = roundAt('votes')) {
  const {card: id} = await crypt.newSecret();
  return crypt.sealSlot(keys, round, id, {dots});
}

const ALWAYS = ['raise-hand'];
export async function view(kind, {may = [], leftMs = 181000, changes = {}, ...more} = {}) {
  const round = kind === 'lobby' || kind === 'finished' ? -1 : roundAt(kind);
  return {
    phase: round >= 0 ? 'running' : kind, round, you: 2, doorOpen: true,
    roundClock: round >= 0 ? {leftMs, lengthMs: 600000, stands: false} : {},
    people: await people(changes), cards: [], ballots: [], may: [...ALWAYS, ...may], ...more,
  };
}

export async function moments() {
  const at = {round: roundAt('reveal')};
  return [
    await card('moment', 'What I let go of was being the one who hears it first.', {by: 1, ...at,
      value: {tags: [{domain: 'personal', outcome: 'Own choices'}, {domain: 'social', outcome: 'Being heard'}]}}),
    await card('moment', 'They put a hand up before I had finished asking and Wren chose the second verse to lead.', {by: 3, ...at}),
    await card('moment', 'I offered two pieces. Serin asked for a third. We did the third.', {by: 4, ...at}),
    await card('moment', 'Ten minutes lost to setting up. They ran it themselves in the end.', {by: 8, ...at}),
  ];
}

export async function themes() {
  const at = {round: roundAt('themes')};
  const names = ['Stepping back on purpose', 'Choice that is real', 'When the room isn\u2019t ours'];
  const made = await Promise.all(names.map((name) => card('theme', name, {by: 1, ...at})));
  const cards = await moments();
  cards[0].under = made[0].id;
  cards[1].under = made[0].id;
  cards[2].under = made[1].id;
  return {made, all: [...made, ...cards]};
}

export {wire};
