import { nothing } from "@/server/endpoints/nothing";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(nothing);
export const POST = serve(nothing);
export const PUT = serve(nothing);
export const PATCH = serve(nothing);
export const DELETE = serve(nothing);
