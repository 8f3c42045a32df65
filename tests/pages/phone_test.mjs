// What a phone does, pressed and typed as its person would, against a hub that is well, slow, strict or gone.
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {launch, phone} from './browser.mjs';
import {bytes, crypt, words} from './page_modules.mjs';
import {boxCard, card, CODE, door, idOf, keys, moments, roundAt, themes, view} from './scenes.mjs';
import {StandIn} from './stand_in.mjs';
import {WROTE, write} from './states.mjs';

let browser;
let hub;
let open;
before(async () => {
  browser = await launch();
  hub = await new StandIn().start();
});
after(async () => {
  await browser?.close();
  await hub?.stop();
});
beforeEach(async () => {
  open = await phone(browser);
});
afterEach(async () => {
  await open.context.close();
  assert.deepEqual(open.complaints, []);
});

const KEPT = `afternote.circle.${keys.id}`;
const eventsOf = (kind) => hub.events.filter((event) => event.kind === kind);
const heading = () => open.page.locator('h1');

async function until(what, holds, ms = 8000) {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) assert.fail(`never: ${what}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/// Joined already, with what `kept` adds to what the phone keeps.
async function inRoom(made, {anonymous = false, kept = {}, hash = `#${CODE}`} = {}) {
  hub.set({door: await door({phase: 'running', anonymous}), view: made});
  const all = {me: {token: 'A'.repeat(43), member: 2, name: 'Sheila'}, ...kept};
  await open.page.addInitScript(([name, value]) => localStorage.getItem(name) ?? localStorage.setItem(name, value), [KEPT, JSON.stringify(all)]);
  await open.page.goto(`${hub.address}/circle${hash}`);
  await open.page.locator('main[data-stage]:not([data-stage="waking"])').waitFor();
}

const wrote = {drafts: {[roundAt('silent-writing')]: WROTE}};
const keptNow = () => open.page.evaluate((name) => JSON.parse(localStorage.getItem(name)), KEPT);

test('a link shows what others will see and what is agreed before anybody is joined, then joins under a sealed name', async () => {
  hub.set({door: await door(), view: await view('lobby', {may: ['agree']})});
  await open.page.goto(`${hub.address}/circle#${CODE}`);
  await open.page.getByText(words.door.named).waitFor();
  await open.page.getByText('Nobody is being assessed', {exact: false}).waitFor();
  assert.deepEqual(hub.joins, []);
  await open.page.getByLabel(words.door.name).fill('  Sheila  ');
  await open.page.keyboard.press('Enter');
  await heading().getByText(words.stage.lobby).waitFor();
  const [join] = hub.joins;
  assert.equal(bytes.fromBase64url(join.token).length, 32);
  assert.deepEqual(await crypt.open(keys, 'name', join.name), {name: 'Sheila'});
  assert.equal(join.standing, 'guest');
  assert.equal(join.device, 'phone');
  const view_ = hub.asked.find((one) => one.what === 'view');
  assert.equal(view_.authorization, `Room 2.${join.token}`);
  assert.equal(view_.room, keys.id);
});

test('neither the four words, nor a name, nor what is written is in anything that leaves the phone unsealed', async () => {
  const seen = [];
  open.page.on('request', (request) => seen.push(`${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`));
  hub.set({door: await door({anonymous: true}), view: await view('silent-writing')});
  await open.page.goto(`${hub.address}/circle#${CODE}`);
  await open.page.getByLabel(words.door.name).fill('Sheila');
  await open.page.getByRole('button', {name: words.door.comeIn}).click();
  await write(open.page);
  hub.view = await view('reveal', {may: ['hand-in']});
  hub.changed();
  await open.page.getByRole('checkbox').first().check();
  await open.page.getByRole('button', {name: words.reveal.handIn}).click();
  await until('handed in', () => eventsOf('handed-in').length === 1);
  const all = seen.map((line) => line.replaceAll(`#${CODE}`, '')).join('\n');
  for (const planted of ['fiddle', 'canopy', 'Sheila', 'dinner hall', 'Dunlin', 'piano']) assert.ok(!all.includes(planted), planted);
});

