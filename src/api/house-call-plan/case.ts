import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { day, oneOf, reference, text, someText } from '../../rules/cases/inputs';
import { SUPERIORS, theSteward } from '../../rules/cases/people';
import type { ActionContext, CaseRecord } from '../../rules/cases/types';
import { invalid, type Refusal } from '../../rules/refusal';
import { CALL_AIMS, CALL_FREQUENCIES } from '../../rules/terms';
import { periodInOrder } from '../../rules/visits';

const plan = z.object({
  title: someText(200),
  community: reference('community').nullish(),
  building: reference('building').nullish(),
  steward: reference('staff-member').nullish(),
  periodFrom: day(),
  periodTo: day(),
  frequency: oneOf(CALL_FREQUENCIES).default('every_half_year'),
  aim: oneOf(CALL_AIMS).default('all_units'),
  listedUnits: z.array(reference('unit')).max(5_000).nullish(),
  note: text(1000).nullish(),
});

const correction = plan.partial();

type Planning = ActionContext<CaseRecord, Partial<z.output<typeof plan>>>;

/** The plan by which stewards call on households (走访计划): where, in which period, whom [D-12]. */
export const houseCallPlanCase = defineCase({
  type: 'house-call-plan',
  prefix: 'JH',
  responsible: 'steward',
  stages: ['under_way', 'closed'],
  finalStages: ['closed'],
  relatives: { calls: { type: 'house-call', by: 'plan' } },
  editable: Object.keys(plan.shape).filter((field) => field !== 'aim' && field !== 'listedUnits'),
  actions: {
    draw_up: {
      from: 'nothing',
      to: 'under_way',
      who: ['steward', ...SUPERIORS],
      rules: ['D-12'],
      input: plan,
      asks: ['units_of_plan'],
      requires: sound,
      then: ({ input, actor }: Planning) => ({
        set: { ...input, steward: input.steward ?? (actor.posts.includes('steward') ? actor.id : null) },
      }),
    },
    edit: {
      from: ['under_way'],
      to: 'same',
      who: [theSteward, ...SUPERIORS],
      rules: ['D-12'],
      input: correction,
      asks: ['units_of_plan'],
      requires: sound,
      then: ({ input }: Planning) => ({ set: input }),
    },
    close: {
      from: ['under_way'],
      to: 'closed',
      who: [theSteward, ...SUPERIORS],
      rules: ['D-12'],
      input: z.object({ note: text(1000).nullish() }),
      then: ({ input }: ActionContext<CaseRecord, { note?: string | null }>) => ({
        note: input.note ?? undefined,
      }),
    },
  },
});

/** A place, a steward who is there, a period that ends after it begins, and where homes are listed, homes of that place. */
function sound({ record, input, answers, office }: Planning): Refusal | undefined {
  const whole: Readonly<Record<string, unknown>> = { ...record, ...input };
  if (!whole.community && !whole.building) return invalid('PLAN_WITHOUT_PLACE', { field: 'building' });
  if (input.steward && office.directory.staff.get(input.steward)?.active === false)
    return invalid('VISITOR_INACTIVE', { field: 'steward' });
  const listed = Array.isArray(whole.listedUnits) ? whole.listedUnits.length : 0;
  if (whole.aim === 'listed_units' && listed === 0)
    return invalid('UNITS_NOT_LISTED', { field: 'listedUnits' });
  const strange = answers.units_of_plan;
  if (typeof strange === 'string')
    return invalid('UNIT_NOT_IN_PLAN', { field: 'listedUnits', unit: strange });
  return periodInOrder(whole);
}
