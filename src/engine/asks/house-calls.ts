import { query } from '../db';
import { oneByOne, type Ask, type Asked, type Asking } from './ask';

/** Whether home `u` is one that plan `p` is about: of its building, of its community, on its list. */
export const IN_PLAN = `(NOT EXISTS (SELECT FROM house_call_plans_building_lnk pb WHERE pb.house_call_plan_id = p.id)
    OR EXISTS (SELECT FROM house_call_plans_building_lnk pb JOIN units_building_lnk ub ON ub.building_id = pb.building_id
      WHERE pb.house_call_plan_id = p.id AND ub.unit_id = u.id))
  AND (NOT EXISTS (SELECT FROM house_call_plans_community_lnk pc WHERE pc.house_call_plan_id = p.id)
    OR EXISTS (SELECT FROM house_call_plans_community_lnk pc JOIN buildings_community_lnk bc ON bc.community_id = pc.community_id
      JOIN units_building_lnk ub ON ub.building_id = bc.building_id WHERE pc.house_call_plan_id = p.id AND ub.unit_id = u.id))
  AND (p.aim IS DISTINCT FROM 'listed_units' OR p.listed_units ? u.document_id)`;

/** documentId of the first home on a plan's list that is not of the plan's place; null where all are [D-12]. */
export const unitsOfPlan: Ask<string | null> = {
  when: ({ record, input }) => Array.isArray(input.listedUnits ?? record?.listedUnits),
  answer: (asking, asked) => oneByOne(asked, (one) => strangeUnit(asking, one)),
};

async function strangeUnit({ client }: Asking, { record, input }: Asked): Promise<string | null> {
  const whole: Readonly<Record<string, unknown>> = { ...record, ...input };
  const [row] = await query<{ id: string }>(
    client,
    `SELECT x.id FROM unnest($1::text[]) AS x(id) WHERE NOT EXISTS (
       SELECT FROM units u JOIN units_building_lnk ub ON ub.unit_id = u.id JOIN buildings b ON b.id = ub.building_id
       LEFT JOIN buildings_community_lnk bc ON bc.building_id = b.id LEFT JOIN communities c ON c.id = bc.community_id
       WHERE u.document_id = x.id AND ($2::text IS NULL OR b.document_id = $2) AND ($3::text IS NULL OR c.document_id = $3))
     LIMIT 1`,
    [whole.listedUnits, whole.building ?? null, whole.community ?? null],
  );
  return row?.id ?? null;
}

/** Whether the plan of a call is under way and about the home that is called on. */
export const callPlaced: Ask<{ readonly planStage: string | null; readonly inPlan: boolean } | undefined> = {
  when: ({ input }) => typeof input.plan === 'string',
  answer: async ({ client }, asked) => {
    const rows = await query<{ plan: string; unit: string; planStage: string; inPlan: boolean }>(
      client,
      `SELECT p.document_id AS plan, u.document_id AS unit, p.stage AS "planStage", ${IN_PLAN} AS "inPlan"
       FROM unnest($1::text[], $2::text[]) AS x(plan, unit)
       JOIN house_call_plans p ON p.document_id = x.plan JOIN units u ON u.document_id = x.unit`,
      [asked.map(({ input }) => input.plan), asked.map(({ input }) => input.unit)],
    );
    return asked.map(({ input }) =>
      rows.find(({ plan, unit }) => plan === input.plan && unit === input.unit),
    );
  },
};
