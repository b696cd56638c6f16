import { Box, Flex, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type LiveState } from './useLive';

const TONES: Record<LiveState, string> = {
  live: 'success',
  connecting: 'neutral',
  asking: 'warning',
  offline: 'danger',
  resting: 'neutral',
};

/** Whether what is on the screen is as it is in the office. */
export function LiveMark({ state }: { state: LiveState }) {
  const { say } = useOfficeWords('UTC');
  const tone = TONES[state];
  return (
    <Flex gap={2} role="status" data-live={state}>
      <Box width="8px" height="8px" borderRadius="50%" background={`${tone}600`} aria-hidden />
      <Typography variant="pi" textColor={tone === 'neutral' ? 'neutral700' : `${tone}700`}>
        {say(`board.${state}`)}
      </Typography>
    </Flex>
  );
}
