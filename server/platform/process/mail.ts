import { createTransport, type Transporter } from "nodemailer";
import { env } from "./env";

export type Letter = {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly locale: string;
  /** Where a mail program posts to stop mails like it; null where they cannot be stopped. */
  readonly stopAddress?: string | null;
  /** Where an answer leads back; null where nothing reads answers. */
  readonly replyTo?: string | null;
};

export type Post = { send(letter: Letter): Promise<void>; close(): void };

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;
const IP = /^[\d.]+$|:/;

/** The host that mail comes from; an address of digits is no mail domain. */
function hostOf(baseUrl: string): string {
  const { hostname } = new URL(baseUrl);
  return IP.test(hostname) ? "localhost" : hostname;
}

/** Who writes, and which name of the message every attempt bears: receivers drop a second copy by it. */
export function headersOf(letter: Pick<Letter, "messageId" | "to" | "subject" | "replyTo">, baseUrl: string) {
  const host = hostOf(baseUrl);
  return {
    from: { name: "Kouan", address: `no-reply@${host}` },
    // As an object it is one address, whatever commas or brackets stand in it.
    to: { name: "", address: letter.to },
    ...(letter.replyTo ? { replyTo: letter.replyTo } : {}),
    subject: letter.subject,
    messageId: `<${letter.messageId}@${host}>`,
  };
}

/** What a mail program goes by: the language, that no person wrote it, and how its like is stopped at one press (RFC 2369, RFC 8058). */
export const wordsToPrograms = ({ locale, stopAddress }: Pick<Letter, "locale" | "stopAddress">) => ({
  "Content-Language": locale,
  "Auto-Submitted": "auto-generated",
  ...(stopAddress && {
    "List-Unsubscribe": `<${stopAddress}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  }),
});

/** The way out by SMTP; null where none is set, so that in the demo market no mail leaves. */
export function openPost(url: string = env().SMTP_URL, baseUrl: string = env().baseUrl): Post | null {
  if (url === "") return null;
  const transport: Transporter = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  return {
    async send(letter) {
      await transport.sendMail({
        ...headersOf(letter, baseUrl),
        text: letter.body,
        headers: wordsToPrograms(letter),
      });
    },
    close: () => transport.close(),
  };
}
