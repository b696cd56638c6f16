import * as React from 'react';
import { Flex, Modal, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { Mark, Small } from '../look';
import { type Candidate } from '../people/suitable';
import { isWith, numberOf, ticketOf, type Parcel } from './sending';

const Input = styled.input`
  width: 100%;
  padding: 0.8rem 1.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: 4px;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.neutral0};
  &:focus {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -1px;
  }
`;

const Options = styled.ul`
  overflow-y: auto;
  max-height: 40dvh;
  margin: 0;
  padding: 0;
  list-style: none;
`;

const Option = styled.li<{ $active: boolean }>`
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem 0.8rem;
  align-items: center;
  padding: 0.8rem 1.2rem;
  border-radius: 4px;
  cursor: pointer;
  background: ${({ theme, $active }) => ($active ? theme.colors.primary100 : 'transparent')};
`;

interface SendDialogProps {
  parcel: Parcel;
  candidates: readonly Candidate[];
  onGive: (parcel: Parcel, to: Candidate) => void;
  onClose: () => void;
}

/** Chooses whom a request goes to, by keys alone if need be: type, arrows, Enter. */
export function SendDialog({ parcel, candidates, onGive, onClose }: SendDialogProps) {
  const { say } = useOfficeWords('UTC');
  const [typed, setTyped] = React.useState('');
  const [active, setActive] = React.useState(0);
  const listId = React.useId();
  const list = React.useRef<HTMLUListElement>(null);
  const ticket = ticketOf(parcel);
  const sought = typed.trim().toLowerCase();
  const found = candidates.filter((one) => !isWith(parcel, one) && one.name.toLowerCase().includes(sought));
  const at = Math.min(active, found.length - 1);

  React.useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const give = (to: Candidate | undefined) => {
    if (to) onGive(parcel, to);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    // What an input method is still composing is not an answer yet.
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: Infinity,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(step, found.length - 1)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      give(found[at]);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined} data-dialog="send">
        <Modal.Header closeLabel={say('board.close')}>
          <Modal.Title>
            {say(parcel.what === 'order' ? 'board.reassignOne' : 'board.dispatchOne', {
              number: numberOf(parcel),
            })}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Typography>{[ticket.place, ticket.matter].filter(Boolean).join(' · ')}</Typography>
            <Input
              role="combobox"
              aria-label={say('board.choose')}
              aria-expanded
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={found.length > 0 ? `${listId}-${at}` : undefined}
              placeholder={say('board.choose')}
              value={typed}
              autoFocus
              onChange={(event) => {
                setTyped(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
            />
            <Typography variant="pi" textColor="neutral700">
              {say('board.chooseHint')}
            </Typography>
            <Options id={listId} ref={list} role="listbox" aria-label={say('board.people')}>
              {found.map((one, index) => (
                <Option
                  key={`${one.kind}/${one.documentId}`}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === at}
                  $active={index === at}
                  onClick={() => give(one)}
                  onMouseMove={() => setActive(index)}
                >
                  <Typography fontWeight="semiBold">{one.name}</Typography>
                  {one.kind !== 'technician' && <Mark $tone="neutral">{say(`board.${one.kind}`)}</Mark>}
                  <Mark $tone={one.against ? 'warning' : 'success'}>
                    {say(one.against ? `board.against.${one.against}` : 'board.fits')}
                  </Mark>
                  <Small style={{ marginLeft: 'auto' }}>
                    {one.cap === null
                      ? say('board.load', { load: one.load })
                      : say('board.loadOf', { load: one.load, cap: one.cap })}
                  </Small>
                </Option>
              ))}
            </Options>
            {found.length === 0 && <Typography textColor="neutral700">{say('board.noMatch')}</Typography>}
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
