import { FieldInput } from '../../cases/form/FieldInput';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type CallState } from '../useCall';
import { fieldNamed, type PlainField } from './fields';

interface PlainInputProps {
  call: CallState;
  name: PlainField;
  hint?: string;
}

/** One field of the call, drawn as in any form of the panel, with what the office said about it. */
export function PlainInput({ call, name, hint }: PlainInputProps) {
  const { field } = useOfficeWords(call.timeZone);
  return (
    <FieldInput
      field={fieldNamed(name, field('ticket', name), hint)}
      value={call.draft[name]}
      error={call.problem?.field === name ? call.problem.message : undefined}
      onChange={(value) => call.change({ [name]: typeof value === 'string' ? value : '' })}
      timeZone={call.timeZone}
      disabled={false}
    />
  );
}
