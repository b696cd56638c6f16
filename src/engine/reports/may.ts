import { forbidden } from '../../rules/refusal';
import type { DoorContext } from '../door/context';
import { rightId } from '../rights';

interface Ability {
  can(action: string): boolean;
}

const holds = (ctx: DoorContext, right: 'office.reports' | 'office.reports-export'): boolean => {
  const { userAbility } = ctx.state as { userAbility?: Ability };
  return userAbility?.can(rightId(right)) ?? false;
};

/** Throws NOT_ENTITLED for whoever was not given the right to see reports. */
export function assertMaySeeReports(ctx: DoorContext): void {
  if (!holds(ctx, 'office.reports')) throw forbidden('NOT_ENTITLED', { action: 'read', type: 'report' });
}

/** Whether the caller may take reports out of the office as files. */
export const mayExport = (ctx: DoorContext): boolean => holds(ctx, 'office.reports-export');

/** Throws NOT_ENTITLED for whoever was not given the right to take reports out of the office as files. */
export function assertMayExport(ctx: DoorContext): void {
  if (!mayExport(ctx)) throw forbidden('NOT_ENTITLED', { action: 'export', type: 'report' });
}
