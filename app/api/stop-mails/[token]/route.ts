import { mailStop } from "@/server/notices/stop-route";

export const GET = mailStop("show");
export const POST = mailStop("stop");