test('typed words find the room in any spelling of capitals and blanks, and wrong ones are kept to be put right', async () => {
  hub.set({door: null, view: null});
  await open.page.goto(`${hub.address}/circle`);
  const box = open.page.getByLabel(words.code.label);
  await box.fill('fiddle canopy amber');
  await open.page.keyboard.press('Enter');
  await open.page.getByText(words.code.four).waitFor();
  await box.fill('Fiddle Canopy amber DRUM');
  await open.page.getByRole('button', {name: words.code.go}).click();
  await open.page.getByText(words.code.notFound).waitFor();
  assert.equal(await box.inputValue(), 'Fiddle Canopy amber DRUM');
  hub.door = await door();
  await open.page.getByRole('button', {name: words.code.go}).click();
  await heading().getByText('Thursday reflection group').waitFor();
  assert.equal(new URL(open.page.url()).hash, `#${CODE}`);
});

test('a hub that refuses to let somebody in is quoted, and the name stays', async () => {
  hub.set({door: await door(), view: null});
  hub.answers.join = {status: 409, say: 'The door is shut: the group has begun its work.'};
  await open.page.goto(`${hub.address}/circle#${CODE}`);
  await open.page.getByLabel(words.door.name).fill('Sheila');
  await open.page.keyboard.press('Enter');
  await open.page.getByText('The door is shut: the group has begun its work.').waitFor();
  assert.equal(await open.page.getByLabel(words.door.name).inputValue(), 'Sheila');
});

test('silent writing sends a word about what one is doing and nothing of what one writes, and outlives the page', async () => {
  await inRoom(await view('silent-writing'));
  await open.page.getByLabel(words.write.label).pressSequentially('Moved to the hall. ');
  await until('writing is said', () => eventsOf('activity-is').length > 0);
  assert.deepEqual([...new Set(hub.events.map((event) => event.kind))], ['activity-is']);
  assert.deepEqual(Object.keys(hub.events[0]).sort(), ['activity', 'id', 'kind', 'round']);
  await open.page.reload();
  assert.equal(await open.page.getByLabel(words.write.label).inputValue(), 'Moved to the hall. ');
  await open.page.getByRole('button', {name: words.write.ready}).click();
  await until('ready is said', () => hub.events.at(-1).activity === 'ready');
});

test('what is shared at the reveal is what the preview showed, sealed, and only the sentences that were chosen', async () => {
  await inRoom(await view('reveal', {may: ['share']}), {kept: wrote});
  await open.page.getByRole('checkbox', {name: 'Moved to the dinner hall again.'}).check();
  await open.page.getByRole('checkbox', {name: /^Dunlin started/}).check();
  const shown = await open.page.locator('.choose .card-text').textContent();
  await open.page.getByRole('button', {name: words.reveal.share}).click();
  await until('shared', () => eventsOf('shared').length === 1);
  const [event] = eventsOf('shared');
  assert.equal(event.cardKind, 'moment');
  assert.deepEqual(await crypt.open(keys, crypt.cardName('moment', event.card, 2), event.sealed), {text: shown});
  assert.equal(shown.includes('piano'), false);
});

test('with the network gone what is shared waits, also over a reload, and goes out once with the id it had', async () => {
  await inRoom(await view('reveal', {may: ['share']}), {kept: wrote});
  hub.answers.event = {status: 503};
  await open.page.getByRole('checkbox').first().check();
  await open.page.getByRole('button', {name: words.reveal.share}).click();
  await until('asked', () => hub.asked.some((one) => one.what === 'event'));
  const [waiting] = (await keptNow()).outbox;
  await open.page.reload();
  hub.answers = {};
  await until('shared', () => eventsOf('shared').length === 1);
  assert.deepEqual(eventsOf('shared')[0], waiting.body);
  await until('nothing waits', async () => (await keptNow()).outbox.length === 0);
});

test('words that the hub will not take are given back with its sentence', async () => {
  await inRoom(await view('talk', {may: ['share']}));
  hub.answers.event = {status: 409, say: 'The group has moved on. Your words are still here.'};
  const box = open.page.getByLabel(words.compose.label.idea);
  await box.fill('Leave the first five minutes empty.');
  await open.page.getByRole('button', {name: words.compose.send}).click();
  await open.page.locator('.notice').getByText('The group has moved on. Your words are still here.').waitFor();
  assert.equal(await box.inputValue(), 'Leave the first five minutes empty.');
});

