import { paperWords } from '../../rules/words/papers';
import { query } from '../db';
import type { Viewing } from '../door/views';
import { said } from './facts';
import { qrOf } from './qr';
import { collected, drawQr, MARGIN, newDocument, PAGE, set, writeLines, type Document } from './sheet';

/** Labels side by side and one under the other on a sheet of A4. */
const ACROSS = 3;
const DOWN = 8;
const LABEL = { width: (PAGE.width - 2 * MARGIN) / ACROSS, height: (PAGE.height - 2 * MARGIN) / DOWN };
const SIDE = 60;
const GAP = 8;

interface KeyLabel extends Record<string, unknown> {
  readonly code: string;
  readonly label: string;
  readonly hook: string | null;
}

/**
 * A sheet of labels for these keys (documentIds), in the order of their numbers: a QR code of the number, the number in large, what the
 * key opens and the hook that it belongs on [F-01]. Keys that the reader may not see are left out.
 */
export async function keyLabels(viewing: Viewing, ids: readonly string[]): Promise<Buffer> {
  const { office, scope } = viewing;
  const keys = await query<KeyLabel>(
    office.pool,
    `SELECT k.code, k.label, k.hook FROM keys k WHERE k.document_id = ANY($1::text[]) AND ${scope?.sql('key', 'k') ?? 'true'} ORDER BY k.code`,
    [ids],
  );
  const document = await newDocument({
    title: said(viewing, paperWords['title.key-labels']),
    at: office.now(),
  });
  const done = collected(document);
  if (keys.length === 0) addSheet(document);
  for (const [index, key] of keys.entries()) {
    const place = index % (ACROSS * DOWN);
    if (place === 0) addSheet(document);
    await drawLabel(document, key, {
      x: MARGIN + (place % ACROSS) * LABEL.width,
      y: MARGIN + Math.floor(place / ACROSS) * LABEL.height,
      hook: said(viewing, paperWords.keyHook),
    });
  }
  document.end();
  return done;
}

const addSheet = (document: Document): unknown => document.addPage({ size: 'A4', margin: 0 });

async function drawLabel(
  document: Document,
  { code, label, hook }: KeyLabel,
  { x, y, hook: onHook }: { x: number; y: number; hook: string },
): Promise<void> {
  document.rect(x, y, LABEL.width, LABEL.height).lineWidth(0.25).stroke('#bbb');
  drawQr(document, await qrOf(code), { x: x + GAP, y: y + (LABEL.height - SIDE) / 2, side: SIDE });
  const at = { x: x + SIDE + 2 * GAP, width: LABEL.width - SIDE - 3 * GAP };
  const [number] = set(document, code, at.width, { face: 'bold', size: 12 });
  writeLines(document, [number ?? ''], { ...at, y: y + GAP + 4, face: 'bold', size: 12 });
  const about = set(document, label, at.width, { size: 9 }).slice(0, 3);
  writeLines(document, about, { ...at, y: y + GAP + 24, size: 9 });
  if (hook) writeLines(document, [`${onHook} ${hook}`], { ...at, y: y + LABEL.height - GAP - 10, size: 9 });
}
