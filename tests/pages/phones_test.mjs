// Five phones and a facilitator's laptop with the real hub over TLS: from the lobby to the end, with names and without,
// with one phone's network cut and the laptop killed on the way. Nothing anybody wrote is lost, or seen too early.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {launch, phone} from './browser.mjs';
import {Laptop} from './laptop.mjs';
import {words} from './page_modules.mjs';

const PEOPLE = ['Sheila', 'Imani', 'Callum', 'Aoife', 'Tomasz'];
const ROUND = {arrive: 0, write: 1, reveal: 2, themes: 3, votes: 4, actions: 5, close: 6};
const sentenceOf = (name) => `${name} let the second verse go unled.`;
const SECRET = 'The rest is about a kazoo and stays here.';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function until(what, holds, ms = 20000) {
  const end = Date.now() + ms;
  let last;
  for (;;) {
    last = await holds();
    if (last) return last;
    if (Date.now() > end) assert.fail(`never: ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

class Group {
  constructor(naming) {
    this.laptop = new Laptop(naming === 'named' ? 'fiddle-canopy-amber-drum' : 'abacus-tulip-anchor-kite', naming);
  }
  async gather() {
    await this.laptop.start();
    this.phones = [];
    for (const name of PEOPLE) {
      const open = await phone(browser, {ignoreHTTPSErrors: true});
      await open.page.goto(`${this.laptop.address}/circle#${this.laptop.code}`);
      await open.page.getByLabel(words.door.name).fill(name);
      await open.page.keyboard.press('Enter');
      await open.page.getByRole('button', {name: words.stage.agree}).click();
      this.phones.push({...open, name});
    }
    await until('all five are in and agree', async () => (await this.laptop.see()).people.filter((one) => one.agreed).length === 5);
  }
  async part() {
    for (const one of this.phones ?? []) await one.context.close();
    await this.laptop.stop();
  }
  each(work) {
    return Promise.all(this.phones.map((one) => work(one.page, one.name, one)));
  }
  async go(line, stage) {
    await this.laptop.tell(line);
    await this.each((page) => page.locator(`main[data-stage="${stage}"]`).waitFor({timeout: 20000}));
  }
  async write() {
    await this.go(`move ${ROUND.write}`, 'silent-writing');
    await this.each((page, name) => page.getByLabel(words.write.label).fill(`${sentenceOf(name)} ${SECRET}`));
    await until('the laptop sees who writes', async () => (await this.laptop.see()).people.filter((one) => one.activity === 'writing').length === 5);
  }
  async choose(button, someOf = () => true) {
    await this.each(async (page, name) => {
      if (!someOf(name)) return;
      await page.getByRole('checkbox', {name: sentenceOf(name)}).check();
      await page.getByRole('button', {name: button}).click();
    });
  }
  moments(seen) {
    return seen.cards.filter((one) => one.kind === 'moment');
  }
  /// Not in the hub's store, nor in anything beside it.
  async assertNothingLeaked() {
    for (const planted of [SECRET, 'kazoo', 'second verse', ...PEOPLE, this.laptop.code.split('-')[1]])
      for (const bytes of await this.laptop.files()) assert.equal(bytes.includes(planted), false, planted);
  }
}

