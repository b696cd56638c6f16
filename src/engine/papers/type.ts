import { readFile } from 'node:fs/promises';
import type { WidthOf } from './wrap';

export type Face = 'regular' | 'bold';

const FILES: Readonly<Record<Face, string>> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};

export type Faces = Readonly<Record<Face, Buffer>>;

let faces: Promise<Faces> | undefined;

/** The two faces that papers are set in, read once: every Chinese sign in use; a paper gets only those that stand on it. */
export function loadFaces(): Promise<Faces> {
  faces ??= (async () => {
    const [regular, bold] = await Promise.all([
      readFile(require.resolve(FILES.regular)),
      readFile(require.resolve(FILES.bold)),
    ]);
    return { regular, bold };
  })();
  return faces;
}

const widths: Readonly<Record<Face, Map<string, number>>> = { regular: new Map(), bold: new Map() };

/** Widths of signs in a face at a size; `measured` gives the one at a size of one point, and is asked once a sign. */
export function widthsIn(face: Face, size: number, measured: (sign: string) => number): WidthOf {
  const known = widths[face];
  return (sign) => {
    let width = known.get(sign);
    if (width === undefined) {
      width = measured(sign);
      known.set(sign, width);
    }
    return width * size;
  };
}
