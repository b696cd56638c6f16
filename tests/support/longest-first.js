const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that take long for their size. The rest go by how long they took last time, or by size. */
const LONG = [
  'api/robust.test.ts',
  'api/roles/records.test.ts',
  'api/rules/papers.test.ts',
  'api/rules/figures.test.ts',
  'api/rules/bad-input.test.ts',
  'api/rules/appointments.test.ts',
];

/** Begins with what takes longest, also where nothing has ever run: no worker is left alone with it at the end. */
class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path: file }) => {
      const place = LONG.findIndex((name) => file.endsWith(path.join('/tests', name)));
      return place < 0 ? LONG.length : place;
    };
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}

module.exports = LongestFirst;
