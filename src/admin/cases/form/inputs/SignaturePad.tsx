import * as React from 'react';
import { Box, Flex, TextButton } from '@strapi/design-system';
import { useOfficeWords } from '../../useOfficeWords';

const WIDTH = 640;
const HEIGHT = 200;
const INK = '#14213d';

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
  const writing = React.useRef(false);

  const pen = () => canvas.current?.getContext('2d');

  const pointOf = (event: React.PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * WIDTH,
      y: ((event.clientY - box.top) / box.height) * HEIGHT,
    };
  };

  const begin = (event: React.PointerEvent<HTMLCanvasElement>) => {
    const context = pen();
    if (disabled || !context) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    writing.current = true;
    const { x, y } = pointOf(event);
    context.lineWidth = 3;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.strokeStyle = INK;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x, y);
    context.stroke();
  };

  const write = (event: React.PointerEvent<HTMLCanvasElement>) => {
    const context = pen();
    if (!writing.current || !context) return;
    const { x, y } = pointOf(event);
    context.lineTo(x, y);
    context.stroke();
  };

  const end = () => {
    if (!writing.current) return;
    writing.current = false;
    onDrawn(canvas.current?.toDataURL('image/png'));
  };

  const wipe = () => {
    pen()?.clearRect(0, 0, WIDTH, HEIGHT);
    onDrawn(undefined);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Box borderColor="neutral300" hasRadius background="neutral0" overflow="hidden">
        <canvas
          ref={canvas}
          width={WIDTH}
          height={HEIGHT}
          role="img"
          aria-label={say('signature.pad')}
          style={{
            display: 'block',
            width: '100%',
            background: '#fff',
            touchAction: 'none',
            cursor: 'crosshair',
          }}
          onPointerDown={begin}
          onPointerMove={write}
          onPointerUp={end}
          onPointerCancel={end}
        />
      </Box>
      <Flex justifyContent="flex-end">
        <TextButton type="button" onClick={wipe} disabled={disabled || !drawn}>
          {say('signature.again')}
        </TextButton>
      </Flex>
    </Flex>
  );
}
