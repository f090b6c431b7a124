import type { Actor } from "@/domain/access/policy";
import type { Refusal } from "@/domain/shared/result";
import type { Command } from "@/server/platform/command";
import { execute } from "@/server/platform/execute";
import type { Platform } from "@/server/platform/platform";

/** Does a command that nothing may refuse. */
export async function must<Input, Output, R extends Refusal>(
  on: Platform,
  command: Command<Input, Output, R>,
  call: { actor: Actor; input: unknown },
): Promise<Output> {
  const outcome = await execute(command, call, on);
  if (outcome.kind === "done") return outcome.value;
  throw new Error(`${command.name}: ${JSON.stringify(outcome)}`);
}
