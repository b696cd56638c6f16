import { readFileSync } from 'node:fs';
import { FileRefused, MappingRefused, readMapping, type Mapping } from '../../rules/import';

/** Reads a mapping file. Throws FileRefused (not there, no JSON), MappingRefused (not a mapping). */
export function loadMapping(file: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FileRefused('FILE_UNREADABLE', { file, reason: code ?? message });
  }
  const read = readMapping(json);
  if (!read.ok) throw new MappingRefused(read.problems);
  return read.mapping;
}
