import fs from 'node:fs';

import { chromium, type Browser } from 'playwright-core';

/** Where a Chromium is found when nobody says where it is. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Opens the Chromium of this machine: the one that CHROMIUM_PATH names, else the first that is found.
 * @throws Error with one sentence that says what to do when there is none.
 */
export function openChromium(): Promise<Browser> {
  const { CHROMIUM_PATH: named } = process.env;
  const executablePath = (named ? [named] : PLACES).find((place) => fs.existsSync(place));
  if (!executablePath)
    throw new Error(
      `No Chromium ${named ? `at ${named}` : 'on this machine'}: install one (Debian: apt-get install chromium fonts-wqy-zenhei) or name it in CHROMIUM_PATH.`,
    );
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=zh-CN'],
  });
}
