import type { Core } from '@strapi/strapi';
import { uidOf } from '../tables';
import { readData } from './files';
import { create, rowsByCode } from './records';

interface DirectorRow {
  readonly jobNumber: string;
  readonly department: string;
}

/**
 * Gives an office whose register of staff has nobody active its director, once: nobody's log-in yet, and off duty so
 * that anybody real comes first, but there to answer for what comes in. Gives back the job numbers given so far.
 */
export async function giveDirector(strapi: Core.Strapi, given: readonly string[]): Promise<string[]> {
  const row = readData<DirectorRow>(strapi, 'policy', 'director');
  if (given.includes(row.jobNumber)) return [...given];
  const staff = strapi.db.query(uidOf('staff-member'));
  const somebody = await staff.count({ where: { active: { $ne: false } } });
  const taken = await staff.count({ where: { jobNumber: row.jobNumber } });
  if (somebody + taken === 0) {
    const departments = await rowsByCode(strapi, 'department');
    await create(strapi, 'staff-member', { ...row, department: departments.get(row.department) });
  }
  return [...given, row.jobNumber];
}
