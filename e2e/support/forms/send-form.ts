import type { Asker, Reply } from "./sweeper";

export type Entry = {
  readonly name: string;
  readonly value: string;
  /** Sent as a file of this name. */
  readonly file?: string;
};

const BOUNDARY = "----kouan-forms-5f2c81d0";
const NAME_ESCAPES: Readonly<Record<string, string>> = { '"': "%22", "\r": "%0D", "\n": "%0A" };

const escapeName = (name: string): string => name.replace(/["\r\n]/g, (sign) => NAME_ESCAPES[sign] ?? sign);

/** Half of a character has no UTF-8 of its own; it is sent as the three bytes that a careless program writes. */
const toBytes = (text: string): Buffer =>
  Buffer.concat(
    text.split(/([\ud800-\udfff])/u).map((part) => {
      const unit = part.charCodeAt(0);
      if (part.length !== 1 || unit < 0xd800 || unit > 0xdfff) return Buffer.from(part);
      return Buffer.from([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]);
    }),
  );

function encode(entries: readonly Entry[]): Buffer {
  const parts = entries.map(({ name, value, file }) => {
    const called =
      file === undefined ? "" : `; filename="${escapeName(file)}"\r\nContent-Type: application/octet-stream`;
    return toBytes(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${escapeName(name)}"${called}\r\n\r\n${value}\r\n`,
    );
  });
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

type Sent = { readonly entries: readonly Entry[]; readonly origin: string };

/** Posts a form as a browser without a script does, byte for byte as told. */
export const sendForm = (ask: Asker, address: string, { entries, origin }: Sent): Promise<Reply> =>
  ask(address, {
    body: encode(entries),
    headers: { "content-type": `multipart/form-data; boundary=${BOUNDARY}`, origin },
  });
