import type * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';

/** A number with what it is, above it. */
export function BigNumber({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography variant="pi" textColor="neutral600">
        {label}
      </Typography>
      {children}
    </Flex>
  );
}
