import { field, strikeCall } from "@/server/field/field-route";

export const POST = field(strikeCall);
