import pino from "pino";

/** JSON lines on standard output. What could hold a secret or an amount is cut out by name, whatever passes it in. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
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
