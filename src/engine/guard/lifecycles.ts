import { conflict, forbidden } from '../../rules/refusal';

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
 * What the `lifecycles.ts` of a case type, and of a type that only the engine writes, exports: every write that
 * comes past the Document Service (`db.query`, a plugin) is refused with DIRECT_WRITE_REFUSED, a change of
 * history with APPEND_ONLY. The engine writes its own SQL and fires none of these.
 */
export function refuseDirectWrites(type: string): Readonly<Record<(typeof EVENTS)[number], Refuse>> {
  const refuse = (event: string) => (): never => {
    if (type === 'activity' && !event.startsWith('beforeCreate')) throw conflict('APPEND_ONLY', { type });
    throw forbidden('DIRECT_WRITE_REFUSED', { type });
  };
  return Object.fromEntries(EVENTS.map((event) => [event, refuse(event)])) as Record<
    (typeof EVENTS)[number],
    Refuse
  >;
}
