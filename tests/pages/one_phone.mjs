// One phone in a session that runs somewhere else: comes in, agrees, writes, shows a sentence. For tests of the window.
//   PHONE_ADDRESS=https://HOST:PORT/circle PHONE_WORDS="four words of it" PHONE_NAME=Sheila
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {launch, phone} from './browser.mjs';
import {words} from './page_modules.mjs';

const {PHONE_ADDRESS, PHONE_WORDS, PHONE_NAME} = process.env;
const SENTENCE = `${PHONE_NAME} let the second verse go unled.`;
const LONG = 60000;

test('a phone takes part in the window\'s session', async () => {
  assert.ok(PHONE_ADDRESS && PHONE_WORDS && PHONE_NAME, 'where to go, and as whom');
  const browser = await launch();
  try {
    const {page} = await phone(browser, {ignoreHTTPSErrors: true});
    await page.goto(`${PHONE_ADDRESS}#${PHONE_WORDS.trim().split(/\s+/).join('-')}`);
    await page.getByLabel(words.door.name).fill(PHONE_NAME);
    await page.keyboard.press('Enter');
    await page.getByRole('button', {name: words.stage.agree}).click();
    await page.locator('main[data-stage="silent-writing"]').waitFor({timeout: LONG});
    await page.getByLabel(words.write.label).fill(`${SENTENCE} The rest stays here.`);
    await page.locator('main[data-stage="reveal"]').waitFor({timeout: LONG});
    await page.getByRole('checkbox', {name: SENTENCE}).check();
    await page.getByRole('button', {name: words.reveal.share}).click();
    await page.locator('.cards').getByText('Mine stays short.', {exact: true}).first().waitFor({timeout: LONG});
    await page.locator('main[data-stage="themes"]').waitFor({timeout: LONG});
  } finally {
    await browser.close();
  }
});
