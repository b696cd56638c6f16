import { caseTypeOf } from './caseType';
import { officeApi } from './office';

interface Started {
  readonly type?: unknown;
  readonly meta?: {
    readonly arg?: {
      readonly endpointName?: string;
      readonly originalArgs?: { readonly model?: string; readonly documentId?: string };
    };
  };
}

interface Store {
  dispatch: (action: never) => unknown;
  getState: () => unknown;
}

interface PanelState {
  readonly admin_app?: { readonly language?: { readonly locale?: string } };
}

/**
 * Asks for a case as soon as Strapi asks for the record behind its form. The panels come onto the page with the form only, and
 * then dozens of requests for its relations stand before theirs.
 */
export const fetchEarly =
  () =>
  ({ dispatch, getState }: Store) =>
  (next: (action: unknown) => unknown) =>
  (action: unknown): unknown => {
    const { type, meta } = action as Started;
    if (type === 'adminApi/executeQuery/pending' && meta?.arg?.endpointName === 'getDocument') {
      const { model = '', documentId } = meta.arg.originalArgs ?? {};
      const caseType = caseTypeOf(model);
      const locale = (getState() as PanelState).admin_app?.language?.locale;
      if (caseType && documentId && locale)
        dispatch(
          officeApi.endpoints.getCase.initiate(
            { type: caseType, documentId, locale },
            { subscribe: false },
          ) as never,
        );
    }
    return next(action);
  };
