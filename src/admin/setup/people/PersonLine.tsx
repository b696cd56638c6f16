import { Box, Button, Flex, Link, MultiSelect, MultiSelectOption, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { editPathOf } from '../../cases/http/caseType';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type CategoryNode, type PeopleList, type PersonOnDuty } from '../http/contract';

interface PersonLineProps {
  person: PersonOnDuty;
  /** The categories that may be somebody's trade. */
  trades: readonly CategoryNode[];
  may: PeopleList['may'];
  busy: boolean;
  onDuty: (duty: string) => void;
  onTrades: (documentIds: readonly string[]) => void;
}

const DUTIES = ['on_duty', 'off_duty', 'away'];

/** One person: who, how much on hand, on duty or not, and what he can do. */
export function PersonLine({ person, trades, may, busy, onDuty, onTrades }: PersonLineProps) {
  const { say, value } = useOfficeWords('UTC');
  const { name, jobNumber, post, department, teams, duty, load, cap } = person;
  const about = [post && value(post), department, ...teams].filter(Boolean).join(' · ');
  const nameOf = (id: string) => trades.find(({ documentId }) => documentId === id)?.name;
  const listed = person.trades.flatMap((id) => nameOf(id) ?? []);
  return (
    <Box
      tag="li"
      paddingTop={3}
      paddingBottom={3}
      borderStyle="solid"
      borderWidth="0 0 1px 0"
      borderColor="neutral150"
      data-person={jobNumber}
    >
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Box flex="1 1 20rem" minWidth={0}>
          <Link tag={NavLink} to={editPathOf('staff-member', person.documentId)}>
            {name}
          </Link>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {[jobNumber, about].filter(Boolean).join(' · ')}
          </Typography>
          {load !== null && (
            <Typography variant="pi" textColor="neutral600" tag="p">
              {cap === null ? say('setup.load', { load }) : say('setup.loadOf', { load, cap })}
            </Typography>
          )}
        </Box>
        <Flex role="group" aria-label={say('setup.dutyOf', { name })} gap={1}>
          {DUTIES.map((one) => (
            <Button
              key={one}
              size="S"
              variant={one === duty ? 'default' : 'tertiary'}
              aria-pressed={one === duty}
              disabled={!may.duty || (busy && one !== duty)}
              onClick={() => one !== duty && onDuty(one)}
              data-duty={one}
            >
              {value(one)}
            </Button>
          ))}
        </Flex>
        <Box flex="1 1 24rem" minWidth={0}>
          {may.trades ? (
            <MultiSelect
              aria-label={say('setup.tradesOf', { name })}
              placeholder={say('setup.noTrades')}
              value={[...person.trades]}
              disabled={busy}
              withTags={false}
              customizeContent={() => listed.join(say('intake.and')) || say('setup.noTrades')}
              onChange={(chosen: string[]) => onTrades(chosen)}
            >
              {trades.map(({ documentId, name: trade, code }) => (
                <MultiSelectOption key={documentId} value={documentId}>
                  {`${trade} · ${code}`}
                </MultiSelectOption>
              ))}
            </MultiSelect>
          ) : (
            <Typography variant="pi">{listed.join(say('intake.and')) || say('setup.noTrades')}</Typography>
          )}
        </Box>
      </Flex>
    </Box>
  );
}
