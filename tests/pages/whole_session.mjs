// Whole sessions with every real part: a facilitator's window on a virtual display, two more laptops, five phones'
// browsers, and a hub over TLS. Format A at a service's hub, format D on the facilitator's own laptop, both as shipped,
// from the lobby to the journals. On the way a laptop and the facilitator's window are killed, and a phone loses its
// network. Nothing that was said is lost, nobody is somebody else afterwards, every screen has the same clock, and no
// word of it is at the hub or inside the TLS.
//   whole_session.sh starts it.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {promisify} from 'node:util';
import {launch, phone} from './browser.mjs';
import {Desk, journalOf, PASSPHRASE} from './desk.mjs';
import {words} from './page_modules.mjs';
import {isIn, ServiceHub} from './service_hub.mjs';
import {Window} from './window.mjs';

const run = promisify(execFile);
const CLI = path.join(process.env.AFTERNOTE_BUILD, 'app/cli/afternote-cli');
const LONG = Boolean(process.env.AFTERNOTE_LONG);
const PEOPLE = ['Sheila', 'Callum', 'Aoife', 'Tomasz', 'Priti'];
const TITLE = 'Quillwort brass group';
const onward = 'groups/live/foot/onward';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

let steps = 0;
function step(words) {
  steps += 1;
  console.log(`  ${steps}. ${words}`);
}

class Meeting {
  /// What was said, with what the format does with it.
  said = [];

  async prepare() {
    this.work = await mkdtemp(path.join(os.tmpdir(), 'afternote-whole-'));
    // Made by the same program as the others', then opened by the window.
    const maker = await new Desk(path.join(this.work, 'gethin'), 'Gethin Rees').start();
    await maker.close();
    this.window = new Window(maker.home, this.work, PASSPHRASE);
    this.desks = [];
    for (const name of ['Imani Brooke', 'Joss Lee']) this.desks.push(await new Desk(path.join(this.work, name.slice(0, 5).trim()), name).start());
  }

  async open(format, host) {
    step('A session is planned');
    await this.window.start();
    await this.window.click('nav/groups');
    await this.window.click(`groups/home/formats/format\\[${format}\\]`);
    await this.window.click('groups/plan/when/title');
    await this.window.type(TITLE);
    await this.window.choose('groups/plan/when/host', host);
    await this.window.click('groups/plan/open');
    await this.window.waitFor('groups/lobby/begin');
    this.code = (await this.window.row('groups/lobby/code/text#4')).name.trim().split(/\s+/).join('-');
    this.address = (await this.window.row('groups/lobby/code/text#3')).name.replace(/\/\/[^:/]+/, '//127.0.0.1');
  }
  async gather() {
    step('Everybody comes in');
    this.phones = [];
    await Promise.all(this.desks.map((desk) => desk.tell(`join ${this.address}#${this.code}`)));
    for (const name of PEOPLE) {
      const open = await phone(browser, {ignoreHTTPSErrors: true});
      await open.page.goto(`${this.address}#${this.code}`);
      await open.page.getByLabel(words.door.name).fill(name);
      await open.page.keyboard.press('Enter');
      await open.page.getByRole('button', {name: words.stage.agree}).click();
      this.phones.push({...open, name});
    }
    await Promise.all(this.desks.map((desk) => desk.until('in the lobby', (seen) => seen.lobby).then(() => desk.tell('agree'))));
    await this.window.waitForWords('groups/lobby/people/.*', 'Priti');
  }
  /// The facilitator goes on; everybody is there.
  async go(button, name) {
    step(name);
    await this.window.click(button);
    await this.everybodyAt(name);
  }
  async everybodyAt(name) {
    await Promise.all([
      ...this.phones.filter((one) => !one.offline).map((one) => one.page.locator('#head-step', {hasText: name}).waitFor({state: 'attached', timeout: 60000})),
      ...this.desks.map((desk) => desk.until(`at ${name}`, (seen) => seen.live && seen.round === name)),
    ]);
  }

