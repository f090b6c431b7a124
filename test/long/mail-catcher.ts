import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail that came in, by the name that every copy of it bears. */
export type CaughtMail = { readonly messageId: string; readonly to: string };

export type MailCatcher = { readonly url: string; readonly caught: readonly CaughtMail[]; stop(): Promise<void> };

/** A real SMTP server on a free port, which keeps what it is given. */
export async function catchMail(): Promise<MailCatcher> {
  const caught: CaughtMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      void simpleParser(stream).then((mail) => {
        const messageId = mail.messageId ?? "";
        for (const { address } of session.envelope.rcptTo) caught.push({ messageId, to: address });
        done();
      }, done);
    },
  });
  // A process that is killed drops its connections; that is what this is for.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    caught,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
