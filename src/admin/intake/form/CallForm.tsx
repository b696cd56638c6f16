import * as React from 'react';
import { Button, Field, Flex, Textarea } from '@strapi/design-system';
import { styled } from 'styled-components';
import { ProblemNotice } from '../../cases/actions/ProblemNotice';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { Card } from '../Card';
import { CallerBox } from '../caller/CallerBox';
import { isAnswered } from '../draft';
import { type DeskState } from '../useDesk';
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

/** What is typed of a call: who, what, and whatever else there is time for, in the order in which people talk. */
export function CallForm({ desk }: { desk: DeskState }) {
  const { say, field } = useOfficeWords(desk.timeZone);
  const { draft, change, problem } = desk;
  const matter = React.useRef<HTMLTextAreaElement>(null);
  const notice = problem && !(problem.field && SPEAKING.has(problem.field)) ? problem : undefined;
  return (
    <>
      <Card title={say('intake.who')} name="who">
        <CallerBox
          key={desk.call}
          caller={draft.caller}
          onChoose={desk.choose}
          onDone={() => matter.current?.focus()}
        />
        {desk.bringBack && (
          <Flex>
            <Button type="button" size="S" variant="ghost" onClick={desk.bringBack}>
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
            timeZone={desk.timeZone}
            onReload={desk.forgetProblem}
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
            disabled={desk.saving}
            onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) =>
              change({ matter: event.target.value })
            }
          />
          <Field.Error />
        </Field.Root>
        <CategoryInput desk={desk} />
        {isAnswered(draft) && (
          <>
            <PlainInput desk={desk} name="answer" hint={say('intake.answer.hint')} />
            <PlainInput desk={desk} name="promisedReplyAt" />
          </>
        )}
        <Pair>
          <PlainInput desk={desk} name="exactLocation" />
          <PlaceInput desk={desk} />
          <PlainInput
            desk={desk}
            name="requesterName"
            hint={draft.caller?.person ? say('intake.known', { what: draft.caller.person.name }) : undefined}
          />
          <PlainInput
            desk={desk}
            name="contactPhone"
            hint={
              draft.caller?.person?.phone
                ? say('intake.known', { what: draft.caller.person.phone })
                : undefined
            }
          />
          <PlainInput desk={desk} name="kind" />
          <PlainInput desk={desk} name="channel" />
          <UrgencyInput desk={desk} />
          <PlainInput desk={desk} name="suitableHours" />
          <PlainInput desk={desk} name="receivedAt" hint={say('intake.receivedAt.hint')} />
        </Pair>
        <Flex gap={2} justifyContent="flex-end" wrap="wrap">
          <Button type="button" variant="tertiary" disabled={desk.saving} onClick={desk.clear}>
            {say('intake.clear')}
          </Button>
          <Button type="button" loading={desk.saving} onClick={() => void desk.save()} data-save>
            {say('intake.save')}
          </Button>
        </Flex>
      </Card>
    </>
  );
}
