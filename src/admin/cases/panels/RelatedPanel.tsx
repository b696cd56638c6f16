import { type PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { caseTypeOf, editPathOf } from '../http/caseType';
import { type RelatedCase } from '../http/contract';
import { StageBadge } from '../StageBadge';
import { useOfficeWords } from '../useOfficeWords';
import { usePanelTitle } from './usePanelTitle';
import { WithCase } from './WithCase';

/** The other cases of the same matter, each a link. */
export const RelatedPanel: PanelComponent = ({ model, documentId }) => {
  const title = usePanelTitle('related');
  const type = caseTypeOf(model);
  if (!type || !documentId) return null;
  return {
    title,
    content: (
      <WithCase type={type} documentId={documentId} quiet>
        {(known) => <RelatedList related={known.related} />}
      </WithCase>
    ),
  };
};

function RelatedList({ related }: { related: readonly RelatedCase[] }) {
  const { say } = useOfficeWords('UTC');
  if (related.length === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {say('related.none')}
      </Typography>
    );
  }
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} width="100%" data-panel="related">
      {related.map((one) => (
        <Flex
          key={`${one.type}/${one.documentId}`}
          tag="li"
          justifyContent="space-between"
          gap={2}
          wrap="wrap"
        >
          <Link tag={NavLink} to={editPathOf(one.type, one.documentId)}>
            {one.typeLabel} {one.number}
          </Link>
          <StageBadge label={one.stageLabel} />
        </Flex>
      ))}
    </Flex>
  );
}
