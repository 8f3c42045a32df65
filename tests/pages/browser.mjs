// Debian's chromium, one at a time, driven without a window.
import {createRequire} from 'node:module';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {folder} from './page_modules.mjs';

const require = createRequire(import.meta.url);
const {chromium} = require(path.join(folder, 'tools/playwright-core'));
const axe = await readFile(path.join(folder, 'tools/axe-core/axe.min.js'), 'utf8');

export function launch() {
  const root = process.getuid?.() === 0;
  return chromium.launch({executablePath: '/usr/bin/chromium', headless: true, args: root ? ['--no-sandbox'] : []});
}

/// A phone of its own: nothing shared with others. Everything that its page complains of is in `complaints`.
export async function phone(browser, {width = 390, height = 844, dark = false, ...more} = {}) {
  const context = await browser.newContext({
    viewport: {width, height}, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce', hasTouch: true, locale: 'en-GB',
    timezoneId: 'Europe/London', ...more,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && !/Failed to load resource/.test(message.text()) && complaints.push(message.text()));
  return {context, page, complaints};
}

/// What axe-core finds against WCAG 2.2 AA and good practice: one line each.
export async function axeFindings(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}));
  return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}: ${node.failureSummary.split('\n').slice(1, 3).join(' ')}`));
}

/// What is wider than the screen, or smaller than a finger, or has no name.
export function layoutFindings(page) {
  return page.evaluate(() => {
    const found = [];
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide) found.push(`the page is ${document.documentElement.scrollWidth} px wide on ${wide}`);
    for (const node of document.querySelectorAll('button, a[href], input, select, textarea, summary')) {
      const box = node.getBoundingClientRect();
      if (box.width === 0 || getComputedStyle(node).visibility === 'hidden') continue;
      const target = node.type === 'checkbox' ? node.parentElement.getBoundingClientRect() : box;
      const what = node.textContent.trim().slice(0, 40) || node.type;
      if (box.right > wide + 0.5 || box.left < -0.5) found.push(`${what} leaves the screen`);
      const inText = node.matches('p > a:not(.main)');
      if (!inText && (target.height < 43.5 || target.width < 43.5)) found.push(`${what} is ${Math.round(target.width)} by ${Math.round(target.height)} px`);
    }
    return found;
  });
}
