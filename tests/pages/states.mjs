// Every screen that a phone can show, as the hub would make it: name -> {make(): {door, view}, then(page), wall}.
import {ballot, boxCard, card, door, moments, roundAt, themes, view} from './scenes.mjs';

const named = (make) => async () => ({door: await door({phase: 'running'}), view: await make()});
const nameless = (make) => async () => ({door: await door({phase: 'running', anonymous: true}), view: await make()});

async function asked() {
  const at = {round: roundAt('questions')};
  return [
    await card('question', 'What were you hoping would happen?', {by: 1, ...at, more: {to: 4}}),
    await card('question', 'What did the quiet sound like before they started?', {by: 3, ...at, more: {to: 4, kept: true}}),
    ...(await moments()),
  ];
}

async function voted(open) {
  const {made, all} = await themes();
  const [a, b, c] = made.map((theme) => theme.id);
  const ballots = open ? await Promise.all([{[a]: 3}, {[a]: 2, [b]: 1}, {[b]: 3}, {[c]: 1, [a]: 2}].map((dots) => ballot(dots))) : [];
  return view('votes', {cards: all, ballots, boxOpen: open, may: open ? [] : ['hand-in']});
}

export const WROTE = 'Moved to the dinner hall again. I had a two part warm up and no piano. Dunlin started a pulse on the table and everyone picked it up, so I let go of the whole second half.';
export async function write(page, text = WROTE) {
  await page.getByLabel('Your words').fill(text);
}

export const STATES = {
  'door': {outside: true, make: async () => ({door: await door(), view: null})},
  'door-anonymous': {outside: true, make: async () => ({door: await door({anonymous: true, phase: 'running'}), view: null})},
  'door-shut': {outside: true, make: async () => ({door: await door({open: false}), view: null})},
  'door-finished': {outside: true, make: async () => ({door: await door({phase: 'finished'}), view: null})},
  'not-found': {outside: true, make: async () => ({door: null, view: null})},
  'lobby': {make: named(() => view('lobby', {may: ['agree', 'share'], changes: {2: {agreed: false}}}))},
  'arrive': {make: named(() => view('arrive', {may: ['agree', 'share']}))},
  'quiet': {make: named(() => view('quiet-read', {may: []}))},
  'write': {make: named(() => view('silent-writing')), then: (page) => write(page)},
  'reveal': {make: named(async () => view('reveal', {may: ['share'], cards: await moments()})), wrote: true,
    then: (page) => page.getByLabel('Dunlin started').check()},
  'reveal-anonymous': {make: nameless(() => view('reveal', {may: ['hand-in']})), wrote: true},
  'reveal-handed-in': {make: nameless(() => view('reveal', {may: ['hand-in'], changes: {2: {handedIn: true}, 3: {handedIn: true}}})), wrote: true},
  'reveal-opened': {make: nameless(async () => view('reveal', {boxOpen: true,
    cards: [await boxCard('The TA stayed and joined in. Everything changed.'), await boxCard('I said less, and the quiet did more.'), await boxCard('')]})), wrote: true},
  'turns-mine': {make: named(() => view('turns', {floor: 2, next: [3, 4], may: ['pass-floor', 'share'],
    turnClock: {leftMs: 84000, lengthMs: 180000, stands: false}}))},
  'turns-theirs': {make: named(async () => view('turns', {floor: 3, next: [4, 5], cards: await moments(), changes: {5: {hand: true}},
    turnClock: {leftMs: 84000, lengthMs: 180000, stands: false}}))},
  'questions': {make: named(async () => view('questions', {floor: 4, may: ['share'], cards: await asked()})),
    then: async (page) => {
      await page.getByLabel('Your question').fill('You could try counting out loud next time');
      await page.getByRole('button', {name: 'Keep it for later'}).waitFor();
    }},
  'questions-mine': {make: named(async () => view('questions', {floor: 2, may: ['share', 'pass-floor'],
    cards: (await asked()).map((one) => ({...one, to: one.kind === 'question' ? 2 : 0}))}))},
  'talk': {make: named(async () => view('talk', {may: ['share'], cards: await moments()}))},
  'mine': {make: named(async () => view('talk', {cards: [await card('moment', 'They put a hand up before I had finished asking.', {by: 2})]})),
    then: async (page) => {
      await page.locator('summary', {hasText: 'What you have shared'}).click();
      await page.getByRole('button', {name: /^Change the words/}).click();
    }},
  'pairs': {make: named(() => view('pairs', {changes: {2: {pairedWith: 3}}}))},
  'themes': {make: named(async () => view('themes', {may: ['share', 'sort'], cards: (await themes()).all})),
    then: (page) => page.getByRole('button', {name: /^Move: Ten minutes/}).click()},
  'votes': {make: named(() => voted(false)), then: async (page) => {
    const more = page.getByRole('button', {name: 'One more dot on Stepping back on purpose'});
    await more.click();
    await more.click();
  }},
  'votes-open': {make: named(() => voted(true)), dots: (view) => ({[view.cards[0].id]: 2, [view.cards[1].id]: 1})},
  'actions': {make: named(async () => view('actions', {may: ['share'], cards: [
    await card('action', 'Leave the first five minutes of one session unplanned, and write about it.', {by: 1, round: roundAt('actions'), value: {owner: 3, due: '2026-12-11'}})]}))},
  'intentions': {make: named(() => view('intentions', {})), then: async (page) => {
    await page.getByLabel('What I will try').fill('Wait for ten before I speak.');
    await page.getByRole('button', {name: 'Keep it on this phone'}).click();
  }},
  'breath': {make: named(() => view('breath'))},
  'close': {make: named(async () => view('close', {may: ['share', 'oppose-leave'], cards: [
    await card('pattern', 'We plan less for rooms that are not ours, and more happens.', {by: 1, round: roundAt('talk'), more: {leaves: true}}),
    await card('barrier', 'No room is booked for the group on Thursdays.', {by: 3, round: roundAt('talk'), more: {opposed: true}})]}))},
  'paused': {make: named(() => view('talk', {pause: 'asked', roundClock: {leftMs: 61000, lengthMs: 600000, stands: true}}))},
  'no-facilitator': {make: named(() => view('silent-writing', {pause: 'no-facilitator', changes: {1: {away: true}},
    roundClock: {leftMs: 61000, lengthMs: 600000, stands: true}})), wrote: true},
  'pause-card': {make: named(() => view('talk', {pause: 'safeguarding', roundClock: {leftMs: 61000, lengthMs: 600000, stands: true}}))},
  'worried': {make: named(() => view('talk', {may: ['share']})), then: (page) => page.getByRole('button', {name: 'Worried about someone?'}).click()},
  'leave': {make: named(() => view('talk', {may: ['share']})), then: (page) => page.getByRole('button', {name: 'Leave'}).click()},
  'finished': {make: named(async () => view('finished', {cards: await asked()})), wrote: true},
  'long-names': {make: named(async () => view('reveal', {may: ['share'], cards: await moments(), changes: {long: true, 3: {hand: true}}, floor: 4})), wrote: true},
  'wall-lobby': {wall: true, make: named(() => view('lobby'))},
  'wall-write': {wall: true, make: named(() => view('silent-writing'))},
  'wall-reveal': {wall: true, make: named(async () => view('reveal', {floor: 3, cards: await moments()}))},
  'wall-themes': {wall: true, make: named(async () => view('themes', {cards: (await themes()).all}))},
  'wall-votes-open': {wall: true, make: named(() => voted(true))},
};
