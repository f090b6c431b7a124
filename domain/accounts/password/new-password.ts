import { z } from "zod";
import { passwordIssue } from "./password";

// Beyond this nothing is read at all: a password that long is no password.
const READ_MAX = 1000;

export const typedPassword = z.string().min(1, "required").max(READ_MAX, "password_too_long");

/** Says beside `field` why a new password will not do, knowing whose it is. */
export const refusePassword =
  (field: string, own: readonly (string | undefined)[] = []) =>
  (password: string, context: z.RefinementCtx): void => {
    const issue = passwordIssue(
      password,
      own.filter((word) => word !== undefined),
    );
    if (issue) context.addIssue({ code: "custom", message: issue, path: [field], input: password });
  };