test('without names everybody hands in three slots of one size, and passing looks the same', async () => {
  await inRoom(await view('reveal', {may: ['hand-in']}), {anonymous: true, kept: wrote});
  await open.page.getByRole('checkbox').first().check();
  await open.page.getByRole('button', {name: words.reveal.handIn}).click();
  await until('handed in', () => eventsOf('handed-in').length === 1);
  await open.page.getByRole('button', {name: words.reveal.pass}).click();
  await until('passed', () => eventsOf('handed-in').length === 2);
  const [shared, passed] = eventsOf('handed-in');
  for (const event of [shared, passed]) assert.deepEqual(event.slots.map((slot) => bytes.fromBase64url(slot).length), [3072, 3072, 3072]);
  assert.deepEqual(Object.keys(shared).sort(), Object.keys(passed).sort());
  const opened = await Promise.all(shared.slots.map((slot) => crypt.openSlot(keys, roundAt('reveal'), slot)));
  assert.deepEqual(opened.map((one) => one.value), [{text: 'Moved to the dinner hall again.'}, {}, {}]);
});

test('an anonymous card is taken back with the secret that its id came from, on the phone that wrote it alone', async () => {
  const secret = new Uint8Array(32).fill(7);
  const mine = await boxCard('I said less.', secret);
  const cards = [mine, await boxCard('They chose.')];
  await inRoom(await view('talk', {cards}), {anonymous: true, kept: {secrets: {[mine.id]: bytes.toBase64url(secret)}}});
  await open.page.getByText(words.cards.mine).click();
  const back = open.page.getByRole('button', {name: /^Take it back/});
  assert.equal(await back.count(), 1);
  await back.click();
  await until('recalled', () => hub.recalls.length === 1);
  assert.equal((await crypt.newSecret(bytes.fromBase64url(hub.recalls[0].secret))).card, mine.id);
  assert.equal(hub.recalls[0].card, mine.id);
});

test('a named card is withdrawn by its author on whatever screen they are', async () => {
  const mine = await card('moment', 'They put a hand up.', {by: 2});
  await inRoom(await view('themes', {cards: [mine]}));
  await open.page.getByText(words.cards.mine).click();
  await open.page.getByRole('button', {name: words.cards.takeBackName('They put a hand up.')}).click();
  await until('withdrawn', () => eventsOf('withdrawn').length === 1);
  assert.equal(eventsOf('withdrawn')[0].card, mine.id);
});

test('the words of a named card are changed by its author, and its outcomes stay', async () => {
  const mine = await card('moment', 'They put a hand up.', {by: 2, value: {tags: [{domain: 'personal', outcome: 'Own choices'}]}});
  await inRoom(await view('talk', {cards: [mine]}));
  await open.page.getByText(words.cards.mine).click();
  await open.page.getByRole('button', {name: words.cards.changeName('They put a hand up.')}).click();
  await open.page.getByLabel(words.cards.newWords).fill('Two hands went up.');
  await open.page.getByRole('button', {name: words.cards.save}).click();
  await until('reworded', () => eventsOf('reworded').length === 1);
  const [event] = eventsOf('reworded');
  assert.deepEqual(await crypt.open(keys, crypt.cardName('moment', mine.id, 2), event.sealed),
    {text: 'Two hands went up.', tags: [{domain: 'personal', outcome: 'Own choices'}]});
});

test('what somebody wrote is shown letter for letter, never as markup', async () => {
  const evil = '<img src=x onerror="document.title=\'gone\'"><script>document.title="gone"</script>&amp;';
  await inRoom(await view('talk', {cards: [await card('moment', evil, {by: 3})], changes: {3: {name: await crypt.seal(keys, 'name', {name: '<b>Imani</b>'})}}}));
  await open.page.locator('.card-text').getByText(evil, {exact: true}).waitFor();
  await open.page.locator('.card-by').getByText('<b>Imani</b>', {exact: true}).waitFor();
  assert.equal(await open.page.locator('main img, main script, main b').count(), 0);
});

test('a card that was sealed as something else says that it cannot be opened, and hides nothing else', async () => {
  const [good, bad] = await moments();
  await inRoom(await view('talk', {cards: [good, {...bad, by: 4}]}));
  await open.page.getByText(words.cards.unread).waitFor();
  await open.page.locator('.card-text').getByText('What I let go of', {exact: false}).waitFor();
});

