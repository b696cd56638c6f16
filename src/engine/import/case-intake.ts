import type { Core } from '@strapi/strapi';
import { openAdmission } from '../admit';
import type { Intake, ReadyRow, Take, Taken } from './intake';

/** An intake for cases: their history goes through the rules, each step at its own time. */
export function caseIntake(strapi: Core.Strapi): Intake {
  return async (work) => {
    const admission = await openAdmission(strapi);
    const take: Take = async (rows) => {
      const admitted = await admission.admit(rows.map(historicCase));
      return admitted.map((one): Taken => {
        if (one.outcome !== 'refused') return { outcome: one.outcome };
        return { outcome: 'refused', step: one.step, code: one.code, details: one.details };
      });
    };
    let kept = false;
    try {
      const { keep, result } = await work(take);
      if (keep) {
        await admission.commit();
        kept = true;
      }
      return result;
    } finally {
      if (!kept) await admission.rollback();
    }
  };
}

const historicCase = ({ key, steps }: ReadyRow) => ({
  type: 'ticket' as const,
  sourceKey: key,
  steps: steps.map(({ action, at, input }) => ({ action, at, input })),
});
