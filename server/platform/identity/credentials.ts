import { Algorithm, hash, verify } from "@node-rs/argon2";
import { onePerProcess, slots } from "../process/one-per-process";
import { findUserByEmail } from "../../../db/repositories/users";
import { emailKey } from "../../../domain/accounts/person";
import { accept, type Refusal, refuse, type Result } from "../../../domain/shared/result";
import { type Platform, platform } from "../platform";
import { type Whence, takeSignIn } from "./attempts";

// Argon2id with 19 MiB, two passes, one lane (OWASP). Two at a time: a burst of sign-ins must not take the whole machine.
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 2;

// Of a random text that nobody kept. Checked where there is no such user, so that the answer takes as long.
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$WR75lA3FCm9FbJ9B22Lt+g$xDOLCxfxPI1RuKfiFUaE594TKERoj1iYi55Ccql4ekI";

/** First come, first served. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => onePerProcess("passwords", () => slots(AT_ONCE))(work);

// The same text may be typed as different code points; length and case stay as they are.
const typed = (password: string): string => password.normalize("NFKC");

/** What is kept of a password. Slow on purpose: never call it inside a transaction. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(typed(password), COST));

/** Whether the password is the one of the hash. Takes as long where there is no hash, or one that no password opens. */
async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isUsable = passwordHash?.startsWith("$argon2id$") === true;
  const isRight = await inTurn(() => verify(isUsable ? (passwordHash as string) : NOBODY, typed(password)));
  return isUsable && isRight;
}

export type Claimed = { readonly email: string; readonly password: string };

/**
 * Holds a claimed password against the stored hash, before the transaction that opens the session. Answers the hash it fits,
 * or null: the command then asks whether the account still has that hash, and words both failures alike.
 */
export async function checkCredentials(
  { email, password }: Claimed,
  whence: Whence,
  on: Platform = platform(),
): Promise<Result<{ email: string; provenHash: string | null }, Refusal<"too_many_requests">>> {
  const key = emailKey(email);
  const seconds = await takeSignIn(key, whence);
  if (seconds > 0) return refuse("too_many_requests", { seconds });
  const user = await findUserByEmail(on.database.read, key);
  const isRight = await isPassword(user?.passwordHash ?? null, password);
  return accept({ email: key, provenHash: user && isRight ? user.passwordHash : null });
}
