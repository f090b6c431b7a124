import pino from "pino";

const VALUES = /\nparams: [\s\S]*?(?=\n {4}at |$)/g;
const UNREADABLE = "[unreadable]";

/** A text of what was thrown. Anything may be thrown, also what throws again when it is looked at. */
function textOf(read: () => unknown): string | undefined {
  try {
    const value = read();
    return value === undefined ? undefined : String(value).replace(VALUES, "");
  } catch {
    return UNREADABLE;
  }
}

/** Of what is no error, or one that cannot be read: its kind, words and code, and nothing else that it holds. */
function outlineOf(thrown: unknown): object {
  const isObject = (typeof thrown === "object" && thrown !== null) || typeof thrown === "function";
  const of = thrown as { constructor?: { name?: unknown }; message?: unknown; code?: unknown; stack?: unknown };
  if (!isObject) return { type: thrown === null ? "null" : typeof thrown, message: textOf(() => String(thrown)) };
  return {
    type: textOf(() => of.constructor?.name),
    message: textOf(() => of.message),
    code: textOf(() => of.code),
    stack: textOf(() => of.stack),
  };
}

/** An error without what a failed query would have written: names, amounts and links do not belong in a log. Takes whatever was thrown. */
export function withoutValues(thrown: unknown): object {
  try {
    if (!Error.isError(thrown)) return outlineOf(thrown);
    const { params: _, message, stack, ...kept } = pino.stdSerializers.err(thrown) as Partial<pino.SerializedError>;
    // What it holds besides is read here, so that nothing throws while the line is written.
    JSON.stringify(kept);
    return { ...kept, message: textOf(() => message), stack: textOf(() => stack) };
  } catch {
    return outlineOf(thrown);
  }
}

/** JSON lines. What could hold a secret or an amount is cut out by name, whatever passes it in. */
const OPTIONS: pino.LoggerOptions = {
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
  hooks: {
    logMethod(args, method) {
      try {
        method.apply(this, args);
      } catch {
        // A line that cannot be written is no reason for a second fault.
        method.call(this, `${args.find((one) => typeof one === "string") ?? ""} (what goes with it cannot be written)`);
      }
    },
  },
};

/** A log on `destination`, standard output where there is none. */
export const logTo = (destination?: pino.DestinationStream): pino.Logger =>
  destination ? pino(OPTIONS, destination) : pino(OPTIONS);

export const log = logTo();

/** An error as a console shows it, without the values of a failed query. The digest is the reference that its page shows. */
function printed(error: Error): string {
  const { stack, message } = withoutValues(error) as { readonly stack?: string; readonly message?: string };
  const digest = textOf(() => (error as { readonly digest?: unknown }).digest);
  return `${stack || message || UNREADABLE}${digest === undefined ? "" : ` { digest: '${digest}' }`}`;
}

type Errors = Pick<Console, "error">;

/** Has a console say of errors only what the log says of them: the framework prints by itself what a page threw. */
export function guardConsole(guarded: Errors = console): void {
  const write = guarded.error.bind(guarded);
  guarded.error = (...said: unknown[]) => write(...said.map((one) => (Error.isError(one) ? printed(one) : one)));
}
