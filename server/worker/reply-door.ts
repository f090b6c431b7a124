import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { AddressObject, Attachment, ParsedMail } from "mailparser";
import type { SMTPServer, SMTPServerSession } from "smtp-server";
import { findTalk } from "../../db/repositories/threads";
import { listMembershipsOf } from "../../db/repositories/members";
import { findUserByEmail } from "../../db/repositories/users";
import type { Actor } from "../../domain/access/policy";
import { emailKey } from "../../domain/accounts/person";
import { FILE_MAX_BYTES } from "../../domain/files/file-limits";
import { MESSAGE_FILES_MAX } from "../../domain/threads/thread";
import { receiveUpload } from "../files/receive-upload";
import type { FileStore } from "../files/file-store";
import { execute, type Outcome } from "../platform/execute";
import { mintActor } from "../platform/identity/mint-actor";
import { log } from "../platform/process/log";
import { type Platform, replyDomainOf } from "../platform/platform";
import { takePoint } from "../platform/rate-limit";
import { isAddressOf, readReplyAddress } from "../threads/reply-address";
import { wordsOfReply } from "../threads/words-of-reply";
import { writeMessage } from "../threads/write-message";

/** A reply with a file of the largest size, as mail writes it: a third more, and the rest of the message. */
const MAIL_MAX_BYTES = Math.ceil(FILE_MAX_BYTES * 1.4) + 200_000;

/** Why a reply is not taken, in the words that its sender's own mail server hands back. */
class Refused extends Error {
  constructor(
    readonly responseCode: 550 | 552 | 554 | 450,
    words: string,
  ) {
    super(words);
  }
}

/** Whose platform says for which domain it opens. */
type Door = { readonly on: Platform; readonly store?: FileStore };

type Received = { readonly mail: ParsedMail; readonly to: string; readonly ip: string | null };

const addressesOf = (object: AddressObject | AddressObject[] | undefined): string[] =>
  [object ?? []].flat().flatMap(({ value }) => value.flatMap(({ address }) => address ?? []));

const NOT_TAKEN = "This address takes answers of the person alone to whom the mail was sent";

/** Who answers: the person whom the From line names, if the address was made for it and it still belongs to a side of the thread. */
async function answering(on: Platform, { mail, to }: Received): Promise<{ actor: Actor; bidId: string }> {
  const { read } = on.database;
  const asked = readReplyAddress(to, replyDomainOf(on));
  const senders = addressesOf(mail.from);
  const [sender] = senders;
  if (!asked || !sender || senders.length !== 1) throw new Refused(550, NOT_TAKEN);
  const user = await findUserByEmail(read, emailKey(sender));
  const talk = user && (await findTalk(read, asked.bidId));
  if (!user || !talk || user.suspendedAt !== null || user.emailVerifiedAt === null) throw new Refused(550, NOT_TAKEN);
  const sides = [talk.request.buyerOrganisationId, talk.bid.providerOrganisationId];
  const membership = (await listMembershipsOf(read, user.id)).find(
    ({ organisationId, suspendedAt }) =>
      suspendedAt === null &&
      sides.includes(organisationId) &&
      isAddressOf(asked, { bidId: asked.bidId, organisationId, userId: user.id }),
  );
  if (!membership) throw new Refused(550, NOT_TAKEN);
  const { organisationId, role } = membership;
  return { actor: mintActor({ kind: "user", userId: user.id, organisationId, role }), bidId: asked.bidId };
}

/** One key a mail, so that one that is handed over twice is written once. */
const keyOf = ({ mail }: Received, part: string): string =>
  createHash("sha256")
    .update(`${mail.messageId ?? mail.date?.toISOString() ?? ""}|${part}`)
    .digest("hex")
    .slice(0, 60);

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

function mustBeDone<Value>(outcome: Outcome<Value>, what: string): Value {
  if (outcome.kind === "done") return outcome.value;
  const code = outcome.kind === "refused" ? outcome.refusal.code : "malformed";
  if (code === "too_many_requests") throw new Refused(450, "Too many messages at once, try again later");
  throw new Refused(554, `${what} was not taken: ${code}`);
}

type Sending = Door & { readonly actor: Actor; readonly received: Received; readonly bidId: string };