test('dots are counted down, cannot be more than there are, and go into the box as one slot', async () => {
  const {made, all} = await themes();
  await inRoom(await view('votes', {cards: all, may: ['hand-in']}));
  const more = open.page.getByRole('button', {name: words.votes.more('Stepping back on purpose')});
  for (let n = 0; n < 3; n += 1) await more.click();
  assert.equal(await more.getAttribute('aria-disabled'), 'true');
  await more.click({force: true});
  await open.page.getByRole('button', {name: words.votes.fewer('Stepping back on purpose')}).click();
  await open.page.getByRole('button', {name: words.votes.more('Choice that is real')}).click();
  await open.page.getByText(words.votes.left(0)).first().waitFor();
  await open.page.getByRole('button', {name: words.votes.send}).click();
  await until('handed in', () => eventsOf('handed-in').length === 1);
  const [{slots}] = eventsOf('handed-in');
  assert.equal(slots.length, 1);
  const {value} = await crypt.openSlot(keys, roundAt('votes'), slots[0]);
  assert.deepEqual(value, {dots: {[made[0].id]: 2, [made[1].id]: 1}});
});

test('a card goes to a theme by the keyboard alone, and where it went is spoken', async () => {
  const {made, all} = await themes();
  await inRoom(await view('themes', {cards: all, may: ['sort']}));
  const move = open.page.getByRole('button', {name: /^Move: Ten minutes/});
  await move.focus();
  await open.page.keyboard.press('Enter');
  await open.page.keyboard.press('Tab');
  await open.page.keyboard.press('Enter');
  await until('sorted', () => eventsOf('sorted').length === 1);
  assert.equal(eventsOf('sorted')[0].under, made[1].id);
  assert.equal(eventsOf('sorted')[0].count, 1);
  await open.page.locator('#say').getByText(words.themes.moved('Choice that is real', 2, 2)).waitFor();
  hub.change((now) => { now.cards.find((one) => one.id === eventsOf('sorted')[0].card).under = made[1].id; });
  await open.page.locator('.theme', {hasText: 'Choice that is real'}).getByText('Ten minutes lost', {exact: false}).waitFor();
  await until('the focus came along', () => move.evaluate((node) => node === document.activeElement));
});

test('advice raises a hint that only its writer sees, blocks nothing, and can be kept for the ideas round', async () => {
  await inRoom(await view('questions', {floor: 4, may: ['share']}));
  const box = open.page.getByLabel(words.compose.label.question);
  await box.fill('You could try counting out loud');
  await open.page.getByText(words.questions.hint).first().waitFor();
  assert.deepEqual(hub.events, []);
  await open.page.getByRole('button', {name: words.questions.keepForLater}).click();
  assert.deepEqual((await keptNow()).later, ['You could try counting out loud']);
  await box.fill('What made you count?');
  await open.page.getByRole('button', {name: words.questions.ask}).click();
  await until('asked', () => eventsOf('shared').length === 1);
  assert.equal(eventsOf('shared')[0].to, 4);
  hub.view = await view('talk', {may: ['share']});
  hub.changed();
  await open.page.getByRole('button', {name: words.questions.shareIdea}).click();
  await until('shared', () => eventsOf('shared').length === 2);
  assert.equal(eventsOf('shared')[1].cardKind, 'idea');
  assert.deepEqual((await keptNow()).later, []);
});

test('a new round moves the focus to its heading, and what was half written is there when the group goes back', async () => {
  await inRoom(await view('silent-writing'));
  await write(open.page, 'Half a sen');
  hub.view = await view('talk', {may: ['share']});
  hub.changed();
  await heading().getByText('What runs through several of these?').waitFor();
  await until('focus', () => heading().evaluate((node) => node === document.activeElement));
  hub.view = await view('silent-writing');
  hub.changed();
  await until('back', async () => (await open.page.getByLabel(words.write.label).count()) === 1);
  assert.equal(await open.page.getByLabel(words.write.label).inputValue(), 'Half a sen');
});

