import { Box, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type LikelyGroup } from '../http/contract';

/** Others have reported the same: the group matter that it would belong to [E-04]. */
export function GroupBox({ group }: { group: LikelyGroup }) {
  const { say } = useOfficeWords('UTC');
  const { number, others, forms } = group;
  const sentence = number
    ? say('intake.group.joins', { number })
    : say(forms ? 'intake.group.forms' : 'intake.group.others', { others });
  return (
    <Box
      role="status"
      padding={3}
      hasRadius
      background="warning100"
      borderColor="warning200"
      data-group={number ?? others}
    >
      <Typography fontWeight="bold" textColor="warning700" tag="p">
        {sentence}
      </Typography>
    </Box>
  );
}
