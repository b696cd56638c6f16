import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { strapiCommand } from './build';
import { bundledDataExist, isBundled } from './database';
import { runToTheEnd, type House } from './housekeeping';
import { ROOT } from './paths';
import { ensureSecrets, loadEnvironment } from './secrets';
import { CannotStart } from './sentences';

/** `npm run generate-types`: writes `types/generated` from the content types. Needs no database. */
async function generateTypes(house: House): Promise<void> {
  loadEnvironment();
  ensureSecrets({ dataExist: isBundled(process.env) && bundledDataExist() });
  // The office is read in, not opened: an address is asked for, nobody calls there.
  process.env['DATABASE_URL'] ||= 'postgresql://nobody@localhost/nowhere';
  const { signal } = house;
  const writer = spawn(process.execPath, [strapiCommand(), 'ts:generate-types'], {
    cwd: ROOT,
    stdio: 'inherit',
    signal,
  });
  const [code] = (await once(writer, 'close')) as [number | null];
  if (code === 0) return;
  throw new CannotStart({ zh: '类型没有生成，原因见上。', en: 'The types were not written; see above.' });
}

runToTheEnd(generateTypes);
