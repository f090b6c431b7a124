import { field, photoCall } from "@/server/field/field-route";

export const POST = field(photoCall);
