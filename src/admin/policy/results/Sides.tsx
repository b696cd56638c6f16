import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import {
  CHECKED,
  type DueCheck,
  type Outcome,
  type RequestCheck,
  type RuleCheck,
  type RuleType,
  type VisitCheck,
  type WarrantyCheck,
} from '../http/contract';
import { DueResult } from './DueResult';
import { RequestResult } from './RequestResult';
import { VisitResult } from './VisitResult';
import { WarrantyResult } from './WarrantyResult';

interface SidesProps {
  type: RuleType;
  answer: RuleCheck;
  timeZone: string;
}

/** What happens by the rules as saved, and beside it what would with the form saved. */
export function Sides({ type, answer, timeZone }: SidesProps) {
  const { saved, drafted } = answer;
  return (
    <Flex gap={4} alignItems="stretch" wrap="wrap">
      {saved && (
        <Side name="saved" outcome={saved}>
          {(result) => <Result type={type} result={result} timeZone={timeZone} />}
        </Side>
      )}
      {drafted && (
        <Side name="drafted" outcome={drafted}>
          {(result) => <Result type={type} result={result} timeZone={timeZone} />}
        </Side>
      )}
    </Flex>
  );
}

interface SideProps {
  name: 'saved' | 'drafted';
  outcome: Outcome<unknown>;
  children: (result: unknown) => React.ReactNode;
}

function Side({ name, outcome, children }: SideProps) {
  const { say } = useOfficeWords('UTC');
  return (
    <Box
      tag="section"
      aria-label={say(`rules.${name}`)}
      flex="1 1 30rem"
      minWidth={0}
      padding={4}
      hasRadius
      borderColor={name === 'drafted' ? 'primary200' : 'neutral200'}
      background="neutral0"
      data-side={name}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="sigma" textColor="neutral600" tag="h3">
          {say(`rules.${name}`)}
        </Typography>
        {outcome.refusal ? (
          <Typography textColor="danger700" data-refusal={outcome.refusal.code}>
            {outcome.refusal.message}
          </Typography>
        ) : (
          children(outcome.result)
        )}
      </Flex>
    </Box>
  );
}

/** What a check gives hangs on the type of the rule: the office answers each type in its own shape. */
function Result({ type, result, timeZone }: { type: RuleType; result: unknown; timeZone: string }) {
  switch (CHECKED[type]) {
    case 'due':
      return <DueResult result={result as DueCheck} timeZone={timeZone} />;
    case 'warranty':
      return <WarrantyResult result={result as WarrantyCheck} />;
    case 'visits':
      return <VisitResult result={result as VisitCheck} />;
    case 'request':
      return <RequestResult result={result as RequestCheck} timeZone={timeZone} />;
  }
}
