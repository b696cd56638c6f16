import { useNotification } from '@strapi/strapi/admin';
import { problemOf } from '../cases/http/problem';
import { useOfficeWords } from '../cases/useOfficeWords';
import { type RowChange } from './http/contract';
import { useAddCategoryMutation, useSaveRowMutation } from './http/setup';

interface Saving {
  /** Saves one change after the other; stops at the first "no" and says it. */
  save: (...changes: readonly RowChange[]) => Promise<boolean>;
  add: (data: Readonly<Record<string, unknown>>) => Promise<boolean>;
  saving: boolean;
}

/** Saves rows through Strapi's own door, and tells the user what became of it. */
export function useSave(): Saving {
  const { say, locale } = useOfficeWords('UTC');
  const { toggleNotification } = useNotification();
  const [saveRow, { isLoading: isSaving }] = useSaveRowMutation();
  const [addCategory, { isLoading: isAdding }] = useAddCategoryMutation();
  const tell = (answer: object): boolean => {
    if (!('error' in answer) || answer.error === undefined) return true;
    toggleNotification({ type: 'danger', message: problemOf(answer.error).message || say('panel.failed') });
    return false;
  };
  const save: Saving['save'] = async (...changes) => {
    for (const change of changes) if (!tell(await saveRow({ ...change, locale }))) return false;
    if (changes.length > 0) toggleNotification({ type: 'success', message: say('setup.saved') });
    return true;
  };
  const add: Saving['add'] = async (data) => {
    const done = tell(await addCategory({ data, locale }));
    if (done) toggleNotification({ type: 'success', message: say('setup.saved') });
    return done;
  };
  return { save, add, saving: isSaving || isAdding };
}
