import { Box, Button, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type BoardChoices } from '../http/contract';
import { NARROW } from '../look';
import { type BoardFilters, type FilterName, FILTERS } from './filters';

const Bar = styled(Flex)`
  flex-wrap: wrap;
  gap: 0.8rem;
`;

const Slot = styled(Box)`
  width: 18rem;
  @media (max-width: ${NARROW}) {
    width: calc(50% - 0.4rem);
  }
`;

const ALL = 'all';

interface FilterBarProps {
  filters: BoardFilters;
  choices: BoardChoices | undefined;
  onChange: (name: FilterName, value: string | undefined) => void;
  onClear: () => void;
}

/** Narrows the board down; every choice goes into the address. */
export function FilterBar({ filters, choices, onChange, onClear }: FilterBarProps) {
  const { say } = useOfficeWords('UTC');
  const options = optionsOf(choices, filters);
  const nameOf = (name: FilterName) => say(`board.filter.${name}`);
  return (
    <Bar role="group" aria-label={say('board.filters')}>
      {FILTERS.map((name) => (
        <Slot key={name} data-filter={name}>
          <SingleSelect
            aria-label={nameOf(name)}
            size="S"
            value={filters[name] ?? ALL}
            onChange={(value) => onChange(name, value === ALL ? undefined : String(value))}
          >
            <SingleSelectOption value={ALL}>
              {nameOf(name)} · {say('board.filter.all')}
            </SingleSelectOption>
            {options[name].map(({ value, label }) => (
              <SingleSelectOption key={value} value={value}>
                {label}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Slot>
      ))}
      {Object.keys(filters).length > 0 && (
        <Button variant="ghost" size="S" onClick={onClear}>
          {say('board.filter.clear')}
        </Button>
      )}
    </Bar>
  );

  function optionsOf(
    given: BoardChoices | undefined,
    chosen: BoardFilters,
  ): Record<FilterName, { value: string; label: string }[]> {
    const option = ({ documentId, name }: { documentId: string; name: string }) => ({
      value: documentId,
      label: name,
    });
    const { communities = [], buildings = [], categories = [], trades = [] } = given ?? {};
    return {
      community: communities.map(option),
      building: buildings
        .filter(({ parent }) => !chosen.community || parent === chosen.community)
        .map(option),
      category: inTree(categories).map(({ depth, ...one }) => ({
        value: one.documentId,
        label: `${'　'.repeat(depth)}${one.name}`,
      })),
      trade: categories.filter(({ documentId }) => trades.includes(documentId)).map(option),
      urgency: ['urgent', 'ordinary'].map((value) => ({
        value,
        label: value === 'urgent' ? say('board.urgent') : say('board.ordinary'),
      })),
    };
  }
}

/** The categories, each right after the one above it. */
function inTree(
  categories: BoardChoices['categories'],
): (BoardChoices['categories'][number] & { depth: number })[] {
  const below = (parent: string | null, depth: number): ReturnType<typeof inTree> =>
    depth > 8
      ? []
      : categories
          .filter((one) => one.parent === parent)
          .flatMap((one) => [{ ...one, depth }, ...below(one.documentId, depth + 1)]);
  return below(null, 0);
}