  /// Kept: by the group, or by whoever said it alone.
  note(text, by, group = true) {
    this.said.push({text, by, group});
    return text;
  }
  async phoneSays(one, kind, text, group = true) {
    const box = one.page.locator('section.compose').filter({has: one.page.getByRole('button', {name: words.compose.send, exact: true}), visible: true}).first();
    const choice = box.locator('select');
    if (await choice.isVisible()) await choice.selectOption(kind);
    await box.locator('textarea').fill(this.note(text, one.name, group));
    await box.getByRole('button', {name: words.compose.send, exact: true}).click();
  }
  deskSays(desk, kind, text) {
    return desk.tell(`put ${kind} ${this.note(text, desk.name)}`);
  }
  /// On every laptop's screen.
  async everybodySees(texts, desks = this.desks) {
    await Promise.all(desks.map((desk) => desk.until(`sees ${texts.length} cards`, (seen) => texts.every((text) => seen.cards.includes(text)))));
  }
  async cutOff(one) {
    one.offline = true;
    await one.context.setOffline(true);
  }
  async back(one) {
    if (LONG) await new Promise((done) => setTimeout(done, 60000));
    await one.page.locator('.notice').getByText(words.head.reconnecting).waitFor({timeout: 60000});
    one.offline = false;
    await one.context.setOffline(false);
  }
  /// Killed, started, unlocked: the window is back in the room by itself.
  async restartWindow() {
    step('The window is started again');
    await this.window.start();
    await this.window.waitFor(onward);
  }

  /// When each screen says that the round ends, by this machine's clock; whole seconds begun are shown.
  async assertOneClock() {
    const ends = [];
    const note = (who, text) => {
      const match = /(\d+):(\d\d)/.exec(text ?? '') ?? /(?:(\d+) minutes?)?(?: and)? ?(?:(\d+) seconds?)?/.exec(text ?? '');
      assert.ok(match, `${who} shows a clock: ${text}`);
      ends.push({who, at: Date.now() + (Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0)) * 1000});
    };
    await Promise.all([
      ...this.phones.map(async (one) => note(one.name, await one.page.getByRole('timer').textContent())),
      ...this.desks.map(async (desk) => note(desk.name, (await desk.see()).clock)),
      this.window.rows().then((rows) => note('the window', rows.find((one) => one.role === 'timer')?.name)),
    ]);
    ends.sort((a, b) => a.at - b.at);
    const apart = ends.at(-1).at - ends[0].at;
    // A second begun may be shown for all of it: two screens that agree are up to one apart, and no two more than that second.
    assert.ok(apart < 2000, `${apart} ms between ${ends[0].who} and ${ends.at(-1).who}`);
  }

  async finish() {
    step('It ends');
    await this.window.click(onward);
    await this.window.waitFor('groups/live/round/afterwards/close');
    await Promise.all(this.phones.map((one) => one.page.getByRole('heading', {name: words.over.finished}).waitFor({timeout: 60000})));
    await Promise.all(this.desks.map((desk) => desk.until('it is over', (seen) => seen.finished)));
    if (process.env.AFTERNOTE_WINDOW_PICTURES) await this.window.picture(path.join(process.env.AFTERNOTE_WINDOW_PICTURES, 'whole-session-end.png'));
    await this.window.close();
    await Promise.all(this.desks.map((desk) => desk.close()));
  }
  /// As the format keeps: the group's in the facilitator's record, one's own in one's own; once each; nothing to come back to.
  async assertJournals() {
    const record = async (home) => {
      const held = await journalOf(home);
      assert.equal(held.comesBack, false, 'the room is forgotten');
      assert.equal(held.sessions.length, 1);
      assert.equal(held.sessions[0].title, TITLE);
      assert.ok(held.sessions[0].held);
      return {...held, cards: held.sessions[0].cards.sort()};
    };
    const groups = this.said.filter((one) => one.group);
    const lead = await record(this.window.home);
    assert.ok(lead.sessions[0].led);
    assert.deepEqual(lead.cards, groups.map((one) => one.text).sort());
    for (const desk of this.desks) {
      const own = await record(desk.home);
      assert.deepEqual(own.cards, groups.filter((one) => one.by === desk.name).map((one) => one.text).sort());
    }
  }
  async part() {
    for (const one of this.phones ?? []) await one.context.close();
    if (this.window?.running) await this.window.kill();
    for (const desk of this.desks ?? []) await desk.kill();
    await rm(this.work, {recursive: true, force: true});
  }
}

