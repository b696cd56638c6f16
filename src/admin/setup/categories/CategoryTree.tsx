import * as React from 'react';
import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type CategoryList, type CategoryNode } from '../http/contract';
import { useGetCategoriesQuery } from '../http/setup';
import { Loaded } from '../Loaded';
import { useSave } from '../useSave';
import { AddDialog } from './AddDialog';
import { CategoryLine } from './CategoryLine';
import { MoveDialog } from './MoveDialog';
import { linesOf, moved, parentChange } from './tree';

/** All categories as a tree: add, move, put out of use. */
export function CategoryTree() {
  const { locale } = useOfficeWords('UTC');
  const asked = useGetCategoriesQuery({ locale }, { refetchOnMountOrArgChange: true });
  return <Loaded asked={asked}>{(list) => <Tree list={list} />}</Loaded>;
}

type Doing =
  | { readonly what: 'add'; readonly under: CategoryNode | null }
  | { readonly what: 'move'; readonly node: CategoryNode };

function Tree({ list }: { list: CategoryList }) {
  const { say } = useOfficeWords('UTC');
  const { save, add, saving } = useSave();
  const [doing, setDoing] = React.useState<Doing | null>(null);
  const [all, setAll] = React.useState(false);
  const { categories, may } = list;
  const shown = all ? categories : categories.filter(({ active }) => active);
  const row = (node: Pick<CategoryNode, 'documentId'>, data: Readonly<Record<string, unknown>>) => ({
    type: 'category' as const,
    documentId: node.documentId,
    data,
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={4} wrap="wrap" justifyContent="space-between">
        <Checkbox checked={all} onCheckedChange={(on: boolean | 'indeterminate') => setAll(on === true)}>
          {say('setup.showInactive')}
        </Checkbox>
        {may.add && (
          <Button startIcon={<Plus />} size="S" onClick={() => setDoing({ what: 'add', under: null })}>
            {say('setup.addTop')}
          </Button>
        )}
      </Flex>
      {shown.length === 0 && <Typography textColor="neutral600">{say('setup.none')}</Typography>}
      <ul>
        {linesOf(shown).map((line) => (
          <CategoryLine
            key={line.node.documentId}
            line={line}
            may={may}
            busy={saving}
            onAdd={() => setDoing({ what: 'add', under: line.node })}
            onMove={() => setDoing({ what: 'move', node: line.node })}
            onStep={(by) =>
              void save(...moved(shown, line.node, by).map((change) => row(change, { sort: change.sort })))
            }
            onActive={(active) => void save(row(line.node, { active }))}
          />
        ))}
      </ul>
      {doing?.what === 'add' && (
        <AddDialog
          under={doing.under}
          busy={saving}
          onClose={() => setDoing(null)}
          onAdd={async (data) => (await add(data)) && setDoing(null)}
        />
      )}
      {doing?.what === 'move' && (
        <MoveDialog
          node={doing.node}
          nodes={categories}
          busy={saving}
          onClose={() => setDoing(null)}
          onMove={async (parent) =>
            (await save(row(doing.node, parentChange(doing.node, parent)))) && setDoing(null)
          }
        />
      )}
    </Flex>
  );
}
