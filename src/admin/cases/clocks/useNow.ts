import * as React from 'react';

/** The server's time, told anew every second while `ticking`; epoch milliseconds. */
export function useNow(clockOffset: number, ticking: boolean): number {
  const [now, setNow] = React.useState(() => Date.now() + clockOffset);
  React.useEffect(() => {
    setNow(Date.now() + clockOffset);
    if (!ticking) return undefined;
    const timer = window.setInterval(() => setNow(Date.now() + clockOffset), 1000);
    return () => window.clearInterval(timer);
  }, [clockOffset, ticking]);
  return now;
}
