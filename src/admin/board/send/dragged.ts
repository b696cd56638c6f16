import * as React from 'react';
import { numberOf, type Parcel } from './sending';

/** What is being dragged: known to those who could take it, without drawing the whole board anew. */
let parcel: Parcel | undefined;
const watching = new Set<() => void>();

/** Takes a parcel up, or puts it down. */
export function drag(event: React.DragEvent, taken: Parcel): void;
export function drag(event: undefined): void;
export function drag(event?: React.DragEvent, taken?: Parcel): void {
  if (event && taken) {
    event.stopPropagation();
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', numberOf(taken));
  }
  parcel = taken;
  for (const watch of watching) watch();
}

const subscribe = (watch: () => void) => {
  watching.add(watch);
  return () => watching.delete(watch);
};

/** What is being dragged; undefined when nothing is. */
export const useDragged = (): Parcel | undefined => React.useSyncExternalStore(subscribe, () => parcel);

/** The handlers by which a card takes what is dropped on it, and whether something hangs over it. */
export function useDropTarget(onDrop: (dropped: Parcel) => void) {
  const [over, setOver] = React.useState(false);
  return {
    over,
    handlers: {
      onDragOver: (event: React.DragEvent) => {
        if (!parcel) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        setOver(true);
      },
      onDragLeave: (event: React.DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: React.DragEvent) => {
        event.preventDefault();
        setOver(false);
        const dropped = parcel;
        drag(undefined);
        if (dropped) onDrop(dropped);
      },
    },
  };
}
