// Every screen of the page, looked at by axe-core and measured at every width, in light and in dark.
import assert from 'node:assert/strict';
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {after, before, describe, test} from 'node:test';
import {axeFindings, launch, layoutFindings, phone} from './browser.mjs';
import {CODE, keys, roundAt} from './scenes.mjs';
import {StandIn} from './stand_in.mjs';
import {STATES, WROTE} from './states.mjs';

const pictures = process.env.AFTERNOTE_PAGE_PICTURES;
const PHONE_WIDTHS = [320, 390, 480, 1280];
const only = process.env.AFTERNOTE_PAGE_STATES?.split(',');

let browser;
let hub;
before(async () => {
  browser = await launch();
  hub = await new StandIn().start();
  if (pictures) await mkdir(pictures, {recursive: true});
});
after(async () => {
  await browser?.close();
  await hub?.stop();
});

/// What a phone would have kept by now.
async function keep(page, state, world) {
  const kept = {
    me: state.outside ? null : {token: 'A'.repeat(43), member: 2, name: 'Sheila'},
    drafts: state.wrote ? {[roundAt('silent-writing')]: WROTE} : {},
    handed: state.dots ? {[roundAt('votes')]: {dots: state.dots(world.view)}} : {},
  };
  await page.addInitScript(([name, value]) => {
    if (!localStorage.getItem(name)) localStorage.setItem(name, value);
  }, [`afternote.circle.${keys.id}`, JSON.stringify(kept)]);
}

async function show(page, state) {
  const world = await state.make();
  hub.set(world);
  await keep(page, state, world);
  await page.goto(`${hub.address}/circle#${CODE}${state.wall ? '&wall' : ''}`);
  await page.locator('main[data-stage]:not([data-stage="waking"])').waitFor();
  await state.then?.(page);
}

async function picture(page, name, full = true) {
  if (pictures) await page.screenshot({path: path.join(pictures, `${name}.png`), fullPage: full});
}

for (const [name, state] of Object.entries(STATES)) {
  if (only && !only.includes(name)) continue;
  describe(`the screen "${name}"`, () => {
    const plain = state.wall ? {width: 1280, height: 720} : {width: 390, height: 844};
    let open;
    before(async () => {
      open = await phone(browser, plain);
      await show(open.page, state);
    });
    after(() => open?.context.close());

    for (const dark of [false, true]) {
      test(`keeps nobody out, in ${dark ? 'dark' : 'light'}`, async () => {
        await open.page.emulateMedia({colorScheme: dark ? 'dark' : 'light'});
        await picture(open.page, `${name}-${dark ? 'dark' : 'light'}`, !state.wall);
        assert.deepEqual(await axeFindings(open.page), []);
        assert.deepEqual(open.complaints, []);
      });
    }

    test('fits every width, also with text twice as large, and every control is as large as a finger', async () => {
      const {page} = open;
      await page.emulateMedia({colorScheme: 'light'});
      for (const width of PHONE_WIDTHS) {
        await page.setViewportSize({width, height: width > 1000 ? 800 : 700});
        await picture(page, `${name}-${width}`);
        assert.deepEqual(await layoutFindings(page), [], `at ${width} px`);
      }
      // 1280 px at a zoom of 200 % are 640; and a phone whose text alone is set twice as large.
      await page.setViewportSize({width: 640, height: 400});
      assert.deepEqual(await layoutFindings(page), [], 'at 200 % zoom');
      await page.setViewportSize({width: 390, height: 844});
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      await picture(page, `${name}-200`);
      assert.deepEqual(await layoutFindings(page), [], 'with text at 200 %');
      await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
      await page.emulateMedia({forcedColors: 'active'});
      await picture(page, `${name}-forced`);
      assert.deepEqual(open.complaints, []);
    });
  });
}
