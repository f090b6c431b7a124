import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import type { ModelSettings } from "../server/deals/clerk-chat";

/** What the double was sent, as it came over the wire. */
export type SentPrompt = { readonly path: string; readonly authorization: string | undefined; readonly body: string };

/** How the double answers the text that it was asked about: what a model would write, or what goes wrong on the way. */
export type ModelScript = (text: string, answer: ServerResponse) => unknown;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function textIn(body: string): string {
  const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] };
  return (JSON.parse(messages.at(-1)?.content ?? "{}") as { text: string }).text;
}

/** The protocol's frame around what a model wrote. */
export const asCompletion = (content: string): string =>
  JSON.stringify({ choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }] });

/** In place of a model: a server that speaks the chat protocol on a free port of this machine. */
export async function clerkModelDouble(script: ModelScript) {
  const seen: SentPrompt[] = [];
  const serve = async (request: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    seen.push({ path: request.url ?? "", authorization: request.headers.authorization, body });
    const written = script(textIn(body), answer);
    // A script that answers by itself leaves nothing to write.
    if (written === undefined || answer.headersSent) return;
    answer.setHeader("content-type", "application/json");
    answer.end(asCompletion(typeof written === "string" ? written : JSON.stringify(written)));
  };
  const server = createServer((request, answer) => void serve(request, answer));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const settings: ModelSettings = {
    ...{ url: `http://127.0.0.1:${port}/v1`, model: "double", key: "sk-double" },
    ...{ timeoutMs: 2_000, pauseMs: 5 },
  };
  return { settings, seen };
}
