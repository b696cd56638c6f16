import * as React from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import { Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { callerOf, type Caller } from '../draft';
import { useFindCallerQuery } from '../http/desk';
import { moved } from '../keys';
import { ChosenCaller } from './ChosenCaller';
import { HitLine } from './HitLine';

const TYPING_PAUSE_MS = 200;

interface CallerBoxProps {
  caller: Caller | null;
  onChoose: (caller: Caller | null) => void;
  /** Goes on to the matter. */
  onDone: () => void;
}

/** Finds who calls by any part of address, name or the end of the phone: arrows and Enter choose. */
export function CallerBox({ caller, onChoose, onDone }: CallerBoxProps) {
  const { say, locale } = useOfficeWords('UTC');
  const [typed, setTyped] = React.useState('');
  const [at, setAt] = React.useState(0);
  const [closed, setClosed] = React.useState(false);
  const box = React.useRef<HTMLInputElement>(null);
  const listId = React.useId();
  const asked = useDebounce(typed.trim(), TYPING_PAUSE_MS);
  const { currentData, isFetching, isError } = useFindCallerQuery(
    { q: asked, locale },
    { skip: asked === '' },
  );
  const hits = asked === '' ? [] : (currentData?.answer ?? []);
  const waiting = isFetching || asked !== typed.trim();
  const open = typed.trim() !== '' && !closed;
  const current = Math.min(at, hits.length - 1);

  React.useEffect(() => {
    if (!caller) box.current?.focus();
  }, [caller]);

  if (caller) return <ChosenCaller caller={caller} onChange={() => onChoose(null)} />;

  const take = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    onChoose(callerOf(hit));
    onDone();
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setAt(moved(current, event.key, hits.length));
    else if (event.key === 'Enter') {
      // What is on the list belongs to what was typed before: wait for what belongs to this.
      if (waiting && open) return event.preventDefault();
      if (open && hits.length > 0) take(current);
      else onDone();
    } else if (event.key === 'Escape' && open) setClosed(true);
    else return;
    event.preventDefault();
  };

  return (
    <Box position="relative" data-field="caller">
      <Field.Root name="caller" hint={say('intake.caller.hint')}>
        <Field.Label>{say('intake.caller')}</Field.Label>
        <Field.Input
          ref={box}
          role="combobox"
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && hits.length > 0 ? `${listId}-${current}` : undefined}
          autoComplete="off"
          placeholder={say('intake.caller.placeholder')}
          startAction={<Search fill="neutral500" aria-hidden />}
          value={typed}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
            setTyped(event.target.value);
            setAt(0);
            setClosed(false);
          }}
          onKeyDown={onKeyDown}
        />
        <Field.Hint />
      </Field.Root>
      {open && (
        <Box
          id={listId}
          role="listbox"
          aria-label={say('intake.caller.found')}
          position="absolute"
          zIndex={3}
          width="100%"
          marginTop={1}
          padding={1}
          hasRadius
          background="neutral0"
          borderColor="neutral200"
          shadow="popupShadow"
          maxHeight="24rem"
          overflow="auto"
          // Over the hint, right below the input.
          style={{ top: '6.4rem' }}
        >
          {hits.map((hit, index) => (
            <HitLine
              key={`${hit.unit?.documentId ?? ''}:${hit.person?.documentId ?? ''}`}
              id={`${listId}-${index}`}
              hit={hit}
              selected={index === current}
              onPick={() => take(index)}
            />
          ))}
          {hits.length === 0 && (
            <Flex padding={3} gap={3} justifyContent="space-between">
              <Typography textColor="neutral600" role="status">
                {say(waiting ? 'choices.loading' : isError ? 'choices.failed' : 'intake.caller.none')}
              </Typography>
              {!waiting && !isError && (
                <Button type="button" size="S" variant="tertiary" tabIndex={-1} onClick={onDone}>
                  {say('intake.caller.goOn')}
                </Button>
              )}
            </Flex>
          )}
        </Box>
      )}
    </Box>
  );
}
