import * as React from 'react';
import { useForm } from '@strapi/strapi/admin';
import { Button, Typography } from '@strapi/design-system';
import { type ActionView, type CaseType } from '../http/contract';
import { type KnownCase } from '../http/office';
import { type Reload } from '../panels/WithCase';
import { useOfficeWords } from '../useOfficeWords';
import { ActionDialog } from './ActionDialog';

/** The generated form beside the panel is this action; it needs no button. */
const FORM_ACTION = 'edit';

interface ActionButtonsProps {
  type: CaseType;
  known: KnownCase;
  reload: Reload;
}

/** A button for each action open to this user, and the form of the one that was chosen. */
export function ActionButtons({ type, known, reload }: ActionButtonsProps) {
  const { say } = useOfficeWords(known.timeZone);
  const unsaved = useForm('ActionButtons', (form) => form.modified);
  // Kept as it was when opened: what it asks for must not change under the user's hands.
  const [opened, setOpened] = React.useState<{ action: ActionView; known: KnownCase }>();
  const hintId = React.useId();
  const actions = known.actions.filter((action) => action.name !== FORM_ACTION);

  const goOnFromLatest = async (name: string) => {
    const latest = await reload();
    const action = latest?.actions.find((one) => one.name === name);
    setOpened(latest && action && { action, known: latest });
  };

  return (
    <>
      {unsaved && actions.length > 0 && (
        <Typography id={hintId} variant="pi" textColor="warning700" role="status">
          {say('actions.unsaved')}
        </Typography>
      )}
      {actions.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          {say('actions.none')}
        </Typography>
      )}
      {actions.map((action) => (
        <Button
          key={action.name}
          variant="secondary"
          fullWidth
          disabled={unsaved}
          aria-describedby={unsaved ? hintId : undefined}
          title={action.rules.length > 0 ? say('form.rules', { rules: action.rules.join(', ') }) : undefined}
          onClick={() => setOpened({ action, known })}
          data-action={action.name}
        >
          {action.label}
        </Button>
      ))}
      {opened && (
        <ActionDialog
          type={type}
          known={opened.known}
          action={opened.action}
          onClose={() => setOpened(undefined)}
          onReload={() => void goOnFromLatest(opened.action.name)}
        />
      )}
    </>
  );
}
