import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import sharp from "sharp";

type Part = { readonly name: string; readonly content: Buffer | string; readonly announcedBytes?: number };

/** An archive of these parts, deflated; a part may announce another size than it has. */
export function zipOf(parts: readonly Part[]): Buffer {
  const heads: Buffer[] = [];
  const bodies: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = deflateRawSync(content, { level: 9 });
    const name = Buffer.from(part.name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(part.announcedBytes ?? content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    heads.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), facts, place, name);
    const body = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), facts, name, packed]);
    bodies.push(body);
    at += body.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}

const CONTENT_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';

/** A small workbook, with more parts or other ones in place of its own. */
export function xlsxOf(more: readonly Part[] = []): Buffer {
  const own: readonly Part[] = [
    { name: "[Content_Types].xml", content: CONTENT_TYPES },
    { name: "xl/workbook.xml", content: "<workbook/>" },
    { name: "xl/worksheets/sheet1.xml", content: "<worksheet><sheetData/></worksheet>" },
  ];
  const names = new Set(more.map(({ name }) => name));
  return zipOf([...own.filter(({ name }) => !names.has(name)), ...more]);
}

/** A one-page PDF with one more object, written as it is given. */
export const pdfOf = (object: string | Buffer = "<< /Title (Contract) >>", catalog = ""): Buffer =>
  Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog}>>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n4 0 obj\n`,
      "latin1",
    ),
    Buffer.from(object),
    Buffer.from("\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n"),
  ]);

/** An object stream with this text in it, packed as writers of PDF pack theirs. */
export function objectStream(text: string, filter = "/FlateDecode"): Buffer {
  const packed = deflateSync(Buffer.from(text));
  return Buffer.concat([
    Buffer.from(`<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from("\nendstream"),
  ]);
}

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 120, b: 90 } } });

export const jpegOf = (width = 60, height = 40): Promise<Buffer> => picture(width, height).jpeg().toBuffer();
export const pngOf = (width = 60, height = 40): Promise<Buffer> => picture(width, height).png().toBuffer();
export const webpOf = (): Promise<Buffer> => picture(60, 40).webp().toBuffer();

/** Taken lying on its side, at a place, with something hidden behind its end. */
export const tellingJpeg = async (): Promise<Buffer> =>
  Buffer.concat([
    await picture(60, 40)
      .withExif({ IFD0: { Copyright: "Lin Meihua" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "22/1 6/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
    Buffer.from("<?php system('id'); ?>"),
  ]);

/** What every scanner finds; in halves, so that no scanner finds this file. */
export const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");
