import type { Core } from '@strapi/strapi';
import { lookupsIn, MappingRefused, type Mapping } from '../../rules/import';
import { officeOf } from '../office';
import { caseIntake } from './case-intake';
import { checkFields } from './fields';
import { openLookups } from './lookups';
import { plainIntake } from './plain-intake';
import type { ReadProgress } from './read';
import { openReport } from './report';
import { runImport, type ImportResult } from './run';

export { checkFit, type ImportResult } from './run';

export interface ImportRequest {
  /** The record type, as the mapping must say too. */
  readonly type: string;
  readonly file: string;
  readonly mapping: Mapping;
  readonly dryRun?: boolean;
  readonly keepGood?: boolean;
  /** Where every fault is written down, as a CSV file. */
  readonly reportFile?: string;
  readonly progress?: ReadProgress;
}

/**
 * Imports a CSV or XLSX file into the office [G-06]. Cases go through the rules with their historic times;
 * plain records through the Document Service. A file that was imported before changes nothing.
 *
 * Throws MappingRefused (the mapping does not fit the file or the type) and FileRefused (it cannot be read);
 * nothing is kept then.
 */
export async function importFile(strapi: Core.Strapi, request: ImportRequest): Promise<ImportResult> {
  const { type, mapping } = request;
  if (mapping.type !== type) {
    throw new MappingRefused([
      { code: 'MAPPING_TYPE_DIFFERS', path: 'type', details: { mapping: mapping.type, type } },
    ]);
  }
  const office = officeOf(strapi);
  const definition = office.definitions.get(type);
  const { types } = lookupsIn(mapping);
  checkFields({ strapi, mapping, definition, lookups: types });
  const lookups = await openLookups(strapi, types);
  const intake = definition ? caseIntake(strapi) : plainIntake(strapi, type, mapping.known ?? '');
  const report = request.reportFile === undefined ? null : openReport(request.reportFile);
  try {
    return await runImport({
      file: request.file,
      mapping,
      lookups,
      intake,
      dryRun: request.dryRun ?? false,
      keepGood: request.keepGood ?? false,
      officeZone: office.timeZone,
      report,
      ...(request.progress ? { progress: request.progress } : {}),
    });
  } finally {
    await report?.close();
  }
}
