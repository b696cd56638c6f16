import { Box, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type Sent } from '../http/contract';

/** Who goes by which rule, and who answers for it [B-03][A-04]. */
export function DispatchLine({ sent, accountable }: { sent: Sent; accountable: string | null }) {
  const { say } = useOfficeWords('UTC');
  const who = sent.orders
    .map(
      ({ technician, team, stageLabel }) =>
        `${technician ?? team ?? say('intake.dispatch.anybody')}（${stageLabel}）`,
    )
    .join(say('intake.and'));
  return (
    <Box data-dispatch>
      <Typography tag="p">
        {who ? say('intake.dispatch.goes', { who }) : say('intake.dispatch.byDesk')}
      </Typography>
      {sent.rule && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {say('intake.dispatch.rule', { rule: sent.rule.name, mode: sent.rule.modeLabel })}
        </Typography>
      )}
      {sent.alarm && (
        <Typography textColor="danger600" tag="p">
          {sent.alarm}
        </Typography>
      )}
      {accountable && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {say('intake.accountable', { name: accountable })}
        </Typography>
      )}
    </Box>
  );
}
