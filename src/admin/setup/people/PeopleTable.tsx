import * as React from 'react';
import { Flex, Searchbar, SearchForm, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type CategoryNode, type PeopleList } from '../http/contract';
import { useGetCategoriesQuery, useGetPeopleQuery } from '../http/setup';
import { Loaded } from '../Loaded';
import { useSave } from '../useSave';
import { found, tradesChange } from './changes';
import { PersonLine } from './PersonLine';

/** Everybody with duty and trades, changed at one press. */
export function PeopleTable() {
  const { locale } = useOfficeWords('UTC');
  const people = useGetPeopleQuery({ locale }, { refetchOnMountOrArgChange: true });
  const { data: tree } = useGetCategoriesQuery({ locale });
  return (
    <Loaded asked={people}>{(list) => <Lines list={list} categories={tree?.categories ?? []} />}</Loaded>
  );
}

function Lines({ list, categories }: { list: PeopleList; categories: readonly CategoryNode[] }) {
  const { say, value } = useOfficeWords('UTC');
  const { save, saving } = useSave();
  const [typed, setTyped] = React.useState('');
  const { people, may } = list;
  const trades = categories.filter(({ active }) => active);
  const shown = found(people, typed, value);
  const onDuty = people.filter(({ duty }) => duty === 'on_duty').length;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={4} wrap="wrap" justifyContent="space-between">
        <Typography textColor="neutral700" aria-live="polite">
          {say('setup.onDuty', { on: onDuty, all: people.length })}
        </Typography>
        <SearchForm onSubmit={(event: React.FormEvent) => event.preventDefault()}>
          <Searchbar
            name="people"
            value={typed}
            clearLabel={say('form.clear')}
            placeholder={say('setup.find')}
            onClear={() => setTyped('')}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
          >
            {say('setup.find')}
          </Searchbar>
        </SearchForm>
      </Flex>
      {shown.length === 0 && <Typography textColor="neutral600">{say('setup.nobody')}</Typography>}
      <ul>
        {shown.map((person) => (
          <PersonLine
            key={person.documentId}
            person={person}
            trades={trades}
            may={may}
            busy={saving}
            onDuty={(duty) =>
              void save({ type: 'staff-member', documentId: person.documentId, data: { duty } })
            }
            onTrades={(wanted) =>
              void save({
                type: 'staff-member',
                documentId: person.documentId,
                data: tradesChange(person, wanted),
              })
            }
          />
        ))}
      </ul>
    </Flex>
  );
}
