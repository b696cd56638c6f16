import { execFileSync } from 'node:child_process';
import path from 'node:path';

export interface PdfSeen {
  readonly title: string;
  readonly pages: readonly {
    /** In points. */
    readonly width: number;
    readonly height: number;
    /** What is written on it, in runs, in the order it was drawn. */
    readonly texts: readonly string[];
  }[];
  /** Everything on every page, without blanks. */
  readonly text: string;
}

/** Reads a PDF as a viewer would. In a process of its own: the reader is a module that jest does not load. */
export function readPdf(pdf: Buffer): PdfSeen {
  const script = path.join(__dirname, 'pdf-text.mjs');
  const out = execFileSync(process.execPath, [script], { input: pdf, maxBuffer: 64 * 1024 * 1024 });
  const seen = JSON.parse(out.toString('utf8')) as Omit<PdfSeen, 'text'>;
  return {
    ...seen,
    text: seen.pages
      .flatMap(({ texts }) => texts)
      .join('')
      .replace(/\s/g, ''),
  };
}
