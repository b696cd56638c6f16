import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { FileRefused } from '../../../rules/import';

/** Told how many bytes of how many have been read. */
export type ReadProgress = (done: number, total: number) => void;

const BOMS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** The size of a file in bytes. Throws FILE_UNREADABLE. */
export async function fileSize(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new FileRefused('FILE_UNREADABLE', { file, reason: 'not a file' });
    return found.size;
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused('FILE_UNREADABLE', {
      file,
      reason: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
}

/** The first bytes of a file. Throws FILE_UNREADABLE. */
export async function firstBytes(file: string, count: number): Promise<Buffer> {
  await fileSize(file);
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/**
 * The encoding of a text file: by its byte order mark; UTF-8 where every byte of it fits; otherwise
 * GB18030, which takes in GBK and GB2312, the encodings of Chinese office programs.
 */
export async function guessEncoding(file: string): Promise<string> {
  const start = await firstBytes(file, 3);
  const marked = BOMS.find(({ bytes }) => bytes.every((byte, i) => start[i] === byte));
  if (marked) return marked.encoding;
  for (const encoding of ['utf-8', 'gb18030']) if (await fits(file, encoding)) return encoding;
  throw new FileRefused('FILE_ENCODING_WRONG', { encoding: 'UTF-8 / GB18030' });
}

/**
 * The text of a file, piece by piece, without its byte order mark.
 * Throws FILE_ENCODING_UNKNOWN, FILE_ENCODING_WRONG (bytes that the encoding does not know).
 */
export async function* decodedText(
  file: string,
  encoding: string,
  progress?: ReadProgress,
): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  const total = await fileSize(file);
  let done = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    const bytes = chunk as Buffer;
    done += bytes.length;
    const text = decode(decoder, bytes);
    if (text !== '') yield text;
    progress?.(done, total);
  }
  const rest = decode(decoder);
  if (rest !== '') yield rest;
}

async function fits(file: string, encoding: string): Promise<boolean> {
  try {
    for await (const _ of decodedText(file, encoding));
    return true;
  } catch (error) {
    if (error instanceof FileRefused && error.code === 'FILE_ENCODING_WRONG') return false;
    throw error;
  }
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new FileRefused('FILE_ENCODING_UNKNOWN', { encoding });
  }
}

function decode(decoder: TextDecoder, bytes?: Buffer): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw new FileRefused('FILE_ENCODING_WRONG', { encoding: decoder.encoding });
  }
}
