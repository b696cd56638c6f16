import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { startEmbedded, type EmbeddedServer } from '../../database/embedded';
import { copyFolder, prepare } from './prepared';

declare global {
  // A `var` is what puts a name on `globalThis`; setup and teardown share nothing else.
  var guanjiaTestDatabase: EmbeddedServer | undefined;
}

/** Before the first test file: a compiled server and a running PostgreSQL with the template database. */
export default async function globalSetup(): Promise<void> {
  const prepared = await prepare((line) => process.stderr.write(`${line}\n`));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'guanjia-tests-'));
  fs.rmdirSync(folder);
  copyFolder(prepared.database, folder);
  const database = await startEmbedded({ folder, throwAway: true });
  globalThis.guanjiaTestDatabase = database;
  process.env['GUANJIA_TEST_SERVER'] = prepared.server;
  process.env['GUANJIA_TEST_DATABASE'] = database.url;
}
