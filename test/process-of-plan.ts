import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const AS_A_START = ["--import", "./scripts/setup/typescript/on-the-server.mjs", "--import", "tsx"];
const ERROR_LEVEL = 50;

/** How a process of a plan has ended: what it answers, null where it says nothing, and the errors in its log. */
type Ended<Answers> = {
  readonly code: number | null;
  readonly answers: Answers | null;
  readonly errors: readonly string[];
};

/** Carries a plan out by a program under test/ in a process of its own, on the database at this address. It does not outlive its test. */
export async function processOfPlan<Answers>(
  program: string,
  { url, plan }: { readonly url: string; readonly plan: object },
): Promise<Ended<Answers>> {
  const child = spawn(process.execPath, [...AS_A_START, `test/${program}.ts`, JSON.stringify(plan)], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stdout.on("data", (part) => (said += part));
  const [code] = await once(child, "close");
  const lines = said.split("\n");
  const answers = lines.find((line) => line.startsWith("answers "))?.slice("answers ".length);
  return {
    code: code as number | null,
    answers: answers === undefined ? null : (JSON.parse(answers) as Answers),
    errors: lines.filter(
      (line) => line.startsWith("{") && (JSON.parse(line) as { level: number }).level >= ERROR_LEVEL,
    ),
  };
}
