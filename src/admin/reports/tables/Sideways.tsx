import * as React from 'react';
import { Moving } from '../look';

/**
 * What may be wider than its place is moved in it, by thumb or by arrow keys; the page itself is not. Only where there is
 * something to move does it stop those who go by keys.
 */
export function Sideways({ children, ...named }: React.PropsWithChildren<React.AriaAttributes>) {
  const place = React.useRef<HTMLDivElement>(null);
  const [wider, setWider] = React.useState(false);
  React.useEffect(() => {
    const { current } = place;
    if (!current) return undefined;
    const measure = () => setWider(current.scrollWidth > current.clientWidth + 1);
    const watched = new ResizeObserver(measure);
    watched.observe(current);
    if (current.firstElementChild) watched.observe(current.firstElementChild);
    return () => watched.disconnect();
  }, []);
  return (
    <Moving ref={place} {...(wider ? { tabIndex: 0, role: 'region', ...named } : {})}>
      {children}
    </Moving>
  );
}