/** Lays a file of the reply ready in the thread, by the way of every upload. */
async function layFile(
  { on, store, actor, received, bidId }: Sending,
  file: Attachment,
  place: number,
): Promise<string> {
  const name = file.filename ?? `file-${place + 1}`;
  const upload = {
    ...{ actor, name, declaredType: file.contentType, subject: { kind: "thread", id: bidId } as const },
    ...{ origin: { ip: received.ip, requestId: null }, idempotencyKey: keyOf(received, `file ${place}`) },
    body: once(file.content),
  };
  return mustBeDone(await receiveUpload(upload, on, store), name).id;
}

/** Writes a reply into its thread by the command that the page calls. What a machine answered by itself is passed over. */
export async function takeReply(door: Door, received: Received): Promise<void> {
  const { mail } = received;
  const automatic = String(mail.headers.get("auto-submitted") ?? "no").toLowerCase();
  if (automatic !== "no" || mail.headers.has("x-autoreply") || mail.headers.has("list-id")) return;
  const { on } = door;
  const { actor, bidId } = await answering(on, received);
  if (on.isMetered && (await takePoint("reply", actor.userId ?? "")) > 0)
    throw new Refused(450, "Too many messages at once, try again later");
  const words = wordsOfReply(mail.text ?? "");
  const files = mail.attachments.filter(({ related }) => !related);
  if (words === "") throw new Refused(554, "Nothing is written above the quotation");
  if (files.length > MESSAGE_FILES_MAX) throw new Refused(554, `At most ${MESSAGE_FILES_MAX} files go with a message`);
  const fileIds: string[] = [];
  for (const [place, file] of files.entries())
    fileIds.push(await layFile({ ...door, actor, received, bidId }, file, place));
  const input = { bidId, words, fileIds, isByMail: true };
  const call = {
    actor,
    input,
    idempotencyKey: keyOf(received, "message"),
    origin: { ip: received.ip, requestId: null },
  };
  mustBeDone(await execute(writeMessage, call, on), "The message");
}

export type ReplyDoor = { readonly port: number; close(): Promise<void> };

type Listening = { readonly host: string; readonly port: number };

const answerOf = (error: unknown): Error => {
  if (error instanceof Refused) return error;
  log.error({ err: error }, "a reply by mail could not be written");
  return Object.assign(new Error("Try again later"), { responseCode: 451 });
};

/** What is beyond the limit is let through to its end and kept nowhere: a sender reads the refusal only behind its message. */
async function* upToLimit(stream: AsyncIterable<Buffer>, kept: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const part of stream) {
    kept.bytes += part.length;
    if (kept.bytes <= MAIL_MAX_BYTES) yield part;
  }
}

/** What the mail server is made of; only addresses of the domain that we could have made come as far as the message. */
async function makeServer(door: Door): Promise<SMTPServer> {
  const [{ SMTPServer: Server }, { simpleParser }] = await Promise.all([import("smtp-server"), import("mailparser")]);
  const receive = async (stream: AsyncIterable<Buffer>, session: SMTPServerSession) => {
    const kept = { bytes: 0 };
    const mail = await simpleParser(Readable.from(upToLimit(stream, kept)), { skipImageLinks: true });
    if (kept.bytes > MAIL_MAX_BYTES) throw new Refused(552, "The message is too large");
    for (const { address } of session.envelope.rcptTo)
      await takeReply(door, { mail, to: address, ip: session.remoteAddress });
  };
  return new Server({
    ...{ authOptional: true, disabledCommands: ["AUTH", "STARTTLS"], size: MAIL_MAX_BYTES, logger: false },
    ...{ socketTimeout: 60_000, closeTimeout: 2_000, maxClients: 20, banner: "Kouan replies" },
    onRcptTo({ address }, session, done) {
      const isOne = session.envelope.rcptTo.length === 0;
      done(isOne && readReplyAddress(address, replyDomainOf(door.on)) ? null : new Refused(550, NOT_TAKEN));
    },
    onData(stream, session, done) {
      receive(stream, session).then(
        () => done(),
        (error: unknown) => done(answerOf(error)),
      );
    },
  });
}

/** Listens for replies to the market's mails, as a mail server for one domain; whoever runs it leads that domain's mail here. */
export async function openReplyDoor(door: Door, { host, port }: Listening): Promise<ReplyDoor> {
  const server = await makeServer(door);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  server.on("error", (error) => log.warn({ err: error }, "a mail connection broke off"));
  const address = server.server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
