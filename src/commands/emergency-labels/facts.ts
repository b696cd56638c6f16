import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openTable } from '../../engine/import/read';
import { cellText, FileRefused, findColumn, sayImport } from '../../rules/import';
import { HAZARDS, type Hazard } from '../../rules/emergency';
import { CannotStart } from '../launch/sentences';

/** What a reader called a request: the hazard it reports, or none. */
export type Label = Hazard | 'none';

export const HALVES = ['dev', 'held'] as const;
export type Half = (typeof HALVES)[number];

/** A request that was read and labelled, with its text. */
export interface Labelled {
  readonly file: string;
  readonly id: string;
  readonly label: Label;
  /** Hazards that the text reports as well. */
  readonly also: readonly Hazard[];
  readonly half: Half;
  readonly text: string;
}

/** How a request's text is put together, as an import does it, by the folder that the file lies in. */
const SOURCES: Readonly<
  Record<string, { readonly id: string; readonly text: readonly string[]; readonly join: string }>
> = {
  'cn-messages': { id: '留言编号', text: ['留言主题', '留言详情'], join: '\n' },
  'boston-311': { id: 'CASE_ENQUIRY_ID', text: ['CASE_TITLE', 'REASON', 'TYPE'], join: ' / ' },
  'nyc-311': { id: 'Unique Key', text: ['Complaint Type', 'Descriptor'], join: ' / ' },
};

const isLabel = (text: string): text is Label => text === 'none' || isHazard(text);
const isHazard = (text: string): text is Hazard => (HAZARDS as readonly string[]).includes(text);
const isHalf = (text: string): text is Half => (HALVES as readonly string[]).includes(text);

/**
 * Reads the labels and the texts that they are about, in the order of the labels.
 * Throws CannotStart (folder, file or row not there, label that there is not), FileRefused (a file that cannot be read).
 */
export async function readLabelled(labelFile: string, folder: string): Promise<Labelled[]> {
  if (!existsSync(folder)) {
    throw new CannotStart({
      zh: `没有数据文件夹 ${folder}，请用 --data 指定`,
      en: `There is no folder ${folder} with the requests; name it with --data.`,
    });
  }
  const labels = await rowsOf(labelFile, ['file', 'id', 'label', 'also', 'half']);
  const texts = new Map<string, ReadonlyMap<string, string>>();
  for (const file of new Set(labels.map(([file = '']) => file))) texts.set(file, await textsOf(file, folder));
  return labels.map(([file = '', id = '', label = '', also = '', half = '']) => {
    const text = texts.get(file)?.get(id);
    if (text === undefined) {
      throw new CannotStart({
        zh: `${join(folder, file)} 中没有编号为 ${id} 的记录`,
        en: `There is no row ${id} in ${join(folder, file)}.`,
      });
    }
    const others = also.split(' ').filter((each) => each !== '');
    if (!isLabel(label) || !isHalf(half) || !others.every(isHazard)) {
      throw new CannotStart({
        zh: `标注文件中 ${id} 一行无法识别`,
        en: `The label of ${id} in ${labelFile} cannot be understood.`,
      });
    }
    return { file, id, label, also: others, half, text };
  });
}

async function textsOf(file: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const source = SOURCES[file.split('/')[0] ?? ''];
  const path = join(folder, file);
  if (!source || !existsSync(path)) {
    throw new CannotStart({ zh: `没有数据文件 ${path}`, en: `There is no file ${path} with requests.` });
  }
  const rows = await rowsOf(path, [source.id, ...source.text]);
  return new Map(
    rows.map(([id = '', ...parts]) => [id, parts.filter((part) => part !== '').join(source.join)]),
  );
}

async function rowsOf(file: string, columns: readonly string[]): Promise<string[][]> {
  const table = await openTable(file);
  const indexes = columns.map((column) => {
    const found = findColumn(table.columns, column);
    if (found.outcome === 'found') return found.index;
    throw new FileRefused('FILE_UNREADABLE', {
      file,
      reason: sayImport('MAPPING_COLUMN_UNKNOWN', 'en', { column }),
    });
  });
  const rows: string[][] = [];
  for await (const { cells } of table.rows) rows.push(indexes.map((index) => cellText(cells[index]).trim()));
  return rows;
}
