import sharp from 'sharp';
import { invalid } from '../../rules/refusal';

/** Photos as they are sent: bytes, and pixels before they are made smaller. */
export const MOST_BYTES = 20 * 1024 * 1024;
const MOST_PIXELS = 60_000_000;
/** Long side and quality of what is kept: enough to read a meter by. */
const KEPT_SIDE = 1600;
const KEPT_QUALITY = 78;
const FORMATS: ReadonlySet<string | undefined> = new Set(['jpeg', 'png', 'webp']);

/**
 * A photo as it is kept: a JPEG, upright, at most 1,600 pixels long, without what the camera wrote into it (place, device).
 * Throws PHOTO_INVALID for what is no JPEG, PNG or WebP, whatever its name says.
 */
export async function smallPhoto(sent: Buffer): Promise<Buffer> {
  try {
    const image = sharp(sent, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    if (!FORMATS.has((await image.metadata()).format)) throw new Error('no photo');
    return await image
      .rotate()
      .resize({ width: KEPT_SIDE, height: KEPT_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .jpeg({ quality: KEPT_QUALITY })
      .toBuffer();
  } catch {
    throw invalid('PHOTO_INVALID', { field: 'photos' });
  }
}