test('with names: a phone whose network is cut and a laptop that is killed lose nobody a word, and clocks agree within a second', async () => {
  const group = new Group('named');
  try {
    await group.gather();
    await group.go('begin', 'arrive');
    await group.write();
    assert.deepEqual((await group.laptop.see()).cards, []);

    const cut = group.phones[2];
    await group.go(`move ${ROUND.reveal}`, 'reveal');
    await cut.context.setOffline(true);
    await group.choose(words.reveal.share);
    await cut.page.locator('.notice').getByText(words.head.reconnecting).waitFor();
    await until('four cards are there', async () => group.moments(await group.laptop.see()).length === 4);
    await cut.context.setOffline(false);
    await until('the fifth came when its phone came back', async () => group.moments(await group.laptop.see()).length === 5);
    for (const one of group.moments(await group.laptop.see())) assert.equal(one.text, sentenceOf(one.by));

    await group.laptop.kill();
    await group.each((page) => page.locator('.notice').getByText(words.head.reconnecting).waitFor());
    const late = 'Sent while the laptop was off.';
    await group.phones[0].page.getByLabel(words.reveal.own).fill(late);
    await group.phones[0].page.getByRole('button', {name: words.reveal.share}).click();
    await group.laptop.wake();
    await until('everything is there again, and what was sent meanwhile', async () =>
      group.moments(await group.laptop.see()).map((one) => one.text).sort().join() === [...PEOPLE.map(sentenceOf), late].sort().join());
    await group.each((page) => page.locator('.cards').getByText(late, {exact: true}).first().waitFor());

    const earlier = (await group.laptop.see()).leftMs;
    const shown = [];
    await group.each(async (page) => {
      const [minutes, seconds] = /(\d+):(\d+)/.exec(await page.getByRole('timer').textContent()).slice(1).map(Number);
      shown.push((minutes * 60 + seconds) * 1000);
    });
    const later = (await group.laptop.see()).leftMs;
    // Whole seconds begun are shown, once a second.
    for (const ms of shown) assert.ok(ms > later - 1000 && ms < earlier + 2000, `${ms} between ${later} and ${earlier}`);

    await group.go(`move ${ROUND.themes}`, 'themes');
    for (const theme of ['Letting go', 'Waiting']) await group.laptop.tell(`theme ${theme}`);
    await group.go(`move ${ROUND.votes}`, 'votes');
    await group.each(async (page, name) => {
      for (const theme of name === 'Imani' ? ['Waiting', 'Waiting'] : ['Letting go', 'Letting go', 'Waiting'])
        await page.getByRole('button', {name: words.votes.more(theme)}).click();
      await page.getByRole('button', {name: words.votes.send}).click();
    });
    await until('all have voted', async () => (await group.laptop.see()).people.filter((one) => one.handedIn).length === 5);
    assert.deepEqual((await group.laptop.see()).dots, {});
    await group.laptop.tell('open');
    await group.each((page) => page.locator('.bar').filter({hasText: 'Letting go'}).getByText('8 dots').waitFor());
    assert.deepEqual((await group.laptop.see()).dots, {'Letting go': 8, 'Waiting': 6});

    await group.laptop.tell('finish');
    await group.each((page) => page.getByText(SECRET, {exact: false}).waitFor());
    await group.assertNothingLeaked();
    for (const one of group.phones) assert.deepEqual(one.complaints, []);
  } finally {
    await group.part();
  }
});

test('without names: all cards come at once and in no order, their authors can take them back, and nobody learns whose they are', async () => {
  const group = new Group('anonymous');
  try {
    await group.gather();
    await group.go('begin', 'arrive');
    await group.write();
    await group.go(`move ${ROUND.reveal}`, 'reveal');
    await group.choose(words.reveal.handIn, (name) => name !== 'Tomasz');
    await group.phones[4].page.getByRole('button', {name: words.reveal.pass}).click();
    const closed = await until('all five have handed in', async () => {
      const seen = await group.laptop.see();
      return seen.people.filter((one) => one.handedIn).length === 5 && seen;
    });
    assert.deepEqual(closed.cards, []);
    await group.each(async (page) => assert.equal(await page.locator('.cards .card').count(), 0));

    await group.laptop.tell('open');
    await group.each((page) => page.locator('.cards').getByText(sentenceOf('Sheila'), {exact: true}).waitFor());
    const after_ = group.moments(await group.laptop.see());
    assert.deepEqual(after_.map((one) => one.text).sort(), ['Sheila', 'Imani', 'Callum', 'Aoife'].map(sentenceOf).sort());
    for (const one of after_) assert.equal(one.by, '');

    const imani = group.phones[1].page;
    await imani.getByText(words.cards.mine).click();
    await imani.getByRole('button', {name: words.cards.takeBackName(sentenceOf('Imani'))}).click();
    await until('it is gone from the laptop', async () => group.moments(await group.laptop.see()).length === 3);
    await group.each((page) => page.locator('.cards').getByText(sentenceOf('Imani'), {exact: true}).waitFor({state: 'detached'}));
    await group.assertNothingLeaked();
    for (const one of group.phones) assert.deepEqual(one.complaints, []);
  } finally {
    await group.part();
  }
});
