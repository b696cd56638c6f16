import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveLoanCase } from '../../src/api/archive-loan/case';
import { dispatchOrderCase } from '../../src/api/dispatch-order/case';
import { handOverCase } from '../../src/api/hand-over/case';
import { keyLoanCase } from '../../src/api/key-loan/case';
import { returnVisitCase } from '../../src/api/return-visit/case';
import { ticketCase } from '../../src/api/ticket/case';
import { PAUSE_REASONS } from '../../src/rules/terms';
import { permissionsOf, type RolePolicy } from '../../src/engine/seed/roles';

const root = join(__dirname, '..', '..');
const json = <Shape>(...path: string[]): Shape =>
  JSON.parse(readFileSync(join(root, ...path), 'utf8')) as Shape;
const policy = <Shape>(name: string): Shape => json<Shape>('database', 'policy', `${name}.json`);

type Attributes = Readonly<
  Record<string, { type: string; enum?: string[]; private?: boolean; component?: string; required?: boolean }>
>;
const attributesOf = (type: string): Attributes =>
  json<{ attributes: Attributes }>('src', 'api', type, 'content-types', type, 'schema.json').attributes;

/** What is wrong with the plain values of a row: unknown fields, values that are no choice, required ones left out. */
function faults(
  type: string,
  row: Readonly<Record<string, unknown>>,
  also: readonly string[] = [],
): string[] {
  const attributes = attributesOf(type);
  const unknown = Object.keys(row).filter((field) => !attributes[field] && !also.includes(field));
  const noChoice = Object.entries(row).filter(([field, value]) => {
    const choices = attributes[field]?.enum;
    return choices && !choices.includes(String(value));
  });
  const missing = Object.entries(attributes).filter(
    ([field, { required }]) => required && row[field] === undefined,
  );
  return [...unknown, ...noChoice.map(([field]) => field), ...missing.map(([field]) => field)];
}

interface Category {
  code: string;
  name: string;
  nature?: string;
  defaultUrgency?: string;
  department?: string;
  children?: Category[];
}
const flat = (rows: readonly Category[]): Category[] =>
  rows.flatMap(({ children = [], ...row }) => [row, ...flat(children)]);

interface Target {
  code: string;
  ruleCode: string;
  clock: string;
  faultClass?: string;
  nature?: string;
  startsOn: string;
  stopsOn: string;
  breaksOn?: string;
  amount: number;
  unit: string;
  calendar: string;
  pauses?: { stage: string; reasons: string }[];
  escalations?: { afterMinutes: number; to: string }[];
}

const cases = [ticketCase, dispatchOrderCase, returnVisitCase, handOverCase, keyLoanCase, archiveLoanCase];
const events = new Set(
  cases.flatMap(({ type, actions }) => Object.keys(actions).map((action) => `${type}.${action}`)),
);
const stages = new Set(cases.flatMap(({ type, stages: all }) => all.map((stage) => `${type}.${stage}`)));
const targets = policy<Target[]>('targets');
const target = (code: string) => targets.find((one) => one.code === code);
const calendars = policy<{ code: string }[]>('calendars').map(({ code }) => code);
const departments = policy<{ code: string; parent?: string }[]>('departments');
const categories = flat(policy<Category[]>('categories'));
const words = (text: string | undefined) => (text ?? '').split(' ').filter((word) => word !== '');

describe('the default targets', () => {
  test.each(targets)('$code fits its record type', (row) => {
    expect(faults('target', { ...row })).toEqual([]);
    expect(calendars).toContain(row.calendar);
  });

  test.each(targets)('$code starts, stops and breaks on actions that there are', (row) => {
    expect(
      [row.startsOn, ...words(row.stopsOn), ...words(row.breaksOn)].filter((event) => !events.has(event)),
    ).toEqual([]);
  });

  test('pause in stages that there are, for allowed reasons', () => {
    const rules = targets.flatMap(({ pauses = [] }) => pauses);
    expect(rules.filter(({ stage }) => !stages.has(stage))).toEqual([]);
    expect(
      rules.flatMap(({ reasons }) => words(reasons)).filter((one) => !PAUSE_REASONS.includes(one as never)),
    ).toEqual([]);
  });

  test('[C-11] every target that runs out climbs to the supervisor first, and up from there', () => {
    const order = ['handler', 'supervisor', 'department_head', 'director'];
    for (const { escalations = [] } of targets) {
      expect(escalations[0]).toEqual({ afterMinutes: 0, to: 'supervisor' });
      const climb = escalations.map(({ afterMinutes, to }) => [afterMinutes, order.indexOf(to)] as const);
      expect(climb).toEqual([...climb].sort(([a], [b]) => a - b));
      expect(climb.map(([, level]) => level)).toEqual(climb.map(([, level]) => level).sort());
    }
  });

  test.each([
    ['[C-01] on site within 15 minutes of the report', 'repair-arrive', 15, 'minutes', 'ticket.register'],
    [
      '[C-02] an ordinary fault is solved on that visit',
      'repair-solve-ordinary',
      1,
      'same_visit',
      'dispatch-order.arrive',
    ],
    ['[C-03] a difficult fault within 48 hours', 'repair-solve-difficult', 48, 'hours', 'ticket.register'],
    ['[C-03] a missing part within 48 hours', 'repair-solve-missing-part', 48, 'hours', 'ticket.register'],
    ['[C-04] a major difficult fault within 72 hours', 'repair-solve-major', 72, 'hours', 'ticket.register'],
    ['[D-02] a return visit within 2 days', 'visit-general', 2, 'calendar_days', 'return-visit.arise'],
    [
      '[D-02] after work on a safety facility within 2 days',
      'visit-safety-facility',
      2,
      'calendar_days',
      'return-visit.arise',
    ],
    ['[D-02] after a leak within 3 days', 'visit-leak', 3, 'calendar_days', 'return-visit.arise'],
  ])('%s', (title, code, amount, unit, startsOn) => {
    expect(target(code)).toMatchObject({ amount, unit, startsOn, calendar: 'round-the-clock' });
    expect(title).toContain(`[${String(target(code)?.ruleCode)}]`);
  });

  test('[C-10] waiting for a part does not stop the clock that allows for it', () => {
    const reasons = (target('repair-solve-missing-part')?.pauses ?? []).flatMap((rule) =>
      words(rule.reasons),
    );
    expect(reasons).toContain('requester_absent');
    expect(reasons).not.toContain('missing_part');
  });
});

