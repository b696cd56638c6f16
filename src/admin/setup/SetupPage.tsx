import { Layouts, Page } from '@strapi/strapi/admin';
import { Box, Tabs } from '@strapi/design-system';
import { useOfficeWords } from '../cases/useOfficeWords';
import { CategoryTree } from './categories/CategoryTree';
import { PeopleTable } from './people/PeopleTable';
import { MAY_SET_UP } from './permissions';

/** Categories as a tree, and people with their trades and duty, at a glance. */
export default function SetupPage() {
  const { say } = useOfficeWords('UTC');
  return (
    <Page.Protect permissions={MAY_SET_UP}>
      <Page.Title>{say('setup.title')}</Page.Title>
      <Page.Main>
        <Layouts.Header title={say('setup.title')} subtitle={say('setup.about')} />
        <Layouts.Content>
          <Tabs.Root defaultValue="categories">
            <Tabs.List aria-label={say('setup.title')}>
              <Tabs.Trigger value="categories">{say('setup.categories')}</Tabs.Trigger>
              <Tabs.Trigger value="people">{say('setup.people')}</Tabs.Trigger>
            </Tabs.List>
            <Box
              background="neutral0"
              hasRadius
              shadow="tableShadow"
              padding={4}
              marginTop={4}
              data-page="setup"
            >
              <Tabs.Content value="categories">
                <CategoryTree />
              </Tabs.Content>
              <Tabs.Content value="people">
                <PeopleTable />
              </Tabs.Content>
            </Box>
          </Tabs.Root>
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}