test('news from the room never takes the focus, the caret or a letter from somebody who is writing', async () => {
  await inRoom(await view('silent-writing'));
  const box = open.page.getByLabel(words.write.label);
  await box.focus();
  for (let n = 0; n < 8; n += 1) {
    await open.page.keyboard.type('ab ');
    hub.change((now) => { now.people[4].activity = n % 2 ? 'writing' : 'thinking'; });
  }
  await open.page.keyboard.type('end');
  assert.equal(await box.inputValue(), `${'ab '.repeat(8)}end`);
  assert.ok(await box.evaluate((node) => node === document.activeElement));
});

test('a phone that drops out says that its words are safe, and that it is back', async () => {
  await inRoom(await view('silent-writing'));
  await write(open.page);
  await open.context.setOffline(true);
  hub.gone = true;
  hub.changed();
  await open.page.locator('.notice').getByText(words.head.reconnecting).waitFor();
  await open.page.locator('#say').getByText(words.head.reconnecting).waitFor();
  hub.gone = false;
  await open.context.setOffline(false);
  await open.page.locator('.notice').getByText(words.head.back).waitFor();
  assert.equal(await open.page.getByLabel(words.write.label).inputValue(), WROTE);
});

test('somebody who was put out is told so and still has their words', async () => {
  await inRoom(await view('talk'), {kept: wrote});
  hub.answers.view = {status: 401};
  hub.changed();
  await heading().getByText(words.over.out).waitFor();
  await open.page.getByText(WROTE).waitFor();
  await open.page.getByRole('button', {name: words.over.clear}).click();
  await heading().getByText(words.leaving.done).waitFor();
  assert.equal(await keptNow(), null);
});

test('a room that is gone from the hub is said to be gone, and the words stay', async () => {
  await inRoom(await view('talk'), {kept: wrote});
  hub.answers.view = {status: 404};
  hub.changed();
  await heading().getByText(words.over.gone).waitFor();
  await open.page.getByText(WROTE).waitFor();
});

test('a room that was gone before the page was opened again still gives back what was written', async () => {
  await inRoom(await view('talk'), {kept: wrote});
  hub.door = null;
  await open.page.reload();
  await heading().getByText(words.over.gone).waitFor();
  await open.page.getByText(WROTE).waitFor();
});

test('a moment says which outcomes it touches in words, beside the shape of their domain', async () => {
  const one = await card('moment', 'They chose.', {by: 3, value: {tags: [{domain: 'personal', outcome: 'Own choices'}, {domain: 'odd'}, 7]}});
  await inRoom(await view('talk', {cards: [one]}));
  await open.page.getByText('Personal: Own choices').waitFor();
  assert.equal(await open.page.locator('.tag').count(), 1);
});

test('leaving says what is lost, says goodbye and leaves nothing on the phone, nor the words in the address', async () => {
  await inRoom(await view('talk'), {kept: wrote});
  await open.page.getByRole('button', {name: words.leave}).click();
  await open.page.getByText(words.leaving.say).waitFor();
  await open.page.getByRole('button', {name: words.leaving.stay}).click();
  assert.notEqual(await keptNow(), null);
  await open.page.getByRole('button', {name: words.leave}).click();
  await open.page.getByRole('button', {name: words.leaving.go}).click();
  await heading().getByText(words.leaving.done).waitFor();
  assert.equal(eventsOf('left').length, 1);
  assert.equal(await open.page.evaluate(() => localStorage.length), 0);
  assert.equal(new URL(open.page.url()).hash, '');
});

test('anybody may stop the session from the card that is on every screen, which Escape closes again', async () => {
  await inRoom(await view('talk', {may: ['share']}));
  const worried = open.page.getByRole('button', {name: words.head.worried});
  await worried.focus();
  await open.page.keyboard.press('Enter');
  await open.page.getByRole('dialog').getByText(words.worried.first).waitFor();
  await open.page.keyboard.press('Escape');
  assert.ok(await worried.evaluate((node) => node === document.activeElement));
  await worried.click();
  await open.page.getByRole('button', {name: words.worried.pause}).click();
  await until('paused', () => eventsOf('paused').length === 1);
  assert.equal(eventsOf('paused')[0].cause, 'safeguarding');
  hub.view = await view('talk', {pause: 'safeguarding'});
  hub.changed();
  await heading().getByText(words.pause.cardTitle).waitFor();
  await open.page.locator('#say-now').getByText(words.pause.cardTitle).waitFor();
  // Whom the facilitator's service has named is one press away.
  const ring = open.page.locator('.pause-card').getByRole('link', {name: words.worried.ring('01422 555 010')});
  assert.equal(await ring.getAttribute('href'), 'tel:01422555010');
  await open.page.locator('.pause-card').getByText('DSL of the service, Farida Haleem').waitFor();
});

