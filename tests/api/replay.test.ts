import { join } from 'node:path';
import { compare, type Comparison } from '../../src/commands/replaying/compare';
import { helpDesk } from '../../src/commands/replaying/helpdesk';
import { readLog } from '../../src/commands/replaying/read-log';
import { replay, type Replayed } from '../../src/commands/replaying/replay';
import { comparedLines, replayedLines } from '../../src/commands/replaying/say';
import { serviceNow } from '../../src/commands/replaying/servicenow';
import type { LogKind } from '../../src/commands/replaying/types';
import { openOffice, type Office } from '../support/office';

const FIXTURES = join(__dirname, '../fixtures/import');

let office: Office;
beforeAll(async () => (office = await openOffice()));
afterAll(() => office.close());

async function replayed(file: string, kind: LogKind): Promise<{ outcome: Replayed; comparison: Comparison }> {
  const log = await readLog(join(FIXTURES, file), kind);
  const outcome = await replay(office.strapi, { log, kind, progress: () => undefined });
  return { outcome, comparison: await compare(office.strapi, { log, kind, replayed: outcome }) };
}

const reasons = ({ troubles }: Replayed) => troubles.map(({ line, code, action }) => [line, code, action]);

describe('a log of incidents', () => {
  let outcome: Replayed;
  let comparison: Comparison;
  beforeAll(async () => ({ outcome, comparison } = await replayed('incidents.csv', serviceNow)));

  it('is performed event by event, or refused with a reason', () => {
    expect(outcome).toMatchObject({ events: 17, performed: 11, partly: 0, refused: 6 });
    expect(reasons(outcome)).toEqual([
      [3, 'NO_CHANGE', null],
      [10, 'OUT_OF_ORDER', null],
      [13, 'DUPLICATE', null],
      [15, 'NO_CHANGE', null],
      [17, 'STAGE_WRONG', 'assign'],
      [18, 'TIME_UNREADABLE', null],
    ]);
    expect(Object.fromEntries(outcome.actions)).toEqual({
      register: 2,
      assign: 4,
      start: 2,
      wait: 2,
      resume: 2,
      complete: 3,
      reopen: 1,
      close: 1,
    });
  });

  it('leaves each case as the log has it, at the log’s own times', async () => {
    const documentId = outcome.tickets.get('A1') as string;
    const ticket = await office.strapi
      .documents('api::ticket.ticket' as never)
      .findOne({ documentId, populate: ['team', 'handler'] } as never);
    expect(ticket).toMatchObject({
      stage: 'closed',
      urgency: 'urgent',
      receivedAt: '2024-03-01T08:00:00.000Z',
      closedAt: '2024-03-06T15:00:00.000Z',
      reopenCount: 1,
      team: { name: '?' },
      handler: { name: 'Cid' },
    });
  });

  it('agrees with the log’s own counts, and says why where it cannot', () => {
    expect(comparison).toMatchObject({
      cases: 2,
      log: { reassignments: 5, reopenings: 2 },
      office: { reassignments: 2, reopenings: 1 },
      agree: { reassignments: 1, reopenings: 1 },
    });
    expect(comparison.mismatches).toMatchObject([
      { caseName: 'A2', what: 'reassignments', log: 3, office: 0 },
      { caseName: 'A2', what: 'reopenings', log: 1, office: 0 },
    ]);
    for (const { why } of comparison.mismatches) {
      expect(why[0]).toContain('line 15: reassignment_count 0 → 2');
      expect(why).toContain('line 17: assign STAGE_WRONG');
      expect(why).toContain('line 18: TIME_UNREADABLE');
    }
  });

  it('is told in words, with nothing left open', () => {
    const text = [...replayedLines(outcome), ...comparedLines(comparison)].join('\n');
    expect(text).toContain('17 events: 11 performed, 0 in part, 6 refused');
    expect(text).not.toMatch(/\{\w+\}/);
  });
});

describe('a log of a help desk', () => {
  it('is performed event by event, or refused with a reason, and a difference in the counts is explained', async () => {
    const { outcome, comparison } = await replayed('helpdesk.csv', helpDesk);
    expect(reasons(outcome)).toEqual([
      [3, 'NO_CHANGE', null],
      [5, 'DUPLICATE', null],
      [9, 'NO_SUCH_ACTION', null],
      [11, 'NO_CHANGE', null],
      [13, 'ALREADY_REGISTERED', null],
      [15, 'OUT_OF_ORDER', null],
      [19, 'STAGE_WRONG', 'close'],
    ]);
    expect(outcome).toMatchObject({ events: 19, performed: 12, partly: 0, refused: 7 });
    expect(comparison).toMatchObject({
      log: { reassignments: 2, reopenings: 2 },
      office: { reassignments: 2, reopenings: 1 },
      agree: { reassignments: 3, reopenings: 2 },
      mismatches: [
        { caseName: 'Case 1', what: 'reopenings', log: 2, office: 1, why: ['line 15: OUT_OF_ORDER'] },
      ],
    });
  });

  it('is not taken for another kind of log', async () => {
    await expect(readLog(join(FIXTURES, 'helpdesk.csv'), serviceNow)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    });
  });
});
