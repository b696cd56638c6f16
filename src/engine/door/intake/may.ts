import { firstAction } from '../../../rules/cases/define';
import { openActions } from '../../../rules/cases/decide';
import { forbidden } from '../../../rules/refusal';
import { definitionOf } from '../../office';
import type { Viewing } from '../views';

/** Only who may register a request works at the front desk. Throws NOT_ENTITLED. */
export function assertMayRegister({ office, actor }: Viewing): void {
  const definition = definitionOf(office, 'ticket');
  const action = firstAction(definition);
  if (!openActions(definition, null, actor).includes(action))
    throw forbidden('NOT_ENTITLED', { action, type: 'ticket' });
}

/** Which registers the caller may read beside: whoever may not is shown nothing of them. */
export interface Sight {
  readonly units: boolean;
  /** Owners and who lives where. */
  readonly people: boolean;
  readonly tickets: boolean;
}
