import * as React from 'react';
import { Button, Field, Flex, Textarea } from '@strapi/design-system';
import { styled } from 'styled-components';
import { ProblemNotice } from '../../cases/actions/ProblemNotice';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { Card } from '../Card';
import { CallerBox } from '../caller/CallerBox';
import { isAnswered, isWorthKeeping } from '../draft';
import { type CallState } from '../useCall';
import { CategoryInput } from './CategoryInput';
import { PlaceInput } from './PlaceInput';
import { PlainInput } from './PlainInput';
import { UrgencyInput } from './UrgencyInput';

const Pair = styled.div`
  display: grid;
  gap: 16px;
  grid-template-columns: minmax(0, 1fr);

  @media (min-width: 640px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
`;

/** Fields that say themselves what is wrong with them; anything else is said above the form. */
const SPEAKING = new Set([
  'matter',
  'category',
  'community',
  'kind',
  'channel',
  'exactLocation',
  'requesterName',
  'contactPhone',
  'suitableHours',
  'receivedAt',
  'promisedReplyAt',
  'answer',
  'urgencyReason',
]);

interface CallFormProps {
  call: CallState;
  onBringBack: (() => void) | undefined;
}

/** What is typed of a call: who, what, and whatever else there is time for, in the order in which people talk. */
export function CallForm({ call, onBringBack }: CallFormProps) {
  const { say, field } = useOfficeWords(call.timeZone);
  const { draft, change, problem } = call;
  const matter = React.useRef<HTMLTextAreaElement>(null);
  // A call that was brought back goes on where it was left.
  React.useEffect(() => {
    if (isWorthKeeping(draft)) matter.current?.focus();
  }, []);
  const notice = problem && !(problem.field && SPEAKING.has(problem.field)) ? problem : undefined;
  return (
    <>
      <Card title={say('intake.who')} name="who">
        <CallerBox caller={draft.caller} onChoose={call.choose} onDone={() => matter.current?.focus()} />
        {onBringBack && !isWorthKeeping(draft) && (
          <Flex>
            <Button type="button" size="S" variant="ghost" onClick={onBringBack}>
              {say('intake.bringBack')}
            </Button>
          </Flex>
        )}
      </Card>
      <Card title={say('intake.what')} name="what">
        {notice && (
          <ProblemNotice
            problem={notice}
            type="ticket"
            timeZone={call.timeZone}
            onReload={call.forgetProblem}
          />
        )}
        <Field.Root
          name="matter"
          required
          error={problem?.field === 'matter' ? problem.message : undefined}
          data-field="matter"
        >
          <Field.Label>{field('ticket', 'matter')}</Field.Label>
          <Textarea
            ref={matter}
            value={draft.matter}
            onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) =>
              change({ matter: event.target.value })
            }
          />
          <Field.Error />
        </Field.Root>
        <CategoryInput call={call} />
        {isAnswered(draft) && (
          <>
            <PlainInput call={call} name="answer" hint={say('intake.answer.hint')} />
            <PlainInput call={call} name="promisedReplyAt" />
          </>
        )}
        <Pair>
          <PlainInput call={call} name="exactLocation" />
          <PlaceInput call={call} />
          <PlainInput
            call={call}
            name="requesterName"
            hint={draft.caller?.person ? say('intake.known', { what: draft.caller.person.name }) : undefined}
          />
          <PlainInput
            call={call}
            name="contactPhone"
            hint={
              draft.caller?.person?.phone
                ? say('intake.known', { what: draft.caller.person.phone })
                : undefined
            }
          />
          <PlainInput call={call} name="kind" />
          <PlainInput call={call} name="channel" />
          <UrgencyInput call={call} />
          <PlainInput call={call} name="suitableHours" />
        </Pair>
        <PlainInput call={call} name="receivedAt" hint={say('intake.receivedAt.hint')} />
        <Flex gap={2} justifyContent="flex-end" wrap="wrap">
          <Button type="button" variant="tertiary" disabled={call.saving} onClick={call.clear}>
            {say('intake.clear')}
          </Button>
          <Button type="button" loading={call.saving} onClick={() => void call.save()} data-save>
            {say('intake.save')}
          </Button>
        </Flex>
      </Card>
    </>
  );
}
