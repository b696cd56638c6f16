import * as React from 'react';
import { Box, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type CustomInputProps } from '../props';
import { minutesOf, partsOf, typedOf, UNITS, type Typed, type Unit } from './duration';

/** A length of time in minutes, hours or days; minutes are kept. */
const DurationInput = React.forwardRef<HTMLInputElement, CustomInputProps>(
  function DurationInput(props, ref) {
    const { name, label, hint, labelAction, required, disabled, error, value, onChange, placeholder } = props;
    const { say } = useOfficeWords('UTC');
    const [typed, setTyped] = React.useState<Typed>(() => typedOf(value));
    const minutes = minutesOf(typed);
    // The form may be filled from elsewhere: reset, or read again.
    React.useEffect(() => {
      setTyped((before) => {
        const same = minutesOf(before) === (value ?? null) || minutesOf(before) === undefined;
        return same ? before : typedOf(value);
      });
    }, [value]);

    const change = (next: Typed) => {
      setTyped(next);
      const read = minutesOf(next);
      // What is no length of time goes to the form as it is typed, so that saving refuses it.
      onChange(name, read === undefined ? next.text : read);
    };
    const wrong = minutes === undefined ? say('field.duration.wrong') : undefined;
    const inWords = typeof minutes === 'number' ? lengthIn(minutes, say) : '';
    return (
      <Field.Root name={name} id={name} required={required} error={error ?? wrong} hint={inWords || hint}>
        <Field.Label action={labelAction}>{label}</Field.Label>
        <Flex gap={2} alignItems="stretch">
          <Box flex="1 1 6rem" minWidth="6rem">
            <Field.Input
              ref={ref}
              name={name}
              inputMode="decimal"
              autoComplete="off"
              placeholder={placeholder}
              disabled={disabled}
              required={required}
              value={typed.text}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                change({ ...typed, text: event.target.value })
              }
            />
          </Box>
          <Box minWidth="9rem">
            <SingleSelect
              aria-label={say('field.duration.unit')}
              value={typed.unit}
              disabled={disabled}
              onChange={(unit) => change({ ...typed, unit: unit as Unit })}
            >
              {Object.keys(UNITS).map((unit) => (
                <SingleSelectOption key={unit} value={unit}>
                  {say(`field.duration.${unit}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Box>
        </Flex>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  },
);

function lengthIn(length: number, say: (key: string, params?: Record<string, number>) => string): string {
  const { days, hours, minutes } = partsOf(length);
  const parts = [
    days > 0 && say('field.length.days', { count: days }),
    hours > 0 && say('field.length.hours', { count: hours }),
    minutes > 0 && say('field.length.minutes', { count: minutes }),
  ].filter(Boolean);
  return parts.length > 1 ? parts.join(' ') : '';
}

export default DurationInput;
