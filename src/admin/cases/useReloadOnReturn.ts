import * as React from 'react';

const STALE_AFTER_MS = 30_000;

/**
 * Reads again when the user comes back to the tab after a while. There is no polling: a tab left open
 * must not keep a log-in alive.
 */
export function useReloadOnReturn(reload: () => Promise<unknown>, readAt: number | undefined): void {
  React.useEffect(() => {
    const onVisible = () => {
      const stale = readAt !== undefined && Date.now() - readAt > STALE_AFTER_MS;
      if (document.visibilityState === 'visible' && stale) void reload();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [reload, readAt]);
}
