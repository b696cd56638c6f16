import { Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { Card } from '../Card';
import { type CallState } from '../useCall';
import { DispatchLine } from './DispatchLine';
import { EarlierBox } from './EarlierBox';
import { EmergencyBox } from './EmergencyBox';
import { GroupBox } from './GroupBox';
import { PromiseList } from './PromiseList';

/** What saving would bring about, before it is saved. */
export function PreviewPane({ call }: { call: CallState }) {
  const { say } = useOfficeWords(call.timeZone);
  const { preview, previewProblem, previewing, timeZone } = call;
  const outcome = preview?.outcome;
  return (
    <Card title={say('intake.preview')} name="preview">
      {previewProblem && (
        <Typography textColor="danger600" role="status">
          {previewProblem.message || say('panel.failed')}
        </Typography>
      )}
      {!preview && !previewProblem && (
        <Typography textColor="neutral600">
          {say(previewing ? 'panel.loading' : 'intake.preview.none')}
        </Typography>
      )}
      {preview && !previewProblem && (
        <>
          <EmergencyBox emergency={preview.emergency} />
          {preview.refusal && (
            <Typography textColor="warning700" role="status" data-refusal={preview.refusal.code}>
              {say('intake.preview.notYet', { why: preview.refusal.message })}
            </Typography>
          )}
          {outcome?.earlier && <EarlierBox earlier={outcome.earlier} timeZone={timeZone} />}
          {outcome?.group && <GroupBox group={outcome.group} />}
          {outcome && <PromiseList promises={outcome.promises} timeZone={timeZone} />}
          {outcome && <DispatchLine sent={outcome.dispatch} accountable={outcome.accountable} />}
        </>
      )}
    </Card>
  );
}
