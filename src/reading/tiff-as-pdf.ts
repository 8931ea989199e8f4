// A TIFF file as a PDF whose pages are its pictures, so that it is shown and measured like any scan. The packed pixels go over
// as they are: every way in which scanners pack them, PDF has as well.
// Source: TIFF 6.0; ISO 32000-1, sections 7.4 (filters) and 8.9.5 (images).
import { TiffDamaged, tiffPages, type TiffPage, type TiffPiece } from './tiff-pages.ts';

/** Throws a TiffDamaged where it is damaged, or packed in a way that is not known here. */
export function tiffAsPdf(bytes: Uint8Array): Uint8Array {
  const file = new PdfFile();
  const tree = file.add('');
  const pages = tiffPages(bytes).map((page) => addPage(file, tree, page));
  file.put(tree, `<< /Type /Pages /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] /Count ${pages.length} >>`);
  return file.whole(file.add(`<< /Type /Catalog /Pages ${tree} 0 R >>`));
}

/** A point for a pixel. */
function addPage(file: PdfFile, tree: number, page: TiffPage): number {
  const about = imageDictionary(page);
  const images = page.pieces.map((piece) => {
    const data = dataOf(page, piece);
    return file.add(`<< /Type /XObject /Subtype /Image /Width ${piece.width} /Height ${piece.height} ${about(piece)} /Length ${data.length} >>`, data);
  });
  const drawn = page.pieces.map(({ left, top, width, height }, n) => `q ${width} 0 0 ${height} ${left} ${page.height - top - height} cm /I${n} Do Q`);
  const content = Buffer.from(drawn.join('\n'));
  const contents = file.add(`<< /Length ${content.length} >>`, content);
  const named = images.map((image, n) => `/I${n} ${image} 0 R`).join(' ');
  return file.add(
    `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /XObject << ${named} >> >> /Contents ${contents} 0 R >>`,
  );
}

function imageDictionary(page: TiffPage): (piece: TiffPiece) => string {
  const { bits, samples } = page;
  const filter = filterOf(page);
  const space = spaceOf(page);
  // 0 is white, of which facsimile is told apart by its filter.
  const isInverted = samples === 1 && (FACSIMILE.has(page.compression) ? page.photometric === 1 : page.photometric === 0);
  return (piece) => `/BitsPerComponent ${bits} /ColorSpace ${space} ${isInverted ? '/Decode [1 0]' : ''} ${filter(piece)}`;
}

/** 2: modified Huffman, 3: group 3, 4: group 4. */
const FACSIMILE: ReadonlySet<number> = new Set([2, 3, 4]);

function filterOf({ compression, predictor, samples, bits, faxOptions }: TiffPage): (piece: TiffPiece) => string {
  const predicted = ({ width }: TiffPiece): string =>
    predictor === 2 ? `/DecodeParms << /Predictor 2 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${width} >>` : '';
  if (compression === 1) return () => '';
  if (compression === 5) return (piece) => `/Filter /LZWDecode ${predicted(piece)}`;
  if (compression === 8 || compression === 32946) return (piece) => `/Filter /FlateDecode ${predicted(piece)}`;
  if (compression === 7) return () => '/Filter /DCTDecode';
  if (compression === 32773) return () => '/Filter /RunLengthDecode';
  if (!FACSIMILE.has(compression)) throw new TiffDamaged(`it is packed in a way (${compression}) that is not known here`);
  const k = compression === 4 ? -1 : compression === 3 && (faxOptions & 1) === 1 ? 1 : 0;
  return ({ width, height }) =>
    `/Filter /CCITTFaxDecode /DecodeParms << /K ${k} /Columns ${width} /Rows ${height} ${compression === 2 ? '/EncodedByteAlign true' : ''} >>`;
}

function spaceOf({ photometric, samples, palette }: TiffPage): string {
  if (photometric === 3) return `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${Buffer.from(palette).toString('hex')}>]`;
  const space = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' }[samples];
  if (space === undefined) throw new TiffDamaged(`its pixels have ${samples} samples`);
  return space;
}

function dataOf({ compression, isReversed, tables }: TiffPage, { bytes }: TiffPiece): Uint8Array {
  if (isReversed) return bytes.map((byte) => REVERSED[byte] ?? 0);
  // The tables are a picture of their own without pixels: its end and this one's beginning go.
  return compression === 7 && tables.length > 4 ? Buffer.concat([tables.subarray(0, -2), bytes.subarray(2)]) : bytes;
}

const REVERSED = Uint8Array.from({ length: 256 }, (_, byte) => Number.parseInt(byte.toString(2).padStart(8, '0').split('').toReversed().join(''), 2));

/** @see ISO 32000-1, section 7.5 */
class PdfFile {
  readonly #objects: Buffer[] = [];

  /** Gives its number. */
  add(dictionary: string, stream: Uint8Array | null = null): number {
    const body = stream === null ? [Buffer.from(dictionary)] : [Buffer.from(`${dictionary}\nstream\n`), stream, Buffer.from('\nendstream')];
    return this.#objects.push(Buffer.concat(body));
  }

  put(number: number, dictionary: string): void {
    this.#objects[number - 1] = Buffer.from(dictionary);
  }

  whole(root: number): Uint8Array {
    const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
    const places: number[] = [];
    let at = parts[0]?.length ?? 0;
    for (const [index, body] of this.#objects.entries()) {
      places.push(at);
      const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
      parts.push(object);
      at += object.length;
    }
    const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
    const size = this.#objects.length + 1;
    const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root ${root} 0 R >>\nstartxref\n${at}\n%%EOF\n`;
    return Buffer.concat([...parts, Buffer.from(end)]);
  }
}
