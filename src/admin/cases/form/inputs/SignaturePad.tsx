import * as React from 'react';
import { Box, Button, Flex } from '@strapi/design-system';
import Pad from 'signature_pad';
import { useOfficeWords } from '../../useOfficeWords';

const HEIGHT = 200;
const INK = '#14213d';
/** Pixels of the picture per pixel of the screen, at most: sharp on a phone, and no megabytes. */
const SHARPEST = 2;

interface SignaturePadProps {
  drawn: boolean;
  /** A PNG as a data URL; undefined when the pad was wiped. */
  onDrawn: (picture: string | undefined) => void;
  disabled: boolean;
}

/** A white field to sign on with finger, pen or mouse. */
export function SignaturePad({ drawn, onDrawn, disabled }: SignaturePadProps) {
  const { say } = useOfficeWords('UTC');
  const canvas = React.useRef<HTMLCanvasElement>(null);
  const pad = React.useRef<Pad>();
  const told = React.useRef(onDrawn);
  told.current = onDrawn;

  React.useEffect(() => {
    const field = canvas.current;
    if (!field) return;
    const made = new Pad(field, { penColor: INK, minWidth: 0.8, maxWidth: 3 });
    pad.current = made;
    const tell = () => told.current(field.toDataURL('image/png'));
    made.addEventListener('endStroke', tell);
    // The strokes are drawn again when the field gets another width: a phone that is turned keeps the signature.
    const fit = () => {
      const strokes = made.toData();
      const ratio = Math.min(window.devicePixelRatio || 1, SHARPEST);
      field.width = field.offsetWidth * ratio;
      field.height = HEIGHT * ratio;
      field.getContext('2d')?.scale(ratio, ratio);
      made.clear();
      made.fromData(strokes);
    };
    fit();
    const watch = new ResizeObserver(() => {
      if (field.offsetWidth > 0) fit();
    });
    watch.observe(field);
    return () => {
      watch.disconnect();
      made.off();
    };
  }, []);

  React.useEffect(() => {
    if (disabled) pad.current?.off();
    else pad.current?.on();
  }, [disabled]);

  const wipe = () => {
    pad.current?.clear();
    onDrawn(undefined);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Box borderColor="neutral300" hasRadius background="neutral0" overflow="hidden">
        <canvas
          ref={canvas}
          role="img"
          aria-label={say('signature.pad')}
          style={{
            display: 'block',
            width: '100%',
            height: `${HEIGHT}px`,
            background: '#fff',
            touchAction: 'none',
            cursor: 'crosshair',
          }}
        />
      </Box>
      <Flex justifyContent="flex-end">
        <Button type="button" variant="ghost" size="L" onClick={wipe} disabled={disabled || !drawn}>
          {say('signature.again')}
        </Button>
      </Flex>
    </Flex>
  );
}
