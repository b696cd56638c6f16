import * as React from 'react';
import { type PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { CHECKED, type RuleType } from '../http/contract';
import { CheckDialog } from './CheckDialog';

const UID = /^api::([a-z-]+)\.\1$/;

/** The rule type of a content type; undefined where nothing is tried out. */
export function ruleTypeOf(uid: string): RuleType | undefined {
  const name = UID.exec(uid)?.[1] ?? '';
  return Object.hasOwn(CHECKED, name) ? (name as RuleType) : undefined;
}

/** On the page of a rule: what would happen by it. */
export const CheckPanel: PanelComponent = ({ model, documentId }) => {
  const { formatMessage } = useIntl();
  const type = ruleTypeOf(model);
  if (!type) return null;
  return {
    title: formatMessage({ id: 'guanjia.rules.check', defaultMessage: 'What would happen' }),
    content: <Opener key={documentId ?? 'new'} type={type} documentId={documentId || null} />,
  };
};

function Opener({ type, documentId }: { type: RuleType; documentId: string | null }) {
  const { say } = useOfficeWords('UTC');
  const [open, setOpen] = React.useState(false);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%" data-panel="rule-check">
      <Typography variant="pi" textColor="neutral600">
        {say(`rules.about.${CHECKED[type]}`)}
      </Typography>
      <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
        {say('rules.open')}
      </Button>
      {open && <CheckDialog type={type} documentId={documentId} onClose={() => setOpen(false)} />}
    </Flex>
  );
}
