import type { ActionDefinition, CaseDefinition } from './types';

/**
 * Declares a case type: its stages and its actions, as a table.
 * Throws a plain `Error` at load time when the table contradicts itself: an action from or to a
 * stage that is not declared, no first action, a stage that nothing leads to.
 */
export function defineCase<const Stage extends string>(definition: CaseDefinition<Stage>): CaseDefinition {
  const known = new Set<string>(definition.stages);
  const reached = new Set<string>();
  let first = 0;
  for (const [name, action] of Object.entries<ActionDefinition<Stage>>(definition.actions)) {
    if (action.from === 'nothing') {
      first += 1;
      if (action.to === 'same')
        throw new Error(`${definition.type}.${name}: a first action needs a stage to go to`);
    } else {
      for (const stage of action.from) assertKnown(definition.type, name, known, stage);
    }
    for (const stage of stagesTo(action)) {
      assertKnown(definition.type, name, known, stage);
      reached.add(stage);
    }
  }
  if (first === 0) throw new Error(`${definition.type}: no first action`);
  for (const stage of definition.stages) {
    if (!reached.has(stage)) throw new Error(`${definition.type}: no action leads to stage ${stage}`);
  }
  for (const stage of definition.finalStages) assertKnown(definition.type, 'finalStages', known, stage);
  // From here on the stages are known to be the table's own; nobody outside it needs their literal types.
  return definition as unknown as CaseDefinition;
}

/** The stages that an action may lead to, `same` left out. */
export function stagesTo<Stage extends string>(action: ActionDefinition<Stage>): readonly Stage[] {
  if (action.to === 'same') return [];
  return typeof action.to === 'string' ? [action.to] : action.to;
}

const firstActions = new WeakMap<CaseDefinition, string>();

/** The name of the first action of a case (the one that makes it); the first declared where there are several. */
export function firstAction(definition: CaseDefinition): string {
  const known = firstActions.get(definition);
  if (known !== undefined) return known;
  const found = Object.entries(definition.actions).find(
    ([, action]) => action.from === 'nothing' && !action.internal,
  );
  const any = found ?? Object.entries(definition.actions).find(([, action]) => action.from === 'nothing');
  if (!any) throw new Error(`${definition.type}: no first action`);
  firstActions.set(definition, any[0]);
  return any[0];
}

function assertKnown(type: string, action: string, known: ReadonlySet<string>, stage: string): void {
  if (!known.has(stage)) throw new Error(`${type}.${action}: unknown stage ${stage}`);
}
