import { FieldInput } from '../../cases/form/FieldInput';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type DeskState } from '../useDesk';
import { fieldNamed, type PlainField } from './fields';

interface PlainInputProps {
  desk: DeskState;
  name: PlainField;
  hint?: string;
}

/** One field of the call, drawn as in any form of the panel, with what the office said about it. */
export function PlainInput({ desk, name, hint }: PlainInputProps) {
  const { field } = useOfficeWords(desk.timeZone);
  return (
    <FieldInput
      field={fieldNamed(name, field('ticket', name), hint)}
      value={desk.draft[name]}
      error={desk.problem?.field === name ? desk.problem.message : undefined}
      onChange={(value) => desk.change({ [name]: typeof value === 'string' ? value : '' })}
      timeZone={desk.timeZone}
      disabled={desk.saving}
    />
  );
}
