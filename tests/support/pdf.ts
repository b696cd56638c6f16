import path from 'node:path';
import { Worker } from 'node:worker_threads';

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

type Answer = { readonly seen: Omit<PdfSeen, 'text'> } | { readonly error: string };

/** One reader for a test file: loading the library takes longer than reading ten papers. */
let reader: Worker | undefined;
afterAll(() => reader?.terminate());

/** Reads a PDF as a viewer would. In a thread of its own: the reader is a module that jest does not load. One at a time. */
export async function readPdf(pdf: Buffer): Promise<PdfSeen> {
  const thread = (reader ??= new Worker(path.join(__dirname, 'pdf-text.mjs')));
  const answer = await new Promise<Answer>((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', (message: Answer) => {
      thread.off('error', reject);
      resolve(message);
    });
    thread.postMessage(Uint8Array.from(pdf));
  });
  if ('error' in answer) throw new Error(answer.error);
  const { seen } = answer;
  return {
    ...seen,
    text: seen.pages
      .flatMap(({ texts }) => texts)
      .join('')
      .replace(/\s/g, ''),
  };
}
