/**
 * `npm run rotate-keys`: seals all personal data anew with the current `PERSONAL_DATA_KEY` and makes the look-up hashes
 * anew, while the office may stay open. Exits 1 when a value could not be read.
 */

import { rotatePersonalKeys } from '../engine/privacy';
import { withOffice } from './launch/office';

withOffice((strapi) => rotatePersonalKeys(strapi), { quiet: true }).then(
  ({ seen, sealed, unreadable }) => {
    process.stdout.write(
      `${seen} values seen, ${sealed} sealed anew, ${unreadable} whose key is not known\n`,
    );
    process.exit(unreadable === 0 ? 0 : 1);
  },
  (error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  },
);
