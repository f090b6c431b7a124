import { platform } from "@/server/platform/platform";
import { settleKeys } from "@/server/sealing/key-checks";
import { runScript } from "@/server/platform/process/run-script";
import { startWorker, stopWithProcess } from "@/server/worker/main";

// Takes relay, mail and deadlines off the web processes of a busy market on PostgreSQL.
await runScript(async () => {
  await settleKeys(platform().database);
  stopWithProcess(startWorker(), true);
});
