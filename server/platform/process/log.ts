import pino from "pino";

const VALUES = /\nparams: [\s\S]*?(?=\n {4}at |$)/g;

/** An error without what a failed query would have written: names, amounts and links do not belong in a log. */
export function withoutValues(error: Error): object {
  const { params: _, message, stack, ...kept } = pino.stdSerializers.err(error) as pino.SerializedError;
  return { ...kept, message: message.replace(VALUES, ""), stack: stack.replace(VALUES, "") };
}

/** JSON lines on standard output. What could hold a secret or an amount is cut out by name, whatever passes it in. */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  serializers: { err: withoutValues },
  redact: {
    paths: [
      "password",
      "*.password",
      "token",
      "*.token",
      "secret",
      "*.secret",
      "authorization",
      "*.authorization",
      "cookie",
      "*.cookie",
      "charges",
      "*.charges",
      "content",
      "*.content",
      "input",
      "*.input",
    ],
    censor: "[redacted]",
  },
});
