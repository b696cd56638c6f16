import { Badge } from '@strapi/design-system';

/** The name of a stage. */
export function StageBadge({ label }: { label: string }) {
  return (
    <Badge variant="primary" size="M">
      {label}
    </Badge>
  );
}
