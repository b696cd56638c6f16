import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

interface CardProps {
  title: string;
  /** For tests and styles: what the card is about. */
  name: string;
  children: React.ReactNode;
}

/** A titled part of the desk. */
export function Card({ title, name, children }: CardProps) {
  return (
    <Box
      tag="section"
      aria-label={title}
      padding={5}
      hasRadius
      background="neutral0"
      shadow="tableShadow"
      minWidth={0}
      data-card={name}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="sigma" textColor="neutral600" tag="h2">
          {title}
        </Typography>
        {children}
      </Flex>
    </Box>
  );
}
