import { startWorker, stopWithProcess } from "@/server/worker/main";

// Takes relay, mail and deadlines off the web processes of a busy market on PostgreSQL.
stopWithProcess(startWorker(), true);
