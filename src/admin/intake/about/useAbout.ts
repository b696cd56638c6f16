import { type Caller } from '../draft';
import { type About } from '../http/contract';
import { useAboutCallerQuery } from '../http/desk';

/** What the registers say of whoever calls; undefined for nobody, or while it is being read. */
export function useAbout(caller: Caller | null, locale: string): About | undefined {
  const unit = caller?.unit?.documentId;
  const owner = caller?.person?.documentId;
  const { currentData } = useAboutCallerQuery(
    { ...(unit ? { unit } : {}), ...(owner ? { owner } : {}), locale },
    { skip: !unit && !owner },
  );
  return unit || owner ? currentData?.answer : undefined;
}