test('format A at the service\'s hub', async () => {
  const meeting = new Meeting();
  const hub = new ServiceHub();
  try {
    await meeting.prepare();
    await hub.start(meeting.work);
    const invitation = path.join(meeting.work, 'invitation');
    await writeFile(invitation, await hub.invitation('facilitator'));
    await writeFile(path.join(meeting.work, 'hers'), `${PASSPHRASE}\n`);
    await run(CLI, ['--fast-kdf', '--vault', path.join(meeting.window.home, 'journal'), '--passphrase-file', path.join(meeting.work, 'hers'), 'hub', 'join', '--file', invitation]);
    await meeting.open('A', 'Your service');
    await meeting.gather();
    const [imani, joss] = meeting.desks;
    const [sheila] = meeting.phones;

    await meeting.go('groups/lobby/begin', 'Arrive and agree');
    await meeting.phoneSays(sheila, 'word', 'Curious marzipan.', false);
    await meeting.go(onward, 'Quiet re-read');

    await meeting.go(onward, 'One moment each');
    await meeting.window.choose('groups/live/round/speaker/give', 'Sheila');
    await meeting.phoneSays(sheila, 'title', 'Sheila and the second verse');

    // A phone without a network, and a laptop that is killed before what it said was sent.
    await meeting.go(onward, 'Two go deeper');
    await meeting.cutOff(sheila);
    for (const one of meeting.phones) await meeting.phoneSays(one, 'comment', `${one.name} would ask about the rest`);
    await meeting.deskSays(imani, 'comment', 'Imani hears the zebrafinch');
    hub.shut();
    await joss.until('the hub is away', (seen) => seen.link !== '');
    await meeting.deskSays(joss, 'comment', 'Joss and the marrowfat harmonium');
    await joss.tell('half-typed What did the kazoo');
    for (const one of ['marrowfat harmonium', 'What did the kazoo']) await joss.keeps(one);
    await joss.kill();
    hub.open();
    await joss.start();
    await joss.until('back by itself', (seen) => seen.live && seen.link === '' && seen.typed === 'What did the kazoo');
    await meeting.back(sheila);
    await meeting.everybodySees(meeting.said.filter((one) => one.group).map((one) => one.text));

    // The facilitator's laptop is killed; the others go on saying things.
    await meeting.go(onward, 'What are we noticing?');
    await meeting.window.kill();
    for (const one of meeting.phones) await meeting.phoneSays(one, 'pattern', `${one.name} sees: less said, more played`);
    await meeting.restartWindow();
    await meeting.deskSays(imani, 'barrier', 'No room is booked on Thursdays');
    await meeting.everybodySees(meeting.said.filter((one) => / sees: |Thursdays/.test(one.text)).map((one) => one.text));
    await meeting.assertOneClock();

    await meeting.go(onward, 'Next time I will');
    for (const desk of meeting.desks) await desk.tell('intend Count to ten before I speak');
    await sheila.page.getByLabel(words.intentions.text).fill('Wait for the dotted crotchet');
    await sheila.page.getByRole('button', {name: words.intentions.keep}).click();
    await meeting.go(onward, 'Close');
    await meeting.deskSays(joss, 'pattern', 'Rooms change without notice');
    await meeting.everybodySees(['Rooms change without notice']);

    const memory = hub.memory();
    await meeting.finish();
    await sheila.page.getByText('Wait for the dotted crotchet').first().waitFor();
    for (const desk of meeting.desks) assert.deepEqual((await journalOf(desk.home)).intentions, ['Count to ten before I speak']);
    await meeting.assertJournals();

    const said = Buffer.concat(hub.said);
    const files = await hub.files();
    const planted = [TITLE, 'Quillwort', 'Gethin Rees', 'Imani Brooke', ...PEOPLE, meeting.code, ...meeting.said.map((one) => one.text),
      'What did the kazoo', 'dotted crotchet', 'Count to ten before', 'Set the scene without names', 'Half-term round'];
    for (const [where, bytes] of Object.entries({memory, files, log: Buffer.from(hub.log), 'what was said inside the TLS': said})) {
      assert.ok(bytes.length > 1000, where);
      for (const one of planted) assert.equal(isIn(bytes, one), false, `${one} is in ${where}`);
    }
    // The search finds what is there.
    assert.ok(isIn(said, '"kind":"shared"') && isIn(memory, 'moved-to'));
  } finally {
    await meeting.part();
    await hub.stop().catch(() => {});
  }
});

