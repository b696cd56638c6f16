import { parseArgs } from 'node:util';

export const MEASURES = [
  'intake',
  'one',
  'list',
  'clocks',
  'due-times',
  'import',
  'desk',
  'figures',
] as const;
export type MeasureName = (typeof MEASURES)[number];

/** How large and how long a run is. */
export type Options = {
  /** Rows of tickets in both databases; as many running clocks in ours. */
  tickets: number;
  units: number;
  /** Alternating rounds; the table gives their medians. */
  rounds: number;
  /** Length of a round, seconds. */
  seconds: number;
  connections: number;
  /** Rows of the file to import. */
  rows: number;
  only: ReadonlySet<MeasureName>;
};

const HELP = `npm run bench -- [--tickets 1000000] [--units 100000] [--rounds 5] [--seconds 6] [--connections 20]
                 [--rows 50000] [--only ${MEASURES.join('|')}]…`;

/** Reads the command line. Throws an Error with the usage for what it does not know. */
export function optionsFrom(args: string[]): Options {
  const flag = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      tickets: flag,
      units: flag,
      rounds: flag,
      seconds: flag,
      connections: flag,
      rows: flag,
      only: { type: 'string', multiple: true },
    },
  });
  const count = (name: Exclude<keyof typeof values, 'only'>, otherwise: number): number => {
    const value = Number(values[name] ?? otherwise);
    if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} takes a whole number\n${HELP}`);
    return value;
  };
  const only = (values.only ?? MEASURES).map((name) => {
    const known = MEASURES.find((measure) => measure === name);
    if (!known) throw new Error(`no measure "${name}"\n${HELP}`);
    return known;
  });
  return {
    tickets: count('tickets', 1_000_000),
    units: count('units', 100_000),
    rounds: count('rounds', 5),
    seconds: count('seconds', 6),
    connections: count('connections', 20),
    rows: count('rows', 50_000),
    only: new Set(only),
  };
}
