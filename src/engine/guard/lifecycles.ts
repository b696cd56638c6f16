import { forbidden } from '../../rules/refusal';

const EVENTS = [
  'beforeCreate',
  'beforeCreateMany',
  'beforeUpdate',
  'beforeUpdateMany',
  'beforeDelete',
  'beforeDeleteMany',
] as const;

type Refuse = () => never;

/**
 * What a case type's `lifecycles.ts` exports: every write that comes past the Document Service (`db.query`, a
 * plugin) is refused with DIRECT_WRITE_REFUSED. The engine writes its own SQL and fires none of these.
 */
export function refuseDirectWrites(type: string): Readonly<Record<(typeof EVENTS)[number], Refuse>> {
  const refuse: Refuse = () => {
    throw forbidden('DIRECT_WRITE_REFUSED', { type });
  };
  return Object.fromEntries(EVENTS.map((event) => [event, refuse])) as Record<
    (typeof EVENTS)[number],
    Refuse
  >;
}