describe('the default dispatch rules', () => {
  const rules =
    policy<{ code: string; mode: string; urgency?: string; category?: string; sort: number }[]>(
      'dispatch-rules',
    );

  test.each(rules)('$code fits its record type', (row) => {
    expect(faults('dispatch-rule', { ...row })).toEqual([]);
  });

  test('[B-03] leave everything but emergencies to the desk', () => {
    expect(rules.filter(({ mode }) => mode !== 'assign').map(({ urgency }) => urgency)).toEqual(['urgent']);
  });
});

describe('the default categories', () => {
  test('fit their record type, and stand once', () => {
    expect(categories.flatMap((row) => faults('category', { ...row }, ['children']))).toEqual([]);
    expect(new Set(categories.map(({ code }) => code)).size).toBe(categories.length);
    expect(new Set(categories.map(({ name }) => name)).size).toBe(categories.length);
  });

  test('name departments that there are', () => {
    const codes = departments.map(({ code }) => code);
    const named = [
      ...categories.map(({ department }) => department),
      ...departments.map(({ parent }) => parent),
    ];
    expect(named.filter((code) => code !== undefined && !codes.includes(code))).toEqual([]);
  });

  test('[D-02] tell leaks and safety facilities from the rest', () => {
    const withNature = (nature: string) => categories.filter((row) => row.nature === nature).length;
    expect(withNature('leak')).toBeGreaterThan(5);
    expect(withNature('safety_facility')).toBeGreaterThan(10);
  });
});

describe('the roles', () => {
  const roles = policy<RolePolicy>('roles');

  test('name only fields that there are, and none that is kept from view', () => {
    for (const [type, lists] of Object.entries(roles.fields)) {
      const attributes = attributesOf(type);
      const wrong = Object.values(lists)
        .flat()
        .filter((field) => !attributes[field] || attributes[field].private);
      expect({ type, wrong }).toEqual({ type, wrong: [] });
    }
  });

  test.each(roles.roles)('$name sees and changes listed fields only, each right once', (role) => {
    const permissions = permissionsOf(roles, role, (uid) => `plugin::x.${uid}`);
    const open = permissions.filter(
      ({ action, properties }) =>
        /explorer\.(create|read|update)$/.test(action) && !properties.fields?.length,
    );
    expect(open).toEqual([]);
    const rights = permissions.map(({ action, subject }) => `${action} ${String(subject)}`);
    expect(new Set(rights).size).toBe(rights.length);
  });

  test.each(roles.roles)('$name cannot write a stage, a number or a clock by hand', (role) => {
    const written = permissionsOf(roles, role, (uid) => uid)
      .filter(({ action }) => /explorer\.(create|update|delete)$/.test(action))
      .map(({ subject, properties }) => [subject, properties.fields ?? []] as const);
    const kept = new Set(['stage', 'number', 'cycle', 'reassignCount', 'reopenCount']);
    expect(
      written.filter(
        ([subject, fields]) =>
          /ticket|order|visit/.test(String(subject)) && fields.some((one) => kept.has(one)),
      ),
    ).toEqual([]);
    expect(written.filter(([subject]) => /clock|activity|outbox|\.rule$/.test(String(subject)))).toEqual([]);
  });

  test('know no code twice', () => {
    expect(new Set(roles.roles.map(({ code }) => code)).size).toBe(roles.roles.length);
  });
});