test('the clock of the room is shown from what the hub says, whatever the phone thinks the time is', async () => {
  await open.page.clock.install({time: new Date('2001-01-01T03:00:00')});
  await inRoom(await view('talk', {leftMs: 61500}));
  await open.page.getByRole('timer').getByText('1:02 left').waitFor();
  await open.page.clock.runFor(2000);
  await open.page.getByRole('timer').getByText('1:00 left').waitFor();
  await open.page.locator('#say').getByText(words.clock.minute).waitFor();
});

test('a hand is raised and put down, and the floor is passed by whoever has it', async () => {
  await inRoom(await view('turns', {floor: 2, may: ['pass-floor', 'share'], turnClock: {leftMs: 60000, lengthMs: 180000}}));
  await open.page.getByRole('button', {name: words.stage.pass}).click();
  await until('passed', () => eventsOf('floor-passed').length === 1);
  hub.view = await view('turns', {floor: 3});
  hub.changed();
  await open.page.getByText(words.stage.speaking('Imani')).waitFor();
  await open.page.getByRole('button', {name: words.stage.raise}).click();
  await until('raised', () => eventsOf('hand-raised').length === 1);
  hub.change((now) => { now.people[1].hand = true; });
  await open.page.getByRole('button', {name: words.stage.lower}).click();
  await until('lowered', () => eventsOf('hand-raised').at(-1).on === false);
});

test('an action goes out with its owner and a day two weeks from now unless another is chosen', async () => {
  await inRoom(await view('actions', {may: ['share']}));
  await open.page.getByLabel(words.actions.text).fill('Swap one lesson.');
  await open.page.getByLabel(words.actions.owner).selectOption({label: 'Imani'});
  const due = await open.page.getByLabel(words.actions.due).inputValue();
  assert.ok(Math.abs(new Date(due) - Date.now() - 14 * 86400000) < 2 * 86400000);
  await open.page.getByRole('button', {name: words.actions.add}).click();
  await until('shared', () => eventsOf('shared').length === 1);
  const [event] = eventsOf('shared');
  assert.deepEqual(await crypt.open(keys, crypt.cardName('action', event.card, 2), event.sealed), {text: 'Swap one lesson.', owner: 3, due});
});

test('an intention stays on the phone, is copied when asked, and nothing of it is sent', async () => {
  await open.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await inRoom(await view('intentions', {may: ['share']}));
  await open.page.getByLabel(words.intentions.text).fill('Wait for ten.');
  await open.page.getByRole('button', {name: words.intentions.keep}).click();
  await open.page.getByRole('button', {name: words.copy, exact: true}).click();
  await open.page.locator('.notice').getByText(words.copied).waitFor();
  assert.match(await open.page.evaluate(() => navigator.clipboard.readText()), /^Wait for ten\. \(by \w+ \d+ \w+\)$/);
  assert.deepEqual(hub.events, []);
});

test('anybody may keep in the room what was ticked to leave it', async () => {
  const leaving = await card('pattern', 'We plan less.', {by: 1, more: {leaves: true}});
  await inRoom(await view('close', {cards: [leaving], may: ['oppose-leave']}));
  await open.page.getByRole('button', {name: words.close.stayName('We plan less.')}).click();
  await until('opposed', () => eventsOf('leave-opposed').length === 1);
  assert.equal(eventsOf('leave-opposed')[0].card, leaving.id);
});

test('a screen on the wall joins as a projector and has nothing to press', async () => {
  hub.set({door: await door(), view: await view('lobby')});
  await open.page.goto(`${hub.address}/circle#${CODE}&wall`);
  await open.page.getByText('canopy').waitFor();
  assert.equal(hub.joins[0].standing, 'projector');
  assert.equal(await open.page.locator('button:visible, input:visible, a:visible, textarea:visible').count(), 0);
});