test('format D on the facilitator\'s own laptop, which is killed', async () => {
  const meeting = new Meeting();
  try {
    await meeting.prepare();
    await meeting.open('D', 'This laptop');
    await meeting.gather();
    const [imani, joss] = meeting.desks;
    await meeting.go('groups/lobby/begin', 'Set up');
    await meeting.go(onward, 'Silent read');
    for (const one of meeting.phones) await meeting.phoneSays(one, 'comment', `${one.name} marked the first claim`);
    await meeting.go(onward, 'Clear up');
    await meeting.go(onward, 'What stands up');
    await meeting.deskSays(imani, 'comment', 'Seen twice, says Imani');
    await meeting.everybodySees(['Seen twice, says Imani']);

    // With it goes the room. Both a phone and a laptop say something to nobody, and the laptop is killed as well.
    await meeting.window.kill();
    await joss.until('the room is away', (seen) => seen.link !== '');
    await meeting.phoneSays(meeting.phones[1], 'comment', 'Said while the laptop was off');
    await meeting.deskSays(joss, 'comment', 'Said to nobody, and kept');
    await joss.keeps('Said to nobody, and kept');
    await joss.kill();
    await joss.start();
    await meeting.restartWindow();
    await meeting.everybodySees(['Seen twice, says Imani', 'Said while the laptop was off', 'Said to nobody, and kept']);
    await meeting.assertOneClock();

    await meeting.go(onward, 'What a sceptic would ask');
    await meeting.go(onward, 'Could anyone tell who it is?');
    await meeting.go(onward, 'Author replies');
    await meeting.go(onward, 'Agree the edits');
    await imani.tell(`action ${meeting.note('Ask her what she would say', imani.name)}`);
    await meeting.everybodySees(['Ask her what she would say']);
    await meeting.go(onward, 'What it teaches us');
    await meeting.phoneSays(meeting.phones[2], 'learning', 'Waiting is a thing one does');
    await meeting.everybodySees(['Waiting is a thing one does']);
    await meeting.go(onward, 'Close');
    await meeting.finish();
    await meeting.assertJournals();
    const rooms = path.join(meeting.window.home, 'rooms');
    for (const file of (await readdir(rooms, {recursive: true, withFileTypes: true})).filter((one) => one.isFile())) {
      const bytes = await readFile(path.join(file.parentPath ?? file.path, file.name));
      for (const one of [TITLE, ...PEOPLE, ...meeting.said.map((each) => each.text)]) assert.equal(isIn(bytes, one), false, `${one} is in ${file.name}`);
    }
  } finally {
    await meeting.part();
  }
});
