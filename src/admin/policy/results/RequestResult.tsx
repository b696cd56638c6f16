import { Box, Flex, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { DispatchLine } from '../../intake/preview/DispatchLine';
import { EarlierBox } from '../../intake/preview/EarlierBox';
import { EmergencyBox } from '../../intake/preview/EmergencyBox';
import { GroupBox } from '../../intake/preview/GroupBox';
import { PromiseList } from '../../intake/preview/PromiseList';
import { type Ahead, type Part, type RequestCheck } from '../http/contract';

/** What a request would bring about, and the part that this row plays in it. */
export function RequestResult({ result, timeZone }: { result: RequestCheck; timeZone: string }) {
  const { say } = useOfficeWords(timeZone);
  const { part, emergency, refusal, outcome, ahead, visitOwed } = result;
  return (
    <>
      {part && <PartLine part={part} />}
      <EmergencyBox emergency={emergency} />
      {!emergency.urgent && <Typography tag="p">{say('rules.ordinary')}</Typography>}
      {refusal && (
        <Typography textColor="warning700" data-refusal={refusal.code}>
          {say('rules.refused', { why: refusal.message })}
        </Typography>
      )}
      {outcome?.earlier && <EarlierBox earlier={outcome.earlier} timeZone={timeZone} />}
      {outcome?.group && <GroupBox group={outcome.group} />}
      {outcome && <PromiseList promises={outcome.promises} timeZone={timeZone} />}
      {outcome && <DispatchLine sent={outcome.dispatch} accountable={outcome.accountable} />}
      {ahead.length > 0 && <AheadList ahead={ahead} />}
      <Typography variant="pi" textColor="neutral600" tag="p">
        {say(visitOwed ? 'rules.visit.owed' : 'rules.visit.none')}
      </Typography>
    </>
  );
}

const COLOURS = {
  in_force: 'success700',
  beaten: 'warning700',
  other_case: 'neutral700',
  inactive: 'neutral700',
} as const;

function PartLine({ part }: { part: Part }) {
  const { say } = useOfficeWords('UTC');
  const { kind, by, fields } = part;
  return (
    <Typography tag="p" fontWeight="semiBold" textColor={COLOURS[kind]} data-part={kind}>
      {say(by === null && kind === 'beaten' ? 'rules.part.none' : `rules.part.${kind}`, {
        by: by ?? '',
        fields: fields.join(say('intake.and')),
      })}
    </Typography>
  );
}

/** Promises that begin later, with what begins them. */
function AheadList({ ahead }: { ahead: readonly Ahead[] }) {
  const { say } = useOfficeWords('UTC');
  return (
    <Box>
      <Typography variant="pi" fontWeight="semiBold" tag="p">
        {say('rules.ahead')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1} aria-label={say('rules.ahead')}>
        {ahead.map(({ target, starts, label, rule, amount }) => (
          <Typography key={target.documentId} tag="li" variant="pi" textColor="neutral700" data-ahead={rule}>
            {say('rules.ahead.one', { starts, label, amount, rule: rule ?? target.name })}
          </Typography>
        ))}
      </Flex>
    </Box>
  );
}
