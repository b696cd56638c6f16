import type { ImportResult } from '../../engine/import';
import { FileRefused, MappingRefused, sayImport, type RowProblem } from '../../rules/import';
import { complain, inLine } from '../launch/sentences';

/** Tells why nothing was read. Anything that is not a refusal of mapping or file is thrown on. */
export function sayRefused(error: unknown): void {
  if (error instanceof MappingRefused) {
    for (const { code, path, details } of error.problems) {
      const place = path === '' ? '' : `${path}: `;
      complain({
        zh: place + sayImport(code, 'zh-Hans', details),
        en: `${code} ${place}${sayImport(code, 'en', details)}`,
      });
    }
    return;
  }
  if (!(error instanceof FileRefused)) throw error;
  const { code, details } = error;
  complain({ zh: sayImport(code, 'zh-Hans', details), en: `${code} ${sayImport(code, 'en', details)}` });
}

/** One fault of a row on one line. */
export function problemLine({ line, column, code, details }: RowProblem): string {
  const place = column === null ? '' : ` [${column}]`;
  return `  ${line}${place} ${code} ${inLine({ zh: sayImport(code, 'zh-Hans', details), en: sayImport(code, 'en', details) })}`;
}

/** What became of a file, for people. */
export function summary(
  result: ImportResult,
  { dryRun, seconds }: { dryRun: boolean; seconds: number },
): string[] {
  const { rows, admitted, unchanged, rejected, repeated, passedOver, created, kept } = result;
  const lines = [
    inLine({
      zh: `共 ${rows} 行：新增 ${admitted}，已有 ${unchanged}，退回 ${rejected}，重复 ${repeated}；略过 ${passedOver} 行`,
      en: `${rows} rows: ${admitted} new, ${unchanged} known, ${rejected} rejected, ${repeated} repeated; ${passedOver} passed over`,
    }),
  ];
  if (created > 0) lines.push(inLine(makingOf({ created, made: kept })));
  lines.push(inLine(ending({ dryRun, kept, admitted })));
  lines.push(`${seconds.toFixed(1)} s, ${Math.round(rows / Math.max(seconds, 0.001))}/s`);
  return lines;
}

function makingOf({ created, made }: { created: number; made: boolean }) {
  if (made) return { zh: `新建类别 ${created} 个`, en: `${created} categories made` };
  return { zh: `需新建类别 ${created} 个`, en: `${created} categories would be made` };
}

function ending({ dryRun, kept, admitted }: { dryRun: boolean; kept: boolean; admitted: number }) {
  if (dryRun) return { zh: '试运行，未写入任何数据', en: 'dry run, nothing was written' };
  if (!kept)
    return {
      zh: '有退回的行，整个文件未导入',
      en: 'rows were rejected, so nothing of the file was imported',
    };
  if (admitted === 0) return { zh: '没有新内容，未作改动', en: 'nothing new, nothing changed' };
  return { zh: '已导入', en: 'imported' };
}
