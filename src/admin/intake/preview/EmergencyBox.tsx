import { Box, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type Emergency } from '../http/contract';

/** An emergency with its reason [B-02]; nothing where there is none. */
export function EmergencyBox({ emergency }: { emergency: Emergency }) {
  const { say } = useOfficeWords('UTC');
  const { urgent, rule, word, byCategory, containFirst, outside } = emergency;
  if (!urgent) {
    return rule ? (
      <Typography textColor="warning700">
        {say('intake.emergency.overridden', { rule: rule.name })}
      </Typography>
    ) : null;
  }
  const why = rule
    ? say('intake.emergency.byWord', { word: word ?? '', rule: rule.name })
    : say(byCategory ? 'intake.emergency.byCategory' : 'intake.emergency.byDesk');
  return (
    <Box role="alert" padding={3} hasRadius background="danger100" borderColor="danger200" data-emergency>
      <Typography variant="delta" textColor="danger700" tag="p">
        {say('intake.emergency')}
      </Typography>
      <Typography tag="p">{why}</Typography>
      {containFirst && <Typography tag="p">{say('intake.emergency.contain')}</Typography>}
      {outside.length > 0 && (
        <Typography tag="p">
          {say('intake.emergency.outside', { who: outside.join(say('intake.and')) })}
        </Typography>
      )}
    </Box>
  );
}
