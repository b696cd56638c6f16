import type { Core } from '@strapi/strapi';
import { isUsableExclusion, isUsableWord, type EmergencyRule } from '../../rules/emergency';
import { invalid } from '../../rules/refusal';
import { EMERGENCY_RELATIONS, emergencyRuleOf } from '../policy-emergencies';
import { uidOf } from '../tables';

const EMERGENCY_RULE = uidOf('emergency-rule');
/** More phrases than a reader can answer for. */
const MOST_PHRASES = 500;

/**
 * Proves an emergency rule before it is saved [B-02]: a rule without words would never speak, nor a phrase without a
 * letter. Throws EMERGENCY_RULE_INVALID, naming the field and what is wrong with it.
 */
export function guardEmergencyRules(strapi: Core.Strapi): void {
  type Context = { readonly uid: string; readonly action: string };
  const guard = async (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
    if (ctx.uid !== EMERGENCY_RULE || !/^(create|update|clone)$/.test(ctx.action)) return next();
    return strapi.db.transaction(async () => {
      const saved = (await next()) as { documentId?: string; entries?: { documentId: string }[] } | null;
      const documentId = saved?.documentId ?? saved?.entries?.[0]?.documentId;
      if (documentId) {
        const where = { documentId };
        prove(
          emergencyRuleOf(
            await strapi.db.query(EMERGENCY_RULE).findOne({ where, populate: EMERGENCY_RELATIONS }),
          ),
        );
      }
      return saved;
    });
  };
  strapi.documents.use(guard as Parameters<typeof strapi.documents.use>[0]);
}

function prove(rule: EmergencyRule): void {
  if (rule.words.length === 0) throw invalid('EMERGENCY_RULE_INVALID', { field: 'words', reason: 'missing' });
  for (const field of ['words', 'excluding'] as const) {
    if (rule[field].length > MOST_PHRASES)
      throw invalid('EMERGENCY_RULE_INVALID', { field, reason: 'too_many' });
    const isUsable = field === 'words' ? isUsableWord : isUsableExclusion;
    const useless = rule[field].find((phrase) => !isUsable(phrase));
    if (useless !== undefined) throw invalid('EMERGENCY_RULE_INVALID', { field, reason: useless });
  }
}
