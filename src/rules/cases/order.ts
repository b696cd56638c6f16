import { stagesTo } from './define';
import type { ActionDefinition, CaseDefinition } from './types';

/** What an action is at a stage, in the order in which actions are offered. */
const FORWARD = 0;
const ASIDE = 1;
const ENDING = 2;

const known = new WeakMap<CaseDefinition, Map<string, readonly string[]>>();

/**
 * The actions that the table opens at a stage ('' for one that is not made yet), in the order in which they are offered: steps
 * forward first, then what puts right, notes or goes back, then what ends the case before its time; each in the order of the table.
 */
export function actionsAt(definition: CaseDefinition, stage: string): readonly string[] {
  const byStage = known.get(definition) ?? new Map<string, readonly string[]>();
  known.set(definition, byStage);
  const made = byStage.get(stage) ?? inOrder(definition, stage);
  byStage.set(stage, made);
  return made;
}

function inOrder(definition: CaseDefinition, stage: string): readonly string[] {
  const open = Object.entries(definition.actions).filter(
    ([, { internal, from }]) => !internal && (from === 'nothing' ? stage === '' : from.includes(stage)),
  );
  if (stage === '') return open.map(([name]) => name);
  const way = wayOf(definition);
  const ranked = open.map(([name, action]) => ({ name, rank: rankOf(definition, way, { action, stage }) }));
  // Sorting keeps the order of the table within a rank.
  return ranked.sort((one, other) => one.rank - other.rank).map(({ name }) => name);
}

/** How a case goes on by its table. */
interface Way {
  /** Actions that a stage is away from the end that the case is made for. */
  readonly left: ReadonlyMap<string, number>;
  /** Place of a stage on the way there; -1 for stages declared after the end, which lie beside the way. */
  readonly place: (stage: string) => number;
  /** Stages in which the case waits, off its way: something that is open only there leads back to where it came from. */
  readonly halts: ReadonlySet<string>;
}

interface Step {
  readonly action: ActionDefinition;
  readonly stage: string;
}

function rankOf({ finalStages }: CaseDefinition, way: Way, { action, stage }: Step): number {
  if (way.halts.has(stage) && action.from.length === 1) return FORWARD;
  const targets = stagesTo(action);
  // Where the outcome chooses, the first that the table names is the usual one.
  const [to] = targets;
  if (to === undefined || targets.includes(stage)) return ASIDE;
  const [left, leftNow] = [way.left.get(to) ?? Infinity, way.left.get(stage) ?? Infinity];
  const further = left === leftNow && way.place(stage) >= 0 && way.place(to) > way.place(stage);
  if ((left < leftNow || further) && !way.halts.has(to)) return FORWARD;
  return finalStages.includes(to) ? ENDING : ASIDE;
}

function wayOf({ stages, finalStages, actions }: CaseDefinition): Way {
  const steps = Object.values(actions).filter(({ internal, from }) => !internal && from !== 'nothing');
  const final = stages.findIndex((stage) => finalStages.includes(stage));
  const toFinal = leftTo(String(stages[final]), steps);
  // What is not made to come to an end goes as far as the last stage that does not lead to one: a published letter.
  const lasting = stages.findLastIndex((stage, at) => (final < 0 || at < final) && !toFinal.has(stage));
  const end = lasting < 0 ? final : lasting;
  const left = end === final ? toFinal : leftTo(String(stages[end]), steps);
  const place = (stage: string): number => {
    const at = stages.indexOf(stage);
    return at > end ? -1 : at;
  };
  const halts = steps.flatMap((step) => {
    const [only, ...others] = step.from as readonly string[];
    if (only === undefined || others.length > 0) return [];
    const back = stagesTo(step).filter((to) => place(to) >= 0 && place(to) < place(only));
    return back.some((to) => (left.get(to) ?? Infinity) <= (left.get(only) ?? Infinity)) ? [only] : [];
  });
  return { left, place, halts: new Set(halts) };
}

/** How many actions at least lead from each stage to `end`; stages that none leads from are left out. */
function leftTo(end: string, steps: readonly ActionDefinition[]): ReadonlyMap<string, number> {
  const left = new Map([[end, 0]]);
  for (let far = 1, found = true; found; far += 1) {
    const nearer = steps.flatMap((step) => {
      const targets = stagesTo(step);
      if (!targets.some((to) => left.get(to) === far - 1)) return [];
      return (step.from as readonly string[]).filter((stage) => !left.has(stage) && !targets.includes(stage));
    });
    for (const stage of nearer) left.set(stage, far);
    found = nearer.length > 0;
  }
  return left;
}
