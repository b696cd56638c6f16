import * as React from 'react';
import { Field, Flex, Tag, VisuallyHidden } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type CustomInputProps } from '../props';
import { valueOf, withTyped, without, wordsIn } from './keywords';

/** A list of words: Enter adds, Backspace in an empty box takes the last one off, several may be pasted at once. */
const KeywordInput = React.forwardRef<HTMLInputElement, CustomInputProps>(function KeywordInput(props, ref) {
  const { name, attribute, label, hint, labelAction, required, disabled, error, value, onChange } = props;
  const { say } = useOfficeWords('UTC');
  const [typed, setTyped] = React.useState('');
  const words = wordsIn(value);
  const keptAs = attribute.type === 'json' ? 'json' : 'text';
  const change = (next: readonly string[]) => onChange(name, valueOf(next, keptAs));
  const take = (text: string) => {
    setTyped('');
    if (text.trim() !== '') change(withTyped(words, text));
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    // Enter also ends the choice of a Chinese word being typed.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      take(typed);
    } else if (event.key === 'Backspace' && typed === '' && words.length > 0) change(words.slice(0, -1));
  };
  const onPaste = (event: React.ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text');
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    take(typed + text);
  };
  return (
    <Field.Root
      name={name}
      id={name}
      required={required}
      error={error}
      hint={hint ?? say('field.keywords.hint')}
    >
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Field.Input
        ref={ref}
        name={name}
        value={typed}
        disabled={disabled}
        autoComplete="off"
        placeholder={say('field.keywords.placeholder')}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => take(typed)}
      />
      <Flex
        tag="ul"
        gap={1}
        wrap="wrap"
        aria-label={say('field.keywords.list')}
        data-keywords={name}
        style={{ maxHeight: '24rem', overflowY: 'auto' }}
      >
        {words.map((word) => (
          <li key={word}>
            <Tag
              icon={<Cross aria-hidden />}
              disabled={disabled}
              label={say('field.keywords.remove', { word })}
              onClick={() => change(without(words, word))}
            >
              {word}
            </Tag>
          </li>
        ))}
      </Flex>
      <VisuallyHidden aria-live="polite">
        {say('field.keywords.count', { count: words.length })}
      </VisuallyHidden>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
});

export default KeywordInput;
