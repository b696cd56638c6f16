import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { editPathOf } from '../../cases/http/caseType';
import { type KnownRequest } from '../http/contract';

interface RequestListProps {
  requests: readonly KnownRequest[];
  timeZone: string;
}

/** The open and the latest requests of whoever calls, each with its stage and the promise that falls due first. */
export function RequestList({ requests, timeZone }: RequestListProps) {
  const { say, moment } = useOfficeWords(timeZone);
  if (requests.length === 0)
    return <Typography textColor="neutral600">{say('intake.requests.none')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {requests.map((request) => {
        const [first] = request.clocks;
        const late = first?.verdict === 'broken';
        return (
          <Box key={request.documentId} tag="li" data-request={request.number}>
            <Flex gap={2} wrap="wrap" alignItems="center">
              <Typography
                tag="a"
                variant="pi"
                fontWeight="semiBold"
                textColor="primary600"
                href={`/admin${editPathOf('ticket', request.documentId)}`}
                target="_blank"
                rel="noreferrer"
              >
                {request.number}
              </Typography>
              <Badge size="S" variant={request.open ? 'primary' : 'neutral'}>
                {request.stageLabel}
              </Badge>
              {request.urgent && (
                <Badge size="S" variant="danger">
                  {say('intake.urgent')}
                </Badge>
              )}
              <Typography variant="pi" textColor="neutral600">
                {moment(request.receivedAt)}
              </Typography>
            </Flex>
            <Typography tag="p" ellipsis title={request.matter}>
              {[request.category, request.matter].filter(Boolean).join('：')}
            </Typography>
            {first?.dueAt && (
              <Typography variant="pi" textColor={late ? 'danger600' : 'neutral700'} tag="p">
                {say(late ? 'intake.requests.late' : 'intake.requests.due', {
                  what: first.label,
                  moment: moment(first.dueAt),
                })}
              </Typography>
            )}
          </Box>
        );
      })}
    </Flex>
  );
}
