import type { Answer } from "@/domain/field/delivery";
import type { Sender } from "./send-all";

type Addresses = {
  /** Takes an entry: `POST`, JSON, the body with `id`, `seq`, `madeAt`, `sentAt` and the ids of its pictures as `photoIds` beside it. */
  readonly entries: string;
  /** Takes one picture: `POST` to this address with `?id=…&name=…&offset=…` (this phone's zone, minutes east of Greenwich), the bytes as they are. */
  readonly photos: string;
};

// A picture on a slow link takes its time; what takes longer than this has been cut off without a word.
const PATIENCE_MS = 120_000;

async function post(address: string, type: string, body: BodyInit): Promise<Answer> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": type },
      body,
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const said = (await answer.json().catch(() => null)) as { code?: unknown } | null;
    return { status: answer.status, code: typeof said?.code === "string" ? said.code : null };
  } catch {
    // No connection, or one that broke: nobody knows whether it arrived, so it is sent again.
    return null;
  }
}

const offsetMinutes = (): string => String(-new Date().getTimezoneOffset());

/** Sends entries over HTTP. Whatever takes them must refuse an id that it has with 409 `already_received`, of an entry as of a picture. */
export const postSender = ({ entries, photos }: Addresses): Sender => ({
  photo: ({ id, name, type, bytes }) =>
    post(
      `${photos}?${new URLSearchParams({ id, name, offset: offsetMinutes() })}`,
      type || "application/octet-stream",
      bytes,
    ),
  entry: ({ id, seq, madeAt, body, photos: named }) =>
    post(
      entries,
      "application/json",
      JSON.stringify({
        ...(body as object),
        id,
        seq,
        madeAt,
        sentAt: Date.now(),
        photoIds: named.map((one) => one.id),
      }),
    ),
});
