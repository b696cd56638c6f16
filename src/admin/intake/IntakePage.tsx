import { Layouts, Page } from '@strapi/strapi/admin';
import { useOfficeWords } from '../cases/useOfficeWords';
import { Desk } from './Desk';
import { MAY_REGISTER } from './permissions';

/** The front desk: one screen to take a call, by keyboard alone. */
export default function IntakePage() {
  const { say } = useOfficeWords('UTC');
  return (
    <Page.Protect permissions={MAY_REGISTER}>
      <Page.Title>{say('intake.title')}</Page.Title>
      <Page.Main>
        <Layouts.Header title={say('intake.title')} subtitle={say('intake.keys')} />
        <Layouts.Content>
          <Desk />
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}
