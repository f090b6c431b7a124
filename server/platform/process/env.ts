import { resolve } from "node:path";
import { z } from "zod";

const schema = z.object({
  KOUAN_ENV: z.enum(["development", "demo", "test", "production"]).default("demo"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: z.string().default(""),
  SMTP_URL: z.string().default(""),
  BASE_URL: z.string().default(""),
  SEED: z.enum(["demo", "none", "10k", "100k", "1m"]).default("demo"),
  CLAMD_URL: z
    .string()
    .regex(/^(tcp:\/\/[^/:]+:\d{1,5})?$/)
    .default(""),
  // Who is told of a hole in the site; published in security.txt.
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)?$/)
    .default(""),
  // No user or password in it: an address is shown on screens and in logs.
  KOUAN_CLERK_URL: z
    .string()
    .regex(/^(https?:\/\/[^\s/@?#]+(\/[^\s@?#]*)?)?$/)
    .default(""),
  KOUAN_CLERK_MODEL: z.string().default(""),
  FILES_S3_ENDPOINT: z.string().default(""),
  FILES_S3_BUCKET: z.string().default(""),
  FILES_S3_REGION: z.string().default("us-east-1"),
  FILES_S3_ACCESS_KEY: z.string().default(""),
  FILES_S3_SECRET_KEY: z.string().default(""),
  // The domain of the addresses that take answers to mails; without it nothing takes any.
  REPLY_DOMAIN: z
    .string()
    .regex(/^([a-z0-9-]+(\.[a-z0-9-]+)+)?$/i)
    .default(""),
  REPLY_HOST: z.string().default("127.0.0.1"),
  REPLY_PORT: z.coerce.number().int().min(0).max(65535).default(2525),
  WORKER: z.enum(["on", "off"]).default("on"),
  // Whether search engines may find the market; by itself only one in production, since what stands in any other is invented.
  SEARCH_ENGINES: z.enum(["auto", "open", "closed"]).default("auto"),
});

export type Env = z.infer<typeof schema> & {
  readonly isProduction: boolean;
  readonly baseUrl: string;
  /** Search engines may find the pages that are everybody's. */
  readonly isFoundHere: boolean;
};

/** What is set, by name; what is set to nothing is not set. */
function settings(): z.output<typeof schema> {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  // Without the values: one may hold a password.
  throw new Error(
    read.error.issues.map(({ path, message }) => `${path.join(".")} is not understood: ${message}`).join("\n"),
  );
}

function read(): Env {
  const env = settings();
  const isProduction = env.KOUAN_ENV === "production";
  if (isProduction && !env.BASE_URL.startsWith("https://"))
    throw new Error("KOUAN_ENV=production needs BASE_URL with https://");
  if (isProduction && !/^smtps?:\/\//.test(env.SMTP_URL)) throw new Error("KOUAN_ENV=production needs SMTP_URL");
  const isBucketKnown = env.FILES_S3_BUCKET && env.FILES_S3_ACCESS_KEY && env.FILES_S3_SECRET_KEY;
  if (env.FILES_S3_ENDPOINT && !isBucketKnown)
    throw new Error("FILES_S3_ENDPOINT needs FILES_S3_BUCKET, FILES_S3_ACCESS_KEY and FILES_S3_SECRET_KEY");
  if (env.KOUAN_CLERK_URL && !env.KOUAN_CLERK_MODEL) throw new Error("KOUAN_CLERK_URL needs KOUAN_CLERK_MODEL");
  // The embedded database has no other process that would deliver anything.
  if (env.WORKER === "off" && !/^postgres(ql)?:/.test(env.DATABASE_URL))
    throw new Error("WORKER=off needs PostgreSQL, with npm run worker beside it");
  const baseUrl = (env.BASE_URL || `http://127.0.0.1:${env.PORT}`).replace(/\/$/, "");
  const isFoundHere = env.SEARCH_ENGINES === "auto" ? isProduction : env.SEARCH_ENGINES === "open";
  const SEED = isProduction ? "none" : env.SEED;
  return { ...env, DATA_DIR: resolve(env.DATA_DIR), SEED, isProduction, baseUrl, isFoundHere };
}

let known: Env | undefined;

/** The environment, checked once at first use: a wrong value stops the start with its name. */
export const env = (): Env => {
  known ??= read();
  return known;
};
