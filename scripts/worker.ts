import { startWorker, stopWithProcess } from "@/server/worker/main";

// Beside any number of web processes on PostgreSQL, where none runs a worker itself.
stopWithProcess(startWorker(), true);
