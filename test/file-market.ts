import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Actor } from "../domain/access/policy";
import type { FileSubject } from "../domain/files/file";
import type { StoredFile } from "../db/repositories/files";
import { files } from "../db/schema/files";
import { receiveUpload } from "../server/files/receive-upload";
import { diskStore } from "../server/files/disk-store";
import { filesByBidder, filesOn, fileView, openFile } from "../server/files/queries";
import type { BidderSubject } from "../server/files/load-file-context";
import { biddingMarket, done } from "./bidding-market";
import { tempFolder } from "./temp-folder";

export type Sent = {
  readonly name?: string;
  readonly type?: string;
  readonly subject?: FileSubject | null;
  readonly content?: Buffer | string | AsyncIterable<Uint8Array>;
  readonly key?: string | null;
};

async function* inParts(content: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += 65_000) yield content.subarray(at, at + 65_000);
}

/** A market with an open request and bidders, whose files lie in a folder of its own. */
export async function fileMarket(bidding: object = {}) {
  const market = await biddingMarket(bidding);
  const { database, on, setClock } = market;
  let now = on.clock();
  const folder = tempFolder("files");
  const store = diskStore(folder);
  const send = (
    actor: Actor,
    { name = "note.txt", type = "", subject = null, content = "gate 4", key = null }: Sent = {},
  ) =>
    receiveUpload(
      {
        actor,
        name,
        declaredType: type,
        subject,
        idempotencyKey: key,
        origin: { ip: null, requestId: null },
        body: typeof content === "string" || Buffer.isBuffer(content) ? inParts(Buffer.from(content)) : content,
      },
      { ...on, isMetered: false },
      store,
    );
  return {
    ...market,
    store,
    folder,
    setClock: (at: typeof now) => {
      now = at;
      setClock(at);
    },
    onRequest: { kind: "request", id: market.requestId } as const,
    onBid: { kind: "bid", id: market.requestId } as const,
    send,
    sent: async (actor: Actor, sent: Sent = {}) => done(await send(actor, sent)).id,
    see: (viewer: Actor, subject: FileSubject) => filesOn(database.read, subject, { viewer, now: on.clock() }),
    seeOf: async (viewer: Actor, subject: BidderSubject, bidderId: string) =>
      (await filesByBidder(database.read, subject, { viewer, now: on.clock() })).get(bidderId) ?? [],
    view: (viewer: Actor, id: string) => fileView(database.read, id, { viewer, now: on.clock() }),
    read: async (viewer: Actor, id: string): Promise<string | null> => {
      const opened = await openFile(database.read, id, { viewer, store });
      return opened && Buffer.concat(await Array.fromAsync(opened.content)).toString();
    },
    rows: async (): Promise<StoredFile[]> => (await database.read.select().from(files)) as unknown as StoredFile[],
    objects: (): Buffer[] =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  };
}
