import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hostile, summit } from './testing/readings.ts';
import { browserProgram, launchBrowser, openRoom, type Room, type Visit } from './testing/room.ts';

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

describe.skipIf(!browserProgram)('the reading room in a browser', () => {
  let browser: Browser;
  let room: Room;
  beforeAll(async () => {
    browser = await launchBrowser();
    room = await openRoom(browser, [summit, hostile], 40);
  });
  afterAll(async () => {
    await browser?.close();
    await room?.close();
  });

  /** Visits an address, and afterwards makes sure that nothing went wrong behind the page. */
  async function visiting(path: string, look: (visit: Visit) => Promise<void>, options = {}) {
    const visit = await room.visit(path, options);
    await look(visit);
    expect(visit.complaints).toEqual([]);
    await visit.page.context().close();
  }

  const litWords = ({ page }: Visit) => page.locator('.text .lit').allTextContents();
  const litEntries = ({ page }: Visit) =>
    page.locator('.record .entry.lit').evaluateAll((entries) => entries.map(({ id }) => id));
  const overflow = ({ page }: Visit) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  test('the first page lists articles by day, the latest first, and leads to them', () =>
    visiting('/', async ({ page }) => {
      await page.waitForURL('**/articles');
      const days = await page.locator('h2').allTextContents();
      expect(days.slice(0, 2)).toEqual(['Monday, 13 October 1986', 'Sunday, 12 October 1986']);
      await page.getByRole('link', { name: 'Reagan and Gorbachev leave' }).click();
      await page.getByRole('heading', { level: 1, name: 'Reagan and Gorbachev leave' }).waitFor();
      await expect.poll(() => page.title()).toBe('Reagan and Gorbachev leave Reykjavik without a deal · Dragoman');
    }));

  describe('an article', () => {
    test('shows its text to the character, block by block', () =>
      visiting('/articles/reykjavik', async ({ page }) => {
        expect(await page.locator('.text > *').allTextContents()).toHaveLength(9);
        expect(await page.locator('.text .caption').textContent()).toMatch(/^US President .* on Saturday\.$/);
        expect(await page.locator('.text .credit').textContent()).toBe('Photograph: The Harbour Post');
      }));

    test('pointing at an entry lights up its words', () =>
      visiting('/articles/reykjavik', async (visit) => {
        await visit.page.locator('#e2').hover();
        const words = [
          'US President Ronald Reagan',
          'Soviet leader Mikhail Gorbachev',
          'two days',
          'talks',
          'Reykjavik',
        ];
        await expect.poll(() => litWords(visit)).toEqual(words);
        await visit.page.locator('h1').hover();
        await expect.poll(() => litWords(visit)).toEqual([]);
      }));

    test('pointing at words lights up their entry', () =>
      visiting('/articles/reykjavik', async (visit) => {
        await visit.page.locator('.text').getByText('rejected', { exact: true }).hover();
        await expect.poll(() => litEntries(visit)).toEqual(['e4']);
        await visit.page.locator('.text').getByText('that the talks had broken down').hover();
        await expect.poll(() => litEntries(visit)).toEqual(['s2']);
      }));

    test('a click pins an entry in the address; Escape lets go', () =>
      visiting('/articles/reykjavik', async (visit) => {
        const { page } = visit;
        await page.locator('.text').getByText('denied', { exact: true }).click();
        await page.waitForURL('**/articles/reykjavik#s3');
        await page.mouse.move(0, 0);
        await expect.poll(() => litEntries(visit)).toEqual(['s3']);
        await page.keyboard.press('Escape');
        await page.waitForURL((url) => !url.hash);
        await expect.poll(() => litEntries(visit)).toEqual([]);
      }));

    test('the address of an entry lights it up and brings it into view', () =>
      visiting('/articles/reykjavik#e9', async (visit) => {
        await expect.poll(() => litEntries(visit)).toEqual(['e9']);
        const entry = (await visit.page.locator('#e9').boundingBox())!;
        expect(entry.y).toBeGreaterThanOrEqual(0);
        expect(entry.y + entry.height).toBeLessThanOrEqual(900);
      }));

    test('the keyboard goes from anchor to anchor and lights up as the pointer does', () =>
      visiting('/articles/reykjavik', async (visit) => {
        const { page } = visit;
        await page.getByRole('link', { name: 'original' }).focus();
        await page.keyboard.press('Tab');
        await expect.poll(() => litEntries(visit)).toEqual(['e1']);
        await page.keyboard.press('Tab');
        await expect.poll(() => litEntries(visit)).toEqual(['e2']);
        await page.keyboard.press('Enter');
        await page.waitForURL('**#e2');
      }));

    test('on a phone, a tap shows the entry at the foot of the screen', () =>
      visiting(
        '/articles/reykjavik',
        async (visit) => {
          const { page } = visit;
          await page.locator('.text').getByText('rejected', { exact: true }).tap();
          const sheet = page.getByRole('complementary', { name: 'Pinned entry' });
          await sheet.getByRole('link', { name: 'REJECT' }).waitFor();
          expect(await overflow(visit)).toBe(0);
          await sheet.getByRole('button', { name: 'Close' }).tap();
          await sheet.waitFor({ state: 'detached' });
        },
        PHONE,
      ));
  });

  describe('the events', () => {
    test('a filter changes list and address, and the address alone brings the list back', () =>
      visiting('/events', async ({ page }) => {
        await page
          .getByRole('status')
          .filter({ hasText: /^170 events$/ })
          .waitFor();
        await page.getByLabel('Type').selectOption('REJECT');
        await page.waitForURL('**/events?type=REJECT');
        await page
          .getByRole('status')
          .filter({ hasText: /^2 events$/ })
          .waitFor();
        await page.getByLabel('Status').selectOption('alleged');
        await page.waitForURL('**/events?type=REJECT&status=alleged');
        await page
          .getByRole('status')
          .filter({ hasText: /^1 event$/ })
          .waitFor();
        await expect.poll(() => page.locator('mark').allTextContents()).toEqual(['violated']);
        await page.reload();
        await page
          .getByRole('status')
          .filter({ hasText: /^1 event$/ })
          .waitFor();
        await page.goBack();
        await page
          .getByRole('status')
          .filter({ hasText: /^2 events$/ })
          .waitFor();
        await page.getByRole('link', { name: 'Clear' }).click();
        await page
          .getByRole('status')
          .filter({ hasText: /^170 events$/ })
          .waitFor();
      }));

    test('an actor is found by part of the name, with the keyboard', () =>
      visiting('/events', async ({ page }) => {
        await page.getByRole('combobox', { name: 'Actor' }).fill('gorb');
        await page.getByRole('option', { name: 'Mikhail Gorbachev' }).waitFor();
        await page.keyboard.press('Enter');
        await page.waitForURL('**/events?actor=mikhail-gorbachev');
        await page
          .getByRole('status')
          .filter({ hasText: /^4 events$/ })
          .waitFor();
        await page.getByRole('button', { name: 'Mikhail Gorbachev: remove this filter' }).click();
        await page
          .getByRole('status')
          .filter({ hasText: /^170 events$/ })
          .waitFor();
      }));

    test('days bound the list', () =>
      visiting('/events', async ({ page }) => {
        await page.getByLabel('From').fill('1987-01-01');
        await page.waitForURL('**/events?from=1987-01-01');
        await page
          .getByRole('status')
          .filter({ hasText: /^1 event$/ })
          .waitFor();
      }));

    test('a long list comes in parts', () =>
      visiting('/events', async ({ page }) => {
        await page.getByText('1–50 of 170').waitFor();
        await page.getByRole('link', { name: 'Next' }).click();
        await page.getByText('51–100 of 170').waitFor();
        await page.waitForURL('**/events?offset=50');
        await expect.poll(() => page.locator('.records > li').count()).toBe(50);
      }));

    test('all that the filters leave is had as a file', () =>
      visiting('/events?type=REJECT&offset=50', async ({ page }) => {
        const file = page.waitForEvent('download');
        await page.getByRole('link', { name: '2 events as CSV' }).click();
        const download = await file;
        expect(download.suggestedFilename()).toBe('dragoman-events.csv');
        const rows: Record<string, string>[] = parse(readFileSync(await download.path()), { columns: true, bom: true });
        expect(rows.map(({ type, status }) => `${type} ${status}`).sort()).toEqual(['REJECT actual', 'REJECT alleged']);
      }));

    test('each leads to its words in the article', () =>
      visiting('/events?status=alleged', async (visit) => {
        await visit.page.getByRole('link', { name: 'Reagan and Gorbachev leave' }).click();
        await visit.page.waitForURL('**/articles/reykjavik#e8');
        await visit.page.locator('#e8.lit').waitFor();
        await expect.poll(() => litWords(visit)).toContain('violated');
      }));

    test('filters that nothing fits, and filters that do not exist, are said in words', async () => {
      await visiting('/events?from=2040-01-01', async ({ page }) => {
        await page.getByText('No event fits these filters.').waitFor();
      });
      const { page } = await room.visit('/events?status=maybe');
      await page.getByText('“status” can be actual, planned, alleged, hypothetical, negated.').waitFor();
      await page.context().close();
    });
  });

  test('an actor: office, country, partners, a chart in words, events, statements', () =>
    visiting('/actors', async ({ page }) => {
      await page.getByLabel('Name').fill('reagan');
      await page.waitForURL('**/actors?search=reagan');
      await page
        .getByRole('status')
        .filter({ hasText: /^1 actor$/ })
        .waitFor();
      await page.getByRole('link', { name: 'Ronald Reagan' }).click();
      await page.getByRole('heading', { level: 1, name: 'Ronald Reagan' }).waitFor();
      const chart = page.getByRole('img', { name: /was source of 5 events and target of 1 event/ });
      await chart.locator('svg rect').first().waitFor();
      expect(await page.locator('main').textContent()).toMatch(/President.*United States|United States.*President/s);
      expect(await page.locator('.partners').textContent()).toContain('Mikhail Gorbachev');
      await expect.poll(() => page.locator('.records mark').allTextContents()).toContain('“We came so close,”');
    }));

  test('a page that would like to run scripts is shown as the text that it is', async () => {
    const address = `/articles/${encodeURIComponent(hostile.id)}`;
    for (const path of ['/articles', '/events', '/actors', address]) {
      await visiting(path, async ({ page }) => {
        expect(await page.evaluate('window.hacked')).toBeUndefined();
        expect(await page.locator('main img, main script, main svg').count()).toBe(0);
      });
    }
    await visiting(address, async ({ page }) => {
      expect(await page.locator('.text').textContent()).toBe(hostile.text.replaceAll('\n', ''));
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    });
  });

  test('what does not exist is said to, with a way on', async () => {
    for (const path of ['/articles/nowhere', '/actors/nobody', '/no/such/page']) {
      const { page } = await room.visit(path);
      await page.getByRole('heading', { name: 'Not found' }).waitFor();
      await page.context().close();
    }
  });

  test('no page is wider than a phone', async () => {
    for (const path of [
      '/articles',
      '/articles/reykjavik',
      '/events',
      '/statements',
      '/actors',
      '/actors/ronald-reagan',
    ]) {
      await visiting(path, async (visit) => expect(await overflow(visit), path).toBe(0), PHONE);
    }
  });

  test('an empty library says what to do', async () => {
    const empty = await openRoom(browser, []);
    const { page } = await empty.visit('/');
    await page.getByText('npx dragoman add').waitFor();
    await page.context().close();
    await empty.close();
  });
});
