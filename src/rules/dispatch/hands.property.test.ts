import fc from 'fast-check';
import { chainOf, type HandLine } from '.';

const PEOPLE = ['a', 'b', 'c'];
type Line = Omit<HandLine, 'at' | 'by' | 'note'>;

/** What may be done in turn, each as the lines that it leaves behind. */
const move = (action: string, who: string, order: number): Line[] => {
  const id = `order${order}`;
  const on = (name: string, toStage: string, changes: HandLine['changes']): Line => ({
    type: 'dispatch-order',
    id,
    action: name,
    toStage,
    changes,
  });
  const ticket = (name: string, toStage: string, handler: string | null): Line => ({
    type: 'ticket',
    id: 't',
    action: name,
    toStage,
    changes: { handler: [null, handler] },
  });
  switch (action) {
    case 'dispatch':
      return [
        ticket('dispatch', 'assigned', who),
        on('issue', 'dispatched', { technician: [null, who], cameBy: [null, 'assign'] }),
      ];
    case 'reassign':
      return [
        on('reassign', 'dispatched', { technician: [null, who] }),
        ticket('take_over', 'assigned', who),
      ];
    case 'hand_back':
      return [
        on('hand_back', 'drafted', { technician: [who, null] }),
        ticket('hand_back', 'registered', null),
      ];
    default:
      return [on('finish', 'done', {}), { ...ticket('complete', 'completed', who), changes: {} }];
  }
};

const history = fc
  .array(
    fc.tuple(fc.constantFrom('dispatch', 'reassign', 'hand_back', 'finish'), fc.constantFrom(...PEOPLE)),
    {
      maxLength: 30,
    },
  )
  .map((moves) => {
    const lines: Line[] = [
      { type: 'ticket', id: 't', action: 'register', toStage: 'registered', changes: {} },
    ];
    let order = 0;
    let open = false;
    const truth: string[] = ['desk'];
    for (const [action, who] of moves) {
      if ((action === 'dispatch') === open) continue;
      if (action === 'dispatch') order += 1;
      if (action === 'dispatch' && truth.at(-1) === 'settled')
        lines.push({
          type: 'ticket',
          id: 't',
          action: 'reopen',
          toStage: 'registered',
          changes: { handler: [who, null] },
        });
      if (action === 'dispatch' && truth.at(-1) === 'settled') truth.push('desk');
      lines.push(...move(action, who, order));
      open = action === 'dispatch' || action === 'reassign';
      truth.push(action === 'hand_back' ? 'desk' : action === 'finish' ? 'settled' : who);
    }
    return { lines, truth };
  });

test('[B-03] the chain has no gap, and says for every moment who had it', () => {
  fc.assert(
    fc.property(
      history,
      fc.array(fc.nat(5), { minLength: 100, maxLength: 100 }),
      ({ lines, truth }, waits) => {
        let at = 1000;
        const dated = lines.map((line, index): HandLine => {
          at += waits[index % waits.length] ?? 0;
          return { ...line, at, by: 'x', note: null };
        });
        const chain = chainOf(dated);
        expect(chain[0]?.from).toBe(dated[0]?.at);
        chain.forEach((hand, index) => expect(hand.until).toBe(chain[index + 1]?.from ?? null));
        expect(chain.every(({ went }, index) => (went === null) === (index === chain.length - 1))).toBe(true);
        const said = chain.map(({ holder: { kind, id } }) => id ?? kind);
        expect(said).toEqual(truth.filter((one, index) => one !== truth[index - 1]));
      },
    ),
  );
});

test('[B-03] what only says more of the same hand adds no link; what a clock says is passed over', () => {
  const chain = chainOf([
    {
      type: 'ticket',
      id: 't',
      action: 'register',
      at: 1,
      toStage: 'registered',
      changes: {},
      by: 'x',
      note: null,
    },
    {
      type: 'ticket',
      id: 't',
      action: 'clock.due',
      at: 2,
      toStage: null,
      changes: {},
      by: 'timer',
      note: null,
    },
    ...move('dispatch', 'a', 1).map((line) => ({ ...line, at: 3, by: 'desk', note: null })),
  ]);
  expect(chain).toMatchObject([
    { holder: { kind: 'desk' }, from: 1, until: 3 },
    {
      holder: { kind: 'staff', id: 'a' },
      order: 'order1',
      way: 'assign',
      came: { action: 'dispatch', by: 'desk' },
    },
  ]);
});
