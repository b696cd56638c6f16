import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { type CaseType, type ChangeView } from '../http/contract';
import { CONFLICT, type Problem } from '../http/problem';
import { changeLine } from '../timeline/changeText';
import { useOfficeWords } from '../useOfficeWords';

interface ProblemNoticeProps {
  problem: Problem;
  type: CaseType;
  timeZone: string;
  /** Reads the case again; what was typed stays. */
  onReload: () => void;
}

/** Why the office said no; when others were faster, what they changed, and a way to go on from there. */
export function ProblemNotice({ problem, type, timeZone, onReload }: ProblemNoticeProps) {
  const words = useOfficeWords(timeZone);
  const { say, value } = words;
  const conflict = problem.status === CONFLICT;
  const tone = conflict ? 'warning' : 'danger';
  const box = React.useRef<HTMLDivElement>(null);

  // The form may be longer than the screen, and the button that was pressed is at its end.
  React.useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not return.
    void box.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);

  const lineOf = (change: ChangeView) => {
    const label = change.label ?? words.field(type, change.field);
    const known = change.from !== undefined || change.to !== undefined;
    return known ? changeLine({ ...change, label }, words) : label;
  };

  return (
    <Box ref={box} role="alert" padding={4} hasRadius background={`${tone}100`} borderColor={`${tone}200`}>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        {conflict && (
          <Typography fontWeight="bold" textColor={`${tone}700`}>
            {say('form.conflict')}
          </Typography>
        )}
        <Typography textColor="neutral800">{problem.message || say('form.noAnswer')}</Typography>
        {conflict && problem.stage && (
          <Typography variant="pi" textColor="neutral800">
            {say('form.conflictStage', { stage: value(problem.stage) })}
          </Typography>
        )}
        {problem.changed.length > 0 && (
          <>
            <Typography variant="pi" textColor="neutral800">
              {say('form.conflictChanged')}
            </Typography>
            <Box tag="ul" paddingLeft={4} style={{ listStyle: 'disc' }}>
              {problem.changed.map((change) => (
                <Typography key={change.field} tag="li" variant="pi" textColor="neutral800">
                  {lineOf(change)}
                </Typography>
              ))}
            </Box>
          </>
        )}
        {conflict && (
          <Button type="button" variant="secondary" size="S" onClick={onReload}>
            {say('form.reload')}
          </Button>
        )}
      </Flex>
    </Box>
  );
}
