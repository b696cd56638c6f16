import { Badge, Box, Button, Flex, IconButton, Link, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { editPathOf } from '../../cases/http/caseType';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type CategoryList } from '../http/contract';
import { type TreeLine } from './tree';

interface CategoryLineProps {
  line: TreeLine;
  may: CategoryList['may'];
  busy: boolean;
  onAdd: () => void;
  onMove: () => void;
  onStep: (by: -1 | 1) => void;
  onActive: (active: boolean) => void;
}

/** One category with what can be done to it where it stands. */
export function CategoryLine({ line, may, busy, onAdd, onMove, onStep, onActive }: CategoryLineProps) {
  const { say, value } = useOfficeWords('UTC');
  const { node, depth, first, last } = line;
  const about = [node.code, node.kind && value(node.kind), node.department].filter(Boolean).join(' · ');
  return (
    <Box
      tag="li"
      aria-level={depth + 1}
      paddingTop={2}
      paddingBottom={2}
      borderStyle="solid"
      borderWidth="0 0 1px 0"
      borderColor="neutral150"
      style={{ paddingLeft: `${depth * 2}rem` }}
      data-category={node.code}
    >
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Flex gap={2} wrap="wrap" minWidth={0}>
          <Link tag={NavLink} to={editPathOf('category', node.documentId)}>
            {node.name}
          </Link>
          <Typography variant="pi" textColor="neutral600">
            {about}
          </Typography>
          {node.urgent && (
            <Badge backgroundColor="danger100" textColor="danger700">
              {say('setup.urgent')}
            </Badge>
          )}
          {!node.active && <Badge>{say('setup.inactive')}</Badge>}
        </Flex>
        <Flex gap={1} wrap="wrap">
          {may.save && (
            <>
              <IconButton
                label={say('setup.up', { name: node.name })}
                disabled={first || busy}
                onClick={() => onStep(-1)}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={say('setup.down', { name: node.name })}
                disabled={last || busy}
                onClick={() => onStep(1)}
              >
                <ArrowDown />
              </IconButton>
            </>
          )}
          {may.add && (
            <IconButton label={say('setup.addUnder', { name: node.name })} disabled={busy} onClick={onAdd}>
              <Plus />
            </IconButton>
          )}
          {may.save && (
            <>
              <Button
                variant="tertiary"
                size="S"
                disabled={busy}
                aria-label={say('setup.moveOne', { name: node.name })}
                onClick={onMove}
              >
                {say('setup.move')}
              </Button>
              <Button
                variant="tertiary"
                size="S"
                disabled={busy}
                aria-label={say(node.active ? 'setup.stopOne' : 'setup.startOne', { name: node.name })}
                onClick={() => onActive(!node.active)}
              >
                {say(node.active ? 'setup.stop' : 'setup.start')}
              </Button>
            </>
          )}
        </Flex>
      </Flex>
    </Box>
  );
}
