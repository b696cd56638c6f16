import { ask } from '../database';
import { median, whatItSays } from '../drive';
import { fillPast } from '../fill';
import type { Line } from '../table';
import type { Stage } from './http';

const ASKED = 9;
const MOST = 500;

/** The office's figures for one month, asked for one at a time: all of it, and one building of it. */
export async function measureFigures({ ours, options }: Stage): Promise<Line[]> {
  await fillPast(ours.databaseUrl, options);
  const [building] = await ask<{ id: string }>(
    ours.databaseUrl,
    'SELECT b.document_id AS id FROM buildings b JOIN units_building_lnk l ON l.building_id = b.id LIMIT 1',
  );
  const month = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 7);
  const wishes = [
    ['figures for one month', `period=${month}`],
    ...(building ? [['figures for one month, one building', `period=${month}&building=${building.id}`]] : []),
  ] as const;
  const lines: Line[] = [];
  for (const [what, query] of wishes) {
    const took: number[] = [];
    for (let time = 0; time < ASKED; time += 1) {
      const began = performance.now();
      const said = await whatItSays(ours, { method: 'GET', path: `/api/figures?${query}` });
      took.push(performance.now() - began);
      if (!said.startsWith('200')) throw new Error(said.slice(0, 500));
    }
    const typical = median(took);
    lines.push({
      what: `${what}, ${options.tickets.toLocaleString('en')} tickets`,
      ours: `${typical.toFixed(0)} ms`,
      stock: '',
      ratio: '',
      target: `≤ ${MOST} ms`,
      met: typical <= MOST,
    });
  }
  return lines;
}