test('the same room in a second tab stands aside until it is asked for, and the first then does', async () => {
  await inRoom(await view('talk'));
  const second = await open.context.newPage();
  await second.goto(`${hub.address}/circle#${CODE}`);
  await second.getByText(words.head.elsewhere).waitFor();
  await second.getByRole('button', {name: words.head.here}).click();
  await second.getByRole('heading', {level: 1}).getByText('What runs through').waitFor();
  await open.page.getByText(words.head.elsewhere).waitFor();
});

test('before its scripts have come, and without them, the page says in words what is the matter', async () => {
  hub.set({door: await door(), view: null});
  hub.scriptDelayMs = 1500;
  await open.page.goto(`${hub.address}/circle#${CODE}`, {waitUntil: 'commit'});
  await open.page.getByText('This page is still loading').waitFor();
  await open.page.getByText('call 999').waitFor();
  await heading().getByText('Thursday reflection group').waitFor();
  hub.scriptDelayMs = 0;
  const off = await phone(browser, {javaScriptEnabled: false});
  await off.page.goto(`${hub.address}/circle#${CODE}`);
  await off.page.locator('noscript p').waitFor();
  assert.match(await off.page.locator('main').innerText(), /JavaScript is off in/);
  assert.doesNotMatch(await off.page.locator('main').innerText(), /still loading/);
  await off.context.close();
});

test('when the network breaks off while the page loads, it loads itself again', async () => {
  hub.set({door: await door(), view: null});
  hub.scriptsLost = 40;
  await open.page.goto(`${hub.address}/circle#${CODE}`);
  await heading().getByText('Thursday reflection group').waitFor({timeout: 20000});
  assert.equal(hub.scriptsLost, 0);
  assert.equal(await open.page.evaluate(() => sessionStorage.length), 0);
});

test('a browser in which the modules cannot be read is told so in words', async () => {
  hub.set({door: await door(), view: null});
  await open.page.route('**/circle/words.js', (route) => route.fulfill({contentType: 'text/javascript', body: 'export const words = {'}));
  await open.page.goto(`${hub.address}/circle#${CODE}`);
  await open.page.getByText('this browser is too old for it', {exact: false}).waitFor();
  open.complaints.length = 0;
});

test('a phone that was asleep asks for the clock anew as soon as it is looked at', async () => {
  await inRoom(await view('talk', {leftMs: 300000}));
  await open.page.clock.install();
  await open.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => globalThis.looking ?? 'hidden'});
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await open.page.clock.fastForward(60000);
  hub.view.roundClock.leftMs = 120000;
  await open.page.evaluate(() => {
    globalThis.looking = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await open.page.clock.runFor(2000);
  await until('the clock is right', async () => /^(2:00|1:5\d) left/.test(await open.page.getByRole('timer').textContent()));
});

test('a browser that keeps nothing says so, and everything else works', async () => {
  await open.page.addInitScript(() => { Storage.prototype.setItem = () => { throw new Error('full'); }; });
  hub.set({door: await door(), view: await view('silent-writing')});
  await open.page.goto(`${hub.address}/circle#${CODE}`);
  await open.page.getByLabel(words.door.name).fill('Sheila');
  await open.page.keyboard.press('Enter');
  await open.page.getByText(words.head.notKept).waitFor();
  await write(open.page);
});

test('everything of silent writing and of the reveal can be done with the keyboard', async () => {
  await inRoom(await view('silent-writing'));
  await open.page.keyboard.press('Tab');
  await open.page.keyboard.type('I waited. They began.');
  await open.page.keyboard.press('Tab');
  await open.page.keyboard.press('Enter');
  await until('ready', () => hub.events.at(-1)?.activity === 'ready');
  hub.view = await view('reveal', {may: ['share']});
  hub.changed();
  await heading().getByText(words.reveal.title).waitFor();
  await until('focus', () => heading().evaluate((node) => node === document.activeElement));
  await open.page.keyboard.press('Tab');
  await open.page.keyboard.press('Tab');
  await open.page.keyboard.press('Space');
  await open.page.keyboard.press('Tab');
  await open.page.keyboard.press('Tab');
  await open.page.keyboard.press('Enter');
  await until('shared', () => eventsOf('shared').length === 1);
  const [event] = eventsOf('shared');
  assert.deepEqual(await crypt.open(keys, crypt.cardName('moment', event.card, 2), event.sealed), {text: 'They began.'});
  assert.notEqual(event.card, idOf(0));
});
