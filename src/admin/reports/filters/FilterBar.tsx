import * as React from 'react';
import { Box, Button, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type ReportChoices } from '../http/contract';
import { NARROW } from '../look';
import { PARTS, SCOPES, type ReportFilters, type ScopeName } from './filters';
import { isDay, QUICK } from './period';

const Bar = styled(Flex)`
  flex-wrap: wrap;
  gap: 0.8rem;
  align-items: flex-end;
`;

const Slot = styled(Box)`
  width: 17rem;
  @media (max-width: ${NARROW}) {
    width: calc(50% - 0.4rem);
  }
`;

/** The browser's own date input: it brings a calendar that works with a thumb, a mouse and keys. */
const Day = styled.input`
  width: 100%;
  min-height: 4rem;
  padding: 0 1.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
  font: inherit;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.neutral0};
  color-scheme: light dark;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
`;

const ALL = 'all';
type Changes = Readonly<Partial<Record<keyof ReportFilters, string | undefined>>>;

interface FilterBarProps {
  filters: ReportFilters;
  choices: ReportChoices;
  onChange: (changes: Changes) => void;
}

/** Which days, whose figures, and broken down by what; every choice goes into the address. */
export function FilterBar({ filters, choices, onChange }: FilterBarProps) {
  const { say } = useOfficeWords('UTC');
  const options: Record<ScopeName, readonly { documentId: string; name: string }[]> = {
    community: choices.communities,
    building: choices.buildings.filter(({ parent }) => !filters.community || parent === filters.community),
    team: choices.teams,
  };
  const narrowed = filters.by !== undefined || SCOPES.some((name) => filters[name]);
  return (
    <Bar role="group" aria-label={say('reports.filters')}>
      <Slot data-filter="span">
        <SingleSelect
          aria-label={say('reports.filter.span')}
          value={filters.span}
          onChange={(value) =>
            onChange(
              value === 'custom'
                ? { span: 'custom', from: filters.from, to: filters.to }
                : { span: String(value), from: undefined, to: undefined },
            )
          }
        >
          {[...QUICK, 'custom'].map((span) => (
            <SingleSelectOption key={span} value={span}>
              {say(`reports.span.${span}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Slot>
      {filters.span === 'custom' && <CustomDays filters={filters} onChange={onChange} />}
      {SCOPES.map((name) => (
        <Slot key={name} data-filter={name}>
          <SingleSelect
            aria-label={say(`reports.filter.${name}`)}
            value={filters[name] ?? ALL}
            onChange={(value) => onChange({ [name]: value === ALL ? undefined : String(value) })}
          >
            <SingleSelectOption value={ALL}>{say(`reports.all.${name}`)}</SingleSelectOption>
            {options[name].map((one) => (
              <SingleSelectOption key={one.documentId} value={one.documentId}>
                {one.name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Slot>
      ))}
      <Slot data-filter="by">
        <SingleSelect
          aria-label={say('reports.filter.by')}
          value={filters.by ?? ALL}
          onChange={(value) => onChange({ by: value === ALL ? undefined : String(value) })}
        >
          <SingleSelectOption value={ALL}>{say('reports.by.none')}</SingleSelectOption>
          {PARTS.map((part) => (
            <SingleSelectOption key={part} value={part}>
              {say(`reports.by.${part}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Slot>
      {narrowed && (
        <Button
          variant="ghost"
          onClick={() =>
            onChange({ community: undefined, building: undefined, team: undefined, by: undefined })
          }
        >
          {say('reports.filter.clear')}
        </Button>
      )}
    </Bar>
  );
}

/** First and last day. What is being typed stays in the inputs; it counts once both are days in their order. */
function CustomDays({ filters, onChange }: Pick<FilterBarProps, 'filters' | 'onChange'>) {
  const { say } = useOfficeWords('UTC');
  const [days, setDays] = React.useState({ from: filters.from, to: filters.to });
  React.useEffect(() => setDays({ from: filters.from, to: filters.to }), [filters.from, filters.to]);
  const change = (changed: Partial<typeof days>) => {
    const next = { ...days, ...changed };
    setDays(next);
    if (isDay(next.from) && isDay(next.to) && next.from <= next.to) onChange({ span: 'custom', ...next });
  };
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <Slot key={end} data-filter={end}>
          <Day
            type="date"
            aria-label={say(`reports.filter.${end}`)}
            value={days[end]}
            min={end === 'to' ? days.from : undefined}
            max={end === 'from' ? days.to : undefined}
            onChange={({ target }) => change({ [end]: target.value })}
          />
        </Slot>
      ))}
    </>
  );
}
