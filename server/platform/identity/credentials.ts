import { findUserByEmail } from "../../../db/repositories/users";
import { emailKey } from "../../../domain/accounts/email";
import { accept, type Refusal, type Result, refuse } from "../../../domain/shared/result";
import { isPassword } from "./password";
import { type Platform, platform } from "../platform";
import { takeSignIn, type Whence } from "./attempts";

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
