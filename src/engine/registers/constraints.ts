import type { Core } from '@strapi/strapi';
import { OWNERSHIPS } from './ownerships';

/** The plain record types: registers that are kept by filling in forms, without stages. */
export const REGISTERS = [
  'community',
  'building',
  'unit',
  'owner',
  'occupancy',
  'department',
  'staff-member',
  'team',
  'contractor',
  'category',
  'work-calendar',
  'target',
  'dispatch-rule',
  'emergency-rule',
  'outside-party',
  'warranty-term',
  'price-item',
  'rule',
  'visit-policy',
  'vehicle',
  'parking-space',
  'key',
] as const;

interface ToOne {
  readonly from: string;
  readonly to: string;
  readonly linkTable: string;
  readonly ownColumn: string;
  readonly otherColumn: string;
}

type Attribute = {
  readonly type: string;
  readonly relation?: string;
  readonly target?: string;
  readonly joinTable?: {
    readonly name: string;
    readonly joinColumn: { readonly name: string };
    readonly inverseJoinColumn: { readonly name: string };
  };
};

const FUNCTIONS = `
CREATE OR REPLACE FUNCTION gj_refuse_in_use() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
  place text;
  used boolean;
BEGIN
  FOREACH place IN ARRAY TG_ARGV LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE %I = $1)', split_part(place, '.', 1), split_part(place, '.', 2))
      INTO used USING OLD.id;
    IF used THEN
      RAISE EXCEPTION 'a row of % is referred to by %', TG_TABLE_NAME, place USING ERRCODE = 'foreign_key_violation';
    END IF;
  END LOOP;
  RETURN OLD;
END $body$;
`;

const CHECKS: readonly (readonly [table: string, name: string, check: string])[] = [
  ['occupancies', 'occupancies_to_date_check', 'to_date IS NULL OR to_date >= from_date'],
  ['keys', 'keys_copies_check', 'copies >= 1'],
  [
    'parking_spaces',
    'parking_spaces_to_date_check',
    'to_date IS NULL OR from_date IS NULL OR to_date >= from_date',
  ],
  ['price_items', 'price_items_price_fen_check', 'price_fen >= 0'],
  ['warranty_terms', 'warranty_terms_amount_check', 'amount IS NULL OR amount > 0'],
  ['targets', 'targets_amount_check', 'amount IS NULL OR amount >= 0'],
  [
    'visit_policies',
    'visit_policies_phone_from_visit_check',
    'phone_from_visit IS NULL OR on_site_from_visit IS NULL OR phone_from_visit >= on_site_from_visit',
  ],
];

/** One plate is one vehicle, however it is written: `粤B·12345`, `粤b 12345`. */
const ONE_PLATE = String.raw`CREATE UNIQUE INDEX IF NOT EXISTS vehicles_plate_uq ON vehicles (upper(regexp_replace(plate, '[\s·•.\-]', '', 'g')))`;

/**
 * Lays down what the registers need of the database and Strapi's schema sync cannot say: a relation to one
 * record holds one record, a record that others name cannot be deleted, a document id stands once, a home has one full
 * owner at a time.
 * Idempotent; runs after schema sync on every start.
 */
export async function ensureRegisterConstraints(strapi: Core.Strapi): Promise<void> {
  const relations = toOneRelations(strapi);
  await strapi.db.transaction(async ({ trx }) => {
    await trx.raw("SELECT pg_advisory_xact_lock(hashtext('guanjia.constraints'))");
    await trx.raw("SET LOCAL client_min_messages = 'warning'");
    for (const sql of statements(strapi, relations)) await trx.raw(sql);
  });
}

function statements(strapi: Core.Strapi, relations: readonly ToOne[]): string[] {
  const uids = REGISTERS.map((type) => `api::${type}.${type}`);
  const tableOf = (uid: string) => strapi.db.metadata.get(uid).tableName;
  return [
    FUNCTIONS,
    ...uids
      .map(tableOf)
      .map((table) => `CREATE UNIQUE INDEX IF NOT EXISTS "${table}_document_uq" ON "${table}" (document_id)`),
    // Deferred, because Strapi writes the new link before it takes the old one away.
    ...relations
      .filter(({ from }) => uids.includes(from))
      .map(({ linkTable, ownColumn }) =>
        once(linkTable, `${linkTable}_one`, `UNIQUE ("${ownColumn}") DEFERRABLE INITIALLY DEFERRED`),
      ),
    ...CHECKS.map(([table, name, check]) => once(table, name, `CHECK (${check})`)),
    ...OWNERSHIPS,
    ONE_PLATE,
    ...uids.flatMap((uid) => {
      const places = relations
        .filter(({ to }) => to === uid)
        .map((one) => `'${one.linkTable}.${one.otherColumn}'`);
      if (places.length === 0) return [];
      return [
        `CREATE OR REPLACE TRIGGER gj_refuse_in_use BEFORE DELETE ON "${tableOf(uid)}"
           FOR EACH ROW EXECUTE FUNCTION gj_refuse_in_use(${places.join(', ')})`,
      ];
    }),
  ];
}

/** Every relation of an office type that leads to one record, with the link table that holds it. */
function toOneRelations(strapi: Core.Strapi): ToOne[] {
  return Object.keys(strapi.contentTypes)
    .filter((uid) => uid.startsWith('api::'))
    .flatMap((from) => {
      const { attributes } = strapi.db.metadata.get(from) as unknown as {
        attributes: Record<string, Attribute>;
      };
      return Object.values(attributes).flatMap(({ joinTable, relation, target }): ToOne[] => {
        if (!joinTable || !target || !relation?.endsWith('ToOne')) return [];
        const { name: linkTable, joinColumn, inverseJoinColumn } = joinTable;
        return [
          { from, to: target, linkTable, ownColumn: joinColumn.name, otherColumn: inverseJoinColumn.name },
        ];
      });
    });
}

function once(table: string, name: string, constraint: string): string {
  return `DO $do$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '${name}' AND conrelid = '"${table}"'::regclass) THEN
      ALTER TABLE "${table}" ADD CONSTRAINT "${name}" ${constraint};
    END IF;
  END $do$`;
}
