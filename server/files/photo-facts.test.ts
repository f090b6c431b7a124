import { expect, test } from "vitest";
import { readExif } from "./photo-facts";

const TIME = "2026:11:24 10:00:00\0";

/** A TIFF block whose one entry says when a picture was taken, in words that stand at `place`. */
function timeAt(place: number): Buffer {
  const tiff = Buffer.alloc(place + TIME.length);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0132, 10);
  tiff.writeUInt16LE(2, 12);
  tiff.writeUInt32LE(TIME.length, 14);
  tiff.writeUInt32LE(place, 18);
  tiff.write(TIME, place, "latin1");
  return tiff;
}

// A block of megabytes whose entries all name one long text would else keep the process for minutes.
test.each([
  [60_000, true],
  [70_000, false],
])("of what stands at byte %i of a picture's EXIF the time is read: %s", (place, isRead) => {
  expect(readExif(timeAt(place)).at !== null).toBe(isRead);
});
