/**
 * `npm run verify`: walks the history of every case and works out anew each digest that was kept at night.
 * Prints counts and every fault; exits 1 when there is one.
 */

import { verifyChains, type ChainFault, type ChainReport } from '../engine/chain';
import { officeOf } from '../engine/office';
import { withOffice } from './launch/office';

const FAULTS: Readonly<Record<ChainFault['fault'], string>> = {
  gap: 'a line is missing',
  changed: 'a line is not what was written',
  torn: 'a line does not follow the one before',
  head: 'the history does not end where it ended',
  unrecorded: 'a case without a history',
  lost: 'a history whose case is gone',
};

/** Prints the report through `say`; true when nothing is wrong. */
export function sayReport(report: ChainReport, say: (line: string) => void): boolean {
  const { cases, activities, digests, faults, brokenDigests } = report;
  for (const { caseType, caseId, seq, fault } of faults) {
    say(`✗ ${caseType} ${caseId}, line ${seq}: ${FAULTS[fault]} (${fault})`);
  }
  for (const day of brokenDigests) say(`✗ ${day}: the histories are not those of the digest that was kept`);
  const wrong = faults.length + brokenDigests.length;
  say(`${cases} cases, ${activities} lines of history, ${digests} nightly digests`);
  say(wrong === 0 ? '✓ nothing was changed, removed or cut short' : `${wrong} faults`);
  return wrong === 0;
}

if (require.main === module) {
  withOffice((strapi) => verifyChains(officeOf(strapi)), { quiet: true }).then(
    (report) => process.exit(sayReport(report, (line) => process.stdout.write(`${line}\n`)) ? 0 : 1),
    (error: unknown) => {
      process.stderr.write(`${(error as Error).message}\n`);
      process.exit(1);
    },
  );
}
