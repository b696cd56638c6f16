import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { prepareZXingModule as prepareReader, readBarcodes } from 'zxing-wasm/reader';
import { prepareZXingModule as prepareWriter, writeBarcode } from 'zxing-wasm/writer';
import { invalid } from '../../rules/refusal';

/** A square of modules. Around it four modules must stay white. */
export interface QrCode {
  readonly size: number;
  readonly black: (x: number, y: number) => boolean;
}

/** Photos of a slip: bytes, and pixels before they are made smaller. */
export const MOST_PHOTO_BYTES = 10 * 1024 * 1024;
const MOST_PIXELS = 60_000_000;
/** Long side that a photo is read at. */
const READ_AT = 2000;
const PHOTO_FORMATS: ReadonlySet<string | undefined> = new Set(['jpeg', 'png']);

let prepared: Promise<void> | undefined;

/** Both halves of the library, from its own files: left alone it would fetch them from the network. */
function prepare(): Promise<void> {
  prepared ??= (async () => {
    const binary = async (path: string) => Uint8Array.from(await readFile(require.resolve(path))).buffer;
    const [reader, writer] = await Promise.all([
      binary('zxing-wasm/reader/zxing_reader.wasm'),
      binary('zxing-wasm/writer/zxing_writer.wasm'),
    ]);
    prepareReader({ overrides: { wasmBinary: reader } });
    prepareWriter({ overrides: { wasmBinary: writer } });
  })();
  return prepared;
}

/** A text as a QR code that stands a good deal of dirt (error correction M). Throws a plain Error for a text too long. */
export async function qrOf(text: string): Promise<QrCode> {
  await prepare();
  const { symbol, error } = await writeBarcode(text, { format: 'QRCode', ecLevel: 'M' });
  if (error) throw new Error(error);
  const { width, data } = symbol;
  return { size: width, black: (x, y) => data[y * width + x] === 0 };
}

/**
 * What the QR codes in a photo (JPEG or PNG, turned as it may be) say. Throws PHOTO_INVALID for what is no such photo,
 * or has too many pixels.
 */
export async function readQrCodes(photo: Buffer): Promise<string[]> {
  await prepare();
  const { data, info } = await pixelsOf(photo);
  const pixels = {
    data: new Uint8ClampedArray(data),
    width: info.width,
    height: info.height,
    colorSpace: 'srgb',
  };
  const found = await readBarcodes(pixels as ImageData, {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: 8,
  });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}

async function pixelsOf(photo: Buffer) {
  try {
    const image = sharp(photo, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    if (!PHOTO_FORMATS.has((await image.metadata()).format)) throw new Error('neither JPEG nor PNG');
    return await image
      .rotate()
      .resize({ width: READ_AT, height: READ_AT, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
  } catch {
    throw invalid('PHOTO_INVALID', { field: 'files' });
  }
}
